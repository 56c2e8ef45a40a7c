"""All that is kept of one person: given to them, or erased."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.records.database import Database

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Table

ERASED = "[erased]"
"""What stands in other people's conversations where a person's own particulars were said."""
PHONES = ("phone", "telephone", "mobile", "phone_number")
KINDS = {"customers": "profile"}
SHORTEST = 3
"""Letters of what may be looked for in what others said: fewer are part of other words."""
TELLING = re.compile(r"[\d@_]")
"""What an id has that is no ordinary word and may be looked for in what others said."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of whom something is kept: the customer's id where they are one, and what names them and nobody else."""

    customer: str
    marks: tuple[str, ...] = ()
    conversations: tuple[str, ...] = ()
    """Conversations of somebody who was never known."""


def find_person(database: Database, who: str) -> Person | None:
    """The person of this customer id or e-mail address, or of this conversation; nothing where nothing is kept."""
    from sqlalchemy import select

    from assistant.records.schema import CUSTOMERS, MESSAGES

    told = who.strip()
    with database.reading() as connection:
        same = (CUSTOMERS.c.id == told) | ((CUSTOMERS.c.email != "") & (CUSTOMERS.c.email == told.casefold()))
        rows = connection.execute(select(CUSTOMERS.c.id, CUSTOMERS.c.document).where(same)).all()
        if len(rows) == 1:
            return Person(rows[0].id, _marks(connection, rows[0].id, json.loads(rows[0].document)))
        talk = connection.scalar(select(MESSAGES.c.customer).where(MESSAGES.c.conversation == told).limit(1))
        if talk == "":
            return Person(told, conversations=(told,))
        person = Person(told, (told,) if TELLING.search(told) else ())
        return person if _talks(connection, person) or _holds(connection, person) else None


def export_person(database: Database, person: Person) -> dict[str, Any]:
    """Every record of a person, by kind: profile, orders, and all else by the name of its table."""
    from sqlalchemy import select

    with database.reading() as connection:
        talks = _talks(connection, person)
        found: dict[str, Any] = {}
        for table, wanted in _theirs(person, talks):
            rows = connection.execute(select(table).where(wanted).order_by(*_order(table)))
            found[KINDS.get(table.name, table.name)] = [_row(dict(row._mapping)) for row in rows]
        return found


def erase_person(database: Database, person: Person) -> dict[str, int]:
    """Erases every record of a person from the file itself, and their particulars where others said them.

    Gives the count of rows by kind. Corrections that grew from their conversations go too, with the answers made of
    them. Once this returns, the file holds nothing of it; TimeoutError where another process kept it from being
    written anew, and then the rows are gone but may still be read from the bytes.
    """
    from assistant.records.schema import CLAUSES

    with database.writing() as connection:
        talks = _talks(connection, person)
        theirs = _theirs(person, talks)
        labels = _corrections(connection, talks)
        gone = (
            {"answers made of corrections": connection.execute(CLAUSES.delete().where(_made_of(labels))).rowcount}
            if labels
            else {}
        )
        for table, wanted in theirs:
            gone[KINDS.get(table.name, table.name)] = connection.execute(table.delete().where(wanted)).rowcount
        gone["said by others"] = _scrubbed(connection, person)
    database.forget_deleted()
    return {name: count for name, count in gone.items() if count}


def corrections_of(database: Database, person: Person) -> tuple[str, ...]:
    """The numbers of the corrections that grew from a person's conversations."""
    with database.reading() as connection:
        return tuple(_corrections(connection, _talks(connection, person)))


def _marks(connection: Connection, customer: str, record: Mapping[str, Any]) -> tuple[str, ...]:
    """What tells this customer from everybody else, a name too where no other customer has it."""
    from sqlalchemy import select

    from assistant.records.schema import CUSTOMERS

    told = [customer if TELLING.search(customer) else "", str(record.get("email") or "").strip()]
    told += [str(record.get(key) or "") for key in PHONES]
    name = record.get("name") or {}
    whole = " ".join(filter(None, (str(name.get("first_name") or ""), str(name.get("last_name") or ""))))
    others = connection.scalars(select(CUSTOMERS.c.document).where(CUSTOMERS.c.id != customer))
    if all(json.loads(other).get("name") != name for other in others):
        told += [whole if " " in whole else "", str(name.get("native_name") or "")]
    return tuple(dict.fromkeys(one for one in told if len(one) >= SHORTEST))


def _talks(connection: Connection, person: Person) -> list[str]:
    """The conversations of a person: those known to be theirs, and those of a stranger who gave their name or the like.

    An id alone is nothing.
    """
    from sqlalchemy import select

    from assistant.records.schema import MESSAGES

    found: set[str] = set(person.conversations)
    for table in _tables():
        if {"customer", "conversation"} <= set(table.c.keys()):
            rows = select(table.c.conversation).where(table.c.customer == person.customer).distinct()
            found |= set(connection.scalars(rows))
    for mark in person.marks:
        if mark != person.customer or "@" in mark:
            said = MESSAGES.c.text.icontains(mark, autoescape=True) & (MESSAGES.c.customer == "")
            rows = connection.execute(select(MESSAGES.c.conversation, MESSAGES.c.text).where(said))
            found |= {row.conversation for row in rows if _pattern((mark,)).search(row.text)}
    return sorted(found)


def _tables() -> list[Table]:
    from assistant.records.schema import METADATA

    return list(METADATA.sorted_tables)


def _theirs(person: Person, talks: list[str]) -> list[tuple[Table, ColumnElement[bool]]]:
    """Every table that holds people's records, with which rows are this person's."""
    from sqlalchemy import or_

    from assistant.records.schema import CUSTOMERS

    found: list[tuple[Table, ColumnElement[bool]]] = []
    for table in _tables():
        wanted: list[ColumnElement[bool]] = []
        if table is CUSTOMERS:
            wanted.append(table.c.id == person.customer)
        wanted += [table.c[name] == person.customer for name in ("customer", "shopper") if name in table.c]
        if "conversation" in table.c:
            theirs = table.c.conversation.in_(talks)
            # A conversation that two people spoke in belongs to each as far as it is theirs.
            wanted.append(theirs & table.c.customer.in_(("", person.customer)) if "customer" in table.c else theirs)
        if wanted:
            found.append((table, or_(*wanted)))
    return found


def _holds(connection: Connection, person: Person) -> bool:
    from sqlalchemy import exists, select

    return any(bool(connection.scalar(select(exists().where(wanted)))) for _, wanted in _theirs(person, []))


def _corrections(connection: Connection, talks: list[str]) -> list[str]:
    from sqlalchemy import select

    from assistant.records.schema import CORRECTIONS

    return [str(one) for one in connection.scalars(
        select(CORRECTIONS.c.number).where(CORRECTIONS.c.conversation.in_(talks))
    )]  # fmt: skip


def _made_of(labels: list[str]) -> ColumnElement[bool]:
    from assistant.records.clause_book import CORRECTED
    from assistant.records.schema import CLAUSES

    return (CLAUSES.c.document == CORRECTED) & CLAUSES.c.label.in_(labels)


def _scrubbed(connection: Connection, person: Person) -> int:
    """Takes a person's particulars out of what is left of other conversations; gives the count of rows."""
    from sqlalchemy import Text, or_, select

    if not person.marks:
        return 0
    pattern, count = _pattern(person.marks), 0
    for table in _tables():
        if "conversation" not in table.c:
            continue
        texts = [column for column in table.c if isinstance(column.type, Text)]
        said = or_(*(column.icontains(mark, autoescape=True) for column in texts for mark in person.marks))
        for row in connection.execute(select(table.c.number, *texts).where(said)).all():
            clean = {column.name: pattern.sub(ERASED, row._mapping[column]) for column in texts}
            if any(clean[column.name] != row._mapping[column] for column in texts):
                connection.execute(table.update().where(table.c.number == row.number).values(**clean))
                count += 1
    return count


def _pattern(marks: tuple[str, ...]) -> re.Pattern[str]:
    whole = "|".join(re.escape(one) for one in sorted(marks, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z0-9_])(?:{whole})(?![A-Za-z0-9_])", re.IGNORECASE)


def _order(table: Table) -> list[Any]:
    return [table.c[name] for name in ("place", "number") if name in table.c] or list(table.primary_key)


def _row(row: dict[str, Any]) -> Any:
    """A row as it is given away: a record that is kept as JSON comes back as what it is."""
    if "document" in row:
        return json.loads(row["document"])
    return {name: json.loads(value) if name in ("packet", "effects") else value for name, value in row.items()}

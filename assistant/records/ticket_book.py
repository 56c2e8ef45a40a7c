"""Tickets in SQL: conversations that were handed to people, in the order in which they wait."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.records.database import Database

if TYPE_CHECKING:
    from sqlalchemy import Row

WAITING, TAKEN, CLOSED = "waiting", "taken", "closed"


@dataclass(frozen=True, slots=True)
class Ticket:
    """One conversation in the hands of people; `packet` tells them all that is known."""

    number: int
    conversation: str
    customer: str
    state: str
    staff: str
    opened: float
    taken: float | None
    closed: float | None
    packet: Mapping[str, Any]


class TicketBook:
    """The queue; at most one open ticket a conversation, and one member of staff on it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, conversation: str, customer: str, packet: Mapping[str, Any], at: float) -> Ticket:
        """Puts the conversation into the queue; one that is there keeps its place and gets the new packet."""
        from sqlalchemy import select

        from assistant.records.schema import TICKETS

        told = json.dumps(packet, ensure_ascii=False)
        with self._database.writing() as connection:
            standing = (TICKETS.c.conversation == conversation) & (TICKETS.c.state != CLOSED)
            number = connection.scalar(select(TICKETS.c.number).where(standing))
            if number is None:
                made = connection.execute(
                    TICKETS.insert().values(
                        conversation=conversation, customer=customer, state=WAITING, staff="", opened=at, packet=told
                    )
                )
                number = made.inserted_primary_key[0]
            else:
                connection.execute(
                    TICKETS.update().where(TICKETS.c.number == number).values(customer=customer, packet=told)
                )
            return _ticket(connection.execute(select(TICKETS).where(TICKETS.c.number == number)).one())

    def ticket(self, number: int) -> Ticket | None:
        """The ticket of this number."""
        from sqlalchemy import select

        from assistant.records.schema import TICKETS

        with self._database.reading() as connection:
            row = connection.execute(select(TICKETS).where(TICKETS.c.number == number)).one_or_none()
            return None if row is None else _ticket(row)

    def standing(self, conversation: str) -> Ticket | None:
        """The ticket of a conversation that waits or is taken."""
        from sqlalchemy import select

        from assistant.records.schema import TICKETS

        wanted = (TICKETS.c.conversation == conversation) & (TICKETS.c.state != CLOSED)
        with self._database.reading() as connection:
            row = connection.execute(select(TICKETS).where(wanted)).first()
            return None if row is None else _ticket(row)

    def of_conversation(self, conversation: str) -> list[Ticket]:
        """Every ticket that a conversation ever had, in order."""
        from sqlalchemy import select

        from assistant.records.schema import TICKETS

        wanted = select(TICKETS).where(TICKETS.c.conversation == conversation).order_by(TICKETS.c.number)
        with self._database.reading() as connection:
            return [_ticket(row) for row in connection.execute(wanted)]

    def place(self, number: int) -> int:
        """The ticket's place among those that wait: 1 is next; 0 where it doesn't wait."""
        return next((at for at, one in enumerate(self.queue(WAITING), start=1) if one.number == number), 0)

    def queue(self, *states: str) -> list[Ticket]:
        """The tickets in these states (waiting and taken where none is named), the longest waiting first."""
        from sqlalchemy import select

        from assistant.records.schema import TICKETS

        wanted = states or (WAITING, TAKEN)
        with self._database.reading() as connection:
            rows = connection.execute(
                select(TICKETS).where(TICKETS.c.state.in_(wanted)).order_by(TICKETS.c.opened, TICKETS.c.number)
            )
            return [_ticket(row) for row in rows]

    def take(self, number: int, staff: str, at: float) -> bool:
        """Gives a waiting ticket to a member of staff; False where somebody else has it, or nobody may any more."""
        from assistant.records.schema import TICKETS

        with self._database.writing() as connection:
            mine = (TICKETS.c.state == TAKEN) & (TICKETS.c.staff == staff)
            done = connection.execute(
                TICKETS.update()
                .where((TICKETS.c.number == number) & ((TICKETS.c.state == WAITING) | mine))
                .values(state=TAKEN, staff=staff, taken=at)
            )
            return done.rowcount == 1

    def take_from(self, number: int, holder: str, staff: str, at: float) -> bool:
        """Gives a ticket that `holder` has to another member of staff; False where `holder` doesn't have it now."""
        from assistant.records.schema import TICKETS

        with self._database.writing() as connection:
            done = connection.execute(
                TICKETS.update()
                .where((TICKETS.c.number == number) & (TICKETS.c.state == TAKEN) & (TICKETS.c.staff == holder))
                .values(staff=staff, taken=at)
            )
            return done.rowcount == 1

    def give_back(self, number: int, staff: str, at: float) -> bool:
        """Closes a ticket, so that the assistant answers again; False where this member of staff doesn't hold it."""
        from assistant.records.schema import TICKETS

        with self._database.writing() as connection:
            done = connection.execute(
                TICKETS.update()
                .where((TICKETS.c.number == number) & (TICKETS.c.state == TAKEN) & (TICKETS.c.staff == staff))
                .values(state=CLOSED, closed=at)
            )
            return done.rowcount == 1

    def put_back(self, number: int, staff: str) -> bool:
        """Lets a taken ticket wait again, at its old place: for staff who leave."""
        from assistant.records.schema import TICKETS

        with self._database.writing() as connection:
            done = connection.execute(
                TICKETS.update()
                .where((TICKETS.c.number == number) & (TICKETS.c.state == TAKEN) & (TICKETS.c.staff == staff))
                .values(state=WAITING, staff="", taken=None)
            )
            return done.rowcount == 1


def _ticket(row: Row[Any]) -> Ticket:
    found = dict(row._mapping)
    return Ticket(**{**found, "packet": json.loads(found["packet"])})

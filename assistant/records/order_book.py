"""Customers, orders and their goods in SQL, each record kept as it came."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.records.database import Database

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

Record = Mapping[str, Any]
SAMPLE, IMPORTED = "sample", "imported"
SAMPLED = 500
"""Ids from which the form of all is known."""


@dataclass(frozen=True, slots=True)
class Written:
    """What one write left: whether it was done now or before, and the records after it."""

    fresh: bool
    effects: tuple[Record, ...]


class OrderBook:
    """The shop's customers, orders and goods; every record comes back with the fields and their order that it had."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(
        self,
        users: Sequence[tuple[str, Record]],
        orders: Sequence[Record],
        goods: Sequence[Record],
        origin: str = IMPORTED,
    ) -> None:
        """Adds records and replaces those of the same id, all or none; imported ones make the sample's go.

        `users` are pairs of id and record, since the record itself needn't hold its id.
        """
        from assistant.records.schema import CUSTOMERS, GOODS, ORDERS

        with self._database.writing() as connection:
            if origin != SAMPLE:
                for table in (CUSTOMERS, ORDERS, GOODS):
                    connection.execute(table.delete().where(table.c.origin == SAMPLE))
            rows = [(name, record, _customer(record)) for name, record in users]
            _put(connection, CUSTOMERS, rows, origin)
            _put(connection, ORDERS, [(one["order_id"], one, {"customer": one["user_id"]}) for one in orders], origin)
            _put(connection, GOODS, [(one["product_id"], one, {}) for one in goods], origin)

    def is_empty(self) -> bool:
        """Whether no order and no customer is known."""
        from sqlalchemy import func, select

        from assistant.records.schema import CUSTOMERS, ORDERS

        with self._database.reading() as connection:
            return not any(connection.scalar(select(func.count()).select_from(one)) for one in (CUSTOMERS, ORDERS))

    def order_forms(self) -> frozenset[str]:
        """How order ids are written here, with and without their letters."""
        from sqlalchemy import select

        from assistant.records.schema import ORDERS

        with self._database.reading() as connection:
            names = list(connection.scalars(select(ORDERS.c.id).limit(SAMPLED)))
        forms = {id_form(name) for name in names}
        return frozenset(forms | {form.lstrip("A") for form in forms})

    def order(self, order_id: str) -> dict[str, Any] | None:
        """The order of exactly this id."""
        from assistant.records.schema import ORDERS

        return self._one(ORDERS, order_id)

    def orders_of(self, customer: str) -> list[dict[str, Any]]:
        """A customer's orders, in the order in which they came."""
        from sqlalchemy import select

        from assistant.records.schema import ORDERS

        with self._database.reading() as connection:
            rows = connection.scalars(
                select(ORDERS.c.document).where(ORDERS.c.customer == customer).order_by(ORDERS.c.place)
            )
            return [json.loads(row) for row in rows]

    def customer(self, customer_id: str) -> dict[str, Any] | None:
        """The customer of exactly this id."""
        from assistant.records.schema import CUSTOMERS

        return self._one(CUSTOMERS, customer_id)

    def customers_by(
        self, *, email: str | None = None, zip_code: str | None = None
    ) -> list[tuple[str, dict[str, Any]]]:
        """Ids and records of the customers with this e-mail address, or with this postcode."""
        from sqlalchemy import select

        from assistant.records.schema import CUSTOMERS

        wanted = CUSTOMERS.c.email == email.casefold() if email else CUSTOMERS.c.zip == plain_zip(zip_code or "")
        with self._database.reading() as connection:
            rows = connection.execute(select(CUSTOMERS.c.id, CUSTOMERS.c.document).where(wanted).order_by("place"))
            return [(row.id, json.loads(row.document)) for row in rows]

    def goods(self) -> dict[str, dict[str, Any]]:
        """Every product with its variants, by id."""
        from sqlalchemy import select

        from assistant.records.schema import GOODS

        with self._database.reading() as connection:
            rows = connection.execute(select(GOODS.c.id, GOODS.c.document).order_by(GOODS.c.place))
            return {row.id: json.loads(row.document) for row in rows}

    def every(self) -> Iterator[dict[str, Any]]:
        """All orders and then all customers, as `{"order": ...}` and `{"user": ...}`, in the order they came."""
        from sqlalchemy import select

        from assistant.records.schema import CUSTOMERS, ORDERS

        with self._database.reading() as connection:
            for name, table in (("order", ORDERS), ("user", CUSTOMERS)):
                for row in connection.execute(select(table.c.id, table.c.document).order_by(table.c.place)):
                    record = json.loads(row.document)
                    yield {name: {"user_id": row.id, **record} if name == "user" else record}

    def apply(
        self, key: str, at: float, conversation: str, customer: str, change: Callable[[OrderView], tuple[Record, ...]]
    ) -> Written:
        """Runs a change once: what it puts and its journal line hold together or not at all.

        A key that the journal has already is not run again; `change` returns what it did, and raises to do nothing.
        """
        from sqlalchemy import select

        from assistant.records.schema import JOURNAL

        with self._database.writing() as connection:
            told = connection.scalar(select(JOURNAL.c.effects).where(JOURNAL.c.key == key))
            if told is not None:
                return Written(False, tuple(json.loads(told)))
            effects = change(OrderView(connection))
            connection.execute(
                JOURNAL.insert().values(
                    key=key, at=at, conversation=conversation, customer=customer, effects=_text(list(effects))
                )
            )
            return Written(True, effects)

    def journal(self, customer: str | None = None) -> list[dict[str, Any]]:
        """What was written, in order; of one customer where named."""
        from sqlalchemy import select

        from assistant.records.schema import JOURNAL

        wanted = select(JOURNAL).order_by(JOURNAL.c.number)
        with self._database.reading() as connection:
            rows = connection.execute(wanted if customer is None else wanted.where(JOURNAL.c.customer == customer))
            return [{**row._mapping, "effects": json.loads(row.effects)} for row in rows]

    def _one(self, table: Table, name: str) -> dict[str, Any] | None:
        from sqlalchemy import select

        with self._database.reading() as connection:
            row = connection.scalar(select(table.c.document).where(table.c.id == name))
            return None if row is None else json.loads(row)


class OrderView:
    """Customers and orders inside one write: what is read here is what the write changes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def order(self, order_id: str) -> dict[str, Any]:
        """The order as it stands in this transaction; KeyError where there is none."""
        from assistant.records.schema import ORDERS

        return self._read(ORDERS, order_id)

    def customer(self, customer_id: str) -> dict[str, Any]:
        """The customer as it stands in this transaction; KeyError where there is none."""
        from assistant.records.schema import CUSTOMERS

        return self._read(CUSTOMERS, customer_id)

    def put_order(self, order_id: str, record: Record) -> None:
        """Replaces one order."""
        from assistant.records.schema import ORDERS

        self._connection.execute(ORDERS.update().where(ORDERS.c.id == order_id).values(document=_text(record)))

    def put_customer(self, customer_id: str, record: Record) -> None:
        """Replaces one customer."""
        from assistant.records.schema import CUSTOMERS

        self._connection.execute(
            CUSTOMERS.update().where(CUSTOMERS.c.id == customer_id).values(document=_text(record), **_customer(record))
        )

    def _read(self, table: Table, name: str) -> dict[str, Any]:
        from sqlalchemy import select

        row = self._connection.scalar(select(table.c.document).where(table.c.id == name))
        if row is None:
            raise KeyError(name)
        return json.loads(row)


def id_form(text: str) -> str:
    """The form of an id: A for a letter, 9 for a figure, nothing for the rest."""
    return "".join("9" if one.isdigit() else "A" for one in text if one.isalnum())


def plain_zip(text: str) -> str:
    """A postcode in one form: capitals, no spaces or hyphens."""
    return "".join(one for one in text.upper() if one.isalnum())


def _put(
    connection: Connection, table: Table, rows: Sequence[tuple[str, Record, Mapping[str, Any]]], origin: str
) -> None:
    from sqlalchemy import func, select

    known = set(connection.scalars(select(table.c.id)))
    place = connection.scalar(select(func.coalesce(func.max(table.c.place), 0))) or 0
    fresh: list[dict[str, Any]] = []
    for name, record, further in rows:
        values = {"origin": origin, "document": _text(record), **further}
        if name in known:
            connection.execute(table.update().where(table.c.id == name).values(**values))
        else:
            place += 1
            known.add(name)
            fresh.append({"id": name, "place": place, **values})
    if fresh:
        connection.execute(table.insert(), fresh)


def _customer(record: Record) -> dict[str, str]:
    address = record.get("address") or {}
    return {
        "email": str(record.get("email") or "").strip().casefold(),
        "zip": plain_zip(str(address.get("zip") or "")),
    }


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

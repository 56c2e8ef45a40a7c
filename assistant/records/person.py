"""All that is kept of one person: given to them, or erased."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from assistant.records.database import Database

if TYPE_CHECKING:
    from sqlalchemy import Connection


def export_person(database: Database, customer: str) -> dict[str, Any]:
    """Profile, orders, messages, tickets, corrections and journal of a customer, by kind of record."""
    from sqlalchemy import select

    from assistant.records.schema import CORRECTIONS, CUSTOMERS, JOURNAL, MESSAGES, ORDERS, TICKETS

    with database.reading() as connection:
        talks = _conversations(connection, customer)
        wanted = {
            "profile": select(CUSTOMERS.c.document).where(CUSTOMERS.c.id == customer),
            "orders": select(ORDERS.c.document).where(ORDERS.c.customer == customer).order_by(ORDERS.c.place),
        }
        found: dict[str, Any] = {
            name: [json.loads(row) for row in connection.scalars(query)] for name, query in wanted.items()
        }
        for name, table, query in (
            ("messages", MESSAGES, MESSAGES.c.conversation.in_(talks) & MESSAGES.c.customer.in_(("", customer))),
            ("tickets", TICKETS, TICKETS.c.conversation.in_(talks) | (TICKETS.c.customer == customer)),
            ("corrections", CORRECTIONS, CORRECTIONS.c.conversation.in_(talks)),
            ("journal", JOURNAL, JOURNAL.c.customer == customer),
        ):
            rows = connection.execute(select(table).where(query).order_by(table.c.number))
            found[name] = [dict(row._mapping) for row in rows]
        return found


def erase_person(database: Database, customer: str) -> int:
    """Erases every record of a customer from the file itself; gives the count of rows."""
    from assistant.records.schema import CORRECTIONS, CUSTOMERS, JOURNAL, MESSAGES, ORDERS, TICKETS

    with database.writing() as connection:
        talks = _conversations(connection, customer)
        gone = 0
        for table, wanted in (
            (CORRECTIONS, CORRECTIONS.c.conversation.in_(talks)),
            (MESSAGES, MESSAGES.c.conversation.in_(talks) | (MESSAGES.c.customer == customer)),
            (TICKETS, TICKETS.c.conversation.in_(talks) | (TICKETS.c.customer == customer)),
            (JOURNAL, JOURNAL.c.customer == customer),
            (ORDERS, ORDERS.c.customer == customer),
            (CUSTOMERS, CUSTOMERS.c.id == customer),
        ):
            gone += connection.execute(table.delete().where(wanted)).rowcount
    database.forget_deleted()
    return gone


def erase_conversation(database: Database, conversation: str) -> int:
    """Erases a conversation whose speaker was never known; gives the count of rows."""
    from assistant.records.schema import CORRECTIONS, MESSAGES, TICKETS

    with database.writing() as connection:
        gone = sum(
            connection.execute(table.delete().where(table.c.conversation == conversation)).rowcount
            for table in (CORRECTIONS, MESSAGES, TICKETS)
        )
    database.forget_deleted()
    return gone


def _conversations(connection: Connection, customer: str) -> list[str]:
    from sqlalchemy import select

    from assistant.records.schema import JOURNAL, MESSAGES, TICKETS

    found: set[str] = set()
    for table in (MESSAGES, TICKETS, JOURNAL):
        found |= set(connection.scalars(select(table.c.conversation).where(table.c.customer == customer).distinct()))
    return sorted(found)

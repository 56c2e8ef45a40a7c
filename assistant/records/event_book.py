"""What shoppers did, in SQL: the log learnt from last, so that a shopper's part can be found and erased."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.records.database import Database

AT_ONCE = 10_000
Row = tuple[str, str, str, float, float | None]
"""Shopper, product, the event's name, seconds since 1970, value."""


class EventBook:
    """All events of the log that was learnt from last."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def replace(self, rows: Iterable[Row]) -> None:
        """Keeps these events in the place of all former ones, in one transaction."""
        from assistant.records.schema import EVENTS

        names = ("shopper", "product", "name", "time", "value")
        told = [dict(zip(names, row, strict=True)) for row in rows]
        with self._database.writing() as connection:
            connection.execute(EVENTS.delete())
            for start in range(0, len(told), AT_ONCE):
                connection.execute(EVENTS.insert(), told[start : start + AT_ONCE])

    def of(self, shopper: str) -> list[Row]:
        """The shopper's events in the order of time."""
        from sqlalchemy import select

        from assistant.records.schema import EVENTS

        wanted = select(EVENTS).where(EVENTS.c.shopper == shopper).order_by(EVENTS.c.time, EVENTS.c.number)
        with self._database.reading() as connection:
            return [(one.shopper, one.product, one.name, one.time, one.value) for one in connection.execute(wanted)]

    def scale(self, name: str) -> tuple[float, float]:
        """The least and the greatest value of the events of that name; two zeros where none has any."""
        from sqlalchemy import func, select

        from assistant.records.schema import EVENTS

        value = EVENTS.c.value
        with self._database.reading() as connection:
            low, high = connection.execute(select(func.min(value), func.max(value)).where(EVENTS.c.name == name)).one()
        return (low or 0.0, high or 0.0)

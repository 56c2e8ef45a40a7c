"""The records of a home in SQL: opened, and read or written in transactions."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from sqlite3 import OperationalError
from typing import TYPE_CHECKING

from catalog.errors import SetupError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

FILE = "records.sqlite3"
BUSY = 10.0
"""Seconds that a writer waits for another."""


class Database:
    """The SQL database of the records; one instance serves many threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # SQLite has one writer at a time, and whoever finds it busy sleeps longer and longer; in line, nobody sleeps.
        self._line = threading.Lock() if engine.dialect.name == "sqlite" else nullcontext()

    @classmethod
    def of_home(cls, home: Path) -> Database:
        """The records in a home's own file, made where they are missing; SetupError where they can't be opened."""
        return cls.at(f"sqlite:///{home / FILE}")

    @classmethod
    def at(cls, url: str) -> Database:
        """The records at a SQLAlchemy address; SetupError where they can't be opened."""
        from sqlalchemy import create_engine, event
        from sqlalchemy.exc import SQLAlchemyError

        from assistant.records.staff_schema import METADATA

        try:
            # What is bound to a statement is people's own words: an error in the log names it by no value.
            wait = {"timeout": BUSY} if url.startswith("sqlite") else {}
            engine = create_engine(url, connect_args=wait, hide_parameters=True)
            if url.startswith("sqlite"):
                event.listen(engine, "connect", _prepare)
                event.listen(engine, "begin", _begin)
            METADATA.create_all(engine)
        except SQLAlchemyError as error:
            raise SetupError(
                f"The records at {url} can't be opened ({str(error).splitlines()[0]}). "
                "Give yourself the right to write there, or move the damaged file away."
            ) from error
        return cls(engine)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view."""
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it holds once the block is left, and nothing where it raises."""
        options = {"writes": True}
        with self._line, self._engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    def forget_deleted(self) -> None:
        """Writes the file anew, so that nothing deleted can be read from its pages or its log.

        TimeoutError where another process keeps the file busy all the while.
        """
        if self._engine.dialect.name != "sqlite":
            return
        raw = self._engine.raw_connection()
        try:
            cursor = raw.cursor()
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()[0]
            cursor.close()
        except OperationalError as error:
            raise TimeoutError(str(error)) from error
        finally:
            raw.close()
        if busy:
            raise TimeoutError("the write-ahead log is being read")

    def close(self) -> None:
        """Gives every connection back."""
        self._engine.dispose()


def _prepare(connection: object, _: object) -> None:
    # The driver's own BEGIN comes too late: two writers that had read first would fail instead of waiting.
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for line in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {line}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

"""A store that can't be written: the disk's faults as sentences, and transactions that end whole whatever happens."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from catalog.errors import SetupError

FULL, READONLY, TROUBLE, BUSY = 13, 8, 10, 5
SENTENCES = {
    FULL: "The disk of {path} is full: nothing more was written. Make room, then do it again.",
    READONLY: "The catalogue {path} can't be written. Give yourself the right, or name another home with --home DIR.",
    TROUBLE: "The disk of {path} fails ({error}). Look after the disk, or name another home with --home DIR.",
    BUSY: "Another command has been writing {path} for long. Wait until it is done, then do it again.",
}
"""By SQLite's primary result code."""


@contextmanager
def disk_faults(path: Path) -> Iterator[None]:
    """Turns what the disk refuses into one sentence (SetupError); other errors pass."""
    try:
        yield
    except sqlite3.OperationalError as error:
        sentence = SENTENCES.get((getattr(error, "sqlite_errorcode", None) or 0) & 0xFF)
        if sentence is None:
            raise
        raise SetupError(sentence.format(path=path, error=error)) from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that the block writes is on disk when it ends, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk makes SQLite roll back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise

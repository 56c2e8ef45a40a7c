"""What the last undoable change altered, as it was before: kept in the transaction that alters it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

NOTE = "last change"
# Made by the first change, so that homes of an earlier program need no new layout.
TABLE = "CREATE TABLE IF NOT EXISTS former (id TEXT PRIMARY KEY, record BLOB, content BLOB) WITHOUT ROWID"


@dataclass(frozen=True, slots=True)
class Change:
    """An undoable change in the making: its number among all changes, and what it is in a few words."""

    number: int
    what: str


@dataclass(frozen=True, slots=True)
class Former:
    """A product's record before the change (None: it is new) and its content fingerprint after it (None: gone)."""

    id: str
    record: bytes | None
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing did: products put back as they were, removed again, and left because they changed since."""

    what: str
    restored: int = 0
    removed: int = 0
    left: int = 0

    def __add__(self, other: Undone) -> Undone:
        return Undone(self.what, self.restored + other.restored, self.removed + other.removed, self.left + other.left)


def begin_change(connection: sqlite3.Connection, what: str) -> Change:
    """The next change, in the caller's transaction; the former one lasts until it alters something."""
    connection.execute(TABLE)
    connection.execute("INSERT OR IGNORE INTO counter VALUES ('change', 0)")
    number = connection.execute("UPDATE counter SET value=value+1 WHERE name='change' RETURNING value").fetchall()[0][0]
    return Change(number, what)


def keeps(connection: sqlite3.Connection, change: Change | None) -> bool:
    """Whether this change is the one that can be undone; an older one's records are given up for it."""
    if change is None:
        return False
    last = last_change(connection)
    if last is None or last.number < change.number:
        connection.execute("DELETE FROM former")
        text = json.dumps({"number": change.number, "what": change.what}, ensure_ascii=False)
        connection.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (NOTE, text))
        return True
    # Of two imports at once only the later one can be undone.
    return last.number == change.number


def keep(connection: sqlite3.Connection, formers: Sequence[Former]) -> None:
    """Keeps these products; where the same change altered one before, its first record stays."""
    connection.executemany(
        "INSERT INTO former VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET content=excluded.content",
        [(former.id, former.record, former.content) for former in formers],
    )


def last_change(connection: sqlite3.Connection) -> Change | None:
    """The change that can be undone, if there is one."""
    found = connection.execute("SELECT text FROM note WHERE key=?", (NOTE,)).fetchone()
    if found is None:
        return None
    told = json.loads(found[0])
    return Change(int(told["number"]), str(told["what"]))


def kept(connection: sqlite3.Connection, limit: int) -> list[Former]:
    """At most so many products of the last change."""
    return [Former(*row) for row in connection.execute("SELECT id, record, content FROM former LIMIT ?", (limit,))]


def give_up(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Drops what is kept of these products; with the last of them the change is over."""
    connection.executemany("DELETE FROM former WHERE id=?", [(one,) for one in ids])
    if connection.execute("SELECT 1 FROM former LIMIT 1").fetchone() is None:
        connection.execute("DELETE FROM note WHERE key=?", (NOTE,))

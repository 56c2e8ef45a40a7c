"""Small questions that every write to the store asks first."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import orjson

REWORDED = "reworded"
"""The note of the revision that last altered more than prices and stocks that had been known."""


def known_products(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, tuple[int, bytes]]:
    """Row number and content fingerprint of those of the ids that the store has."""
    found = connection.execute(
        "SELECT p.id, p.row, p.content FROM json_each(?) AS wanted JOIN product AS p ON p.id=wanted.value",
        (orjson.dumps(list(ids)).decode(),),
    )
    return {product_id: (row, content) for product_id, row, content in found}


def next_number(connection: sqlite3.Connection, name: str) -> int:
    """The counter's next value, inside the caller's transaction."""
    sql = "UPDATE counter SET value=value+1 WHERE name=? RETURNING value"
    return connection.execute(sql, (name,)).fetchall()[0][0]


def next_revision(connection: sqlite3.Connection) -> int:
    """The revision of a write that may alter everything, inside the caller's transaction."""
    revision = next_number(connection, "revision")
    note_reworded(connection, revision)
    return revision


def note_reworded(connection: sqlite3.Connection, revision: int) -> None:
    """Keeps that what was learnt of the products before this revision may be wrong, inside the caller's transaction."""
    connection.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (REWORDED, str(revision)))

"""Small questions that every write to the store asks first."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import orjson


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

"""The catalogue by column: numpy arrays of one field over dense row numbers, all of one revision."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import orjson
from numpy.typing import NDArray

from catalog.product import Attribute, Value
from catalog.storing.writing import BOOLEAN, COLUMNS, NUMBER

KINDS = ("boolean", "number", "text")
IN_BODY = frozenset({"title", "description", "url"})


@dataclass(frozen=True, slots=True)
class Column:
    """One field over all products that have it: product `rows[i]` has `facts[codes[i]]`.

    rows: int32, ascending dense row numbers; codes: int32, same length; facts: distinct, without proofs.
    """

    rows: NDArray[np.int32]
    codes: NDArray[np.int32]
    facts: tuple[Attribute, ...]


class Rows(NamedTuple):
    """Dense row numbers 0..n-1 (int32) and the product id of each."""

    ids: tuple[str, ...]
    rows: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class FieldSummary:
    """A field as the catalogue uses it.

    `kind` is its commonest one (number, text or boolean); of that kind: how many products have it, which units (None:
    no unit) how often, the commonest first, and how many distinct values there are.
    """

    name: str
    kind: str
    count: int
    units: tuple[tuple[str | None, int], ...]
    distinct: int


@dataclass(frozen=True, slots=True)
class Keys:
    """Row keys of the SQL store (int64, ascending) and product ids, both by dense row number."""

    revision: int
    keys: NDArray[np.int64]
    ids: tuple[str, ...]


def read_keys(connection: sqlite3.Connection) -> Keys:
    """The products there are, in one consistent read."""
    connection.execute("BEGIN")
    try:
        revision = connection.execute("SELECT value FROM counter WHERE name='revision'").fetchone()[0]
        rows, ids = _lists(connection, "SELECT row, id FROM product ORDER BY row")
    finally:
        connection.execute("COMMIT")
    return Keys(revision, np.array(rows, dtype=np.int64), tuple(ids))


def read_column(connection: sqlite3.Connection, keys: Keys, field: str) -> Column:
    """The column of a record's own field or of an attribute, in `keys`' row numbers; empty where no product has it."""
    if field in IN_BODY and field not in COLUMNS:
        found = _from_bodies(connection, field)
    elif field == "id":
        found = [(int(key), product_id) for key, product_id in zip(keys.keys, keys.ids, strict=True)]
    else:
        return _from_facts(connection, keys, field)
    codes: dict[Value, int] = {}
    pairs = [(key, codes.setdefault(value, len(codes))) for key, value in found]
    return _column(keys, pairs, tuple(Attribute(value) for value in codes))


def _from_facts(connection: sqlite3.Connection, keys: Keys, field: str) -> Column:
    sql = "SELECT row, value FROM fact WHERE field=(SELECT field FROM field WHERE name=?) ORDER BY row"
    rows, values = _lists(connection, sql, (field,))
    numbers, codes = np.unique(np.array(values, dtype=np.int64), return_inverse=True)
    facts = _facts(connection, numbers.tolist())
    return _column(keys, np.column_stack([np.array(rows, dtype=np.int64), codes.reshape(-1)]), facts)


def _lists(connection: sqlite3.Connection, sql: str, values: Sequence[str] = ()) -> tuple[list[Any], list[Any]]:
    """Both columns of a query for `row` and one other column, integers or texts.

    They come as two JSON arrays: Python lets other threads in at every row that it fetches, and where one of them is
    busy, thousands of rows take seconds.
    """
    other = sql.split(",", 1)[1].split()[0]
    arrays = connection.execute(f"SELECT json_group_array(row), json_group_array({other}) FROM ({sql})", values)
    first, second = arrays.fetchone()
    return orjson.loads(first), orjson.loads(second)


def _facts(connection: sqlite3.Connection, numbers: Sequence[int]) -> tuple[Attribute, ...]:
    sql = "SELECT v.kind, v.content, v.unit FROM json_each(?) AS n JOIN value AS v ON v.value=n.value ORDER BY n.key"
    return tuple(_fact(*found) for found in connection.execute(sql, (orjson.dumps(numbers).decode(),)))


def _fact(kind: int, content: float | str, unit: str) -> Attribute:
    value: Value = bool(content) if kind == BOOLEAN else float(content) if kind == NUMBER else str(content)
    return Attribute(value, unit or None)


def _from_bodies(connection: sqlite3.Connection, field: str) -> list[tuple[int, str]]:
    sql = "SELECT row, json_extract(CAST(record AS TEXT), ?) AS found FROM body WHERE found IS NOT NULL ORDER BY row"
    return connection.execute(sql, (f"$.{field}",)).fetchall()


def _column(keys: Keys, pairs: object, facts: tuple[Attribute, ...]) -> Column:
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    if not len(keys.keys):
        table = table[:0]
    # The read may be newer than the keys: products that came since are left out, so that rows fit every other column.
    places = np.searchsorted(keys.keys, table[:, 0])
    known = (places < len(keys.keys)) & (keys.keys[np.minimum(places, max(len(keys.keys) - 1, 0))] == table[:, 0])
    return Column(places[known].astype(np.int32), table[known, 1].astype(np.int32), facts)


def read_fields(connection: sqlite3.Connection) -> tuple[FieldSummary, ...]:
    """Every field that some product has, by name."""
    found = connection.execute(
        "SELECT f.name, v.kind, v.unit, sum(c.n), count(*) FROM"
        " (SELECT field, value, count(*) AS n FROM fact GROUP BY field, value) AS c"
        " JOIN value AS v ON v.value=c.value JOIN field AS f ON f.field=c.field GROUP BY f.name, v.kind, v.unit"
    )
    kinds: dict[str, dict[int, list[tuple[str, int, int]]]] = {}
    for name, kind, unit, count, distinct in found:
        kinds.setdefault(name, {}).setdefault(kind, []).append((unit, count, distinct))
    return tuple(_summary(name, by_kind) for name, by_kind in sorted(kinds.items()))


def _summary(name: str, by_kind: dict[int, list[tuple[str, int, int]]]) -> FieldSummary:
    kind, parts = max(by_kind.items(), key=lambda item: (sum(count for _, count, _ in item[1]), item[0]))
    units = sorted(((unit or None, count) for unit, count, _ in parts), key=lambda pair: (-pair[1], pair[0] or ""))
    return FieldSummary(name, KINDS[kind], sum(n for _, n, _ in parts), tuple(units), sum(d for *_, d in parts))

"""The catalogue by column at one revision, read as it is asked for."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from catalog.columns import Column, Keys, read_column, read_keys
from catalog.storing.lookup import REWORDED
from catalog.storing.writing import LISTED


class View:
    """All columns at one revision: every array speaks of the same dense row numbers."""

    def __init__(self, connection: Callable[[], sqlite3.Connection], keys: Keys, former: View | None = None) -> None:
        """`former` is a view from which this one differs in prices and stocks alone: its other columns stay."""
        self._connection, self._keys = connection, keys
        self._reading: dict[str, threading.Lock] = {}
        kept = {} if former is None else dict(former._columns)
        self._columns = {name: column for name, column in kept.items() if name not in LISTED}
        self._worded = keys.revision if former is None else former._worded

    @property
    def revision(self) -> int:
        """The revision whose products these are."""
        return self._keys.revision

    @property
    def ids(self) -> tuple[str, ...]:
        """Product ids by dense row number."""
        return self._keys.ids

    def since(self, field: str) -> int:
        """A revision from which on up to this one the field has been the same for every product."""
        return self.revision if field in LISTED else self._worded

    def column(self, field: str) -> Column:
        """The field over all products that have it; read once."""
        column = self._columns.get(field)
        if column is None:
            # Shoppers who come at once need the same columns: one of them reads, the others wait for it.
            with self._reading.setdefault(field, threading.Lock()):
                column = self._columns.get(field)
                if column is None:
                    column = self._columns[field] = read_column(self._connection(), self._keys, field)
        return column

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The names of all columns that records have or once had."""
        return tuple(name for (name,) in self._connection().execute("SELECT name FROM field ORDER BY name"))

    def row_of(self, ids: Iterable[str]) -> NDArray[np.int32]:
        """Dense row numbers of the ids, in order; unknown ids are skipped."""
        rows = np.fromiter(map(self._numbers.get, ids, repeat(-1)), dtype=np.int32)
        return rows[rows >= 0]

    def repriced(self, revision: int) -> View:
        """The view at a later revision, between which and this one nothing but prices and stocks has changed."""
        return View(self._connection, replace(self._keys, revision=revision), self)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {product_id: row for row, product_id in enumerate(self.ids)}


def next_view(connection: Callable[[], sqlite3.Connection], former: View | None) -> View:
    """The view at the present revision; what the former one has read and no write has altered isn't read again."""
    sql = "SELECT value, (SELECT text FROM note WHERE key=?) FROM counter WHERE name='revision'"
    revision, reworded = connection().execute(sql, (REWORDED,)).fetchone()
    if former is not None and reworded is not None and int(reworded) <= former.revision:
        return former.repriced(revision)
    return View(connection, read_keys(connection()))

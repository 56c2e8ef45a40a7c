"""The catalogue in one SQLite file: the source of truth that every index is made from."""

from __future__ import annotations

import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import numpy as np
import orjson

from catalog.columns import Column, FieldSummary, Rows, read_fields
from catalog.ports import Vectors
from catalog.product import Product
from catalog.product_json import decoded
from catalog.storing.faults import disk_faults, transaction
from catalog.storing.former import Change, Undone, begin_change, kept, last_change
from catalog.storing.lookup import REWORDED
from catalog.storing.schema import Connection, connect
from catalog.storing.vectors import Pending, StoredVectors, embedded_documents, pending, read_vectors, write_vectors
from catalog.storing.writing import Listing, Writer, WriteReport, compared
from catalog.view import View, next_view

BATCH = 500
WRITTEN_AT_ONCE = 2000
"""So many products are written in one transaction: it keeps other writers waiting for about a quarter of a second."""
DECODED = 8192
"""How many decoded products are kept."""


class Store:
    """Products, their facts by column, their words and vectors; safe for threads and for several processes."""

    def __init__(self, path: Path, readonly: bool) -> None:
        self.path, self._readonly = path, readonly
        self._local = threading.local()
        self._connections: weakref.WeakSet[Connection] = weakref.WeakSet()
        self._writing = threading.Lock()
        self._writer = Writer()
        self._decoded: OrderedDict[str, tuple[int, Product]] = OrderedDict()
        self._caching = threading.Lock()
        self._view: View | None = None
        self._fields: tuple[int, tuple[FieldSummary, ...]] | None = None

    @classmethod
    def open(cls, path: Path, readonly: bool = False) -> Store:
        """The store in this file, made if missing (never where readonly); SetupError if it is something else."""
        store = cls(Path(path), readonly)
        _ = store.connection
        return store

    @property
    def connection(self) -> Connection:
        """This thread's own connection."""
        connection: Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = connect(self.path, self._readonly)
            self._connections.add(connection)
        return connection

    def close(self) -> None:
        """Closes every thread's connection; the store is not used afterwards."""
        for connection in list(self._connections):
            connection.close()
        self._local = threading.local()

    @property
    def revision(self) -> int:
        """Grows with every write that altered a product."""
        return self.connection.execute("SELECT value FROM counter WHERE name='revision'").fetchone()[0]

    @property
    def reworded(self) -> int:
        """The revision that last altered more than known prices and stocks; the present one where none is noted."""
        return int(self.note(REWORDED) or self.revision)

    def count(self) -> int:
        """How many products there are."""
        return self.connection.execute("SELECT count(*) FROM product").fetchone()[0]

    def get(self, ids: Iterable[str]) -> list[Product]:
        """The products of these ids, in order; ids that the store lacks are skipped."""
        wanted = list(ids)
        revisions = self._revisions(wanted)
        with self._caching:
            held = {one: hit[1] for one in wanted if (hit := self._decoded.get(one)) and hit[0] == revisions.get(one)}
        lacking = [one for one in dict.fromkeys(wanted) if one in revisions and one not in held]
        if lacking:
            held.update(self._decode(lacking))
        return [held[one] for one in wanted if one in held]

    def all(self) -> Iterator[Product]:
        """Every product in the order of arrival, a page at a time: writing meanwhile is allowed."""
        row = 0
        while True:
            page = self.connection.execute(
                "SELECT row, record FROM body WHERE row>? ORDER BY row LIMIT ?", (row, BATCH)
            ).fetchall()
            if not page:
                return
            for row, body in page:  # noqa: B007
                yield decoded(body)

    def begin_change(self, what: str) -> Change:
        """A change that `undo` can take back whole, once it is given to the writes that belong to it."""
        with self._writes(), transaction(self.connection):
            return begin_change(self.connection, what)

    def write(self, products: Iterable[Product], replace: bool = False, change: Change | None = None) -> WriteReport:
        """Adds, or replaces by id, in batches that are each all or nothing and on disk before the next begins.

        With `replace`, what was not among the products is removed once all of them are written. SetupError where the
        disk refuses.
        """
        source, report, ids = iter(products), WriteReport(), set[str]()
        while batch := list(islice(source, WRITTEN_AT_ONCE)):
            if replace:
                ids.update(product.id for product in batch)
            with self._writes():
                report += self._writer.write(self.connection, batch, change)
        if replace:
            report += WriteReport(removed=self.delete((one for one in self.rows().ids if one not in ids), change))
        return report

    def compare(self, products: Iterable[Product], replace: bool = False) -> WriteReport:
        """What `write` would do; nothing is written."""
        source, report, ids = iter(products), WriteReport(), set[str]()
        while batch := list(islice(source, BATCH)):
            fresh = [product for product in batch if product.id not in ids]
            ids.update(product.id for product in batch)
            report += compared(self.connection, fresh)
        if replace:
            report += WriteReport(removed=sum(one not in ids for one in self.rows().ids))
        return report

    def patch(self, listings: Mapping[str, Listing], change: Change | None = None) -> WriteReport:
        """Price and stock by id, in batches as `write` does; ids that the store lacks are skipped."""
        source, report = iter(listings.items()), WriteReport()
        while batch := dict(islice(source, BATCH)):
            with self._writes():
                report += self._writer.patch(self.connection, batch, change)
        return report

    def last_change(self) -> Change | None:
        """The change that `undo` would take back."""
        return last_change(self.connection)

    def undo(self) -> Undone | None:
        """Takes back the last change, in batches (after a kill, the next call goes on); None where none is.

        A product that was altered since then stays as it is.
        """
        change, undone = self.last_change(), None
        while change and change == self.last_change():
            with self._writes():
                part = self._writer.restore(self.connection, kept(self.connection, BATCH))
            undone = part if undone is None else undone + part
        return undone

    def derive(self, told: Callable[[int, int], None] | None = None) -> None:
        """Makes facts and words of every product anew from its record; `told` hears how many are done of how many."""
        source, done, count = self.all(), 0, self.count()
        while batch := list(islice(source, BATCH)):
            with self._writes():
                self._writer.derive(self.connection, batch)
            done += len(batch)
            if told:
                told(done, count)

    def delete(self, ids: Iterable[str], change: Change | None = None) -> int:
        """Removes these products, all or nothing; how many there were."""
        with self._writes():
            return self._writer.delete(self.connection, ids, change)

    def changes_since(self, revision: int) -> tuple[list[str], list[str], int]:
        """Ids written and ids deleted after that revision, and the revision up to which this is told."""
        sql = "SELECT id, deleted, revision FROM change WHERE revision>? ORDER BY revision, id"
        found = self.connection.execute(sql, (revision,)).fetchall()
        changed = [one for one, deleted, _ in found if not deleted]
        return changed, [one for one, deleted, _ in found if deleted], found[-1][2] if found else revision

    def view(self) -> View:
        """All columns at the present revision, for callers that combine several."""
        view = self._view
        if view is None or view.revision != self.revision:
            view = self._view = next_view(lambda: self.connection, view)
        return view

    def rows(self) -> Rows:
        """Product ids by dense row number, as `column` counts them."""
        ids = self.view().ids
        return Rows(ids, np.arange(len(ids), dtype=np.int32))

    def column(self, field: str) -> Column:
        """One field over all products that have it; read once per revision."""
        return self.view().column(field)

    def fields(self) -> tuple[FieldSummary, ...]:
        """Every field that some product has, by name; read once per revision."""
        revision = self.revision
        if self._fields is None or self._fields[0] != revision:
            self._fields = (revision, read_fields(self.connection))
        return self._fields[1]

    def note(self, key: str) -> str | None:
        """The text kept under this key."""
        found = self.connection.execute("SELECT text FROM note WHERE key=?", (key,)).fetchone()
        return found[0] if found else None

    def set_note(self, key: str, text: str) -> None:
        """Keeps a small text with the store; durable when it returns, no new revision."""
        with self._writes():
            self.connection.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (key, text))

    def vectors(self, embedder: str) -> tuple[tuple[str, ...], Vectors]:
        """Ids and vectors that this embedder made, float32 of shape (ids, dimensions)."""
        found = read_vectors(self.connection, embedder)
        return found.ids, found.vectors

    def vectors_since(self, embedder: str, serial: int) -> StoredVectors:
        """The vectors written after that serial number, with the serial number up to which this is told."""
        return read_vectors(self.connection, embedder, serial)

    def write_vectors(self, embedder: str, documents: Sequence[bytes], ids: Sequence[str], vectors: Vectors) -> None:
        """Keeps one vector per id, and of which document (see `digest`) it was made; durable when it returns."""
        with self._writes():
            write_vectors(self.connection, embedder, documents, ids, vectors)

    def embedded_documents(self, embedder: str) -> frozenset[bytes]:
        """The fingerprint (see `digest`) of every document that has a vector by this embedder."""
        return embedded_documents(self.connection, embedder)

    def pending(self, embedder: str, limit: int = -1) -> Pending:
        """How many products have no vector of their present text, and the first `limit` ids."""
        return pending(self.connection, embedder, limit)

    @contextmanager
    def _writes(self) -> Iterator[None]:
        with self._writing, disk_faults(self.path):
            yield

    def _revisions(self, ids: Collection[str]) -> dict[str, int]:
        sql = "SELECT p.id, p.revision FROM json_each(?) AS wanted JOIN product AS p ON p.id=wanted.value"
        return dict(self.connection.execute(sql, (orjson.dumps(list(ids)).decode(),)))

    def _decode(self, ids: list[str]) -> dict[str, Product]:
        sql = (
            "SELECT p.id, p.revision, b.record FROM json_each(?) AS wanted"
            " JOIN product AS p ON p.id=wanted.value JOIN body AS b ON b.row=p.row"
        )
        found = self.connection.execute(sql, (orjson.dumps(ids).decode(),))
        fresh = {one: (revision, decoded(body)) for one, revision, body in found}
        with self._caching:
            self._decoded.update(fresh)
            while len(self._decoded) > DECODED:
                self._decoded.popitem(last=False)
        return {one: product for one, (_, product) in fresh.items()}

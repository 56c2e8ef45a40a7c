"""How products become rows: one batch inside one transaction, words and facts included."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import compress
from types import MappingProxyType

from catalog.documents import embedding_text, lexical_words
from catalog.product import Attribute, Product, Value
from catalog.product_json import decoded, encoded
from catalog.storing.faults import transaction
from catalog.storing.former import Change, Former, Undone, give_up, keep, keeps, last_change
from catalog.storing.lookup import known_products, next_number, next_revision, note_reworded
from catalog.storing.reports import Listing, WriteReport

COLUMNS = ("brand", "type", "category", "price", "stock", "rating", "rating_count", "language", "group")
"""The record's own columns that can be searched as facts, beside its attributes."""
LISTED = ("price", "stock")
BOOLEAN, NUMBER, TEXT = 0, 1, 2
KINDS: Mapping[type, int] = MappingProxyType({bool: BOOLEAN, int: NUMBER, float: NUMBER, str: TEXT})
"""What `kind_of` tells of the usual types."""
INTERNED = 200_000


def digest(content: bytes | str) -> bytes:
    """A short fingerprint: equal contents, and in practice only they, have equal ones."""
    return hashlib.blake2b(content if isinstance(content, bytes) else content.encode(), digest_size=16).digest()


def facts(product: Product) -> dict[str, Attribute]:
    """Every searchable fact by name, as `Product.fact` tells it."""
    found = {name: fact for name in COLUMNS if (fact := product.fact(name)) is not None}
    found.update(product.attributes)
    return found


@dataclass(frozen=True, slots=True)
class Prepared:
    """A product ready for its rows; `words` is None until it is known that they are needed."""

    product: Product
    body: bytes
    content: bytes
    document: bytes
    words: tuple[str, ...]


def prepare(product: Product, body: bytes, content: bytes | None = None) -> Prepared:
    """The slow part of a write (cutting words), done before the file is locked; `content` is the body's digest."""
    return Prepared(product, body, content or digest(body), digest(embedding_text(product)), lexical_words(product))


class Writer:
    """Writes and deletes products on a connection; remembers the numbers of values and fields it has met."""

    def __init__(self) -> None:
        self._values: dict[tuple[int, Value, str], int] = {}
        self._fields: dict[str, int] = {}

    def forget(self) -> None:
        """Drops remembered numbers: after a rollback they may not exist."""
        self._values.clear()
        self._fields.clear()

    def write(
        self, connection: sqlite3.Connection, products: Sequence[Product], change: Change | None = None
    ) -> WriteReport:
        """Adds or replaces by id, all or nothing; on disk when it returns; an unchanged product costs no row."""
        latest = {product.id: product for product in products}
        bodies = {product_id: encoded(product) for product_id, product in latest.items()}
        contents = {product_id: digest(body) for product_id, body in bodies.items()}
        known = known_products(connection, list(latest))
        ready = {
            product_id: prepare(latest[product_id], body, contents[product_id])
            for product_id, body in bodies.items()
            if product_id not in known or known[product_id][1] != contents[product_id]
        }
        if not ready:
            return WriteReport(unchanged=len(latest))
        added = changed = 0
        with self._altering(connection):
            known = known_products(connection, list(latest))
            revision = next_revision(connection)
            kept = keeps(connection, change)
            placed: list[tuple[Prepared, int | None]] = []
            for product_id, body in bodies.items():
                row, content = known.get(product_id, (None, None))
                if content == contents[product_id]:
                    continue
                placed.append((ready.get(product_id) or prepare(latest[product_id], body), row))
                added += row is None
                changed += row is not None
            formers = self._write_all(connection, placed, revision)
            if kept:
                keep(connection, formers)
        return WriteReport(added, changed, len(latest) - added - changed)

    def patch(
        self, connection: sqlite3.Connection, listings: Mapping[str, Listing], change: Change | None = None
    ) -> WriteReport:
        """Price and stock of these products, all or nothing; unknown ids are skipped; words and vectors stay."""
        changed = 0
        with self._altering(connection):
            known = known_products(connection, list(listings))
            revision = next_number(connection, "revision")
            kept = keeps(connection, change)
            for product_id, (row, content) in known.items():
                former = connection.execute("SELECT record FROM body WHERE row=?", (row,)).fetchone()[0]
                before = decoded(former)
                product = listings[product_id].of(before)
                body = encoded(product)
                if (fresh := digest(body)) == content:
                    continue
                changed += 1
                if listings[product_id].is_new_to(before):
                    note_reworded(connection, revision)
                connection.execute("UPDATE product SET revision=?, content=? WHERE row=?", (revision, fresh, row))
                connection.execute("UPDATE body SET record=? WHERE row=?", (body, row))
                connection.execute("INSERT OR REPLACE INTO change VALUES (?, ?, 0)", (product_id, revision))
                for name in LISTED:
                    self._write_fact(connection, row, name, product.fact(name))
                if kept:
                    keep(connection, [Former(product_id, former, fresh)])
        return WriteReport(changed=changed, unchanged=len(known) - changed)

    def restore(self, connection: sqlite3.Connection, formers: Sequence[Former]) -> Undone:
        """Puts these products back as they were, all or nothing; what changed since stays as it is."""
        ready = {one.id: prepare(decoded(one.record), one.record) for one in formers if one.record is not None}
        restored = removed = left = 0
        with self._altering(connection):
            last = last_change(connection)
            known = known_products(connection, [one.id for one in formers])
            revision = next_revision(connection)
            placed: list[tuple[Prepared, int | None]] = []
            for one in formers:
                row, content = known.get(one.id, (None, None))
                if content != one.content:
                    left += 1
                elif one.id in ready:
                    restored += 1
                    placed.append((ready[one.id], row))
                elif row is not None:
                    removed += 1
                    self._remove(connection, one.id, row, revision)
            self._write_all(connection, placed, revision)
            give_up(connection, [one.id for one in formers])
        return Undone(last.what if last else "", restored, removed, left)

    def derive(self, connection: sqlite3.Connection, products: Sequence[Product]) -> None:
        """Writes facts, words and document fingerprints of these products anew, though their records are the same."""
        ready = [prepare(product, encoded(product)) for product in products]
        with self._altering(connection):
            known = known_products(connection, [one.product.id for one in ready])
            revision = next_revision(connection)
            placed: list[tuple[Prepared, int | None]] = []
            for one in ready:
                row, content = known.get(one.product.id, (None, None))
                if row is not None and content == one.content:
                    placed.append((one, row))
            self._write_all(connection, placed, revision)

    def delete(self, connection: sqlite3.Connection, ids: Iterable[str], change: Change | None = None) -> int:
        """Removes the products of these ids in one transaction; how many there were."""
        with self._altering(connection):
            known = known_products(connection, list(ids))
            if known:
                revision = next_revision(connection)
                kept = keeps(connection, change)
                for product_id, (row, _) in known.items():
                    former = self._remove(connection, product_id, row, revision)
                    if kept:
                        keep(connection, [Former(product_id, former, None)])
        return len(known)

    @contextmanager
    def _altering(self, connection: sqlite3.Connection) -> Iterator[None]:
        if len(self._values) > INTERNED:
            self.forget()
        try:
            with transaction(connection):
                yield
        except BaseException:
            self.forget()
            raise

    def _remove(self, connection: sqlite3.Connection, product_id: str, row: int, revision: int) -> bytes:
        former = self._clear(connection, row)
        connection.execute("DELETE FROM vector WHERE row=?", (row,))
        connection.execute("DELETE FROM body WHERE row=?", (row,))
        connection.execute("DELETE FROM product WHERE row=?", (row,))
        connection.execute("INSERT OR REPLACE INTO change VALUES (?, ?, 1)", (product_id, revision))
        return former

    def _write_all(
        self, connection: sqlite3.Connection, placed: Sequence[tuple[Prepared, int | None]], revision: int
    ) -> list[Former]:
        """Writes the products into their rows, those without one into new ones; what stood there before."""
        found = connection.execute("SELECT seq FROM sqlite_sequence WHERE name='product'").fetchone()
        after = found[0] if found else 0
        every: list[tuple[int, Prepared]] = []
        formers: list[Former] = []
        for one, row in placed:
            after += row is None
            every.append((after if row is None else row, one))
            formers.append(Former(one.product.id, None if row is None else self._clear(connection, row), one.content))
        is_new = [row is None for _, row in placed]
        connection.executemany(
            "INSERT INTO product (row, id, revision, content, document) VALUES (?, ?, ?, ?, ?)",
            [(row, one.product.id, revision, one.content, one.document) for row, one in compress(every, is_new)],
        )
        connection.executemany(
            "UPDATE product SET revision=?, content=?, document=? WHERE row=?",
            [
                (revision, one.content, one.document, row)
                for (row, one), new in zip(every, is_new, strict=True)
                if not new
            ],
        )
        connection.executemany("INSERT OR REPLACE INTO body VALUES (?, ?)", [(row, one.body) for row, one in every])
        connection.executemany(
            "INSERT OR REPLACE INTO change VALUES (?, ?, 0)", [(one.product.id, revision) for _, one in every]
        )
        connection.executemany(
            "INSERT INTO words (rowid, title, kind, brand, attributes, description) VALUES (?, ?, ?, ?, ?, ?)",
            [(row, *one.words) for row, one in every],
        )
        fields, values = self._fields, self._values
        said: list[tuple[int, int, int]] = []
        for row, one in every:
            for name, fact in facts(one.product).items():
                value = fact.value
                # Most names and values were met before: those cost no call.
                number = values.get((KINDS.get(type(value)), value, fact.unit or ""))
                said.append(
                    (
                        fields.get(name) or self._field(connection, name),
                        row,
                        self._value(connection, fact) if number is None else number,
                    )
                )
        # One field after the other, as they lie on the disk.
        connection.executemany("INSERT INTO fact VALUES (?, ?, ?)", sorted(said))
        return formers

    def _write_fact(self, connection: sqlite3.Connection, row: int, name: str, fact: Attribute | None) -> None:
        field = self._field(connection, name)
        if fact is None:
            connection.execute("DELETE FROM fact WHERE field=? AND row=?", (field, row))
        else:
            value = self._value(connection, fact)
            connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?, ?)", (field, row, value))

    def _clear(self, connection: sqlite3.Connection, row: int) -> bytes:
        body: bytes = connection.execute("SELECT record FROM body WHERE row=?", (row,)).fetchone()[0]
        names = [(self._field(connection, name), row) for name in facts(decoded(body))]
        connection.executemany("DELETE FROM fact WHERE field=? AND row=?", names)
        connection.execute("DELETE FROM words WHERE rowid=?", (row,))
        return body

    def _field(self, connection: sqlite3.Connection, name: str) -> int:
        number = self._fields.get(name)
        if number is None:
            connection.execute("INSERT OR IGNORE INTO field (name) VALUES (?)", (name,))
            number = connection.execute("SELECT field FROM field WHERE name=?", (name,)).fetchone()[0]
            self._fields[name] = number
        return number

    def _value(self, connection: sqlite3.Connection, fact: Attribute) -> int:
        key = (kind_of(fact.value), fact.value, fact.unit or "")
        number = self._values.get(key)
        if number is None:
            where = "FROM value WHERE kind=? AND content=? AND unit=?"
            made = connection.execute("INSERT OR IGNORE INTO value (kind, content, unit) VALUES (?, ?, ?)", key)
            if made.rowcount == 1 and made.lastrowid:
                number = made.lastrowid
            else:
                number = connection.execute(f"SELECT value {where}", key).fetchone()[0]
            self._values[key] = number
        return number


def kind_of(value: Value) -> int:
    """BOOLEAN, NUMBER or TEXT."""
    if isinstance(value, bool):
        return BOOLEAN
    return NUMBER if isinstance(value, (int, float)) else TEXT


def compared(connection: sqlite3.Connection, products: Sequence[Product]) -> WriteReport:
    """What writing these products would do."""
    known = known_products(connection, [product.id for product in products])
    added = sum(product.id not in known for product in products)
    unchanged = sum(product.id in known and known[product.id][1] == digest(encoded(product)) for product in products)
    return WriteReport(added, len(products) - added - unchanged, unchanged)

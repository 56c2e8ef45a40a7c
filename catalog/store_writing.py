"""How products become rows: one batch inside one transaction, words and facts included."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import orjson

from catalog.documents import embedding_text, lexical_fields
from catalog.languages.segmentation import segment
from catalog.product import Attribute, Product, Value
from catalog.product_json import decoded, encoded

COLUMNS = ("brand", "type", "category", "price", "stock", "rating", "rating_count", "language", "group")
"""The record's own columns that can be searched as facts, beside its attributes."""
BOOLEAN, NUMBER, TEXT = 0, 1, 2
INTERNED = 200_000


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a write did: products new, altered, the same as before, and removed."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0

    def __add__(self, other: WriteReport) -> WriteReport:
        return WriteReport(
            self.added + other.added,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.removed + other.removed,
        )


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


def prepare(product: Product, body: bytes) -> Prepared:
    """The slow part of a write (cutting words), done before the file is locked."""
    fields = lexical_fields(product)
    cut = (fields.title, fields.kind, fields.brand, fields.attributes, fields.description)
    words = tuple(" ".join(segment(text)) if text else "" for text in cut)
    return Prepared(product, body, digest(body), digest(embedding_text(product)), words)


class Writer:
    """Writes and deletes products on a connection; remembers the numbers of values and fields it has met."""

    def __init__(self) -> None:
        self._values: dict[tuple[int, Value, str], int] = {}
        self._fields: dict[str, int] = {}

    def forget(self) -> None:
        """Drops remembered numbers: after a rollback they may not exist."""
        self._values.clear()
        self._fields.clear()

    def write(self, connection: sqlite3.Connection, products: Sequence[Product]) -> WriteReport:
        """Adds or replaces by id, all or nothing; on disk when it returns; an unchanged product costs no row."""
        latest = {product.id: product for product in products}
        bodies = {product_id: encoded(product) for product_id, product in latest.items()}
        known = known_products(connection, list(latest))
        ready = {
            product_id: prepare(latest[product_id], body)
            for product_id, body in bodies.items()
            if product_id not in known or known[product_id][1] != digest(body)
        }
        if not ready:
            return WriteReport(unchanged=len(latest))
        if len(self._values) > INTERNED:
            self.forget()
        connection.execute("BEGIN IMMEDIATE")
        try:
            known = known_products(connection, list(latest))
            revision = next_number(connection, "revision")
            added = changed = 0
            for product_id, body in bodies.items():
                row, content = known.get(product_id, (None, None))
                if content == digest(body):
                    continue
                one = ready.get(product_id) or prepare(latest[product_id], body)
                if row is None:
                    added += 1
                else:
                    changed += 1
                self._write_one(connection, one, row, revision)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            self.forget()
            raise
        return WriteReport(added, changed, len(latest) - added - changed)

    def derive(self, connection: sqlite3.Connection, products: Sequence[Product]) -> None:
        """Writes facts, words and document fingerprints of these products anew, though their records are the same."""
        ready = [prepare(product, encoded(product)) for product in products]
        connection.execute("BEGIN IMMEDIATE")
        try:
            known = known_products(connection, [one.product.id for one in ready])
            revision = next_number(connection, "revision")
            for one in ready:
                row, content = known.get(one.product.id, (None, None))
                if row is not None and content == one.content:
                    self._write_one(connection, one, row, revision)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            self.forget()
            raise

    def delete(self, connection: sqlite3.Connection, ids: Iterable[str]) -> int:
        """Removes the products of these ids in one transaction; how many there were."""
        connection.execute("BEGIN IMMEDIATE")
        try:
            known = known_products(connection, list(ids))
            if known:
                revision = next_number(connection, "revision")
                for product_id, (row, _) in known.items():
                    self._clear(connection, row)
                    connection.execute("DELETE FROM vector WHERE row=?", (row,))
                    connection.execute("DELETE FROM body WHERE row=?", (row,))
                    connection.execute("DELETE FROM product WHERE row=?", (row,))
                    connection.execute("INSERT OR REPLACE INTO change VALUES (?, ?, 1)", (product_id, revision))
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        return len(known)

    def _write_one(self, connection: sqlite3.Connection, one: Prepared, row: int | None, revision: int) -> None:
        columns = (revision, one.content, one.document)
        if row is None:
            sql = "INSERT INTO product (id, revision, content, document) VALUES (?, ?, ?, ?)"
            row = connection.execute(sql, (one.product.id, *columns)).lastrowid
        else:
            self._clear(connection, row)
            connection.execute("UPDATE product SET revision=?, content=?, document=? WHERE row=?", (*columns, row))
        connection.execute("INSERT OR REPLACE INTO body VALUES (?, ?)", (row, one.body))
        connection.execute("INSERT OR REPLACE INTO change VALUES (?, ?, 0)", (one.product.id, revision))
        connection.execute(
            "INSERT INTO words (rowid, title, kind, brand, attributes, description) VALUES (?, ?, ?, ?, ?, ?)",
            (row, *one.words),
        )
        connection.executemany(
            "INSERT INTO fact VALUES (?, ?, ?)",
            [
                (self._field(connection, name), row, self._value(connection, fact))
                for name, fact in facts(one.product).items()
            ],
        )

    def _clear(self, connection: sqlite3.Connection, row: int) -> None:
        body = connection.execute("SELECT record FROM body WHERE row=?", (row,)).fetchone()[0]
        names = [(self._field(connection, name), row) for name in facts(decoded(body))]
        connection.executemany("DELETE FROM fact WHERE field=? AND row=?", names)
        connection.execute("DELETE FROM words WHERE rowid=?", (row,))

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
            connection.execute("INSERT OR IGNORE INTO value (kind, content, unit) VALUES (?, ?, ?)", key)
            number = connection.execute(f"SELECT value {where}", key).fetchone()[0]
            self._values[key] = number
        return number


def kind_of(value: Value) -> int:
    """BOOLEAN, NUMBER or TEXT."""
    if isinstance(value, bool):
        return BOOLEAN
    return NUMBER if isinstance(value, (int, float)) else TEXT


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

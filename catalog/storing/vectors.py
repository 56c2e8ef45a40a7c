"""Vectors kept in the SQL store, so that a vector index can be made again without embedding anything."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from catalog.ports import Vectors
from catalog.storing.faults import transaction
from catalog.storing.lookup import known_products, next_number


@dataclass(frozen=True, slots=True)
class StoredVectors:
    """Ids with their vectors (float32, one row each), told up to the write numbered `serial`."""

    ids: tuple[str, ...]
    vectors: Vectors
    serial: int


@dataclass(frozen=True, slots=True)
class Pending:
    """Products that wait for a vector: how many, the first ids, and the fingerprints of their present texts."""

    count: int
    ids: tuple[str, ...]
    documents: tuple[bytes, ...] = ()

    def in_order(self, documents: Iterable[bytes]) -> Pending:
        """The same with products of these documents first, in this order."""
        places = {document: place for place, document in enumerate(documents)}
        told = list(zip(self.ids, self.documents, strict=True))
        told.sort(key=lambda pair: places.get(pair[1], len(places)))
        return Pending(self.count, tuple(one for one, _ in told), tuple(document for _, document in told))


def read_vectors(connection: sqlite3.Connection, embedder: str, after: int = 0) -> StoredVectors:
    """The embedder's vectors that were written after that serial number, in the order of the store's rows."""
    found = connection.execute(
        "SELECT p.id, v.serial, v.vector FROM vector AS v JOIN product AS p ON p.row=v.row"
        " WHERE v.embedder=(SELECT embedder FROM embedder WHERE name=?) AND v.serial>? ORDER BY v.row",
        (embedder, after),
    ).fetchall()
    joined = b"".join(vector for _, _, vector in found)
    vectors = np.frombuffer(joined, dtype="<f4").astype(np.float32).reshape(len(found), -1 if found else 0)
    return StoredVectors(
        tuple(one for one, _, _ in found), vectors, max((serial for _, serial, _ in found), default=after)
    )


def write_vectors(
    connection: sqlite3.Connection, embedder: str, documents: Sequence[bytes], ids: Sequence[str], vectors: Vectors
) -> None:
    """Keeps one vector per id in one transaction; ids that have gone meanwhile are skipped."""
    with transaction(connection):
        connection.execute("INSERT OR IGNORE INTO embedder (name) VALUES (?)", (embedder,))
        number = connection.execute("SELECT embedder FROM embedder WHERE name=?", (embedder,)).fetchone()[0]
        serial = next_number(connection, "vectors")
        known = known_products(connection, ids)
        blobs = np.ascontiguousarray(vectors, dtype="<f4")
        connection.executemany(
            "INSERT OR REPLACE INTO vector (embedder, row, serial, document, vector) VALUES (?, ?, ?, ?, ?)",
            [
                (number, known[one][0], serial, document, blob.tobytes())
                for one, document, blob in zip(ids, documents, blobs, strict=True)
                if one in known
            ],
        )


def embedded_documents(connection: sqlite3.Connection, embedder: str) -> frozenset[bytes]:
    """The fingerprints of all documents that have a vector by this embedder."""
    sql = "SELECT document FROM vector WHERE embedder=(SELECT embedder FROM embedder WHERE name=?)"
    return frozenset(document for (document,) in connection.execute(sql, (embedder,)))


def pending(connection: sqlite3.Connection, embedder: str, limit: int = -1) -> Pending:
    """What has no vector of its present text by this embedder."""
    lacking = (
        "FROM product AS p LEFT JOIN vector AS v ON v.row=p.row"
        " AND v.embedder=(SELECT embedder FROM embedder WHERE name=?) WHERE v.document IS NOT p.document"
    )
    count = connection.execute(f"SELECT count(*) {lacking}", (embedder,)).fetchone()[0]
    sql = f"SELECT p.id, p.document {lacking} ORDER BY p.row LIMIT ?"
    found = connection.execute(sql, (embedder, limit)).fetchall()
    return Pending(count, tuple(one for one, _ in found), tuple(document for _, document in found))

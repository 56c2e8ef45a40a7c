"""Exact nearest vectors in memory: for small shops, for tests, and for searches among few products."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Sequence
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from catalog.ports import Vectors

DECIMALS = 6
"""Cosines are told to 6 places: the same vectors differ beyond them by how many rows were multiplied at once."""


class MemoryIndex:
    """A matrix of unit vectors and their ids; safe for threads."""

    def __init__(self, dimensions: int) -> None:
        self.dimensions = dimensions
        self._matrix: Vectors = np.empty((0, dimensions), dtype=np.float32)
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._lock = threading.Lock()

    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Adds or replaces; once it returns the vectors are found. ValueError where shapes don't match."""
        vectors = np.asarray(vectors, dtype=np.float32)
        if vectors.shape != (len(ids), self.dimensions) and len(ids):
            raise ValueError(
                f"{len(ids)} ids need vectors of {self.dimensions} numbers, not an array of {vectors.shape}."
            )
        with self._lock:
            fresh = [one for one in dict.fromkeys(ids) if one not in self._rows]
            self._reserve(len(self._ids) + len(fresh))
            for one in fresh:
                self._rows[one] = len(self._ids)
                self._ids.append(one)
            if len(ids):
                self._matrix[[self._rows[one] for one in ids]] = vectors

    def delete(self, ids: Collection[str]) -> None:
        """Removes; unknown ids are no error."""
        with self._lock:
            for one in ids:
                row = self._rows.pop(one, None)
                if row is None:
                    continue
                last = self._ids.pop()
                if last != one:
                    self._matrix[row] = self._matrix[len(self._ids)]
                    self._ids[row] = last
                    self._rows[last] = row

    def search(self, vector: Vectors, k: int, allowed: Collection[str] | None = None) -> list[tuple[str, float]]:
        """At most k (id, cosine) pairs, best first, ties by id; of the allowed ids alone where given."""
        with self._lock:
            if allowed is None:
                return self._best(np.arange(len(self._ids)), self._matrix[: len(self._ids)] @ vector, k)
            rows = self._known(allowed)
            if 4 * len(rows) > len(self._ids):
                return self._best(rows, (self._matrix[: len(self._ids)] @ vector)[rows], k)
            return self._best(rows, self._matrix[rows] @ vector, k)

    def cosines(self, vector: Vectors, ids: Sequence[str]) -> list[tuple[str, float]]:
        """The (id, cosine) pairs of those of the ids that are held, in order."""
        with self._lock:
            rows = self._known(ids)
            return [
                (self._ids[row], told(cosine)) for row, cosine in zip(rows, self._matrix[rows] @ vector, strict=True)
            ]

    def vectors(self, ids: Sequence[str]) -> Vectors:
        """The vectors of those of the ids that are held, in order."""
        with self._lock:
            return self._matrix[self._known(ids)]

    def sample(self, count: int) -> Vectors:
        """Up to `count` of the vectors, evenly spread."""
        with self._lock:
            rows = np.unique(np.linspace(0, max(len(self._ids) - 1, 0), num=min(count, len(self._ids)), dtype=np.int64))
            return self._matrix[rows]

    def __contains__(self, one: str) -> bool:
        return one in self._rows

    def count(self) -> int:
        """How many vectors are held."""
        return len(self._ids)

    def _known(self, ids: Iterable[str]) -> NDArray[np.int64]:
        rows = np.fromiter(map(self._rows.get, ids, repeat(-1)), dtype=np.int64)
        return rows[rows >= 0]

    def _reserve(self, rows: int) -> None:
        if rows > len(self._matrix):
            larger = np.empty((max(rows, 2 * len(self._matrix)), self.dimensions), dtype=np.float32)
            larger[: len(self._ids)] = self._matrix[: len(self._ids)]
            self._matrix = larger

    def _best(self, rows: NDArray[np.int64], cosines: Vectors, k: int) -> list[tuple[str, float]]:
        if k < 1 or not len(rows):
            return []
        rounded = np.round(cosines.astype(np.float64), DECIMALS)
        if k < len(rows):
            # Everything as good as the k-th, so that ties are broken by id and not by where a row lies.
            least = np.partition(rounded, len(rows) - k)[len(rows) - k]
            kept = rounded >= least
            rows, rounded = rows[kept], rounded[kept]
        found = [(self._ids[row], float(cosine)) for row, cosine in zip(rows, rounded, strict=True)]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:k]


def told(cosine: float) -> float:
    """A cosine as searches tell it."""
    return round(float(cosine), DECIMALS)

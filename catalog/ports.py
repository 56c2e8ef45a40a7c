"""The catalogue's protocols: what an embedder, a vector index and a lexical index promise."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Vectors: TypeAlias = NDArray[np.float32]


class Embedder(Protocol):
    """Text to unit vectors: the same text gives the same vector, alone or in a batch."""

    name: str
    dimensions: int

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length, shape (len(texts), dimensions), float32."""


class VectorIndex(Protocol):
    """Nearest vectors by cosine similarity, best first, ties by id."""

    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Adds or replaces; once it returns the vectors are found."""

    def delete(self, ids: Collection[str]) -> None:
        """Removes; unknown ids are no error."""

    def search(self, vector: Vectors, k: int, allowed: Collection[str] | None = None) -> list[tuple[str, float]]:
        """At most k (id, cosine) pairs, of the allowed ids alone where given: filtering costs no fitting product."""

    def count(self) -> int:
        """How many vectors are held."""


class LexicalIndex(Protocol):
    """BM25 over the catalogue's words, best first, ties by id."""

    def search(self, words: Sequence[str], k: int, allowed: Collection[str] | None = None) -> list[tuple[str, float]]:
        """At most k (id, score) pairs that hold any of the words; higher is better."""

    def holding(self, words: Sequence[str], naming: bool = False) -> list[str]:
        """The ids of all products whose text holds every one of the words, in the order of ids.

        `naming`: only the words that name a product count, those of its title, type and category.
        """

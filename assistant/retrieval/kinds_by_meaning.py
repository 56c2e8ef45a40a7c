"""The kinds of goods that a purpose means: those whose names and products lie nearest to its words."""

from __future__ import annotations

from threading import Lock

import numpy as np

from catalog.catalogue import Catalogue
from catalog.ports import Vectors
from catalog.types.words import key, type_words

LEAST = 0.36
"""What is less like a purpose than this is hardly for it."""
WITHIN = 0.045
"""Kinds that come this near to the nearest one may be meant as well."""
MOST = 3
SAMPLED = 20
"""So many products of a kind tell what such goods are like."""


class KindsByMeaning:
    """Knows what each kind is like: the mean of its name's vector and of its products', made once and kept."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lock = Lock()
        self._known: tuple[tuple[int, int], tuple[str, ...], Vectors] | None = None

    def meant(self, purpose: str) -> tuple[str, ...]:
        """The types that these words mean, the nearest first; none where no type comes near."""
        nearest = self.nearest(purpose)[:MOST]
        return tuple(name for name, cosine in nearest if cosine >= max(LEAST, nearest[0][1] - WITHIN))

    def nearest(self, purpose: str) -> list[tuple[str, float]]:
        """Every type that is more than "accessory", with its likeness to these words, the nearest first."""
        types, vectors = self._profiles()
        if not types:
            return []
        cosines = np.round(vectors @ self._catalogue.vector(purpose), 3).tolist()
        dull = type_words().vague
        telling = [one for one in zip(types, cosines, strict=True) if key(one[0]) not in dull]
        return sorted(telling, key=lambda one: (-one[1], one[0]))

    def _profiles(self) -> tuple[tuple[str, ...], Vectors]:
        view = self._catalogue.store.view()
        mark = (view.since("type"), self._catalogue.exact.count())
        with self._lock:
            if self._known is None or self._known[0] != mark:
                column = view.column("type")
                types = tuple(str(fact.value) for fact in column.facts)
                rows = np.argsort(column.codes, kind="stable")
                starts = np.searchsorted(column.codes[rows], np.arange(len(types) + 1))
                named = self._catalogue.embedder.embed(types) if types else np.empty((0, 0), dtype=np.float32)
                vectors = [
                    self._profile(name, [view.ids[row] for row in column.rows[rows[start:end]]])
                    for name, start, end in zip(named, starts[:-1], starts[1:], strict=True)
                ]
                self._known = (mark, types, np.array(vectors, dtype=np.float32))
            return self._known[1:]

    def _profile(self, name: Vectors, ids: list[str]) -> Vectors:
        held = self._catalogue.exact.vectors(ids[:: max(1, len(ids) // SAMPLED)])
        if not len(held):
            return name
        mean = held.mean(axis=0)
        return (name + mean / max(float(np.linalg.norm(mean)), 1e-9)) / 2

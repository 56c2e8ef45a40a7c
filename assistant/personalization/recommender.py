"""The products that a shopper may want next, from what they had to do with: known ones, new ones, and for strangers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from assistant.personalization.collaborative import Collaborative, Scores
from assistant.personalization.interactions import History

ALIKE = 0.1
"""What likeness to the history counts beside what other shoppers had: enough for products that nobody had yet."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the shop has: ids that may be recommended (None: no catalogue says), and vectors of length 1 by id."""

    sold: frozenset[str] | None = None
    ids: tuple[str, ...] = ()
    vectors: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))


@dataclass(frozen=True, slots=True)
class Recommender:
    """Ranks every product for a history; the same history gives the same order."""

    model: Collaborative | None = None
    shelf: Shelf = Shelf()
    standing: Mapping[str, float] = field(default_factory=dict)
    """How well products stand with shoppers in general, 0 to 1: what strangers get where no log tells."""
    products: tuple[str, ...] = field(init=False)
    _place: Mapping[str, int] = field(init=False, repr=False)
    _model_place: Mapping[str, int] = field(init=False, repr=False)
    _vector_row: Mapping[str, int] = field(init=False, repr=False)
    _learnt: NDArray[np.int64] = field(init=False, repr=False)
    _row: NDArray[np.int64] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        learnt = self.model.products if self.model else ()
        products = learnt if self.shelf.sold is None else tuple(sorted(self.shelf.sold))
        if learnt and not set(products) & set(learnt):
            # A log that speaks of none of the goods is another catalogue's, and then all there is.
            products = learnt
        place, row = ({one: at for at, one in enumerate(ids)} for ids in (learnt, self.shelf.ids))
        object.__setattr__(self, "products", products)
        object.__setattr__(self, "_place", {one: at for at, one in enumerate(products)})
        object.__setattr__(self, "_model_place", place)
        object.__setattr__(self, "_vector_row", row)
        object.__setattr__(self, "_learnt", np.array([place.get(one, -1) for one in products], dtype=np.int64))
        object.__setattr__(self, "_row", np.array([row.get(one, -1) for one in products], dtype=np.int64))

    def recommend(self, history: History, k: int) -> list[tuple[str, float]]:
        """At most k pairs of product and score, the best first, none of the history's and none that isn't sold."""
        had = [self._place[one] for one in history.products if one in self._place]
        scores = self._foretold(history, had) + ALIKE * self._alike(history)
        scores[had] = -np.inf
        best = np.argsort(-scores, kind="stable")[: min(k, len(scores) - len(had))]
        return [(self.products[at], round(float(scores[at]), 6)) for at in best]

    def _foretold(self, history: History, had: Sequence[int]) -> Scores:
        """What the log foretells, at most 1, 0 for what it doesn't know; without a log, how well products stand."""
        if self.model is None:
            return np.array([self.standing.get(one, 0.0) for one in self.products])
        known = [(self._model_place[one], worth) for one, worth in history.pairs if one in self._model_place]
        told = self.model.scores([at for at, _ in known], [worth for _, worth in known])
        found = np.where(self._learnt >= 0, told[self._learnt], 0.0)
        most = float(np.delete(found, had).max(initial=0.0))
        return found / most if most else found

    def _alike(self, history: History) -> Scores:
        """The cosine between each product and what the history holds, 0 where either has no vector."""
        own = [(self._vector_row[one], worth) for one, worth in history.pairs if one in self._vector_row]
        if not own:
            return np.zeros(len(self.products))
        profile = np.array([worth for _, worth in own]) @ self.shelf.vectors[[at for at, _ in own]]
        cosine = self.shelf.vectors @ (profile / max(float(np.linalg.norm(profile)), 1e-9))
        return np.where(self._row >= 0, cosine[self._row], 0.0)

"""What a search adds to a product's chances: each head's slopes for relevance and match, over what it says alone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from assistant.ranking.heads import Head
from assistant.ranking.outcome_examples import FEATURES, OF_QUERY
from assistant.ranking.standard import CEILING

Numbers = NDArray[np.float64]
PLACES = [FEATURES.index(name) for name in OF_QUERY]


@dataclass(frozen=True, slots=True, eq=False)
class QueryFit:
    """One head beyond its products' plain chances: log odds of the products in the order of their ids, without a
    search; and for relevance and match a mean, a spread and a weight each, shape (2, 3)."""

    outcome: str
    odds: Numbers
    slopes: Numbers
    _sorted: Numbers = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_sorted", np.sort(self.odds))

    @staticmethod
    def of(head: Head, rows: Numbers) -> QueryFit:
        """What a head says of the products' rows, whose relevance and match are unknown."""
        odds = head.standard.apply(rows) @ head.weights + head.shift
        parts = (head.standard.mean, head.standard.spread, head.weights)
        return QueryFit(head.outcome, odds, np.array([[part[at] for part in parts] for at in PLACES]))

    def place(self, row: int, told: Sequence[float | None]) -> float:
        """The share of products that are less likely without a search than this one with it; equal ones half."""
        odds = float(self.odds[row])
        for value, (mean, spread, weight) in zip(told, self.slopes, strict=True):
            if value is not None and not math.isnan(value):
                odds += float(weight * np.clip((value - mean) / spread, -CEILING, CEILING))
        below, to = np.searchsorted(self._sorted, odds, "left"), np.searchsorted(self._sorted, odds, "right")
        return float(below + to) / 2 / max(1, len(self._sorted))

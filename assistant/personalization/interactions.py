"""Events -> who had to do with which products, how much and in what order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.personalization.event_log import Event

if TYPE_CHECKING:
    from scipy.sparse import csr_array

RATING = "rating"
WORTH: Mapping[str, float] = MappingProxyType({"view": 0.4, "click": 0.5, "cart": 0.8, "purchase": 1.0})
"""How much each event tells of a wish; a rating counts LEAST_RATED and its place in the scale (0 to 1)."""
OTHER = 0.5
LEAST_RATED = 0.5
MOST = 500
"""So many products of one shopper are learnt from, the latest: whoever has more is no single person."""


@dataclass(frozen=True, slots=True)
class History:
    """What one shopper had to do with: products, the earliest first, and how much each tells of a wish."""

    products: tuple[str, ...]
    worth: tuple[float, ...]

    @property
    def pairs(self) -> tuple[tuple[str, float], ...]:
        """Each product with its worth."""
        return tuple(zip(self.products, self.worth, strict=True))


@dataclass(frozen=True, slots=True)
class Interactions:
    """Shoppers (rows), products (columns, by id), and each shopper's columns and worths in the order of time."""

    products: tuple[str, ...]
    shoppers: tuple[str, ...]
    starts: NDArray[np.int64]
    columns: NDArray[np.int64]
    worth: NDArray[np.float64]

    def matrix(self) -> csr_array:
        """The worths as a sparse matrix of shape (shoppers, products)."""
        from scipy.sparse import csr_array

        shape = (len(self.shoppers), len(self.products))
        return csr_array((self.worth, self.columns, self.starts), shape=shape)

    def without(self, left_out: Mapping[int, int]) -> Interactions:
        """The same without one entry of each named row, told by its place in the row."""
        gone = np.array([self.starts[row] + at for row, at in left_out.items()], dtype=np.int64)
        keep = np.ones(len(self.columns), dtype=bool)
        keep[gone] = False
        sizes = np.array([end - start for start, end in pairwise(self.starts)], dtype=np.int64)
        sizes[list(left_out)] -= 1
        starts = np.concatenate([[0], np.cumsum(sizes)])
        return Interactions(self.products, self.shoppers, starts, self.columns[keep], self.worth[keep])


def rating_scale(events: Sequence[Event]) -> tuple[float, float]:
    """The least and the greatest rating; two zeros where there is none."""
    rated = [one.value for one in events if one.name == RATING and one.value is not None]
    return (min(rated), max(rated)) if rated else (0.0, 0.0)


def histories(events: Sequence[Event], scale: tuple[float, float]) -> dict[str, History]:
    """Shopper -> each product once, at its first time, with its greatest worth; events in order of time."""
    low, high = scale
    found: dict[str, dict[str, float]] = {}
    for one in events:
        products = found.setdefault(one.shopper, {})
        products[one.product] = max(products.get(one.product, 0.0), _worth(one, low, high))
    return {shopper: History(tuple(own), tuple(own.values())) for shopper, own in found.items()}


def interactions(events: Sequence[Event]) -> Interactions:
    """The events as rows of products; shoppers and products in the order of their ids."""
    each = histories(events, rating_scale(events))
    shoppers = tuple(sorted(each))
    products = tuple(sorted({one.product for one in events}))
    place = {product: at for at, product in enumerate(products)}
    rows = [each[shopper] for shopper in shoppers]
    columns = [[place[one] for one in row.products[-MOST:]] for row in rows]
    worth = [row.worth[-MOST:] for row in rows]
    starts = np.concatenate([[0], np.cumsum([len(row) for row in columns])]).astype(np.int64)
    return Interactions(
        products,
        shoppers,
        starts,
        np.array([one for row in columns for one in row], dtype=np.int64),
        np.array([one for row in worth for one in row], dtype=np.float64),
    )


def _worth(event: Event, low: float, high: float) -> float:
    if event.name != RATING:
        return WORTH.get(event.name, OTHER)
    if event.value is None or high <= low:
        return 1.0
    return LEAST_RATED + (event.value - low) / (high - low)

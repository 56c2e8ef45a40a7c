"""How prices lie within each kind of product, and which of them lie far outside."""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from catalog.product import Product

ENOUGH = 12
FAR = 3.0
"""Times the range between the quartiles, on a scale of ratios: what lies beyond is a typing slip or a thing apart."""
NARROWEST = math.log(1.25)
"""Prices closer together than this are taken for no closer: where all cost the same, a tenth more is no outlier."""


@dataclass(frozen=True, slots=True)
class PriceSpread:
    """The prices of one kind in one currency: least, quarter, half, three quarters and most."""

    type: str
    currency: str | None
    count: int
    least: float
    low: float
    middle: float
    high: float
    most: float


@dataclass(frozen=True, slots=True)
class Outlier:
    """A product whose price lies far outside those of its kind, by its place among the products."""

    place: int
    why: str


class PriceCount:
    """Keeps the prices by kind and currency, and nothing else of the products."""

    def __init__(self) -> None:
        self._prices: dict[tuple[str, str | None], array[float]] = defaultdict(lambda: array("d"))

    def add(self, products: Iterable[Product]) -> None:
        """These products more."""
        for product in products:
            if product.type and product.price:
                self._prices[product.type, product.currency].append(product.price)

    def spreads(self) -> tuple[PriceSpread, ...]:
        """The prices by kind, the kinds with most prices first."""
        found = [_spread(*kind, sorted(prices)) for kind, prices in self._prices.items()]
        return tuple(sorted(found, key=lambda one: (-one.count, one.type, one.currency or "")))


def outliers(products: Sequence[Product]) -> Iterator[Outlier]:
    """The prices more than three ranges of quartiles outside the middle half of their kind; nothing is changed."""
    for (type_, currency), priced in _by_kind(products).items():
        if len(priced) < ENOUGH:
            continue
        spread = _spread(type_, currency, sorted(value for _, value in priced))
        reach = FAR * max(math.log(spread.high / spread.low), NARROWEST)
        least, most = spread.low / math.exp(reach), spread.high * math.exp(reach)
        for place, value in priced:
            if not least <= value <= most:
                usual = f"half of the {spread.count} of type {type_} cost {spread.low:g} to {spread.high:g}"
                yield Outlier(place, f"is far {'below' if value < least else 'above'} its kind: {usual}")


def _by_kind(products: Sequence[Product]) -> dict[tuple[str, str | None], list[tuple[int, float]]]:
    found: dict[tuple[str, str | None], list[tuple[int, float]]] = defaultdict(list)
    for place, product in enumerate(products):
        if product.type and product.price:
            found[product.type, product.currency].append((place, product.price))
    return found


def _spread(type_: str, currency: str | None, prices: Sequence[float]) -> PriceSpread:
    low, middle, high = (_at(prices, share) for share in (0.25, 0.5, 0.75))
    return PriceSpread(type_, currency, len(prices), prices[0], low, middle, high, prices[-1])


def _at(ordered: Sequence[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)

"""Whether a record tells what the records of its kind tell: a device's battery lacks the device's facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from catalog.product import Product

LEAST = 5
"""Records of a kind that it takes to know what they tell."""
UNLIKE = 0.6
"""What is told of a product, against what is told of half of its kind, below which it is another thing."""


class RecordsAlike:
    """What the records of one kind tell: every attribute's name, weighed by how many of the records have it."""

    def __init__(self, things: Sequence[Product]) -> None:
        """`things`: products of which it is known that they are of the kind."""
        held = Counter(name for one in things for name in one.attributes)
        self._known = len(things) >= LEAST
        self._weights = {name: count / len(things) for name, count in held.items()}
        self._usual = median(map(self._told, things)) if self._known else 0.0

    def unlike(self, product: Product) -> bool:
        """Whether the record tells much less of what the kind's records tell; False where too few are known."""
        return self._known and self._told(product) < UNLIKE * self._usual

    def _told(self, product: Product) -> float:
        return sum(self._weights.get(name, 0.0) for name in product.attributes)

"""A log of events -> examples of clicks, purchases and satisfaction, each with what was known before it happened."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from assistant.personalization.event_log import Event
from assistant.ranking.heads import Rows
from catalog.product import Product

OUTCOMES = ("click", "purchase", "satisfaction")
FEATURES = (
    *("popularity", "click_rate", "purchase_rate", "rating", "rated_by"),
    *("price_position", "in_stock", "record_rating"),
    *("relevance", "match"),
)
OF_QUERY = FEATURES[-2:]
"""How well the product fits what was searched, and the share of the search's demands that it meets."""
Judge = Callable[[str, Product], tuple[float, float]]
"""A query and a product -> OF_QUERY; nan where the query demands nothing."""
UNKNOWN = (math.nan, math.nan)
DAY = 86_400.0
FAMILIAR = 10.0
"""Examples that a shop's own mean counts in a product's rate."""
SATISFIED = 0.7
"""Share of the scale from which a rating is a good one: 4 of 5 is at .75."""
SEEN, CLICKED, BOUGHT, RATED = ("view",), ("click", "cart", "purchase"), ("purchase",), ("rating",)


@dataclass(frozen=True, slots=True)
class OutcomeExamples:
    """Rows of FEATURES with what happened, and the product that each is about."""

    rows: Rows
    happened: tuple[bool, ...]
    products: tuple[str, ...]


@dataclass(slots=True)
class _Told:
    """What a log has told of a product up to a moment."""

    shoppers: set[str] = field(default_factory=set)
    seen: int = 0
    clicked: int = 0
    bought: int = 0
    rated: int = 0
    ratings: float = 0.0


def examples(
    events: Sequence[Event], products: Mapping[str, Product], judge: Judge | None = None
) -> dict[str, OutcomeExamples]:
    """Outcome -> its examples. A view is followed by a click or not, a click by a purchase or not, within a day; a
    rating is good or not, on the scale from the least to the greatest of the log. `judge` tells how well a product
    fits the search that an event came from."""
    places, later = price_positions(products), _by_pair(events)
    told: dict[str, _Told] = defaultdict(_Told)
    values = [one.value for one in events if one.name in RATED and one.value is not None]
    low, high = (min(values), max(values)) if values else (0.0, 0.0)
    found: dict[str, list[tuple[list[float], bool, str]]] = {outcome: [] for outcome in OUTCOMES}
    shop = _Told()
    for one in events:
        row = None
        for outcome, starts, ends in (("click", SEEN, CLICKED), ("purchase", ("click",), BOUGHT)):
            if one.name in starts:
                row = row or _row(
                    told[one.product],
                    shop,
                    products.get(one.product),
                    places.get(one.product),
                    _judged(one, products, judge),
                )
                happened = _follows(later[(one.shopper, one.product)], ends, one.time)
                found[outcome].append((row, happened, one.product))
        if one.name in RATED and one.value is not None and high > low:
            of_query = _judged(one, products, judge)
            row = _row(told[one.product], shop, products.get(one.product), places.get(one.product), of_query)
            found["satisfaction"].append((row, (one.value - low) / (high - low) >= SATISFIED, one.product))
        for book in (told[one.product], shop):
            _note(book, one)
    return {outcome: _packed(rows) for outcome, rows in found.items()}


def now(events: Sequence[Event], products: Mapping[str, Product]) -> tuple[tuple[str, ...], Rows]:
    """The ids of the products of catalogue and log, and their FEATURES as they stand after the last event."""
    told: dict[str, _Told] = defaultdict(_Told)
    shop = _Told()
    for one in events:
        for book in (told[one.product], shop):
            _note(book, one)
    places = price_positions(products)
    ids = tuple(sorted({*products, *told}))
    return ids, np.array([_row(told[one], shop, products.get(one), places.get(one)) for one in ids])


def price_positions(products: Mapping[str, Product]) -> dict[str, float]:
    """Where a product's price lies among those of its kind: 0 the lowest, 1 the highest; absent where nothing tells."""
    kinds: dict[str, list[float]] = defaultdict(list)
    for product in products.values():
        if product.price is not None:
            kinds[product.type or ""].append(float(product.price))
    ordered = {kind: sorted(prices) for kind, prices in kinds.items()}
    return {
        one.id: (bisect_right(ordered[one.type or ""], float(one.price)) - 1) / max(1, len(ordered[one.type or ""]) - 1)
        for one in products.values()
        if one.price is not None
    }


def _by_pair(events: Sequence[Event]) -> dict[tuple[str, str], list[Event]]:
    pairs: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for one in events:
        pairs[(one.shopper, one.product)].append(one)
    return pairs


def _follows(own: Sequence[Event], names: Sequence[str], time: float) -> bool:
    return any(one.name in names and time <= one.time <= time + DAY for one in own)


def _note(book: _Told, one: Event) -> None:
    book.shoppers.add(one.shopper)
    book.seen += one.name in SEEN
    book.clicked += one.name == "click"
    book.bought += one.name in BOUGHT
    if one.name in RATED and one.value is not None:
        book.rated += 1
        book.ratings += one.value


def _judged(one: Event, products: Mapping[str, Product], judge: Judge | None) -> tuple[float, float]:
    product = products.get(one.product)
    return UNKNOWN if judge is None or one.query is None or product is None else judge(one.query, product)


def _row(
    told: _Told,
    shop: _Told,
    product: Product | None,
    place: float | None,
    of_query: tuple[float, float] = UNKNOWN,
) -> list[float]:
    mean = shop.ratings / shop.rated if shop.rated else math.nan
    rating = (told.ratings + FAMILIAR * mean) / (told.rated + FAMILIAR) if shop.rated else math.nan
    stock = math.nan if product is None or product.stock is None else float(product.stock > 0)
    return [
        math.log1p(len(told.shoppers)),
        _rate(told.clicked, told.seen, shop.clicked, shop.seen),
        _rate(told.bought, told.clicked, shop.bought, shop.clicked),
        rating,
        math.log1p(told.rated),
        math.nan if place is None else place,
        stock,
        math.nan if product is None or product.rating is None else float(product.rating),
        *of_query,
    ]


def _rate(happened: int, of: int, shop_happened: int, shop_of: int) -> float:
    usual = shop_happened / shop_of if shop_of else 0.0
    return (happened + FAMILIAR * usual) / (of + FAMILIAR)


def _packed(told: Sequence[tuple[list[float], bool, str]]) -> OutcomeExamples:
    rows = np.array([row for row, _, _ in told]).reshape(len(told), len(FEATURES))
    return OutcomeExamples(rows, tuple(yes for _, yes, _ in told), tuple(product for _, _, product in told))

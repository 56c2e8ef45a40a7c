"""The next best question: the one whose answer splits the candidates best."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import floor, log2, log10

from assistant.state import DialogueState
from catalog.product import Constraint, Product

ENOUGH_TO_ASK = 12
"""With no more products than this a list is quicker read than a question answered."""
TOLD_BY = 0.6
"""Share of the candidates whose record must give the answer."""
MOST_CHOICES = 4
LONGEST = 24
SPLIT = 0.8
"""Bits that an answer has to give."""
ROUND = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
"""Amounts that people name, times a power of ten."""


@dataclass(frozen=True, slots=True)
class Asking:
    """When a question is worth a turn: more products than `enough` fit, and an answer gives `split` bits."""

    enough: float = ENOUGH_TO_ASK
    split: float = SPLIT


@dataclass(frozen=True, slots=True)
class Split:
    """A field to ask about and the demands that its likely answers make, each with the candidates it leaves."""

    field: str
    choices: tuple[tuple[Constraint, int], ...]


def best_split(
    state: DialogueState,
    products: Sequence[Product],
    fitting: int,
    worth_asking: Callable[[str], float] = lambda _: 1.0,
    asking: Asking | None = None,
) -> Split | None:
    """The most telling question about these products, or None where none is worth a turn; never one asked before.

    What a field's answer tells counts by how far it is `worth_asking`, from 0 to 1.
    """
    asking = asking or Asking()
    if fitting <= asking.enough or state.want is None or not state.want.types:
        return None
    settled = {constraint.field for constraint in state.ledger} | set(state.asked)
    names = Counter(chain.from_iterable(product.attributes for product in products))
    names["brand"] += sum(product.fact("brand") is not None for product in products)
    best: tuple[float, str] | None = None
    for name, count in sorted(names.items()):
        if name in settled or count < TOLD_BY * len(products):
            continue
        gain = _gain(name, products)
        worth = gain * worth_asking(name) if gain >= asking.split else 0.0
        if worth and (best is None or worth > best[0]):
            best = (worth, name)
    bands = () if "price" in settled else _bands(products)
    gain = _bits([count - before for (_, count), before in zip(bands, (0, *(c for _, c in bands)), strict=False)])
    if gain >= asking.split and (best is None or gain * worth_asking("price") >= best[0]):
        return Split("price", bands)
    return Split(best[1], _choices(best[1], products)) if best else None


def _bands(products: Sequence[Product]) -> tuple[tuple[Constraint, int], ...]:
    """Three limits of price that part the products about evenly, each with how many it leaves; none in two moneys."""
    prices = sorted(one.price for one in products if one.price)
    moneys = {one.currency for one in products if one.price}
    if len(moneys) != 1 or len(prices) < TOLD_BY * len(products):
        return ()
    limits = sorted({_named(prices[len(prices) * quarter // 4]) for quarter in (1, 2, 3)})
    counted = [(Constraint("price", "<=", one, *moneys), bisect_right(prices, one)) for one in limits]
    return tuple(pair for pair in counted if pair[1] < len(prices))


def _named(price: float) -> float:
    """The least amount that people name, from this one up."""
    power = 10.0 ** floor(log10(price))
    return next(round(step * power, 2) for step in ROUND if step * power >= price - 1e-9)


def _bits(counts: Sequence[int]) -> float:
    told = sum(counts)
    return -sum(count / told * log2(count / told) for count in counts if count) if told else 0.0


def _values(name: str, products: Sequence[Product]) -> Counter[str | bool]:
    facts = [product.fact(name) for product in products]
    return Counter(
        fact.value
        for fact in facts
        if fact is not None
        and (isinstance(fact.value, bool) or (isinstance(fact.value, str) and len(fact.value) <= LONGEST))
    )


def _gain(name: str, products: Sequence[Product]) -> float:
    values = _values(name, products)
    told = sum(values.values())
    if told < TOLD_BY * len(products) or len(values) < 2:
        return 0.0
    top = [count for _, count in values.most_common(MOST_CHOICES)]
    return sum(top) / told * _bits(top)


def _choices(name: str, products: Sequence[Product]) -> tuple[tuple[Constraint, int], ...]:
    values = sorted(_values(name, products).items(), key=lambda pair: (-pair[1], str(pair[0])))
    return tuple((Constraint(name, "=", value), count) for value, count in values[:MOST_CHOICES])

"""A demand on every fact of a column: the law is asked of each, and of figures only where its answer may change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from math import isfinite

from catalog.product import Attribute, Constraint, Verdict

BOUNDS = frozenset({"<", "<=", ">", ">="})
"""Demands that a figure meets wherever a less, or a greater, figure of the same unit meets them."""
FEW = 16


def rising(facts: Sequence[Attribute]) -> Mapping[str | None, Sequence[int]]:
    """Unit -> the places of its figures in `facts`, the least figure first."""
    found: dict[str | None, list[int]] = {}
    for place, fact in enumerate(facts):
        if isinstance(fact.value, float) and isfinite(fact.value):
            found.setdefault(fact.unit, []).append(place)
    for places in found.values():
        places.sort(key=lambda place: facts[place].value)
    return found


def judged(
    constraint: Constraint, facts: Sequence[Attribute], ordered: Mapping[str | None, Sequence[int]]
) -> list[Verdict]:
    """The verdict on each fact, as `Constraint.judges` tells it; `ordered` is what `rising` found of the facts."""
    if constraint.op not in BOUNDS:
        return [constraint.judges(fact) for fact in facts]
    told: list[Verdict | None] = [None] * len(facts)
    for places in ordered.values():
        if len(places) > FEW:
            first, last = constraint.judges(facts[places[0]]), constraint.judges(facts[places[-1]])
            turn = len(places)
            if first is not last:
                turn = bisect_left(places, True, key=lambda place: constraint.judges(facts[place]) is last)
            for at, place in enumerate(places):
                told[place] = first if at < turn else last
    return [verdict or constraint.judges(fact) for verdict, fact in zip(told, facts, strict=True)]

"""Figures for one thing of which only one names the unit: at least 15 inches but at most 16, 8 or 16 or 32 GB."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from catalog.languages.quantities import Quantity

if TYPE_CHECKING:
    from assistant.understanding.message.reading import Span

ALIKE = 2.5
"""Two bounds of one thing are not more than this many times each other."""
PLUS, GIGA = "+", "GB"
DATA = frozenset({GIGA, "TB"})
BOUNDS = ("at_most", "at_least", "at_most_after", "at_least_after")


def with_shared_units(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The phrases, each bare bound beside a measured one of the same thing measured in its unit."""
    found = list(spans)
    figures = [at for at, span in enumerate(found) if span.quantity is not None]
    for first, second in pairwise(figures):
        between = found[first + 1 : second]
        early, late = found[first].quantity, found[second].quantity
        if len(between) == 1 and between[0].key == PLUS and early and late:
            found[first : second + 1] = _added(found[first], between[0], found[second])
            continue
        if between and all(span.cue("or") and not span.mark for span in between) and early and late:
            if late.unit and not (early.unit or early.currency or early.maybe_name):
                found[first] = replace(
                    found[first], quantity=replace(early, unit=late.unit, alternatives=late.alternatives)
                )
            continue
        if not any(span.cue(*BOUNDS) for span in between) or not all(_links(span) for span in between):
            continue
        if second + 1 < len(found) and not (found[second + 1].mark or "filler" in found[second + 1].roles):
            continue
        one, other = found[first].quantity, found[second].quantity
        if one is None or other is None or one.high or other.high or not _alike(one.value, other.value):
            continue
        if one.unit and one.unit != "piece" and not (other.unit or other.currency or other.maybe_name):
            found[second] = replace(
                found[second], quantity=replace(other, unit=one.unit, alternatives=one.alternatives)
            )
    return tuple(found)


def _added(first: Span, plus: Span, second: Span) -> tuple[Span, Span, Span]:
    """Two figures with a plus between, which bounds neither; of data, the first is gigabytes: 8+256G, 16 + 1 TB."""
    early, late = first.quantity, second.quantity
    if early is not None and late is not None and not (early.unit or early.currency or early.maybe_name):
        data = {late.unit, *late.alternatives} & DATA
        if data:
            first = replace(first, quantity=replace(early, unit=GIGA))
            second = replace(second, quantity=replace(late, unit=min(data), alternatives=()))
    return first, replace(plus, roles={}), second


def _in_unit_of(bare: Quantity, measured: Quantity) -> Quantity:
    return replace(bare, unit=measured.unit, alternatives=measured.alternatives)


def _links(span: Span) -> bool:
    if span.mark or span.cue("price", "for") or "attributive" in span.roles.get("particle", ()):
        return False
    return "filler" in span.roles or span.cue(*BOUNDS, "and", "or")


def _alike(one: float, other: float) -> bool:
    return 0 < one <= ALIKE * other and other <= ALIKE * one

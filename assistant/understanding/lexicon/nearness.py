"""How near a figure lies to what records tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log10

from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from catalog.measures import convert

MOST = 4.0
"""A figure beyond this many times the usual ones is about something else."""
MOSTLY = 0.7
COUNTING_UNITS = frozenset({"piece", "page", "sheet", "people"})
"""Units that count things, which columns of counts leave out."""
CLOSE = 2.0
"""A figure that may be in several units is in the one in which it lies so near to what records tell."""
BESIDE: Mapping[str, tuple[str, ...]] = {
    **{"g": ("kg",), "kg": ("g",), "mm": ("cm", "m"), "cm": ("m", "mm"), "m": ("cm",), "ml": ("l",), "l": ("ml",)},
    **{"GB": ("TB",), "min": ("h",), "h": ("min",)},
}
"""The units that people leave out beside a column's own: 1.5, of laptops that records weigh in grams."""
LIKELY = 1.0
"""So many powers of ten beyond what records tell, a figure may still be of their column."""


def lies_near(number: float, span: tuple[float, float], times: float) -> bool:
    """Whether a number lies so many times below or above what records tell; below zero by their greatest distance."""
    low, high = span
    if low < 0:
        furthest = max(-low, abs(high))
        return -furthest * times <= number <= furthest * times
    return low / times <= number <= high * times


def far_off(number: float, span: tuple[float, float]) -> float:
    """How many powers of ten a number lies beyond what may be of this column: 10 mm are no length of mats of 1.8 m."""
    low, high = span
    if min(number, low) <= 0:
        return 0.0
    return max(log10(max(low / number, number / high)) - LIKELY, 0.0)


def unit_meant(field: FieldWords, value: float, types: Sequence[str]) -> str | None:
    """The unit that a bare figure of a column is in: the usual one, or the only one in which it lies among its numbers;
    None where it may be another."""
    span, unit = field.range_for(types), field.unit
    if span is None or unit is None:
        return None
    if field.units[unit] >= MOSTLY * sum(field.units.values()) and span[0] / MOST <= value <= span[1] * MOST:
        return unit
    for among in (field.units, BESIDE.get(unit, ())):
        told = {one: convert(value, one, unit) for one in among}
        fitting = [one for one, number in told.items() if number is not None and lies_near(number, span, CLOSE)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None

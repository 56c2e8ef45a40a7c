"""Sizes written as sides, and whether two texts tell the same one: 200*230cm, 2 x 2.3 m."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from catalog.languages.quantities import quantities
from catalog.languages.quantity_words import quantity_words
from catalog.measures import convert, dimension

FIGURE = re.compile(r"(?<![\d.])\d+(?:\.\d+)?")
LENGTH, SMALL, LARGE = "length", "cm", 100.0
SLACK = 0.01
FLAT = 2


@dataclass(frozen=True, slots=True)
class Sides:
    """The figures of one size as they stand, and in centimetres where a unit is told."""

    written: tuple[float, ...]
    measured: tuple[float, ...] | None


@lru_cache(maxsize=1 << 14)
def sides(text: str) -> tuple[Sides, ...]:
    """Every size in the text that is told by two sides or more."""
    times = quantity_words().times
    if not times.search(text):
        return ()
    found, at = [], 0
    while (first := FIGURE.search(text, at)) is not None:
        figures, units = [float(first.group())], []
        unit, at = _unit(text, first.end())
        units.append(unit)
        while (join := times.match(text, at)) is not None and (more := FIGURE.match(text, join.end())) is not None:
            figures.append(float(more.group()))
            unit, at = _unit(text, more.end())
            units.append(unit)
        if len(figures) >= FLAT:
            found.append(Sides(tuple(figures), _measured(figures, units)))
    return tuple(found)


def same_size(wanted: str, told: str) -> bool | None:
    """Whether a text tells the sides that another asks for, turned about or with its height; False where none are
    asked for, None where it tells none."""
    asked = sides(wanted)
    known = sides(told) if asked else ()
    return any(_fits(one, other) for one in asked for other in known) if known or not asked else None


def tells_length(told: str, wanted: float, unit: str | None) -> bool:
    """Whether one of the lengths in a text, sides among them, is the one wanted."""
    number = convert(wanted, unit, SMALL) if dimension(unit) == LENGTH else None
    return number is not None and any(abs(one - number) <= SLACK * number for one in _lengths(told))


@lru_cache(maxsize=1 << 14)
def _lengths(text: str) -> tuple[float, ...]:
    alone = (convert(one.value, one.unit, SMALL) for one in quantities(text) if dimension(one.unit) == LENGTH)
    joined = (side for one in sides(text) for side in one.measured or ())
    return tuple(dict.fromkeys(one for one in (*alone, *joined) if one is not None))


def _unit(text: str, at: int) -> tuple[str | None, int]:
    measure = quantity_words().after(text, at)
    return (measure.unit, measure.end) if measure is not None and dimension(measure.unit) == LENGTH else (None, at)


def _measured(figures: Sequence[float], units: Sequence[str | None]) -> tuple[float, ...] | None:
    last = units[-1]
    told = [convert(value, unit or last, SMALL) for value, unit in zip(figures, units, strict=True)] if last else []
    return tuple(one for one in told if one is not None) if told and None not in told else None


def _fits(asked: Sides, told: Sides) -> bool:
    if asked.measured is not None and told.measured is not None:
        return _alike(asked.measured, told.measured)
    in_metres = tuple(one / LARGE for one in told.measured or ())
    return any(_alike(asked.written, one) for one in (told.written, told.measured or (), in_metres) if one)


def _alike(asked: Sequence[float], told: Sequence[float]) -> bool:
    same = told[:FLAT] if len(asked) == FLAT else told
    pairs = zip(sorted(asked), sorted(same), strict=False)
    return len(asked) == len(same) and all(abs(one - other) <= SLACK * max(one, other) for one, other in pairs)

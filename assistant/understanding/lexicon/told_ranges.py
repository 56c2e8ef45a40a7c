"""The range in which the figures of a column usually lie, all in one unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalog.measures import convert

Told = Mapping[str | None, list[float]]
"""The figures of a column by the unit that they are told in."""


def told_range(told: Told, usual: str | None) -> tuple[float, float]:
    """The 5th and the 95th percentile in the column's usual unit; what can't be converted counts as it stands."""
    numbers = []
    for unit, figures in told.items():
        factor = convert(1.0, unit, usual) if unit and usual and unit != usual else None
        numbers += figures if factor is None else [convert(one, unit, usual) or one for one in figures]
    return span(numbers)


def span(numbers: Sequence[float]) -> tuple[float, float]:
    """The 5th and the 95th percentile; zeros where there is no number."""
    if not numbers:
        return 0.0, 0.0
    ordered = sorted(numbers)
    last = len(ordered) - 1
    return ordered[round(0.05 * last)], ordered[round(0.95 * last)]

"""When a told figure is a record's: its meanings, and the slack that rounding leaves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from assistant.reasons.audit_scan import Mention
from catalog.measures import convert, dimension
from catalog.product import Attribute

Numbers: TypeAlias = list[tuple[float, str | None, str]]
"""(value, unit or currency, the words) for each way to read one figure."""
COUNTS = frozenset({"piece", "page", "sheet"})
NEAR = 0.02
"""A rounded figure may be this far off: 23.8 inch is told as 24 inch."""


def meanings(figure: Mention) -> Iterator[tuple[float, str | None, str]]:
    """(value, unit or currency, the words) for each way to read a figure."""
    cue = figure.cue("number")
    if cue is not None:
        yield float(cue.name), None, figure.said
        return
    one = figure.figure
    assert one is not None
    for unit in (one.currency or one.unit, *one.alternatives):
        yield one.value, unit, figure.said


def same(value: float, unit: str | None, said: str, fact: Attribute, *, rounded: bool = False) -> bool:
    """Whether a told figure is a fact's: in its unit, to the digits that are told."""
    if isinstance(fact.value, bool) or not isinstance(fact.value, (int, float)):
        return False
    number = None if unit is None and fact.unit is not None else convert(fact.value, fact.unit, unit)
    if number is None and ((unit is None and fact.unit in COUNTS) or (unit in COUNTS and fact.unit is None)):
        number = fact.value
    if number is None and unit is None and fact.unit is not None and dimension(fact.unit) is None:
        number = fact.value
    if number is None:
        return False
    digits = "".join(letter for letter in said if letter.isdigit() or letter == ".").strip(".")
    decimals = len(digits.partition(".")[2])
    slack = 0.005 if dimension(unit) == "money" or dimension(fact.unit) == "money" else 0.5 * 10**-decimals
    if rounded:
        return abs(number - value) <= 0.1 * abs(number)
    return abs(number - value) <= min(slack, NEAR * abs(number)) + 1e-9

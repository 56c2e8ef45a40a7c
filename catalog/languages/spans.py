"""Spans that a text tells, of ages, players or sizes that a thing is for: 3-6岁, 2-6 players, up to 50 kg, 8+."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from catalog.languages.quantities import quantities
from catalog.languages.registry import every_language, places
from catalog.measures import convert

LONGEST = 40
LEAST_SIGNS, MOST_SIGNS = "+>≥", "<≤"
YEAR = "year"


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says that a thing is for, from `low` to `high`; `open_below` where only the most is told."""

    low: float
    high: float
    unit: str | None

    @property
    def open_below(self) -> bool:
        """Whether only the most is told."""
        return self.low == -math.inf

    @property
    def is_span(self) -> bool:
        """Whether more than one figure lies in it."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class _Words:
    least: re.Pattern[str]
    most: re.Pattern[str]
    birth: re.Pattern[str]
    years: re.Pattern[str]
    beside: re.Pattern[str]


@lru_cache(maxsize=1 << 14)
def told_span(text: str) -> Told | None:
    """The one span or figure that the whole text is; None where it tells more than that, or none."""
    words = _words(places())
    if len(text) > LONGEST:
        return None
    figures = [one for one in quantities(text) if one.currency is None]
    if not figures:
        return Told(0.0, math.inf, YEAR) if words.birth.fullmatch(text.strip()) else None
    figure, around = figures[0], _around(text, figures[0].start, figures[0].end)
    unit = figure.unit or (YEAR if words.years.search(text) else None)
    if len(figures) > 1 or words.beside.sub("", around).strip(" +><≥≤.,-–()（）"):
        return None
    if figure.high is not None:
        return Told(figure.value, figure.high, unit)
    if any(sign in text for sign in MOST_SIGNS) or words.most.search(around):
        return Told(-math.inf, figure.value, unit)
    if any(sign in text for sign in LEAST_SIGNS) or words.least.search(around):
        return Told(figure.value, math.inf, unit)
    return Told(figure.value, figure.value, unit)


def birth_in(text: str) -> tuple[int, int] | None:
    """Where a text names somebody who was just born."""
    found = _words(places()).birth.search(text)
    return found.span() if found else None


def span_allows(text: str, op: str, wanted: float, unit: str | None) -> bool | None:
    """Whether what a text tells proves a figure that is asked for; None where it tells no such thing or leaves it open.

    Where a text only tells the most, as much as that is reached.
    """
    told = told_span(text)
    if told is None:
        return None
    aged = told.unit is None and unit == YEAR and told.is_span  # 8+
    number = wanted if aged or told.unit == unit else convert(wanted, unit, told.unit)
    if number is None:
        return None
    if op in ("=", "about"):
        return told.low <= number <= told.high
    if op in (">", ">="):
        reached = told.high if told.open_below else told.low
        beyond = reached > number if op == ">" else reached >= number
        return True if beyond else False if told.high < number or told.open_below else None
    within = told.high < number if op == "<" else told.high <= number
    return True if within else False if told.low > number else None


def _around(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}".casefold()


@lru_cache(maxsize=4)
def _words(_: tuple[str, ...]) -> _Words:
    found = [language.data("quantities.json").get("spans", {}) for language in every_language()]

    def either(*names: str) -> re.Pattern[str]:
        words = sorted({word for each in found for name in names for word in each.get(name, ())}, key=len, reverse=True)
        said = (rf"(?<![a-z]){re.escape(one)}(?![a-z])" if one.isascii() else re.escape(one) for one in words)
        return re.compile("|".join(said) or r"(?!)", re.IGNORECASE)

    beside = either("least", "most", "years", "beside")
    return _Words(either("least"), either("most"), either("birth"), either("years"), beside)

"""How many of a thing there are, as records say it: a number, or words such as sold out and only 3 left."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from catalog.cleaning.column_words import column_words
from catalog.cleaning.written_measures import number
from catalog.languages.registry import places

AT_LEAST = re.compile(r"[>≥]?\s*(\d+)\s*\+?")
FIGURE = re.compile(r"\d+")


def stock_of(said: Any) -> float | None:
    """The stock that a cell states: 0 where it says that nothing is left; None where it doesn't say how many."""
    if (there := yes_or_no(said)) is not None:
        return None if there else 0.0
    if not isinstance(said, (str, int, float)):
        return None
    if (plain := number(str(said))) is not None:
        return plain
    text = str(said).strip().casefold()
    if text in column_words().availability.get("alone", ()) or _pattern("none", places()).search(text):
        return 0.0
    if at_least := AT_LEAST.fullmatch(text):
        return float(at_least[1])
    figures = FIGURE.findall(text)
    return float(figures[0]) if len(figures) == 1 and _pattern("left", places()).search(text) else None


def yes_or_no(said: Any) -> bool | None:
    """What a cell answers that only says whether a thing is there; None where it says more or something else."""
    if isinstance(said, bool):
        return said
    words, text = column_words(), str(said).strip().casefold() if isinstance(said, str) else ""
    return True if text in words.true else False if text in words.false else None


def told_availability(said: Any) -> bool:
    """Whether a cell says in words that a thing is there, however many."""
    return isinstance(said, str) and _pattern("some", places()).search(said.strip().casefold()) is not None


@lru_cache(maxsize=16)
def _pattern(name: str, _: tuple[str, ...]) -> re.Pattern[str]:
    words = column_words().availability.get(name, ())
    either = "|".join(rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in words)
    return re.compile(either or r"(?!)")

"""Grades: A to G with pluses that make a letter better still, or 1 to 5; the first of a scale is the best."""

from __future__ import annotations

import re

from catalog.languages.figures import figures

LETTERS = ("a+++", "a++", "a+", *"abcdefg")
STEPS = tuple("12345")
LETTER = re.compile(r"[a-g]\+{0,3}(?![a-z0-9+])", re.IGNORECASE)


def letter_grade(said: str) -> str | None:
    """The letter that words begin with, its signs beside it, in one form; None where they begin with no grade."""
    found = LETTER.match(said.strip())
    return found.group().lower() if found is not None and found.group().lower() in LETTERS else None


def grade(said: str) -> str | None:
    """The grade in one form, a letter or a figure; None where the words tell none."""
    letter = letter_grade(said)
    if letter is not None or LETTER.match(said.strip()) is not None:
        return letter
    told = next((f"{one.value:g}" for one in figures(said)), None)
    return told if told in STEPS else None


def scale(grade: str) -> tuple[str, ...]:
    """All grades that one is told among, the best first."""
    return LETTERS if grade in LETTERS else STEPS


def as_good(grade: str) -> tuple[str, ...]:
    """The grade and all better ones of its scale, the best first."""
    whole = scale(grade)
    return whole[: whole.index(grade) + 1]

"""What titles count or size by a figure or letters beside a word: 4 slice, L码."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.understanding.lexicon.words import key
from catalog.cleaning.written_measures import unit_word

LATIN = re.compile(r"(?<![\w.,])(\d{1,3})[ -]([a-z]{3,})(?![\w-])")
OTHER = re.compile(r"(?<![a-z0-9.,])(\d{1,3}|\d?x{0,3}[sml])([^\W\d_a-z])(?![\d.])")


def counts_in(plain: str) -> Iterator[tuple[int, int, str, str]]:
    """Where a text in small letters says a figure with a word that is no unit, how that is looked up, and the word."""
    for pattern in (LATIN, OTHER):
        for found in pattern.finditer(plain):
            word = key(found[2])
            if unit_word(found[2]) is None or found[1][-1].isalpha():
                joined = f"{found[1]} {word}" if pattern is LATIN else f"{found[1]}{word}"
                yield found.start(), found.end(), joined, word


def counts_told(title: str) -> set[str]:
    """The lookup forms of all that a title counts."""
    return {joined for _, _, joined, _ in counts_in(title.lower())}

"""The words of a run of letters that a script writes without spaces: the last one, where words begin, what may go."""

from __future__ import annotations

import re

from catalog.languages.registry import every_language
from catalog.types.words import FARTHEST, type_words


def last_word(run: str) -> str:
    """The last word of a run of letters without spaces; one letter alone is joined to the word before it."""
    starts = [start for start in word_starts(run) if len(run) - start > 1]
    return run[max(starts, default=0) :]


def word_starts(run: str) -> frozenset[int]:
    """Where the last words of a run of letters without spaces begin."""
    starts: set[int] = set()
    end = len(run)
    while end and len(run) - end < FARTHEST:
        end -= len(_cut(run[:end])[-1])
        starts.add(end)
    return frozenset(starts)


def without_trailing(run: str) -> str:
    """A run of letters without spaces, without the words at its end that name no kind."""
    for word in sorted(type_words().trailing, key=len, reverse=True):
        if not word.isascii() and run.endswith(word) and len(run) > len(word) + 1:
            return run[: -len(word)]
    return run


def _cut(run: str) -> list[str]:
    for language in every_language():
        cut = language.code_for("script", "cut")
        if cut and re.match(f"[{language.words['letters']}]", run):
            return cut(run) or [run]
    return [run]

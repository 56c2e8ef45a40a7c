"""Whether a title names a thing that goes with others: a mount, a case, a blade for what is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from catalog.languages.folding import fold
from catalog.languages.registry import every_language, places


def beside(title: str) -> bool:
    """Whether a title names a thing that goes with others, and not only what is in the box besides."""
    return _beside(title, places())


@lru_cache(maxsize=1 << 14)
def _beside(title: str, folders: tuple[str, ...]) -> bool:
    known = _words(folders)
    alone = known.besides.split(fold(title))[0]
    return known.things.search(alone) is not None


@dataclass(frozen=True, slots=True)
class _Words:
    things: re.Pattern[str]
    besides: re.Pattern[str]


@lru_cache(maxsize=4)
def _words(_: tuple[str, ...]) -> _Words:
    told = [language.data("import.json").get("type", {}) for language in every_language()]
    things = {fold(word) for words in told for word in words.get("goes_with", ())}
    besides = {fold(word) for words in told for word in words.get("besides", ())}
    return _Words(_any(things), _any(besides))


def _any(words: set[str]) -> re.Pattern[str]:
    """Any of the words, whole where Latin."""
    latin = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word.isascii())
    other = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if not word.isascii())
    return re.compile(
        "|".join(part for part in (rf"(?<![a-z0-9])(?:{latin})(?![a-z0-9])" if latin else "", other) if part)
    )

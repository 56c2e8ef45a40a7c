"""What each language knows of spelling: its ordinary words, and which of them sound alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from catalog.languages.registry import every_language, places


@dataclass(frozen=True, slots=True)
class Spelling:
    """One language's spelling: whether a word is an ordinary one, and a form that is the same for what sounds alike."""

    letters: re.Pattern[str]
    spaced: bool
    """Whether its words stand apart; where they don't, any run of letters may be one."""
    ordinary: Callable[[str], bool]
    sounds: Callable[[str], str]
    stop: frozenset[str]
    """Words too frequent to be part of a misspelt one."""
    stretches: Callable[[str], frozenset[int]] | None
    """The places in a text where words may begin or end; None where spaces tell."""
    near: Callable[[str], bool]
    """Whether an ordinary word is one slip away."""
    endings: frozenset[str]
    """What may follow an ordinary word and make another one."""


def spellings() -> tuple[Spelling, ...]:
    """The languages that know of spelling."""
    return _spellings(places())


@lru_cache(maxsize=4)
def _spellings(_: tuple[str, ...]) -> tuple[Spelling, ...]:
    found = []
    for language in every_language():
        ordinary, sounds, near = (language.code_for("spelling", name) for name in ("ordinary", "sounds", "near"))
        if ordinary and sounds and near:
            letters = re.compile(f"[{language.words['letters']}]+")
            endings, stop = (frozenset(language.words.get(name, [])) for name in ("derived", "stop"))
            stretches = language.code_for("spelling", "stretches")
            found.append(Spelling(letters, bool(letters.match("e")), ordinary, sounds, stop, stretches, near, endings))
    return tuple(found)

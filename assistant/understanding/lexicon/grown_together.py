"""Names whose words are written without a space, told apart: numberofshelves is the number of shelves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from math import log

from catalog.embedders import usual_words
from catalog.languages.folding import fold
from catalog.languages.registry import places
from catalog.languages.terms import own_terms
from catalog.types.known import known_types

SHORTEST = 8
"""Letters from which a word may be several."""
LONGEST = 18
SHORT, USUAL = 2, 150
"""Words of so few letters stand inside such names only where they are among the most usual."""
UNKNOWN = 9.0
"""What a letter costs that belongs to no known word."""
WORD = re.compile(r"[a-z]+")
GAP = re.compile(r"[\s_.]|[a-z][A-Z]")
NEARLY_ALL, FEW = 0.9, 2


def written_as_one(names: Iterable[str]) -> bool:
    """Whether a catalogue's column names leave no space between words: who parts some of them parts them all."""
    long = [name for name in names if len(name) >= SHORTEST and name.isascii()]
    return sum(GAP.search(name) is None for name in long) >= NEARLY_ALL * len(long) > FEW


def told_apart(name: str) -> str:
    """The name with spaces between the words that are written as one; the name itself where there are none such."""
    return WORD.sub(lambda found: _parted(found.group()), name) if len(name) >= SHORTEST else name


@lru_cache(maxsize=1 << 12)
def _parted(run: str) -> str:
    costs = _costs()
    if len(run) < SHORTEST or run in costs:
        return run
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(run) + 1):
        known = (
            (best[start][0] + costs.get(run[start:end], UNKNOWN * (end - start) + 5), start)
            for start in range(max(0, end - LONGEST), end)
        )
        best.append(min(known))
    words, end = list[str](), len(run)
    while end:
        start = best[end][1]
        words.append(run[start:end])
        end = start
    known_words = all(word in costs for word in words)
    return " ".join(reversed(words)) if known_words and len(words) > 1 else run


@lru_cache(maxsize=1)
def _costs() -> dict[str, float]:
    """What each known word costs: the rarer, the more."""
    words = [word for word in usual_words() if WORD.fullmatch(word)]
    ranked = [word for place, word in enumerate(words) if len(word) > SHORT or place < USUAL]
    costs = {word: log((place + 2) * log(len(words))) for place, word in enumerate(ranked)}
    rare = log(len(words) * log(len(words)))
    known = {word for phrase in (*known_types().names, *known_types().concepts, *_terms()) for word in phrase.split()}
    return {word: rare for word in known if WORD.fullmatch(word) and len(word) > SHORT} | costs


def _terms() -> list[str]:
    return [fold(word) for one in own_terms(places()).concepts.values() for said in one.words.values() for word in said]

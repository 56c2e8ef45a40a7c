"""The last words of a kind's name that no lexicon knows as anything: the stroller of a baby stroller."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.languages.dialogue import places
from assistant.understanding.lexicon.fixed_roles import dialogue_roles
from assistant.understanding.lexicon.told_together import cut_words
from assistant.understanding.lexicon.words import key
from catalog.languages.lexicon import kind_of
from catalog.types.known import known_types
from catalog.types.words import type_words

SHORTEST = 5
"""Letters of the last word of a name that stands for all of it."""


def unknown_ends(name: str) -> Iterator[str]:
    """The ends of a name of several words that nothing else is called, the longest first."""
    parts = name.lower().split() if name.isascii() else [*cut_words(name)]
    gap = " " if name.isascii() else ""
    for start in range(1, len(parts)):
        end = gap.join(parts[start:])
        if not gap and len(parts[start]) == 1 and start < len(parts) - 1:
            continue  # One sign belongs to what is before it: 入耳式 + 耳机.
        long = len(parts[-1]) >= SHORTEST or len(parts) - start > 1 if name.isascii() else len(end) > 1
        if long and not _means_something(end):
            yield end


def _means_something(end: str) -> bool:
    words = type_words()
    told = key(end) in dialogue_roles(places()) or kind_of(end) is not None
    vague = {key(end), end} & (words.no_kind | words.vague | (words.general - known_types().nouns))
    return told or bool(vague) or end[-1] in words.no_ends

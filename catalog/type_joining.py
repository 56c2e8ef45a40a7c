"""Words that name a kind, but as good as none by themselves, with the word before them: keystone jack, wall light."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from catalog.languages.registry import places
from catalog.type_phrases import Phrases
from catalog.type_wording import Wording
from catalog.type_words import is_figure, is_trailing, key, type_words

USUAL, LONGEST = 2, 3
LEAST_LETTERS = 3


def joined(saids: Sequence[Wording], kinds: Sequence[str | None], phrases: Phrases) -> list[str | None]:
    """The same kinds, a general word joined to the word before it, where categories or several titles have the two."""
    general = type_words().general
    found = {
        number: pair
        for number, (said, kind) in enumerate(zip(saids, kinds, strict=True))
        if kind in general and (pair := _pair(said, kind, phrases))
    }
    counts = Counter(found.values())
    modifiers = _modifiers(phrases.known.names, places())
    return [
        pair if (pair := found.get(number)) and (counts[pair] >= USUAL or pair.partition(" ")[0] in modifiers) else kind
        for number, kind in enumerate(kinds)
    ]


@lru_cache(maxsize=4)
def _modifiers(names: frozenset[str], _: tuple[str, ...]) -> frozenset[str]:
    """Words that stand before the last word of a category's name."""
    return frozenset(name.split()[-2] for name in names if " " in name)


def _pair(said: Wording, kind: str, phrases: Phrases) -> str | None:
    """The key of the general word with the one before it, as the title or the description's first line says them."""
    for text in (said.title, (said.description or "").partition("\n")[0]):
        words = re.split(r"[\s/]+", text)
        for place in range(len(words) - 1, 0, -1):
            if key(words[place].strip(",.;:()")) != kind:
                continue
            for length in range(min(LONGEST, place), 1, -1):
                if (thing := key(" ".join(words[place - length : place]))) in phrases.known.concepts:
                    return f"{thing} {kind}"
            before = words[place - 1]
            if before.isalpha() and len(before) >= LEAST_LETTERS and not _describes(before, phrases):
                return f"{key(before)} {kind}"
            break
    return None


def _describes(word: str, phrases: Phrases) -> bool:
    """Whether a word says how a thing is or who makes it, rather than what it is for or of."""
    plain = key(word)
    shade = plain in type_words().shades or plain in type_words().no_kind or plain in type_words().stops
    return shade or word.isupper() or is_figure(word) or is_trailing(word) or phrases.describes(word)

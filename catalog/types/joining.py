"""Words that name a kind, but as good as none by themselves, with the word before them: keystone jack, wall light."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from catalog.languages.registry import places
from catalog.types.phrases import Phrases
from catalog.types.wording import Wording
from catalog.types.words import is_figure, is_trailing, is_unit, key, type_words

USUAL, LONGEST = 2, 3
LEAST_LETTERS = 3
TOGETHER = 0.8
"""Where so many of the pairs have the same word before them, that belongs to them: hot swap tray."""


def joined(saids: Sequence[Wording], kinds: Sequence[str | None], phrases: Phrases) -> list[str | None]:
    """The same kinds, a general word joined to the word before it, where categories or several titles have the two."""
    general, toys = type_words().general | type_words().vague, type_words().toys
    modifiers = _modifiers(phrases.known.names, places())
    found: dict[int, tuple[str, ...]] = {}
    for number, (said, kind) in enumerate(zip(saids, kinds, strict=True)):
        toy = any(word in said.title.casefold() for word in toys)
        if kind is not None and (kind in general or (toy and " " not in kind)):
            words = _words(said, kind, phrases, modifiers)
            if words and (kind in general or words[-2] in toys):
                found[number] = words
    pairs = Counter(" ".join(words[-2:]) for words in found.values())
    longer = Counter(" ".join(words) for words in found.values() if len(words) > 2)
    result = list(kinds)
    for number, words in found.items():
        pair, whole = " ".join(words[-2:]), " ".join(words)
        known = words[-2] in modifiers or words[-2] in phrases.known.concepts or words[-2] in toys
        thing = whole in phrases.known.concepts or " ".join(words[:-1]) in phrases.known.concepts
        if thing or (not known and longer[whole] >= max(USUAL, TOGETHER * pairs[pair])):
            result[number] = whole
        elif known or pairs[pair] >= USUAL or kinds[number] in type_words().vague:
            result[number] = pair
    return result


@lru_cache(maxsize=4)
def _modifiers(names: frozenset[str], _: tuple[str, ...]) -> frozenset[str]:
    """Words that stand before the last word of a category's name."""
    return frozenset(name.split()[-2] for name in names if " " in name)


def _words(said: Wording, kind: str, phrases: Phrases, modifiers: frozenset[str]) -> tuple[str, ...]:
    """The keys of up to two words before the general one, and its own, as the title or the description says them."""
    for text in (said.title, (said.description or "").partition("\n")[0]):
        words = re.split(r"[\s/]+", text)
        for place in range(len(words) - 1, 0, -1):
            if key(words[place].strip(",.;:()")) != kind:
                continue
            for length in range(min(LONGEST, place), 1, -1):
                if key(" ".join(words[place - length : place])) in phrases.known.concepts:
                    return (*(key(word) for word in words[place - length : place]), kind)
            before: list[str] = []
            for at in range(place - 1, max(-1, place - 3), -1):
                word = words[at]
                counted = at > 0 and is_unit(word) and words[at - 1][-1:].isdigit()
                if counted or not _is_plain(word) or _describes(word, phrases, modifiers):
                    break
                before.insert(0, key(word))
            if before:
                return (*before, kind)
            break
    return ()


def _is_plain(word: str) -> bool:
    return word.isalpha() and (len(word) >= LEAST_LETTERS or word.isupper())


def _describes(word: str, phrases: Phrases, modifiers: frozenset[str]) -> bool:
    """Whether a word says how a thing is or who makes it, rather than what it is for or of."""
    plain = key(word)
    shade = plain in type_words().shades or plain in type_words().no_kind or plain in type_words().stops
    if shade or is_figure(word) or is_trailing(word) or (word.isupper() and plain not in phrases.known.concepts):
        return True
    of_noun = plain in modifiers and plain.endswith(type_words().of_nouns)
    return not of_noun and phrases.describes(word)

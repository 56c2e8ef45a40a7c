"""Kinds that a title names in its midst, before words that only describe."""

from __future__ import annotations

import re

from catalog.types.phrases import Phrases
from catalog.types.words import is_figure, is_unit, key, parts, type_words

COUNT = re.compile(r"\d{1,3}([.,x×-]\d+)*[x×-]?[^\W\d_]{0,4}")


def inside(text: str, phrases: Phrases) -> str | None:
    """The key of a known kind in the midst of the title, written as common nouns are: Pod coffee machine Semi-auto.

    Its words are small letters, but for the first of several, or a figure or the end follows; the longest counts, then
    the last.
    """
    best: tuple[int, int, str] | None = None
    for part in list(parts(text))[:1]:
        for start in range(len(part)):
            for length in range(min(4, len(part) - start), 0, -1):
                words = part[start : start + length]
                phrase = key(" ".join(words))
                if (
                    not (phrase in phrases.after_name or phrase in phrases.known.concepts)
                    or phrase in type_words().no_kind
                ):
                    continue
                follows = part[start + length] if start + length < len(part) else ""
                unit = start > 0 and part[start - 1].isdigit() and is_unit(part[start])
                measured = start > 1 and part[start - 2][-1:].isdigit() and is_unit(part[start - 1])
                counted = bool(unit or measured) or (start > 0 and COUNT.fullmatch(part[start - 1]) is not None)
                plain = all(word.islower() for word in words[length > 1 :]) and not follows.islower()
                if not counted and (plain or _ends(follows, phrases)) and (best is None or (length, start) > best[:2]):
                    best = (length, start, phrase)
    return best[2] if best is not None else None


def _ends(follows: str, phrases: Phrases) -> bool:
    """Whether what follows a kind is nothing, a figure or a value: Green/Green."""
    if not follows or any(map(str.isdigit, follows)) or is_figure(follows):
        return True
    return "/" in follows and all(key(word) in phrases.known.values for word in follows.split("/"))

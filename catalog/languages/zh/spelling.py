"""Chinese spelling: which words are ordinary ones, and which sound alike, as an input method mixes them up."""

from __future__ import annotations

import re
from functools import lru_cache

from catalog.languages.zh.script import boundaries, is_word

SAME = ((re.compile("^([zcs])h"), r"\1"), (re.compile("(?<=[ei])ng$"), "n"))
"""Sounds that many speakers don't tell apart."""


def ordinary(word: str) -> bool:
    """Whether Chinese knows the word."""
    return is_word(word)


def stretches(text: str) -> frozenset[int]:
    """The places where a word may begin or end."""
    return boundaries(text)


def near(_: str) -> bool:
    """Words that sound alike are looked for as they are, so that none is nearer than they."""
    return False


@lru_cache(maxsize=1 << 15)
def sounds(word: str) -> str:
    """The syllables of a word without tones, one per character."""
    from pypinyin import lazy_pinyin

    return " ".join(_one(syllable) for syllable in lazy_pinyin(list(word), errors="ignore"))


@lru_cache(maxsize=1 << 11)
def _one(syllable: str) -> str:
    for pattern, kept in SAME:
        syllable = pattern.sub(kept, syllable)
    return syllable

"""English spelling: which words are ordinary ones, and which spellings sound alike."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

SPELT = (
    ("ph", "f"), ("ck", "k"), ("qu", "kw"), ("sch", "sk"), ("tch", "x"), ("ch", "x"), ("sh", "x"), ("wh", "w"),
    ("gh", ""), ("dg", "j"), ("dj", "j"), ("ge", "j"), ("gi", "j"), ("ce", "s"), ("ci", "s"), ("cy", "s"), ("c", "k"),
    ("q", "k"), ("z", "s"), ("b", "p"), ("d", "t"), ("v", "f"), ("g", "k"),
)  # fmt: skip
"""Spellings of one sound, or of two that are easily taken for each other; the longer first."""
AT_START = re.compile(r"^(?:k(?=n)|w(?=r)|p(?=s))")
VOWELS = re.compile(r"(?<=.)[aeiouyh]")
DOUBLED = re.compile(r"(.)\1+")


def ordinary(word: str) -> bool:
    """Whether English knows the word, which is in small letters."""
    return word in _checker()


@lru_cache(maxsize=1 << 15)
def sounds(word: str) -> str:
    """A word's consonants as they sound: the same for spellings that are read alike."""
    said = AT_START.sub("", word)
    for spelt, sound in SPELT:
        said = said.replace(spelt, sound)
    return DOUBLED.sub(r"\1", VOWELS.sub("", said))


def near(word: str) -> bool:
    """Whether an ordinary word is one slip away from this one."""
    return bool(_checker().known(_checker().edit_distance_1(word)))


@lru_cache(maxsize=1)
def _checker() -> Any:
    from spellchecker import SpellChecker

    return SpellChecker(language="en", distance=1)

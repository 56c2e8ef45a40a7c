"""Text to words with their places, and the one form in which phrases are looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from catalog.languages.folding import fold, normal

LONGEST = 2000
"""Characters of a message that are read; what follows is left out and said so."""
WORD = re.compile(r"\d+(?:[.,]\d+)+(?!\d)|[a-z0-9]+(?:'[a-z]+)?|[^\W_a-z0-9]|[^\w\s]")
GAPS = re.compile(r"(?<=\S) {2,}(?=\S)")
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ue000-\uf8ff]")
ESCAPES = re.compile("\x1b\\[[0-9;]*[A-Za-z]")
"""What colours a terminal's text: no figures of the shopper's."""
LATIN = re.compile(r"[a-z0-9]+")
CLAUSE_END = frozenset(",.;!?:，。；！？：\n()（）|")
JOINER = frozenset("-_'.")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: Latin words and numbers whole, other scripts letter by letter; `start` and `end` in the text."""

    key: str
    start: int
    end: int
    latin: bool
    mark: bool


def cleaned(text: str) -> str:
    """The text without control characters, at most `LONGEST` characters long; places in it are places in the result."""
    return UNSEEN.sub(" ", ESCAPES.sub(lambda found: " " * len(found[0]), text[:LONGEST]))


def without_gaps(text: str) -> str:
    """The text with one blank where several stand between words."""
    return GAPS.sub(" ", text)


def latin_keys(text: str) -> list[str]:
    """The lookup forms of a text's Latin words alone, in order."""
    return [_key_of_word(said) for said in LATIN.findall(text.lower())]


def plain(text: str) -> str:
    """The text in small letters and one script, character for character as long as before."""
    whole = normal(text)
    if len(whole) == len(text):
        return whole.replace("’", "'").replace("‘", "'")
    return "".join(_one(char) for char in text).replace("’", "'").replace("‘", "'")


def words(plain_text: str) -> tuple[Word, ...]:
    """The words of a plain text, in order; marks (punctuation) are words too, hyphens inside a compound are not."""
    found = []
    for match in WORD.finditer(plain_text):
        said, start, end = match[0], match.start(), match.end()
        alnum = said[0].isalnum()
        if said in JOINER and _inside(plain_text, start, end):
            continue
        latin = said.isascii() and alnum
        key = _key_of_word(said) if alnum else said
        found.append(Word(key, start, end, latin, not alnum))
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def key(phrase: str) -> str:
    """The form in which a phrase is looked up: folded, without spaces; empty where it holds nothing to look up."""
    parts = words(plain(phrase.strip()))
    return "".join(word.key for word in parts)


@lru_cache(maxsize=1 << 15)
def _key_of_word(said: str) -> str:
    return fold(said).replace(" ", "") or said


@lru_cache(maxsize=1 << 12)
def _one(char: str) -> str:
    small = normal(char)
    return small if len(small) == 1 else char.lower()[:1]


def _inside(text: str, start: int, end: int) -> bool:
    return start > 0 and end < len(text) and _solid(text[start - 1]) and _solid(text[end])


def _solid(char: str) -> bool:
    return char.isascii() and char.isalnum()

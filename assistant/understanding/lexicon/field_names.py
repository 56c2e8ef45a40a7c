"""Column names as people would say them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.grown_together import told_apart
from assistant.understanding.lexicon.words import key, plain, words
from catalog.cleaning.column_words import column_words

PREFIX = re.compile(r"^[ntb]_+(?=[^_])")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
GAPS = re.compile(r"[_\s]+")
ASIDE = re.compile(r"(?:__|\s*\()([^()]+?)(?:_(?=_|$)|\))")
"""What a column's name says in brackets, which exports write as underscores: gps__satellite_."""


@lru_cache(maxsize=1 << 14)
def humanised(field: str) -> str:
    """The name in words: n_display_diagonal -> display diagonal; a name already in words stays as it is."""
    return GAPS.sub(" ", CAMEL.sub(" ", PREFIX.sub("", field))).strip().lower() or field


def ways_to_read(field: str, boolean: bool, apart: bool) -> tuple[str, ...]:
    """The name in words, its words told `apart` where names are written as one; of yes or no, also without asking."""
    name = humanised(field)
    first = told_apart(name) if apart else name
    return tuple(dict.fromkeys((without_asking(first) if boolean else first, first, name)))


@lru_cache(maxsize=1 << 14)
def without_asking(phrase: str) -> str:
    """The name of a yes/no column without the word that asks or only says that it is there: is dishwasher safe."""
    for start in column_words().boolean_starts:
        rest = phrase.removeprefix(f"{start} " if start.isascii() else start)
        if rest != phrase and rest.strip():
            return rest.strip()
    for end in column_words().boolean_ends:
        rest = phrase.removesuffix(f" {end}" if end.isascii() else end)
        if rest != phrase and rest.strip():
            return rest.strip()
    return phrase.rstrip("?？ ") or phrase


@lru_cache(maxsize=1 << 14)
def without_asides(field: str) -> tuple[str, ...]:
    """The name in words without what it says in brackets, where it has brackets: b_gps__satellite_ -> gps."""
    bare = ASIDE.sub(" ", field)
    return (humanised(bare),) if bare != field and humanised(bare) else ()


@lru_cache(maxsize=1 << 14)
def word_keys(phrase: str) -> tuple[str, ...]:
    """The lookup forms of a phrase's words, marks left out; one letter each where words have no spaces."""
    return tuple(word.key for word in words(plain(phrase)) if not word.mark)


def spoken(phrase: str) -> Iterable[str]:
    """The phrase, and the shorter ways to say it without words that only tell how it is counted."""
    yield phrase
    shorter = without_counting(phrase)
    if shorter and shorter != phrase:
        yield shorter


@lru_cache(maxsize=1 << 14)
def without_counting(phrase: str) -> str:
    """The phrase without counting words at its ends (quantity, number of); empty where nothing else is left."""
    rest = f" {phrase} "
    changed = True
    while changed:
        changed = False
        for word in _counting():
            for edge in (f" {word} ",) if word.isascii() else (word,):
                if rest.startswith(edge):
                    rest, changed = " " + rest[len(edge) :], True
                if rest.endswith(edge):
                    rest, changed = rest[: -len(edge)] + " ", True
                bare = rest.strip()
                # One sign alone is no name: a number of pieces (块数) is not called as money is.
                whole = word.isascii() or len(bare) - len(word) < 2
                if not whole and (bare.startswith(word) or bare.endswith(word)):
                    bare = bare.removeprefix(word) if bare.startswith(word) else bare.removesuffix(word)
                    rest, changed = f" {bare.strip()} ", True
    return rest.strip()


@lru_cache(maxsize=1 << 14)
def counts(field: str, thing: str) -> bool:
    """Whether a column's name says that it counts a thing: 键数 counts 键, 变速(速) counts 速."""
    bare, _, aside = field.replace("）", ")").replace("（", "(").partition("(")
    return aside.rstrip(") ") == thing or any(bare.strip() == f"{thing}{word}" for word in _counting())


@lru_cache(maxsize=1 << 14)
def is_secondary(phrase: str) -> bool:
    """Whether a column tells of the box or the paperwork rather than of the thing; what a tent sleeps is no box."""
    mine = word_keys(phrase)
    joined = "".join(mine)
    return any(name in joined if not name.isascii() else name in mine and len(mine) > 1 for name in _secondary())


@lru_cache(maxsize=1 << 14)
def is_compatibility(phrase: str) -> bool:
    """Whether a column tells what a product is made for, which is a use and no trait."""
    joined = "".join(word_keys(phrase))
    return any(key(word) in joined for word in dialogue().phrases["columns"].get("compatibility", ()))


@lru_cache(maxsize=1)
def _counting() -> tuple[str, ...]:
    return tuple(sorted(dialogue().phrases["columns"].get("counting", ()), key=len, reverse=True))


@lru_cache(maxsize=1)
def _secondary() -> tuple[str, ...]:
    return tuple(key(word) for word in dialogue().phrases["columns"].get("secondary", ()))

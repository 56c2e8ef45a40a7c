"""Whether a text is about the kind of thing that a query asks for, or about what goes with such a thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.ranking.beside import beside
from catalog.languages.folding import contains_phrase, fold
from catalog.languages.lexicon import lexicon
from catalog.languages.segmentation import segment
from catalog.types.known import known_types
from catalog.types.phrases import Phrases
from catalog.types.words import key

RELATIONS = ("same", "narrower", "sibling", "wider", "mentioned", "unsaid", "other", "made_for")
BESIDES = re.compile(r"\s[+&]\s")


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind that a naming ends with: its phrase, every way of saying it, its own kinds, and what it is a kind of."""

    phrase: str
    same: frozenset[str]
    narrower: frozenset[str]
    wider: frozenset[str]


def kind_asked(query: str) -> Kind | None:
    """The kind that a query names, by words known beforehand in any language; None where none is known."""
    found = _phrases().of_naming(query) or _phrases().of_naming(query, loose=True)
    return _kind(found) if found else None


@lru_cache(maxsize=1 << 14)
def kind_told(title: str, loose: bool = False) -> Kind | None:
    """The kind that a title's naming ends with; what is in the box besides ("card + adapter") names nothing.

    `loose`: of a Latin title that ends with no usual name, also a category's name of the public taxonomy.
    """
    found = _phrases().of_naming(BESIDES.split(title)[0]) or _phrases().of_naming(title)
    if found is None and loose and fold(title).isascii():
        found = _phrases().of_naming(title, loose=True)
    return _kind(found) if found else None


def relation(query: Kind | None, text: Kind | None, title: str, asked: str = "") -> dict[str, float]:
    """One of the relations as 1 and the others as 0; all 0 where the query names no kind.

    `made_for` is the accessory: its kind says the query's kind as what it is for ("laptop bag"), or its title says it
    beside the words that end the naming ("cable for laptops"), or beside a word for what goes with things. Of a query
    whose words, `asked`, name the text's kind beside the one they end with ("skillet cast iron") it is no accessory
    and no other thing.
    """
    told = dict.fromkeys(RELATIONS, 0.0)
    if query is not None:
        related = _related(query, text, title)
        if text is not None and related in ("made_for", "other") and _also_asked(query, text, asked):
            related = "mentioned" if related == "made_for" else ""
        if related:
            told[related] = 1.0
    return told


def _also_asked(query: Kind, text: Kind, asked: str) -> bool:
    """Whether a query names the text's kind in its words, beside the kind that it is read to ask for."""
    words, own = frozenset(segment(asked)), frozenset(query.phrase.split())
    for said in text.same:
        if said.isascii():
            if words.issuperset(said.split()) and not own.issuperset(said.split()):
                return True
        elif said in fold(asked) and said not in query.phrase:
            return True
    return False


def _related(query: Kind, text: Kind | None, title: str) -> str:
    if text is None:
        if not _names(query, title):
            return "unsaid"
        return "made_for" if beside(title) and not any(map(beside, query.same)) else "mentioned"
    if query.same & text.same or _says_whole(query, text, title):
        return "same"
    if query.narrower & text.same or any(_ends(text.phrase, said) for said in query.same):
        return "narrower"
    if any(_begins(text.phrase, said) for said in query.same):
        return "made_for"
    if query.wider & text.same or any(_ends(asked, said) for asked in query.same for said in text.same):
        return "wider"
    if _head(query.phrase) == _head(text.phrase):
        return "sibling"
    if not _names(query, title):
        return "other"
    return "made_for" if title.isascii() or beside(title) or _is_compound(query, text, title) else "mentioned"


def _says_whole(query: Kind, text: Kind, title: str) -> bool:
    """Whether a title whose kind is read as the last word alone says the longer name that was asked for."""
    return any(_ends(asked, said) and contains_phrase(asked, title) for asked in query.same for said in text.same)


def _is_compound(query: Kind, text: Kind, title: str) -> bool:
    """Whether the title says one kind right before the other; a title without spaces may well name a thing twice."""
    return any(f"{said}{other}" in title for said in query.same for other in text.same)


def _names(kind: Kind, title: str) -> bool:
    return any(contains_phrase(said, title) for said in kind.same)


def _ends(phrase: str, said: str) -> bool:
    """Whether a compound's head is what is said: "computer desk" is a desk."""
    return phrase != said and (phrase.endswith(f" {said}") or (not said.isascii() and phrase.endswith(said)))


def _begins(phrase: str, said: str) -> bool:
    """Whether a compound says what it is for: "laptop bag" is for laptops."""
    return phrase != said and (phrase.startswith(f"{said} ") or (not said.isascii() and phrase.startswith(said)))


def _head(phrase: str) -> str:
    last = phrase.split()[-1]
    return last if last.isascii() else last[-1]


@lru_cache(maxsize=1)
def _phrases() -> Phrases:
    return Phrases(known_types(), {}, frozenset())


@lru_cache(maxsize=1 << 12)
def _kind(phrase: str) -> Kind:
    words = lexicon()
    return Kind(
        phrase,
        frozenset((phrase, *map(key, words.equivalents(phrase)))),
        frozenset(map(key, words.related(phrase))),
        frozenset(map(key, words.wider(phrase))),
    )

"""What words a query and a text share: the words and figures of both in every language, and who has which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from catalog.languages.folding import fold
from catalog.languages.lexicon import lexicon
from catalog.languages.quantities import Quantity, quantities
from catalog.languages.segmentation import segment
from catalog.student.glosses import gloss

NEAR = 0.02
"""Relative distance at which two measures are one: 15.6 inch is sold as 15.5."""
SYNONYM = 0.8
"""What a word of the same meaning counts where the word itself would count 1."""
EARLY = 8
"""Words from the start of a title by which a match has lost half its place."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut for comparison: words of its title in order, all words, the letters' pieces of its title, brands."""

    title: tuple[str, ...]
    all: frozenset[str]
    pieces: frozenset[str]
    brands: frozenset[str]
    text: str


def words_of(title: str, rest: str = "") -> Words:
    """The words of a text; those of other scripts stand there by their glosses too."""
    found = _cut(title)
    more = _cut(rest) if rest else []
    return Words(
        tuple(found),
        frozenset((*found, *more)),
        frozenset(_pieces(fold(title))),
        frozenset(_brand(term.phrase) for term in lexicon().terms_in(title) if term.kind == "brand"),
        f"{title} {rest}",
    )


def shared(query: Words, text: Words, rarity: Mapping[str, float]) -> dict[str, float]:
    """How much of the query the text has, each part from 0 to 1; `rarity` weighs the query's words."""
    asked = tuple(dict.fromkeys(query.title))
    in_title = {word: _held(word, frozenset(text.title)) for word in asked}
    in_all = {word: max(in_title[word], _held(word, text.all)) for word in asked}
    total = sum(rarity[word] for word in asked) or 1.0
    coded = [word for word in asked if any(letter.isdigit() for letter in word)]
    measured = [one for one in _quantities(query.text) if one.unit is not None]
    hits, clashes = _figures(measured, _quantities(text.text)) if measured else (0.0, 0.0)
    return {
        "title_words": sum(rarity[word] * in_title[word] for word in asked) / total,
        "all_words": sum(rarity[word] * in_all[word] for word in asked) / total,
        "every_word": float(bool(asked) and all(in_all[word] >= SYNONYM for word in asked)),
        "last_word": in_title[asked[-1]] if asked else 0.0,
        "early": max((in_title[word] * EARLY / (EARLY + _place(word, text.title)) for word in asked), default=0.0),
        "phrase": _phrase(asked, text.title),
        "pieces": len(query.pieces & text.pieces) / max(1, len(query.pieces)),
        "code_hit": sum(in_all[word] for word in coded) / len(coded) if coded else 0.0,
        "code_miss": 1.0 - sum(in_all[word] for word in coded) / len(coded) if coded else 0.0,
        "figure_hit": hits,
        "figure_clash": clashes,
        "brand_hit": float(bool(query.brands & text.brands)),
        "brand_clash": float(bool(query.brands and text.brands and not query.brands & text.brands)),
    }


@lru_cache(maxsize=1 << 14)
def meanings(word: str) -> frozenset[str]:
    """The other single words of the word's meanings, folded."""
    return frozenset(folded for one in lexicon().equivalents(word) if " " not in (folded := fold(one)))


def _cut(text: str) -> list[str]:
    words = segment(text)
    if text.isascii() or fold(text).isascii():
        return words
    return [*words, *(word for word in segment(gloss(text).text) if word not in words)]


def _held(word: str, words: frozenset[str]) -> float:
    if word in words:
        return 1.0
    return SYNONYM if meanings(word) & words else 0.0


def _place(word: str, title: tuple[str, ...]) -> int:
    return title.index(word) if word in title else len(title)


def _phrase(asked: tuple[str, ...], title: tuple[str, ...]) -> float:
    """The share of neighbouring pairs of query words that are neighbours in the title; one word is a phrase itself."""
    if len(asked) < 2:
        return float(bool(asked) and asked[0] in title)
    pairs = set(pairwise(title))
    return sum(pair in pairs for pair in pairwise(asked)) / (len(asked) - 1)


def _pieces(folded: str) -> list[str]:
    """Three letters of words with their edges, two of scripts without spaces."""
    found: list[str] = []
    for word in folded.split():
        if word.isascii():
            edged = f" {word} "
            found += [edged[at : at + 3] for at in range(len(edged) - 2)]
        else:
            found += [word[at : at + 2] for at in range(max(1, len(word) - 1))]
    return found


@lru_cache(maxsize=1 << 12)
def _brand(phrase: str) -> str:
    """One name for a brand however it is written."""
    return min((fold(phrase), *map(fold, lexicon().equivalents(phrase))))


@lru_cache(maxsize=1 << 12)
def _quantities(text: str) -> tuple[Quantity, ...]:
    return quantities(text) if any(letter.isdigit() for letter in text) else ()


def _figures(measured: Sequence[Quantity], told: tuple[Quantity, ...]) -> tuple[float, float]:
    """The share of the asked measures that the text states, and the share that it states otherwise."""
    same = [[other for other in told if other.unit == one.unit] for one in measured]
    met = [
        any(abs(other.value - one.value) <= NEAR * max(abs(one.value), 1e-9) for other in others)
        for one, others in zip(measured, same, strict=True)
    ]
    clash = [bool(others) and not ok for ok, others in zip(met, same, strict=True)]
    return sum(met) / len(measured), sum(clash) / len(measured)

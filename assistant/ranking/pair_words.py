"""What words a query and a text share: the words and figures of both in every language, and who has which."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from types import MappingProxyType

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


@dataclass(frozen=True)
class Words:
    """A text cut for comparison, each part when it is first asked for; other scripts stand by their glosses too."""

    text: str
    rest: str = ""

    @cached_property
    def title(self) -> tuple[str, ...]:
        """The words of the title, in order."""
        return tuple(_cut(self.text))

    @cached_property
    def titled(self) -> frozenset[str]:
        """The words of the title."""
        return frozenset(self.title)

    @cached_property
    def all(self) -> frozenset[str]:
        """The words of title and rest."""
        return frozenset((*self.title, *(_cut(self.rest) if self.rest else ())))

    @cached_property
    def pieces(self) -> frozenset[str]:
        """The pieces of a few letters of the title."""
        return frozenset(_pieces(fold(self.text)))

    @cached_property
    def brands(self) -> frozenset[str]:
        """The brands that the title names, each by one name."""
        return frozenset(_brand(term.phrase) for term in lexicon().terms_in(self.text) if term.kind == "brand")

    @cached_property
    def measures(self) -> tuple[Quantity, ...]:
        """What title and rest state in figures."""
        return _quantities(f"{self.text} {self.rest}")


def shared(query: Words, text: Words, rarity: Mapping[str, float], wanted: Collection[str]) -> dict[str, float]:
    """How much of the query the text has, from 0 to 1, by the names in `wanted`; `rarity` weighs the query's words."""
    compared = _Compared(query, text, rarity)
    return {name: COMPARISONS[name](compared) for name in COMPARISONS if name in wanted}


@dataclass(frozen=True)
class _Compared:
    query: Words
    text: Words
    rarity: Mapping[str, float]

    @cached_property
    def asked(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.query.title))

    @cached_property
    def in_title(self) -> dict[str, float]:
        return {word: _held(word, self.text.titled) for word in self.asked}

    @cached_property
    def in_all(self) -> dict[str, float]:
        return {word: held if held == 1.0 else _held(word, self.text.all) for word, held in self.in_title.items()}

    @cached_property
    def figures(self) -> tuple[float, float]:
        measured = [one for one in self.query.measures if one.unit is not None]
        return _figures(measured, self.text.measures) if measured else (0.0, 0.0)

    def weighed(self, held: Mapping[str, float]) -> float:
        total = sum(self.rarity[word] for word in self.asked) or 1.0
        return sum(self.rarity[word] * held[word] for word in self.asked) / total

    def every_word(self) -> float:
        return float(bool(self.asked) and all(held >= SYNONYM for held in self.in_all.values()))

    def last_word(self) -> float:
        return self.in_title[self.asked[-1]] if self.asked else 0.0

    def early(self) -> float:
        title = self.text.title
        return max((held * EARLY / (EARLY + _place(word, title)) for word, held in self.in_title.items()), default=0.0)

    def pieces(self) -> float:
        return len(self.query.pieces & self.text.pieces) / max(1, len(self.query.pieces))

    def codes(self, without: float) -> float:
        coded = [word for word in self.asked if any(letter.isdigit() for letter in word)]
        return sum(self.in_all[word] for word in coded) / len(coded) if coded else without

    def same_brand(self) -> float:
        return float(bool(self.query.brands and self.query.brands & self.text.brands))

    def other_brand(self) -> float:
        return float(bool(self.query.brands and self.text.brands and not self.query.brands & self.text.brands))


COMPARISONS: Mapping[str, Callable[[_Compared], float]] = MappingProxyType(
    {
        "title_words": lambda one: one.weighed(one.in_title),
        "all_words": lambda one: one.weighed(one.in_all),
        "every_word": _Compared.every_word,
        "last_word": _Compared.last_word,
        "early": _Compared.early,
        "phrase": lambda one: _phrase(one.asked, one.text.title),
        "pieces": _Compared.pieces,
        "code_hit": lambda one: one.codes(0.0),
        "code_miss": lambda one: 1.0 - one.codes(1.0),
        "figure_hit": lambda one: one.figures[0],
        "figure_clash": lambda one: one.figures[1],
        "brand_hit": _Compared.same_brand,
        "brand_clash": _Compared.other_brand,
    }
)
"""Name of a feature -> how it is found; one that no weight needs is not looked for."""


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

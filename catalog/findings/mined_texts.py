"""What a record's own words may state: figures with units, usual words of a column, features by name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from catalog.cleaning.column_words import column_words, plain_name
from catalog.cleaning.written_measures import measures_in
from catalog.languages.folding import contains_phrase, denied_phrase, fold
from catalog.languages.registry import every_language, places
from catalog.languages.terms import own_terms
from catalog.measures import convert, dimension
from catalog.product import Attribute, Product

LATIN = re.compile(r"[a-z0-9]+")
NEAR = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"\w+(?:[-'’]\w+)*")
ELEMENTS = re.compile(r"[,+/&;|，、]")
LISTING = 120
"""A longer value is prose, not a list."""
LISTED = "listed in"
WAYS = ("bluetooth", "wifi", "nfc")
NOTHING: frozenset[str] = frozenset()
FIRST_LINES = 400
"""So much of a description is read: what comes later is about accessories and other models too."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Something a text states, the way it does, and its own words; `columns` where it speaks of these alone."""

    value: float | bool | str
    unit: str | None
    way: str
    proof: str
    columns: frozenset[str] = frozenset()

    def read(self, unit: str | None) -> float | bool | str | None:
        """The statement as a value of a column with this unit; None where it is of another measure."""
        if not isinstance(self.value, float):
            return self.value if unit is None else None
        value = convert(self.value, self.unit, unit) if unit else None
        return None if value is None else float(f"{value:.6g}")

    def fact(self, unit: str | None) -> Attribute | None:
        """The same as a fact, with the words that prove it."""
        value = self.read(unit)
        return None if value is None else Attribute(value, unit, self.proof)


def figures_in(product: Product) -> Iterator[Clue]:
    """Each figure of the title by its unit, its place among those of its measure, and the word after it."""
    found = measures_in(product.title)
    kinds = Counter(dimension(each.unit) for each in found)
    seen: Counter[str | None] = Counter()
    at = 0
    for each in found:
        kind = dimension(each.unit)
        seen[kind] += 1
        proof = f"title: {each.words}"
        yield Clue(each.value, each.unit, f"{each.unit}, {seen[kind]} of {kinds[kind]}", proof)
        start = product.title.find(each.words, at)
        if start >= 0:
            at = start + 1
            after = NEAR.search(product.title[start + len(each.words) : start + len(each.words) + 24])
            if after:
                yield Clue(each.value, each.unit, f"{each.unit} {fold(after.group())}", proof)


def words_in(product: Product, columns: Mapping[str, tuple[str | None, frozenset[str]]]) -> Iterator[Clue]:
    """The one usual value of a column that the title holds; none where it holds several, or its maker alone."""
    folded, brand = f" {fold(product.title)} ", fold(product.brand or "")
    tokens = set(LATIN.findall(folded))
    for name, (_, usual) in columns.items():
        if not usual:
            continue
        vocabulary = _vocabulary(usual)
        said = vocabulary.said_in(folded, tokens)
        word = next(iter(said), "")
        if len(said) == 1 and word != brand:
            proof = f"title: {_span(product.title, word)}"
            yield Clue(vocabulary.spelling[word], None, "the title's word", proof, frozenset({name}))


def _span(text: str, folded: str) -> str:
    """The words of the text that were folded, as the text writes them."""
    if " " not in folded and folded.isascii() and text.isascii():
        at = text.lower().find(folded)
        return text[at : at + len(folded)] if at >= 0 else _written(text, folded)
    found = re.search(r"[\W_]*".join(map(re.escape, folded.split())), text, re.IGNORECASE)
    return found.group() if found else _written(text, folded.strip())


def _written(text: str, folded: str) -> str:
    """The text's words that fold to these, where their letters were changed too: "Wi-Fi" is "wifi", "gray" "grey"."""
    words = [match.span() for match in WORD.finditer(text)]
    for length in range(1, len(folded.split()) + 1):
        for first, last in zip(words, words[length - 1 :], strict=False):
            if fold(said := text[first[0] : last[1]]).strip() == folded:
                return said
    return folded


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded words, the longest first, with how each is written."""

    spelling: Mapping[str, str]
    latin: Mapping[str, tuple[tuple[str, frozenset[str]], ...]] | None
    """First part -> the words that begin with it, each with all its parts; None where not all words are Latin."""

    def said_in(self, folded: str, parts: set[str]) -> Collection[str]:
        """The words that stand in a folded text, none inside a longer one; `parts` are the text's Latin parts."""
        if self.latin is None:
            return _standing(tuple(self.spelling), folded)
        begun = parts & self.latin.keys()
        if not begun:
            return ()
        likely = {word: own for part in begun for word, own in self.latin[part] if own <= parts}
        if all(word in parts for word in likely):
            return likely
        return _standing(tuple(word for word in self.spelling if word in likely), folded)


def _standing(words: tuple[str, ...], folded: str) -> Collection[str]:
    return dict.fromkeys(match.group(1) for match in _pattern(words).finditer(folded))


@lru_cache(maxsize=512)
def _vocabulary(usual: frozenset[str]) -> Vocabulary:
    spelling: dict[str, str] = {}
    for word in sorted(usual):
        if len(folded := fold(word)) > 1 and not folded.isdigit():
            spelling.setdefault(folded, word)
    ordered = {word: spelling[word] for word in sorted(spelling, key=lambda word: (-len(word), word))}
    if not all(map(str.isascii, ordered)):
        return Vocabulary(ordered, None)
    latin: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for word in ordered:
        own = LATIN.findall(word)
        latin[own[0]] = (*latin.get(own[0], ()), (word, frozenset(own)))
    return Vocabulary(ordered, latin)


@lru_cache(maxsize=1 << 12)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    alternatives = "|".join(
        rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])" if word.isascii() else re.escape(word) for word in words
    )
    return re.compile(f"({alternatives or '(?!)'})")


def features_in(product: Product, columns: Collection[str]) -> list[Clue]:
    """The features that the words name, or deny, by the names of yes-or-no columns."""
    if not columns:
        return []
    text = f"{product.title}\n{(product.description or '')[:FIRST_LINES]}"
    folded = f" {fold(text)} "
    found = []
    for name in columns:
        phrase, needle = _feature(name)
        if needle and needle in folded and contains_phrase(phrase, text):
            denied = denied_phrase(phrase, text)
            found.append(Clue(not denied, None, "named", f"text: {_span(text, needle)}", frozenset({name})))
    return found


def columns_say(product: Product, features: Mapping[str, str]) -> Iterator[Clue]:
    """The features that a text column lists as one of its values, or whose column tells their version.

    `features` maps each feature's folded name to its yes-or-no column.
    """
    for name, fact in product.attributes.items():
        if not isinstance(fact.value, str):
            continue
        begun, connects = _tells(name)
        for feature in begun & features.keys() if begun and fact.value[:1].isdecimal() else NOTHING:
            yield Clue(True, None, f"{LISTED} {name}", f"text: {fact.value}", frozenset({features[feature]}))
        for element in _elements(fact.value) & features.keys() if connects else NOTHING:
            yield Clue(True, None, f"{LISTED} {name}", f"text: {fact.value}", frozenset({features[element]}))


def connections() -> frozenset[str]:
    """The folded names of the ways to connect that a column may list."""
    concepts = own_terms(places()).concepts
    return frozenset(fold(word) for name in WAYS for said in concepts[name].words.values() for word in said)


def feature_named(column: str) -> str:
    """The folded name of the feature that a yes-or-no column is of; empty where it has none."""
    return _feature(column)[1].strip()


@lru_cache(maxsize=1 << 15)
def _elements(value: str) -> frozenset[str]:
    return frozenset(fold(part) for part in ELEMENTS.split(value) if part.strip()) if len(value) < LISTING else NOTHING


@lru_cache(maxsize=8192)
def _tells(column: str) -> tuple[frozenset[str], bool]:
    """The beginnings of a column's name, and whether it says by what a thing is connected."""
    return _begins(column), means_connection(column)


@lru_cache(maxsize=8192)
def means_connection(column: str) -> bool:
    """Whether a column says by what a thing is connected, and not by what it might be."""
    return _bare(column) in _connections(places())


@lru_cache(maxsize=4)
def _connections(_: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for one in every_language() for name in one.data("import.json").get("connections", ()))


def _bare(column: str) -> str:
    """A column's name as words, without the letter that some files put before it."""
    words = plain_name(column).split()
    return " ".join(words[1:] if len(words) > 1 and len(words[0]) == 1 else words)


@lru_cache(maxsize=8192)
def _begins(column: str) -> frozenset[str]:
    """The folded beginnings of a column's name, each short of the whole."""
    words = _bare(column).split()
    return frozenset(fold(" ".join(words[:length])) for length in range(1, len(words)))


@lru_cache(maxsize=8192)
def _feature(column: str) -> tuple[str, str]:
    """A feature's name out of its column's: "b_bluetooth" and "has_bluetooth" are of Bluetooth."""
    words = plain_name(column).split()
    if len(words) > 1 and (len(words[0]) == 1 or words[0] in column_words().boolean_starts):
        words = words[1:]
    phrase = " ".join(words)
    for start in column_words().boolean_starts:
        if not start.isascii():
            phrase = phrase.removeprefix(start)
    return phrase, fold(phrase) if len(phrase) > 1 else ""

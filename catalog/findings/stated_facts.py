"""Facts that a title states in words known beforehand, where nothing in the catalogue could teach them.

A catalogue with many records teaches its own words (`mining`). A small one lacks the records to judge by, so only words
that the languages' terms know as a colour, a material or a feature are read, and figures with their units.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from catalog.cleaning.column_words import concepts_of_column
from catalog.cleaning.written_measures import measures_in
from catalog.languages.folding import contains_phrase, denied_phrase, fold
from catalog.languages.registry import every_language, places
from catalog.languages.terms import own_terms
from catalog.measures import convert, dimension
from catalog.product import Attribute, Product
from catalog.types.words import type_words

SMALL = 2000
"""So many records teach their own words, or aren't worth the time that reading without proof takes."""
TAUGHT = 300
"""A column that so many records have teaches its words by itself."""
MEASURED = {"mass": "weight", "volume": "capacity", "length": "size", "power": "power"}
SHORTEST = 2
NEAR = 0.01
"""One letter of a script that is written together may be a part of any word."""
PART = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Known:
    """What can be read: for each attribute its phrases, the longest first, with the concept of each."""

    phrases: Mapping[str, tuple[tuple[str, str], ...]]
    never: re.Pattern[str]
    """Words that hold the name of what they are not."""
    shades: str
    """Letters that are colours in the parts of a title that follow its naming."""


def with_stated(products: Sequence[Product], settled: frozenset[int] = frozenset()) -> list[Product]:
    """The products with what their titles state of attributes that they lack.

    Each fact has the title's words as its proof. Nothing is read for a column that enough of the catalogue's records
    have to be judged by.
    """
    if len(products) >= SMALL:
        return list(products)
    columns = _columns(products)
    found = []
    for place, product in enumerate(products):
        facts = {} if place in settled else dict(_stated(product, columns))
        if facts:
            product = replace(product, attributes=MappingProxyType({**product.attributes, **facts}))
        found.append(product)
    return found


def gives_types(row: Mapping[str, Any]) -> bool:
    """Whether a row of a file gives its attributes with their types and units: then it is taken at its word."""
    attributes = row.get("attributes")
    return isinstance(attributes, Mapping) and any(
        isinstance(value, Mapping) and "value" in value for value in attributes.values()
    )


def _columns(products: Sequence[Product]) -> dict[str, tuple[str, int]]:
    """Concept of an attribute or feature -> the catalogue's usual column for it and how many records have it."""
    counts = Counter(name for product in products for name in product.attributes)
    found: dict[str, tuple[str, int]] = {}
    for name, count in counts.most_common():
        for concept in concepts_of_column(name):
            found.setdefault(concept, (name, count))
    return found


def _stated(product: Product, columns: Mapping[str, tuple[str, int]]) -> Iterator[tuple[str, Attribute]]:
    has = {concept for name in product.attributes for concept in concepts_of_column(name)}
    known = _known(places())
    title = _own_part(known.never.sub(" ", product.title))
    own = product.attributes.values()
    for attribute in ("colour", "material"):
        name, count = columns.get(attribute, (_named(attribute, product.language), 0))
        if attribute in has or count >= TAUGHT:
            continue
        kind = fold(product.type or "")
        words = [word for phrase, word in _said(title, known.phrases[attribute]) if fold(phrase) not in kind.split()]
        if attribute == "colour" and not words:
            words = [letter for part in PART.split(title)[1:] for letter in part if letter in known.shades]
        if words:
            value = ", ".join(dict.fromkeys(words))
            yield name, Attribute(value, None, f"title: {value}")
    for phrase, concept in known.phrases["feature"]:
        name, count = columns.get(concept, (_named(concept, product.language), 0))
        if concept in has or count >= TAUGHT or not contains_phrase(phrase, title):
            continue
        if any(isinstance(fact.value, str) and contains_phrase(phrase, fact.value) for fact in own):
            continue
        has.add(concept)
        yield name, Attribute(not denied_phrase(phrase, title), None, f"title: {phrase}")
    yield from _measured(product, title, has, columns)


def _measured(
    product: Product, title: str, has: set[str], columns: Mapping[str, tuple[str, int]]
) -> Iterator[tuple[str, Attribute]]:
    """The title's one figure of a measure."""
    figures = measures_in(title)
    kinds = Counter(dimension(each.unit) for each in figures)
    for each in figures:
        concept = MEASURED.get(dimension(each.unit) or "")
        if concept is None or concept in has or kinds[dimension(each.unit)] > 1:
            continue
        name, count = columns.get(concept, (_named(concept, product.language), 0))
        if count < TAUGHT and name not in product.attributes and not _has_figure(product, each.value, each.unit):
            yield name, Attribute(float(f"{each.value:.6g}"), each.unit, f"title: {each.words}")


def _has_figure(product: Product, value: float, unit: str) -> bool:
    """Whether an attribute of the record is this figure already."""
    return any(
        isinstance(fact.value, float)
        and (same := convert(value, unit, fact.unit)) is not None
        and abs(same - fact.value) <= NEAR * abs(same)
        for fact in product.attributes.values()
    )


def _said(title: str, phrases: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The phrases that the title holds and how it writes each, in its order; none inside a longer one."""
    spans: list[tuple[int, int, str]] = []
    for phrase, _concept in phrases:
        for match in _pattern(phrase).finditer(title):
            if all(match.end() <= start or match.start() >= end for start, end, _ in spans):
                spans.append((match.start(), match.end(), phrase))
    for start, end, phrase in sorted(spans):
        yield phrase, title[start:end]


@lru_cache(maxsize=4096)
def _pattern(phrase: str) -> re.Pattern[str]:
    escaped = re.escape(phrase)
    return re.compile(rf"(?<![A-Za-z]){escaped}(?![A-Za-z])" if phrase.isascii() else escaped, re.IGNORECASE)


def _named(concept: str, language: str | None) -> str:
    """What an attribute is called in the record's language."""
    words = own_terms(places()).concepts[concept].words
    return words.get(language or "", next(iter(words.values())))[0]


@lru_cache(maxsize=4)
def _known(folders: tuple[str, ...]) -> Known:
    concepts = own_terms(folders).concepts
    listed: dict[str, list[str]] = {}
    for folder in folders:
        path = Path(folder) / "stated.json"
        if path.exists():
            listed.update(json.loads(path.read_text("utf-8")))
    further: dict[str, list[list[str]]] = {}
    for each in every_language():
        for name, said in each.data("import.json").get("stated", {}).get("more", {}).items():
            further.setdefault(name, []).append(said)
    phrases = {
        attribute: tuple(
            sorted(
                (
                    (word, name)
                    for name in names
                    for said in (*concepts[name].words.values(), *further.get(name, ()))
                    for word in said
                    if len(word) >= SHORTEST
                ),
                key=lambda each: (-len(each[0]), each),
            )
        )
        for attribute, names in listed.items()
    }
    shades = "".join(language.data("import.json").get("stated", {}).get("shades", "") for language in every_language())
    never = [word for each in every_language() for word in each.data("import.json").get("stated", {}).get("not", ())]
    return Known(phrases, re.compile("|".join(map(re.escape, never)) or "(?!)"), shades)


def _own_part(title: str) -> str:
    """The title up to where it is said what comes with the thing, or what it is for."""
    stops = type_words().stops
    for match in re.finditer(r"\S+", title):
        if match.start() and match.group().casefold() in stops:
            return title[: match.start()]
    return title

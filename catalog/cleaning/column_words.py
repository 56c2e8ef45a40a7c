"""What the languages say of a merchant's columns: which name means which field, yes and no, and what measures what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from catalog.languages.folding import fold
from catalog.languages.registry import every_language, places
from catalog.languages.terms import own_terms

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NOT_WORD = re.compile(r"[^\w#]+|_+")


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """All languages together; lists are in order of preference."""

    fields: Mapping[str, tuple[str, ...]]
    review: Mapping[str, tuple[str, ...]]
    pair: Mapping[str, tuple[str, ...]]
    rating_parts: Mapping[str, tuple[str, ...]]
    measured: Mapping[str, tuple[str, ...]]
    true: frozenset[str]
    false: frozenset[str]
    boolean_starts: tuple[str, ...]
    boolean_ends: tuple[str, ...]
    id_ends: tuple[str, ...]
    """Words that end the name of a column of numbers that tell things apart."""
    id_alone: tuple[str, ...]
    """Those of them that are such a name by themselves."""
    availability: Mapping[str, tuple[str, ...]]
    """Words that say that none of a thing is there, that some are, and how many are left."""
    missing: frozenset[str]
    imperial: tuple[str, ...]
    counts: tuple[str, ...]
    variants: tuple[str, ...]
    """Words of colour and size, in which variants of one product differ."""
    price_words: Mapping[str, tuple[str, ...]]
    """Words beside an amount: what is paid now, what was asked before, the least that is asked, and any other."""
    ends: Mapping[str, tuple[str, ...]]
    """What ends the name of a column of a field, where none is called by one of its own names."""
    short: Mapping[str, str]
    """Words that names of columns cut short, and the whole of each."""
    owner: tuple[str, ...]
    """Words that only say whose a column's field is."""
    price_columns: Mapping[str, tuple[str, ...]]
    """What ends the name of a column of prices, what says an earlier one or what the shop pays, and units there."""
    hints: Mapping[str, tuple[str, ...]]
    """Words in a column's name that make it likely to be a field; they alone prove nothing."""
    no_units: tuple[str, ...]
    """Words of column names that look like units and aren't: minimum, per, in."""


def column_words() -> ColumnWords:
    """The words of every language there is."""
    return _column_words(places())


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """A column's name as words: "retail_price", "RetailPrice" and "Retail price" are one."""
    spelt = CAMEL.sub(" ", name.replace("#", " # "))
    return " ".join(NOT_WORD.sub(" ", spelt).casefold().split())


@lru_cache(maxsize=4096)
def spelt_out(name: str) -> str:
    """A column's name as words, those cut short in full and without whose it is: prodName, our web price, 所属类目."""
    words = column_words()
    said = [words.short.get(word, word) for word in plain_name(name).split()]
    while len(said) > 1 and said[0] in words.owner:
        said = said[1:]
    joined = " ".join(said)
    start = next((one for one in words.owner if not one.isascii() and joined.startswith(one)), "")
    return joined[len(start) :].strip() or joined


@lru_cache(maxsize=16_384)
def concepts_of_column(name: str) -> tuple[str, ...]:
    """The attributes or features of our own terms that a column's name means; one letter before it tells its type."""
    words = plain_name(name).split()
    if len(words) > 1 and len(words[0]) == 1:
        words = words[1:]
    terms = own_terms(places())
    return tuple(each.id for each in terms.of(fold(" ".join(words))) if each.kind in ("attribute", "feature"))


@lru_cache(maxsize=4)
def _column_words(_: tuple[str, ...]) -> ColumnWords:
    found: list[Mapping[str, Any]] = [language.data("import.json") for language in every_language()]
    return ColumnWords(
        fields=_joined(found, "columns"),
        review=_joined(found, "review"),
        pair=_joined(found, "pair"),
        rating_parts=_joined(found, "rating_parts"),
        measured=_joined(found, "measured"),
        true=frozenset(_listed(found, "true")),
        false=frozenset(_listed(found, "false")),
        boolean_starts=_listed(found, "boolean_starts"),
        boolean_ends=_listed(found, "boolean_ends"),
        id_ends=_listed(found, "id_ends"),
        id_alone=_listed(found, "id_alone"),
        availability=_joined(found, "availability"),
        missing=frozenset(_listed(found, "missing")),
        imperial=_listed(found, "imperial"),
        counts=_listed(found, "counts"),
        variants=_listed(found, "variants"),
        price_words=_joined(found, "price_words"),
        ends=_joined(found, "name_ends"),
        short={short: long for words in found for short, long in words.get("name_parts", {}).get("short", {}).items()},
        owner=tuple(one for words in found for one in words.get("name_parts", {}).get("owner", ())),
        price_columns=_joined(found, "price_columns"),
        hints=_joined(found, "name_hints"),
        no_units=_listed(found, "no_units"),
    )


def _joined(found: list[Mapping[str, Any]], key: str) -> dict[str, tuple[str, ...]]:
    names = dict.fromkeys(name for words in found for name in words.get(key, {}))
    return {name: tuple(word for words in found for word in words.get(key, {}).get(name, ())) for name in names}


def _listed(found: list[Mapping[str, Any]], key: str) -> tuple[str, ...]:
    return tuple(word for words in found for word in words.get(key, ()))

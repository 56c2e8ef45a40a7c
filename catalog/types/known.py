"""Kinds of product that are known beforehand, in every language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from catalog.languages.registry import every_language, places
from catalog.languages.terms import own_terms, series_concepts
from catalog.types.words import key

SHORT_NAME = 2
"""A category's name of so few letters is as often a part of another word."""
UNPARTED = frozenset({"aa", "fb", "fr", "hb", "lb", "tg"})
"""The taxonomy's clothes, food, furniture, health and beauty, bags, toys."""
KNOWN_HEAD = 3
"""A word that ends fewer category names than this may be there by accident."""


@dataclass(frozen=True, slots=True)
class KnownTypes:
    """All keys are as `type_words.key` gives them."""

    concepts: Mapping[str, tuple[str, ...]]
    """Phrase -> the kinds it may mean, the likeliest first."""
    phrases: Mapping[str, tuple[str, ...]]
    """Kind -> the keys of its phrases, the usual one first."""
    names: frozenset[str]
    """Names of a public taxonomy's categories."""
    heads: frozenset[str]
    """Words that end known phrases and names."""
    values: frozenset[str]
    """Words that are known as values: colours, materials, sizes."""
    brands: frozenset[str]
    features: frozenset[str] = frozenset()
    """Words that are known to say what a thing can do or is like."""
    nouns: frozenset[str] = frozenset()
    """Words that name a kind wherever they end a naming."""
    unparted: frozenset[str] = frozenset()
    """Names of categories of food, clothes, furniture and the like, whose parts nobody sells under their names."""
    series: Mapping[str, str] = field(default_factory=dict)
    """Names of well-known series -> the kind that their members are of."""

    series_starts: frozenset[str] = frozenset()
    """The words that they begin with."""

    def phrase_for(self, concept: str, other_than: str) -> str | None:
        """The usual phrase for a kind that isn't this one."""
        return next((phrase for phrase in self.phrases.get(concept, ()) if phrase != other_than), None)

    def plainness(self, phrase: str) -> int:
        """How plainly a phrase names a kind, 3 to 0: common kind, category of several words, of one, neither."""
        if phrase in self.concepts:
            return 3
        if phrase in self.nouns:
            return 2
        if phrase in self.names:
            return 2 if " " in phrase or (not phrase.isascii() and len(phrase) > SHORT_NAME) else 1
        return 2 if " " in phrase and phrase.rpartition(" ")[2] in self.concepts else 0

    def is_kind(self, phrase: str) -> bool:
        """Whether a phrase names a kind by itself."""
        return phrase in self.concepts or phrase in self.names


def kinds_of_terms() -> Mapping[str, tuple[str, ...]]:
    """The `concepts` of `known_types` alone, read in a quarter of its time."""
    return _kinds_of_terms(places())


@lru_cache(maxsize=4)
def _kinds_of_terms(folders: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    terms = own_terms(folders)
    kinds = {name for name, concept in terms.concepts.items() if concept.kind == "type"}
    return {
        phrase: found
        for phrase, meant in terms.meanings.items()
        if phrase and (found := tuple(name for name in meant if name in kinds))
    }


def known_types() -> KnownTypes:
    """What the languages' terms and the taxonomy say; read once."""
    return _known_types(places())


@lru_cache(maxsize=4)
def _known_types(folders: tuple[str, ...]) -> KnownTypes:
    terms = own_terms(folders)
    kinds = {name for name, concept in terms.concepts.items() if concept.kind == "type"}
    concepts = _kinds_of_terms(folders)
    names: set[str] = set()
    nouns: set[str] = set()
    parted: set[str] = set()
    for language in every_language():
        nouns.update(key(word) for word in language.data("import.json").get("type", {}).get("nouns", ()))
        joins = [re.escape(word) for word in language.data("import.json").get("type", {}).get("joins", ())]
        words = "|".join(rf"\b{word}\b" if word.isascii() else word for word in joins)
        parting = re.compile(rf"\s*(?:[,&、/(]{'|' if words else ''}{words})\s*")
        for number, name in language.data("taxonomy.json.gz").items():
            found = [key(part) for part in parting.split(name) if len(part) > 1]
            names.update(found)
            if number.partition("-")[0] not in UNPARTED:
                parted.update(found)
    names.discard("")
    ends = Counter(phrase.split()[-1] for phrase in names if phrase.isascii() and " " in phrase)
    heads = {phrase.split()[-1] for phrase in concepts if phrase.isascii()}
    heads |= {word for word, count in ends.items() if count >= KNOWN_HEAD} | nouns
    return KnownTypes(
        concepts,
        _phrases(folders, kinds),
        frozenset(names | nouns),
        frozenset(heads),
        _of_kind(folders, "value"),
        _of_kind(folders, "brand"),
        _of_kind(folders, "feature"),
        frozenset(nouns),
        frozenset(names - parted),
        series_concepts(folders),
        frozenset(name.split()[0] for name in series_concepts(folders)),
    )


def _phrases(folders: tuple[str, ...], kinds: set[str]) -> dict[str, tuple[str, ...]]:
    concepts = own_terms(folders).concepts
    return {name: tuple(key(word) for said in concepts[name].words.values() for word in said) for name in sorted(kinds)}


def _of_kind(folders: tuple[str, ...], kind: str) -> frozenset[str]:
    terms = own_terms(folders)
    return frozenset(
        phrase for phrase, meant in terms.meanings.items() if all(terms.concepts[name].kind == kind for name in meant)
    )

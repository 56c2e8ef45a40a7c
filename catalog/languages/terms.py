"""The terms of all languages, put together by what they mean."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from catalog.languages.folding import fold
from catalog.languages.registry import every_language

KINDS = ("type", "feature", "attribute", "value", "brand", "trait")
"""In the order in which they win where a phrase is equally usual for several."""
JOINED = re.compile(r"\s*[&/]\s*")
MOST_MEANINGS = 4
"""A category name that stands in more places than this ("Accessories") means nothing by itself."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning and its words by language, the usual word of each first; taxonomy ones start with "/"."""

    id: str
    kind: str
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Terms:
    """Concepts by id, and folded phrase -> ids of the concepts it is a word of, the likeliest first."""

    concepts: Mapping[str, Concept]
    meanings: Mapping[str, tuple[str, ...]]

    def of(self, folded: str) -> list[Concept]:
        """The meanings of a folded phrase, the likeliest first."""
        return [self.concepts[name] for name in self.meanings.get(folded, ())]


@lru_cache(maxsize=4)
def own_terms(_: tuple[str, ...]) -> Terms:
    """The terms of the languages' own term files."""
    kinds: dict[str, str] = {}
    words: dict[str, dict[str, tuple[str, ...]]] = {}
    for language in every_language():
        for kind, concepts in language.data("terms.json").items():
            for name, said in concepts.items():
                kinds.setdefault(name, kind)
                words.setdefault(name, {})[language.code] = tuple(said)
    concepts = {name: Concept(name, kind, words[name]) for name, kind in kinds.items()}
    ranked: dict[str, list[tuple[int, int, str]]] = {}
    for concept in concepts.values():
        for said in concept.words.values():
            for rank, word in enumerate(said):
                ranked.setdefault(fold(word), []).append((rank, KINDS.index(concept.kind), concept.id))
    meanings = {word: tuple(dict.fromkeys(name for _, _, name in sorted(found))) for word, found in ranked.items()}
    return Terms(concepts, meanings)


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Category names by language and number, and folded name -> numbers of the categories so called; `parts` has the
    names that are joined in one too."""

    names: Mapping[str, Mapping[str, str]]
    meanings: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, tuple[str, ...]]

    def of(self, folded: str) -> list[Concept]:
        """The categories of that name, as concepts."""
        return [self._concept(number) for number in self.meanings.get(folded, ())]

    def _concept(self, number: str) -> Concept:
        words = {code: (names[number],) for code, names in self.names.items() if number in names}
        return Concept(f"/{number}", "type", words)


@lru_cache(maxsize=4)
def taxonomy(_: tuple[str, ...]) -> Taxonomy:
    """The names of the category taxonomy, for phrases that our own terms lack."""
    names: dict[str, dict[str, str]] = {}
    found: dict[str, dict[str, None]] = {}
    parts: dict[str, dict[str, None]] = {}
    for language in every_language():
        mine = names[language.code] = language.data("taxonomy.json.gz")
        for number, name in mine.items():
            found.setdefault(fold(name), {})[number] = None
            for part in JOINED.split(name):
                parts.setdefault(fold(part), {})[number] = None
    return Taxonomy(names, _telling(found), _telling(parts))


def _telling(found: Mapping[str, Mapping[str, None]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(numbers) for name, numbers in found.items() if len(numbers) <= MOST_MEANINGS}


@lru_cache(maxsize=4)
def narrower_concepts(folders: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Concept id -> ids of all concepts that are kinds of it, near ones first."""
    direct: dict[str, list[str]] = {}
    for folder in folders:
        path = Path(folder) / "narrower.json"
        if path.exists():
            direct.update(json.loads(path.read_text("utf-8")))
    return {name: tuple(_below(name, direct)) for name in direct}


@lru_cache(maxsize=4)
def series_concepts(folders: tuple[str, ...]) -> Mapping[str, str]:
    """Folded name of a well-known maker's series -> id of the concept that its members are of."""
    found: dict[str, str] = {}
    for folder in folders:
        path = Path(folder) / "series.json"
        if path.exists():
            told = json.loads(path.read_text("utf-8"))
            found.update({fold(name): concept for concept, names in told.items() for name in names})
    return found


def _below(name: str, direct: Mapping[str, list[str]]) -> list[str]:
    reached: dict[str, None] = {}
    waiting = list(direct[name])
    while waiting:
        following = waiting.pop(0)
        if following not in reached and following != name:
            reached[following] = None
            waiting += direct.get(following, [])
    return list(reached)

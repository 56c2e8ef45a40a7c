"""A question -> the clauses that answer it, or none: BM25 over shared terms, and an embedding beside it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.records.clause_book import Clause
from assistant.service.policy_terms import IMPLIES, KINDS, OTHER, Unit, answers, gloss, implied, units
from catalog.ports import Embedder, Vectors

COUNTRY = "country"
HEADING = 0.75
"""What a term in a clause's heading is worth beside one in its text."""
K1, B = 1.2, 0.3
OWN_WORD, STRANGE_WORD, GOODS_WORD, KIND_WORD = 0.6, 0.4, 0.15, 0.35
"""What an ordinary word, one that no clause has, the name of goods and the kind of answer (how long, how much) are
worth beside a thing that rules speak of."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause with how much of the question it speaks of (0 to 1), its BM25 score and its nearness (cosine).

    `shared` holds the things of the question that the clause speaks of, `strange` those that no clause speaks of.
    """

    clause: Clause
    covered: float
    score: float
    near: float
    asks: float = 0.0
    """How near the question is to the one that the clause answers (cosine); 0 where it names none."""
    shared: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Indexed:
    terms: Counter[str]
    length: float


class PolicySearch:
    """The clauses of one shop, indexed; built anew when they change."""

    def __init__(self, clauses: Sequence[Clause], embedder: Embedder) -> None:
        self._clauses = tuple(clauses)
        self._embedder = embedder
        self._indexed = [_indexed(clause) for clause in self._clauses]
        self._mean = sum(one.length for one in self._indexed) / max(1, len(self._indexed))
        self._seen = Counter(term for one in self._indexed for term in one.terms)
        self._vectors: Vectors = (
            embedder.embed([_embedded(clause) for clause in self._clauses])
            if self._clauses
            else np.zeros((0, embedder.dimensions), dtype=np.float32)
        )

    def find(self, question: str, most: int = 10) -> list[Hit]:
        """The clauses nearest to the question, best first; ties by their order in the documents."""
        asked = [self._known(unit) for unit in units(question)]
        if not asked or not self._clauses:
            return []
        vector = self._embedder.embed([gloss(question)])[0]
        near = self._vectors @ vector
        weights = [self._weight(unit) for unit in asked]
        whole = sum(weights)
        strange = tuple(unit.terms[0] for unit in asked if not any(term in self._seen for term in unit.terms))
        hits = []
        for place, indexed in enumerate(self._indexed):
            score = covered = 0.0
            shared = []
            for unit, weight in zip(asked, weights, strict=True):
                held = max((indexed.terms[term] for term in unit.terms if term in indexed.terms), default=0.0)
                if held:
                    shared.append(unit.terms[0])
                    covered += weight * min(1.0, held)
                    score += weight * held * (K1 + 1) / (held + K1 * (1 - B + B * indexed.length / self._mean))
            hits.append(
                Hit(
                    self._clauses[place],
                    covered / whole,
                    score / whole,
                    float(near[place]),
                    float(near[place]) if self._clauses[place].asked else 0.0,
                    tuple(shared),
                    strange,
                )
            )
        return sorted(hits, key=lambda hit: -rank(hit))[:most]

    def _known(self, unit: Unit) -> Unit:
        """The unit; a country that no clause names is any other country."""
        if unit.own and self._seen.keys().isdisjoint(unit.terms):
            unit = Unit((*unit.terms, *self._parts(unit.terms[0])), unit.own, unit.goods)
        wider = {name for term in unit.terms for name in IMPLIES.get(term, ()) if name == COUNTRY}
        return Unit((*unit.terms, *wider)) if wider and self._seen.keys().isdisjoint(unit.terms) else unit

    def _parts(self, term: str) -> tuple[str, ...]:
        """The longest part of an unknown word of a script without spaces that some clause has."""
        if not OTHER.fullmatch(word := term.lstrip("=")):
            return ()
        parts = (word[at : at + size] for size in range(len(word) - 1, 1, -1) for at in range(len(word) - size + 1))
        return next(((f"={part}",) for part in parts if f"={part}" in self._seen), ())

    def _weight(self, unit: Unit) -> float:
        """How telling a thing is: rare ones tell more, and one that no clause speaks of tells most."""
        seen = max((self._seen[term] for term in unit.terms), default=0)
        count = len(self._clauses)
        rarity = math.log(1 + (count - seen + 0.5) / (seen + 0.5)) + 0.3
        if unit.goods:
            return rarity * GOODS_WORD
        if not KINDS.isdisjoint(unit.terms):
            return rarity * KIND_WORD
        if unit.own:
            return rarity * (OWN_WORD if seen else STRANGE_WORD)
        return rarity


def rank(hit: Hit) -> float:
    """What hits are ordered by."""
    return hit.score + hit.near


def _indexed(clause: Clause) -> _Indexed:
    text = f"{clause.asked} {clause.text}"
    body = {term for unit in units(text) for term in implied(frozenset(unit.terms))}
    terms = Counter(dict.fromkeys(body | answers(text), 1.0))
    for term in {term for unit in units(clause.heading) for term in unit.terms}:
        terms[term] += HEADING
    return _Indexed(terms, float(max(1, len(body))))


def _embedded(clause: Clause) -> str:
    return gloss(clause.asked or f"{clause.heading}. {clause.text}")

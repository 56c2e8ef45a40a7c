"""Candidates -> order: the parts of a score, their weighted mix, the scorer, and the spread over near-duplicates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from assistant.ranking.goes_with import goes_with, is_another_thing, is_the_thing, named_beside, names
from assistant.ranking.outcomes import Outcomes
from assistant.ranking.records_alike import RecordsAlike
from assistant.ranking.shortlist import LENGTH, Shortlist
from assistant.ranking.typed_words import typed_words
from assistant.retrieval.need_words import need_words
from assistant.retrieval.wished import UNTOLD, is_of_facts, places
from assistant.state import DialogueState
from assistant.vocabulary import Candidate, Ranked, Want
from catalog.languages.folding import fold
from catalog.languages.lexicon import lexicon
from catalog.measures import convert
from catalog.product import Constraint, Product, Verdict


@dataclass(frozen=True, slots=True)
class Weights:
    """The mix of a score; the parts lie in 0..1 and the weights are normalised to sum to 1."""

    similarity: float = 0.1
    words: float = 0.6
    kind: float = 0.01
    wishes: float = 0.27
    fit: float = 0.03
    """Of the whole: the share of the scorer, which sees the best of the others' mix alone.

    On rated searches of a whole catalogue, most of whose products nobody rated, a larger share puts rated products
    behind unrated ones (nDCG@10 .756 at 7 %, .741 at 22 %); among rated products alone it orders better."""
    outcomes: float = 0.15
    """Of the whole: the share of what shoppers are likely to do, where a log has told it. In simulated shops this much
    brings 3 % more purchases and costs .001 of nDCG@10 (`evaluate outcomes`)."""


class Ranker:
    """Orders candidates by one weighted score, the first of them with the scorer's word; equal ones by id."""

    def __init__(
        self,
        weights: Weights | None = None,
        shortlist: Shortlist | None = None,
        degraded: bool = False,
        outcomes: Outcomes | None = None,
    ) -> None:
        """`degraded`: there should be a scorer for the shortlist, and it can't be used; `outcomes`: what the shop's
        events say of its products."""
        self._weights = weights or Weights()
        self._shortlist = shortlist
        self._degraded = degraded
        self._outcomes = outcomes

    def rank(self, state: DialogueState, candidates: Sequence[Candidate]) -> tuple[Ranked, ...]:
        """The candidates, best first, each with the parts that made its score.

        What only goes with the wanted thing comes last as long as the thing itself is there."""
        first = _accessories_last(self._first(state, candidates), state.want)
        query = searched(state)
        if self._shortlist is None or not query or len(first) < 2:
            return self._with_outcomes(state, first)
        beside = state.turns[-1].beside if state.turns else 0
        fits = self._shortlist.fits(query, [one.product for one in first], beside)
        return self._with_outcomes(state, first if fits is None else self._with_fits(first, fits))

    def notice(self, state: DialogueState, ranked: Sequence[Ranked]) -> str | None:
        """The name of what a shopper has to know of this order: that the scorer read less than it should, and why."""
        if not searched(state):
            return None  # Something lighter: bounds and wishes in figures leave the scorer nothing to read.
        if len(ranked) < 2 or sum("fit" in one.parts for one in ranked) >= min(LENGTH, len(ranked)):
            return None
        if self._degraded:
            return "order_degraded"
        return "order_shortened" if self._shortlist is not None else None

    def _with_fits(self, first: Sequence[Ranked], fits: Sequence[float]) -> tuple[Ranked, ...]:
        share = self._weights.fit
        scored = []
        for one, fit in zip(first, fits, strict=False):
            score = (1.0 - share) * one.score + share * fit
            parts = MappingProxyType({**one.parts, "fit": fit})
            scored.append(Ranked(one.product, score, parts))
        behind = [replace(one, score=(1.0 - share) * one.score) for one in first[len(scored) :]]
        return tuple(sorted((*scored, *behind), key=_place))

    def _with_outcomes(self, state: DialogueState, ranked: Sequence[Ranked]) -> tuple[Ranked, ...]:
        """The order with the word of what shoppers did; a product of which nothing is known stands in the middle."""
        share = self._weights.outcomes
        if self._outcomes is None or not share:
            return tuple(ranked)
        told = []
        for one in ranked:
            place = self._outcomes.place(one.product.id, one.parts.get("fit"), demands_met(state, one.product))
            parts = one.parts if place is None else MappingProxyType({**one.parts, "outcomes": place})
            score = (1.0 - share) * one.score + share * (MIDDLE if place is None else place)
            told.append(Ranked(one.product, score, parts))
        return tuple(sorted(told, key=_place))

    def _first(self, state: DialogueState, candidates: Sequence[Candidate]) -> tuple[Ranked, ...]:
        if not candidates:
            return ()
        parts = {
            "similarity": np.array([max(0.0, c.similarity) for c in candidates]),
            "words": typed_words(state.want, candidates),
            "kind": _kinds(state.want, [c.product for c in candidates]),
            "wishes": _wishes(state, [c.product for c in candidates]),
        }
        weights = {name: getattr(self._weights, name) for name in parts}
        if not any(not c.firm for c in state.ledger):
            weights["wishes"] = 0.0
        elif state.want is None or any(is_of_facts(c) for c in state.ledger):
            # Words of no kind are those of the wishes, and would count twice; what a record tells in facts counts more
            # than words by chance in its text: at about 700, no laptop for 80 whose text says "day".
            weights["words"], weights["wishes"] = weights["wishes"], weights["words"]
        total = sum(weights.values()) or 1.0
        scores = sum(parts[name] * weight for name, weight in weights.items()) / total
        ranked = [
            Ranked(c.product, float(score), MappingProxyType({name: float(part[i]) for name, part in parts.items()}))
            for i, (c, score) in enumerate(zip(candidates, scores, strict=True))
        ]
        return tuple(sorted(ranked, key=_place))


def searched(state: DialogueState) -> str:
    """What the scorer is asked: the wanted thing as the shopper named it, or as the catalogue's language does, with the
    words that were demanded of it."""
    plain = replace(state.want, query=state.want.term, also=()) if state.want else None
    return need_words(replace(state, want=plain)).text


def demands_met(state: DialogueState, product: Product) -> float | None:
    """The share of what was said that the record meets, firm or not; None where nothing was demanded."""
    said = [one for one in state.ledger if one.value is not None]
    return sum(one.allows(product) is Verdict.MEETS for one in said) / len(said) if said else None


def _place(one: Ranked) -> tuple[float, str]:
    return -round(one.score, 6), one.product.id


OTHER, LOOKED_AT = 0.8, 40
"""What is left of the score of what is another thing than the wanted one; how many titles are read to find out."""
BESIDE, SCREEN, ASIDE = 0.1, 5, "aside"
"""Of the last score: what only goes with the thing has less; how long a list is that has none of it; its mark."""
FAINT = 0.15
"""Of the best score: what has less, and of which the catalogue doesn't know what it is, goes with nothing asked."""
MIDDLE = 0.5
HALF, MEASURED = 0.5, 2.0
"""How far off "about" ends; how much more such an amount counts than a word."""
ALIKE = 2
"""How many variants of one product stand together before the other products come."""


def _accessories_last(ranked: Sequence[Ranked], want: Want | None) -> tuple[Ranked, ...]:
    """The order with what only goes with the wanted thing, and what is typed as another one, behind all else and
    marked; what goes with it is the last.

    Where the catalogue types nothing as the thing, all of that stays, further back; where it knows no such kind,
    nothing is changed.
    """
    if want is None or not want.types:
        return tuple(ranked)
    things = [one.product for one in ranked if is_the_thing(want, one.product)]
    alike: RecordsAlike | None = None
    left: list[Ranked] = []
    others: list[Ranked] = []
    accessories: list[Ranked] = []
    for place, one in enumerate(ranked):
        typed = one.product.type in want.types
        other = is_another_thing(want, one.product)
        accessory = place < LOOKED_AT and goes_with(want, one.product)
        if typed:
            accessory = named_beside(want, one.product)
            if accessory:
                alike = alike or RecordsAlike(things)
                accessory = alike.unlike(one.product)
        faint = not one.product.type and one.score < FAINT * ranked[0].score
        faint = faint or (len(things) >= SCREEN and not one.product.type and not names(want, one.product))
        if things and accessory:
            accessories.append(one)
        elif things and (faint or (other and not typed)):
            others.append(one)
        else:
            left.append(replace(one, score=one.score * OTHER) if accessory or other else one)
    left.sort(key=_place)
    return tuple(left + _behind(left[-1].score if left else 1.0, (*sorted(others, key=_place), *accessories)))


def _behind(score: float, ranked: Sequence[Ranked]) -> list[Ranked]:
    """These in the order given, scored below a score and marked as standing beside what was asked."""
    return [
        Ranked(one.product, score * BESIDE / place, MappingProxyType({**one.parts, ASIDE: 1.0}))
        for place, one in enumerate(ranked, start=1)
    ]


def spread(ranked: Sequence[Ranked], k: int) -> tuple[Ranked, ...]:
    """The first k with variants of one product behind the other products, so that a list isn't one thing five times.

    What only stands beside the wanted thing is in longer lists than a screen alone, behind all else."""
    chosen: list[Ranked] = []
    later: list[Ranked] = []
    aside: list[Ranked] = []
    seen: Counter[str] = Counter()
    for one in ranked:
        if ASIDE in one.parts:
            aside.append(one)
            continue
        family = _family(one.product)
        (later if seen[family] == ALIKE else chosen).append(one)
        seen[family] += 1
        if len(chosen) == k:
            break
    return tuple((chosen + later + (aside if k > SCREEN else []))[:k])


def _family(product: Product) -> str:
    return product.group or " ".join(sorted(fold(f"{product.brand or ''} {product.title}").split()))


def _kinds(want: Want | None, products: Sequence[Product]) -> NDArray[np.float64]:
    """1 for the very kind that was named, half for its subkinds: a laptop before a mobile workstation."""
    if want is None or not want.types:
        return np.zeros(len(products))
    named = {fold(want.called), *map(fold, lexicon().equivalents(want.called))}
    if not any(fold(one) in named for one in want.types):
        named.add(fold(want.types[0]))
    place = {True: 1.0, False: 0.6}
    return np.array(
        [place[fold(one.type) in named] if one.type in want.types and one.type else 0.2 for one in products]
    )


def _wishes(state: DialogueState, products: Sequence[Product]) -> NDArray[np.float64]:
    wishes = [c for c in state.ledger if not c.firm]
    if not wishes:
        return np.zeros(len(products))
    weights = [MEASURED if wish.op == "about" or wish.value is None else 1.0 for wish in wishes]
    return np.average([_grants(wish, products) for wish in wishes], axis=0, weights=weights)


def _grants(wish: Constraint, products: Sequence[Product]) -> NDArray[np.float64]:
    if wish.value is None:
        return _by_position(wish, products)
    told = {Verdict.MEETS: 1.0, Verdict.UNKNOWN: UNTOLD, Verdict.VIOLATES: 0.0}
    grants = np.array([told[wish.allows(product)] for product in products])
    if wish.op == "about" and isinstance(wish.value, float) and wish.value > 0:
        for place in np.flatnonzero(grants == 0.0):
            grants[place] = _falls_off(wish, products[place])
    return grants


def _falls_off(wish: Constraint, product: Product) -> float:
    """From 1 at the amount that was named to 0 at half as much again, and on down to -1: 2,600 is not about 300."""
    fact = product.fact(wish.field)
    value = convert(fact.value, fact.unit, wish.unit) if fact and isinstance(fact.value, float) else None
    if value is None or not isinstance(wish.value, float):
        return 0.0
    return float(max(-1.0, 1.0 - abs(value - wish.value) / (HALF * wish.value)))


def _by_position(wish: Constraint, products: Sequence[Product]) -> NDArray[np.float64]:
    """ "Light" or "cheap": 1 for the best of these products, 0 for the worst."""
    facts = [product.fact(wish.field) for product in products]
    unit = next((fact.unit for fact in facts if fact is not None), None)
    numbers = np.array(
        [
            number
            if fact is not None
            and isinstance(fact.value, float)
            and (number := convert(fact.value, fact.unit, unit)) is not None
            else np.nan
            for fact in facts
        ]
    )
    return places(numbers, wish.op.startswith("<"))

"""The reasoner without a model: chooses two or three facts per product and words them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from zlib import crc32

from assistant.languages.reading import nearest, words
from assistant.reasons.amounts import spelled_out
from assistant.reasons.apart import Field, apart_facts, comparable, worst_fact
from assistant.reasons.facts import SHORT, Fact, demand_facts, telling_facts
from assistant.reasons.opinions import complaint, praise_facts, stock_fact, unknown_fact
from assistant.reasons.quiet import quieted
from assistant.reasons.writing import Writer
from assistant.state import DialogueState
from assistant.vocabulary import Candidate, Ranked, Reason
from catalog.product import Constraint, Product

MOST = 3
"""Clauses in one reason."""
ALL_DIFFERENT = 4
"""From so many products on, a text that is another on each is a number plate, not a property."""
LOOKED_AT = 40
"""Candidates that show which attributes matter for this kind of product."""
TOGETHER = (
    {"under_price", "gap"},
    {"under_price", "more"},
    {"under_price", "best_of_shown"},
    {"under_price", "best_of_all"},
)
"""What may be told of the price twice in one reason: the distance from the budget and from the others."""
AGAIN = 2.5
"""What telling the same again in a list costs a fact."""


@dataclass(frozen=True)
class _List:
    """What the reasons of one list share."""

    state: DialogueState
    shown: list[Product]
    fields: list[Field]
    cared: frozenset[str]
    useful: list[str]
    language: str
    told: Counter[tuple[str, str]]


class FactReasoner:
    """Words typed facts of the record; what the record doesn't hold can't be said. Same seed, same words."""

    def __init__(self, seed: int = 0) -> None:
        self._seed = seed

    def explain(
        self, state: DialogueState, ranked: Sequence[Ranked], candidates: Sequence[Candidate]
    ) -> tuple[Reason, ...]:
        """One reason per product, in order; the wording depends on seed, product and list alone."""
        if not ranked:
            return ()
        shown = [quieted(one.product) for one in ranked]
        among = [candidate.product for candidate in candidates]
        language = state.language or ""
        useful = telling_names(among[:LOOKED_AT] or shown, language)
        known = {one.id for one in among}
        whole = among if all(one.id in known for one in shown) else []
        cared = frozenset(one.field for one in state.ledger)
        fields = comparable(shown, whole, language)
        listed = _List(state, shown, fields, cared, useful, language, Counter())
        writer = Writer(language)
        return tuple(self._reason(product, listed, writer) for product in shown)

    def _reason(self, product: Product, listed: _List, writer: Writer) -> Reason:
        chance = Random(crc32(product.id.encode()) ^ self._seed ^ len(listed.told))
        facts = chosen(product, listed, chance)
        whole = writer.text([writer.clause(fact, chance) for fact in facts], chance)
        against = drawback(product, listed)
        if against is None:
            return Reason(product.id, whole.text, whole.evidence)
        warning = writer.clause(against, chance, "drawbacks")
        text = warning.text[:1].upper() + warning.text[1:]
        proofs = tuple(replace(one, at=None) for one in warning.evidence[:1])
        return Reason(product.id, whole.text, (*whole.evidence, *proofs), text)


def chosen(product: Product, listed: _List, chance: Random) -> list[Fact]:
    """Two or three facts: a demand of the shopper's own, what sets the product apart, and what is worth adding."""
    language, told = listed.language, listed.told
    met = demand_facts(product, listed.state, language)
    apart = apart_facts(product, listed.shown, listed.fields, listed.cared, language)
    praise = praise_facts(product, listed.state, language)
    plain = telling_facts(product, language, listed.useful)
    ahead = {fact.evidence.field: fact for fact in reversed(apart)}
    met = [ahead.get(fact.evidence.field, fact) if fact.key in ("wish", "wish_price") else fact for fact in met]
    facts: list[Fact] = []
    for pool in (met, apart, [*met, *praise, *apart, *plain], plain):
        free = [fact for fact in pool if _new(fact, facts)]
        if free and len(facts) < MOST:
            facts.append(max(free, key=lambda fact: (_worth(fact, told), fact.evidence.field, fact.key)))
    told.update((fact.key, fact.evidence.field) for fact in facts)
    if len(facts) > 1 and chance.random() < 0.5:
        facts[0], facts[1] = facts[1], facts[0]
    return facts


def _new(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a fact says something that none of the others has said."""
    if fact.key in ("titled", "kind") and len(facts) > 1:
        return False
    same = [other for other in facts if other.evidence.field == fact.evidence.field]
    return all(fact.evidence.field == "price" and {fact.key, other.key} in TOGETHER for other in same)


def _worth(fact: Fact, told: Counter[tuple[str, str]]) -> float:
    return fact.worth - AGAIN * told[fact.key, fact.evidence.field]


def drawback(product: Product, listed: _List) -> Fact | None:
    """What speaks against the product, or isn't known of it."""
    language, ledger = listed.language, listed.state.ledger
    missing: tuple[Constraint, ...] = tuple(one for one in ledger if one.field not in ("stock", "want"))
    return (
        stock_fact(product)
        or complaint(product, language)
        or unknown_fact(product, missing, language)
        or worst_fact(product, listed.shown, listed.fields, listed.cared, language)
    )


def is_paperwork(name: str, language: str) -> bool:
    """Whether a column is the merchant's own affair, which no shopper is told."""
    return spelled_out(name).casefold() in words(nearest(language), "wording")["question_words"]["never_told"]


def telling_names(products: Sequence[Product], language: str) -> list[str]:
    """Attributes worth telling of these products: most have it, it differs, and it is no paperwork."""
    never = frozenset(words(nearest(language), "wording")["question_words"]["never_told"])
    untold = {
        name for name in {name for one in products for name in one.attributes} if spelled_out(name).casefold() in never
    }
    have: Counter[str] = Counter()
    values: dict[str, set[object]] = {}
    for product in products:
        for name, fact in product.attributes.items():
            if isinstance(fact.value, str) and len(fact.value) > SHORT:
                continue
            if isinstance(fact.value, float) and fact.unit is None:
                continue
            if name in untold:
                continue
            have[name] += 1
            values.setdefault(name, set()).add(fact.value)
    plates = {
        name
        for name, count in have.items()
        if count >= ALL_DIFFERENT and len(values[name]) == count and all(isinstance(one, str) for one in values[name])
    }
    worth = {name: n * (1.0 if len(values[name]) > 1 else 0.5) for name, n in have.items() if name not in plates}
    return sorted(worth, key=lambda name: (-worth[name], name))[:12]

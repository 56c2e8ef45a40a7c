"""The reasoner without a model: chooses two or three facts per product and words them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from random import Random
from zlib import crc32

from assistant.languages.reading import nearest, words
from assistant.reasons.amounts import spelled_out
from assistant.reasons.facts import (
    SHORT,
    Fact,
    comparing_facts,
    demand_facts,
    review_fact,
    stock_fact,
    telling_facts,
)
from assistant.reasons.telling import joined, tell
from assistant.state import DialogueState
from assistant.vocabulary import Candidate, Evidence, Ranked, Reason
from catalog.product import Product

MOST = 3
"""Clauses in one reason."""
ALL_DIFFERENT = 4
"""From so many products on, a text that is another on each is a number plate, not a property."""
LOOKED_AT = 40
"""Candidates that show which attributes matter for this kind of product."""


class FactReasoner:
    """Words typed facts of the record; what the record doesn't hold can't be said."""

    def explain(
        self, state: DialogueState, ranked: Sequence[Ranked], candidates: Sequence[Candidate]
    ) -> tuple[Reason, ...]:
        """One reason per product, in order; the wording depends on product and list alone."""
        shown = [one.product for one in ranked]
        useful = telling_names(
            [candidate.product for candidate in candidates[:LOOKED_AT]] or shown, state.language or ""
        )
        language = state.language or ""
        used: Counter[str] = Counter()
        return tuple(_reason(product, state, shown, useful, language, used) for product in shown)


def _reason(
    product: Product, state: DialogueState, shown: list[Product], useful: list[str], language: str, used: Counter[str]
) -> Reason:
    chance = Random(crc32(product.id.encode()))
    facts = chosen(product, state, shown, useful, language, used)
    clauses = [tell(fact.key, fact.slots, fact.evidence, language, chance) for fact in facts]
    whole = joined(clauses, language)
    against = stock_fact(product) or review_fact(product, language, good=False)
    if against is None:
        return Reason(product.id, whole.text, whole.evidence)
    warning = tell(against.key, against.slots, against.evidence, language, chance)
    return Reason(
        product.id, whole.text, (*whole.evidence, *(_unplaced(one) for one in warning.evidence)), warning.text
    )


def _unplaced(evidence: Evidence) -> Evidence:
    """A drawback's proof marks no stretch of the reason's own text."""
    return replace(evidence, at=None)


def chosen(
    product: Product, state: DialogueState, shown: list[Product], useful: list[str], language: str, used: Counter[str]
) -> list[Fact]:
    """At most three facts: the shopper's own demands, then what sets the product apart, then what is plainly true."""
    met = demand_facts(product, state, language)
    apart = sorted(comparing_facts(product, shown, language), key=lambda fact: used[fact.key])
    praise = review_fact(product, language, good=True)
    plain = telling_facts(product, language, useful)
    order = [*met[:2], *apart[:1], *([praise] if praise else []), *met[2:], *apart[1:], *plain]
    facts: list[Fact] = []
    for fact in order:
        if len(facts) == MOST:
            break
        if all(fact.evidence.field != other.evidence.field for other in facts):
            facts.append(fact)
    used.update(fact.key for fact in facts)
    return facts


def telling_names(products: Sequence[Product], language: str) -> list[str]:
    """Attributes worth telling of these products: most have it, it differs, and it is no paperwork."""
    never = words(nearest(language), "wording")["question_words"]["never_told"]
    have: Counter[str] = Counter()
    values: dict[str, set[object]] = {}
    for product in products:
        for name, fact in product.attributes.items():
            if isinstance(fact.value, str) and len(fact.value) > SHORT:
                continue
            if isinstance(fact.value, float) and fact.unit is None:
                continue
            if spelled_out(name).casefold() in never:
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

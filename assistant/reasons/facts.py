"""Ranked -> facts worth telling: which demands are met and by how much, and what is plainly true of a product."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.languages.reading import nearest, words
from assistant.reasons.amounts import figure, money, spelled_out
from assistant.reasons.named import amount, be, feature_slots, grammar, own_label, spelled
from assistant.state import DialogueState
from assistant.vocabulary import Evidence
from catalog.languages.folding import contains_phrase
from catalog.measures import convert
from catalog.product import Attribute, Constraint, Product, Verdict

LONGEST_PROOF = 110
SHORT = 28
"""A longer text value is no telling detail."""
SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]?")
CLAUSE = re.compile(r"[^,;:，；：]+")
GOOD, BAD, WORST, FEW = 4.0, 3.0, 2.0, 3
NO_DETAIL = re.compile(r"__|package|pallet|master|_s_?$|_[a-z]_|[a-z]x[a-z]x[a-z]")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something true of a product that could be told: the wording's key, the words for its slots, the proof.

    `worth` orders facts of one product; a fact with `feature` is told by the clause for a feature of that kind.
    """

    key: str
    evidence: Evidence
    slots: dict[str, str] = field(default_factory=dict)
    worth: float = 1.0
    feature: str | None = None


def demand_facts(product: Product, state: DialogueState, language: str) -> list[Fact]:
    """One fact for each demand or wish that the record answers."""
    told = [_met(product, constraint, language) for constraint in state.ledger]
    return [fact for fact in told if fact is not None]


def _met(product: Product, constraint: Constraint, language: str) -> Fact | None:
    fact = product.fact(constraint.field)
    if constraint.value is None:
        return _wished(product, constraint, fact, language)
    if constraint.allows(product) is not Verdict.MEETS or constraint.field == "stock":
        return None
    if fact is None or (constraint.op == "has" and constraint.judges(fact) is Verdict.UNKNOWN):
        return _told_in_text(product, constraint, language)
    evidence = Evidence(product.id, constraint.field, fact.value, fact.unit)
    slots = _slots(product, constraint, fact, language)
    if constraint.field == "price":
        return _price(constraint, fact, evidence, slots, language)
    if isinstance(fact.value, bool):
        return feature_fact(product, constraint.field, fact, language, "has" if fact.value else "has_not", 5.0)
    if isinstance(fact.value, str) and len(fact.value) > 2 * SHORT:
        return _told_in_text(product, constraint, language)
    if constraint.op in ("!=", "not_in"):
        return Fact("not_brand" if constraint.field == "brand" else "not_value", evidence, slots, 4.0)
    if constraint.field == "brand":
        return Fact("brand", evidence, slots, 5.0)
    if isinstance(constraint.value, (int, float)) and constraint.op != "=":
        if constraint.op != "about" and not isinstance(fact.value, str):
            return Fact("at_most" if constraint.op[0] == "<" else "at_least", evidence, slots, 5.0)
        return Fact("about", evidence, slots, 5.0)
    return Fact("equals", evidence, slots, 5.0)


def _slots(product: Product, constraint: Constraint, fact: Attribute, language: str) -> dict[str, str]:
    name, value = own_label(constraint.field, language, product), spelled(constraint.field, fact, language, product)
    slots = {"name": name, "is": be(name, language), "value": value, "brand": value, "price": value}
    if constraint.said and constraint.said.isascii() == name.isascii():
        slots["said"] = f"“{constraint.said}”"
    if isinstance(constraint.value, (int, float)) and not isinstance(constraint.value, bool):
        slots["limit"] = amount(float(constraint.value), constraint.unit, language)
    return slots


def _wished(product: Product, constraint: Constraint, fact: Attribute | None, language: str) -> Fact | None:
    """A wish for less or more is answered by the figure itself; where it is the best, a comparison says so."""
    if fact is None or isinstance(fact.value, (bool, str)):
        return None
    slots = _slots(product, constraint, fact, language)
    evidence = Evidence(product.id, constraint.field, fact.value, fact.unit)
    return Fact("wish_price" if constraint.field == "price" else "wish", evidence, slots, 4.0)


def _price(constraint: Constraint, fact: Attribute, evidence: Evidence, slots: dict[str, str], language: str) -> Fact:
    if constraint.op in ("<", "<=") and isinstance(constraint.value, (int, float)) and isinstance(fact.value, float):
        mine = convert(fact.value, fact.unit, constraint.unit)
        gap = 0.0 if mine is None else constraint.value - mine
        slots["limit"] = money(float(constraint.value), fact.unit, language)
        if gap >= 0.01:
            return Fact("under_price", evidence, {**slots, "gap": money(round(gap, 2), fact.unit, language)}, 4.5)
        return Fact("at_price_limit", evidence, slots, 4.5)
    return Fact("over_price", evidence, slots, 3.0)


def feature_fact(product: Product, name: str, fact: Attribute, language: str, key: str, worth: float) -> Fact:
    """A yes or a no of the record, told by the clause that its name needs."""
    kind, slots = feature_slots(own_label(name, language, product), language)
    feature = kind if fact.value else f"not_{kind}"
    return Fact(key, Evidence(product.id, name, fact.value, fact.unit), slots, worth, feature)


def _told_in_text(product: Product, constraint: Constraint, language: str) -> Fact | None:
    """A feature that no column holds but the product's own text names: the words that name it are the proof."""
    places = words(nearest(language), "wording")["places"]
    named = constraint.value if isinstance(constraint.value, str) else constraint.field
    if not constraint.firm and contains_phrase(named, product.type or ""):
        return None  # That running shoes are for running tells none of them from another.
    for place, text in (("title", product.title), ("description", product.description)):
        span = next((part.strip() for part in SENTENCE.findall(text or "") if contains_phrase(named, part)), None)
        if span is None:
            continue
        if place == "title":
            start = span.casefold().find(named.casefold())
            span = span[start : start + len(named)] if start >= 0 else span
        if len(span) > LONGEST_PROOF:
            span = next((part.strip() for part in CLAUSE.findall(span) if contains_phrase(named, part)), span)
        span = span[:LONGEST_PROOF].strip().rstrip(".。,，")
        slots = {"place": places[place], "span": span}
        if constraint.said and constraint.said.isascii() == places[place].isascii():
            slots["said"] = f"“{constraint.said}”"
        return Fact("told", Evidence(product.id, place, constraint.value, span=span), slots, 5.0)
    return None


def telling_facts(product: Product, language: str, useful: Sequence[str]) -> list[Fact]:
    """Plain facts of the record: the attributes that shoppers of this kind look at, rating, price, name."""
    facts: list[Fact] = []
    skipped = re.compile(grammar(language)["names"]["skipped"])
    dull = words(nearest(language), "wording")["question_words"]["never_asked"]
    for place, name in enumerate(useful):
        fact = product.attributes.get(name)
        if fact is None or fact.value is False or NO_DETAIL.search(name):
            continue
        worth = 2.0 - place / 20 - (spelled_out(name).casefold() in dull)
        if fact.value is True:
            if skipped.search(spelled_out(name)):
                continue
            facts.append(feature_fact(product, name, fact, language, "feature", worth + 0.3))
            continue
        if isinstance(fact.value, str) and len(fact.value) > SHORT:
            continue
        told = own_label(name, language, product)
        slots = {"name": told, "is": be(told, language), "value": spelled(name, fact, language, product)}
        facts.append(Fact("detail", Evidence(product.id, name, fact.value, fact.unit), slots, worth))
    if product.rating is not None and product.rating >= GOOD:
        slots = {"rating": figure(product.rating, None, language)}
        facts.append(Fact("rated", Evidence(product.id, "rating", product.rating), slots, 2.5))
    if product.price is not None:
        evidence = Evidence(product.id, "price", product.price, product.currency)
        facts.append(Fact("priced", evidence, {"price": money(product.price, product.currency, language)}, 1.0))
    if product.type:
        told_type = spelled("type", Attribute(product.type), language, product)
        facts.append(Fact("kind", Evidence(product.id, "type", product.type), {"type": told_type}, 0.5))
    facts.append(Fact("titled", Evidence(product.id, "title", product.title), {"title": product.title}, 0.0))
    return facts

"""Ranked -> facts worth telling: which demands are met, what sets a product apart, what shoppers write."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.languages.reading import nearest, words
from assistant.reasons.amounts import fact_words, figure, label, money
from assistant.state import DialogueState
from assistant.vocabulary import Evidence
from catalog.languages.folding import contains_phrase
from catalog.languages.lexicon import lexicon
from catalog.measures import convert, dimension
from catalog.product import Attribute, Constraint, Product, Review, Verdict

LONGEST_PROOF = 160
SHORT = 28
"""A longer text value is no telling detail."""
SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]?")
SPAN = (10, 120)
"""How long a quoted stretch of a review may be, in characters."""
GOOD, BAD, WORST, FEW = 4.0, 3.0, 2.0, 3


@dataclass(frozen=True, slots=True)
class Fact:
    """Something true of a product that could be told: the wording's key, the words for its slots, the proof."""

    key: str
    evidence: Evidence
    slots: dict[str, str] = field(default_factory=dict)


def demand_facts(product: Product, state: DialogueState, language: str) -> list[Fact]:
    """One fact for each demand or wish that the record proves, the price last."""
    told = [_met(product, constraint, language) for constraint in state.ledger]
    facts = [fact for fact in told if fact is not None]
    return sorted(facts, key=lambda fact: fact.evidence.field in ("price", "brand"))


def _met(product: Product, constraint: Constraint, language: str) -> Fact | None:
    if constraint.value is None or constraint.allows(product) is not Verdict.MEETS:
        return None
    fact = product.fact(constraint.field)
    name = label(constraint.field, language, product)
    if fact is None or (constraint.op == "has" and constraint.judges(fact) is Verdict.UNKNOWN):
        return _told_in_text(product, constraint, language)
    shown = fact_words(constraint.field, fact, language, product)
    evidence = Evidence(product.id, constraint.field, fact.value, fact.unit)
    slots = {"name": name, "value": shown, "price": shown, "brand": shown}
    if constraint.field == "price":
        return _price(constraint, fact, evidence, slots, language)
    if constraint.field == "brand":
        return Fact("not_brand" if constraint.op in ("!=", "not_in") else "brand", evidence, slots)
    if constraint.op in ("!=", "not_in"):
        return Fact("not_value", evidence, slots)
    if constraint.op in ("<", "<=", ">", ">=") and isinstance(constraint.value, (int, float)):
        slots["limit"] = figure(constraint.value, constraint.unit, language)
        return Fact("at_most" if constraint.op[0] == "<" else "at_least", evidence, slots)
    if isinstance(fact.value, bool):
        return Fact("has" if fact.value else "has_not", evidence, slots)
    if constraint.field == "stock":
        return None
    return Fact("equals", evidence, slots)


def _price(constraint: Constraint, fact: Attribute, evidence: Evidence, slots: dict[str, str], language: str) -> Fact:
    if constraint.op in ("<", "<=") and isinstance(constraint.value, (int, float)) and isinstance(fact.value, float):
        gap = constraint.value - fact.value
        if gap >= 0.01:
            return Fact("under_price", evidence, {**slots, "gap": money(round(gap, 2), fact.unit, language)})
        return Fact("at_price_limit", evidence, slots)
    return Fact("over_price", evidence, slots)


def _told_in_text(product: Product, constraint: Constraint, language: str) -> Fact | None:
    """A feature that no column holds but the product's own text names: the sentence that names it is the proof."""
    places = words(nearest(language), "wording")["places"]
    named = constraint.value if isinstance(constraint.value, str) else constraint.field
    for place, text in (("title", product.title), ("description", product.description)):
        span = next((part.strip() for part in SENTENCE.findall(text or "") if contains_phrase(named, part)), None)
        if span:
            name = lexicon().word_in(named, language) or named
            return Fact(
                "told",
                Evidence(product.id, place, constraint.value, span=span[:LONGEST_PROOF]),
                {"name": name, "place": places[place]},
            )
    return None


def comparing_facts(product: Product, shown: Sequence[Product], language: str) -> list[Fact]:
    """What sets a product apart from the others shown: price, rating, and figures that all of them give in one unit."""
    if len(shown) < 2:
        return []
    ids, count = tuple(one.id for one in shown), str(len(shown))
    facts: list[Fact] = []
    prices = [one.price for one in shown if one.price is not None and one.currency == product.currency]
    if product.price is not None and len(prices) == len(shown) and prices.count(product.price) == 1:
        evidence = Evidence(product.id, "price", product.price, product.currency, "comparison", ids)
        if product.price == min(prices):
            facts.append(Fact("cheapest", evidence, {"count": count}))
    ratings = [one.rating for one in shown if one.rating is not None]
    alone = len(ratings) == len(shown) and ratings.count(product.rating or 0.0) == 1
    if product.rating is not None and alone and product.rating == max(ratings):
        evidence = Evidence(product.id, "rating", product.rating, None, "comparison", ids)
        facts.append(Fact("best_rated", evidence, {"count": count, "rating": figure(product.rating, None, language)}))
    for name, fact in product.attributes.items():
        facts += _apart(product, name, fact, shown, ids, language)
    return facts


def _apart(
    product: Product, name: str, fact: Attribute, shown: Sequence[Product], ids: tuple[str, ...], language: str
) -> list[Fact]:
    """A figure that is the best of those shown, where less or more of its measure is what people look for."""
    better = words(nearest(language), "wording")["better"].get(dimension(fact.unit) or "")
    if better is None or isinstance(fact.value, (bool, str)) or any(one.type != product.type for one in shown):
        return []
    others = [one.fact(name) for one in shown if one.id != product.id]
    numbers = [
        number
        for other in others
        if other is not None
        and isinstance(other.value, float)
        and (number := convert(other.value, other.unit, fact.unit)) is not None
    ]
    if len(numbers) != len(others):
        return []
    if not (fact.value < min(numbers) if better == "less" else fact.value > max(numbers)):
        return []
    key = "least" if better == "less" else "most"
    evidence = Evidence(product.id, name, fact.value, fact.unit, "comparison", ids)
    slots = {"count": str(len(shown)), "value": figure(fact.value, fact.unit, language)}
    return [Fact(key, evidence, {**slots, "name": label(name, language, product)})]


def telling_facts(product: Product, language: str, useful: Sequence[str]) -> list[Fact]:
    """Plain facts of the record: rating and the attributes that shoppers of this kind look at."""
    facts: list[Fact] = []
    for name in useful:
        fact = product.attributes.get(name)
        if fact is None or fact.value is False or (isinstance(fact.value, str) and len(fact.value) > SHORT):
            continue
        slots = {"name": label(name, language, product), "value": fact_words(name, fact, language, product)}
        facts.append(
            Fact(
                "feature" if fact.value is True else "detail", Evidence(product.id, name, fact.value, fact.unit), slots
            )
        )
    if product.rating is not None and product.rating >= GOOD:
        slots = {"rating": figure(product.rating, None, language)}
        facts.append(Fact("rated", Evidence(product.id, "rating", product.rating), slots))
    if product.price is not None:
        evidence = Evidence(product.id, "price", product.price, product.currency)
        facts.append(Fact("priced", evidence, {"price": money(product.price, product.currency, language)}))
    facts.append(Fact("titled", Evidence(product.id, "title", product.title), {"title": product.title}))
    return facts


def review_fact(product: Product, language: str, *, good: bool) -> Fact | None:
    """A quoted sentence of a review in the shopper's language: of praise, or of complaint from the worst review."""
    rated = [one for one in product.reviews if one.language == language and one.rating is not None]
    if good:
        told = [span for review in rated if (review.rating or 0.0) >= GOOD for span in _spans(review)][:1]
    else:
        told = []
        for review in sorted(rated, key=lambda one: (one.rating or 0.0, one.id)):
            if (review.rating or 0.0) <= BAD:
                told += [span for span in _spans(review) if review.rating <= WORST or _turns(span[1], language)]
    if not told:
        return None
    review, span = told[0]
    evidence = Evidence(product.id, "reviews", review.id, None, "review", None, span)
    return Fact("review" if good else "bad_review", evidence, {"span": span})


def _spans(review: Review) -> list[tuple[Review, str]]:
    spans = (part.strip(" .!。！,，") for part in SENTENCE.findall(review.text))
    return [(review, span) for span in spans if SPAN[0] <= len(span) <= SPAN[1]]


def _turns(span: str, language: str) -> bool:
    """Whether a middling review comes to its complaint in this sentence."""
    return any(cue in f" {span.casefold()} " for cue in words(nearest(language), "wording")["reviews"]["turns"])


def stock_fact(product: Product) -> Fact | None:
    """Few left, or sold out; of unknown stock nothing is said."""
    if product.stock is None or product.stock > FEW:
        return None
    evidence = Evidence(product.id, "stock", float(product.stock))
    return Fact("few_left" if product.stock else "sold_out", evidence, {"stock": str(product.stock)})

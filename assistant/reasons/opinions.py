"""What reviews say: a quoted sentence of praise, on what the shopper cares about where it can be, or of complaint."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.reading import nearest, words
from assistant.reasons.facts import BAD, FEW, GOOD, SENTENCE, WORST, Fact
from assistant.reasons.named import own_label
from assistant.state import DialogueState
from assistant.vocabulary import Evidence
from catalog.languages.detection import detect
from catalog.languages.folding import contains_phrase
from catalog.product import Constraint, Product, Review, Verdict

SPAN = (10, 120)
"""How long a quoted stretch of a review may be, in characters."""
READABLE = 70
SHARED = 3
"""From so many reviews on, the share that praises is worth telling."""


def praise_facts(product: Product, state: DialogueState, language: str) -> list[Fact]:
    """Quoted praise: on a field that the shopper named, with its share, or as it stands."""
    mine = [one for one in product.reviews if one.language == language and one.rating is not None]
    good = [one for one in mine if (one.rating or 0.0) >= GOOD]
    spans = [one for review in good for one in _spans(review) if not _turns(one[1], language)]
    if not spans:
        return []
    facts = []
    for demand in state.ledger:
        name = own_label(demand.field, language, product)
        told = next((one for one in spans if contains_phrase(name, one[1])), None)
        if told:
            facts.append(Fact("review_aspect", _quoted(product, *told), {"aspect": name, "span": told[1]}, 5.5))
            break
    review, span = min(spans, key=lambda one: (len(one[1]) > READABLE, spans.index(one)))
    every = [one for one in product.reviews if one.rating is not None]
    pleased = sum((one.rating or 0.0) >= GOOD for one in every)
    if len(every) == len(product.reviews) >= SHARED and pleased >= 2 and pleased * 2 > len(every):
        slots = {"part": str(pleased), "whole": str(len(every)), "span": span}
        facts.append(Fact("review_share", _quoted(product, review, span), slots, 3.8))
    facts.append(Fact("review", _quoted(product, review, span), {"span": span}, 3.5))
    return facts


def _quoted(product: Product, review: Review, span: str) -> Evidence:
    return Evidence(product.id, "reviews", review.id, None, "review", None, span)


def complaint(product: Product, language: str) -> Fact | None:
    """A quoted sentence from the worst review."""
    rated = [one for one in product.reviews if one.language == language and one.rating is not None]
    for review in sorted(rated, key=lambda one: (one.rating or 0.0, one.id)):
        if (review.rating or 0.0) > BAD:
            break
        for _, span in _spans(review):
            if (review.rating or 0.0) <= WORST or _turns(span, language):
                return Fact("bad_review", _quoted(product, review, span), {"span": span})
    return None


def _spans(review: Review) -> list[tuple[Review, str]]:
    parts = (part.strip().rstrip(".!。！,，").strip() for part in SENTENCE.findall(review.text))
    return [(review, part) for part in parts if SPAN[0] <= len(part) <= SPAN[1] and not set(part) & set('“”"「」')]


def _turns(span: str, language: str) -> bool:
    """Whether a review comes to its complaint in this sentence."""
    return any(cue in f" {span.casefold()} " for cue in words(nearest(language), "wording")["reviews"]["turns"])


def stock_fact(product: Product) -> Fact | None:
    """Few left, or sold out; of unknown stock nothing is said."""
    if product.stock is None or product.stock > FEW:
        return None
    evidence = Evidence(product.id, "stock", float(product.stock))
    return Fact("few_left" if product.stock else "sold_out", evidence, {"stock": str(product.stock)})


def unknown_fact(product: Product, ledger: Sequence[Constraint], language: str) -> Fact | None:
    """A demand that the record doesn't answer, firm ones first."""
    for demand in sorted(ledger, key=lambda one: not one.firm):
        fact = product.fact(demand.field)
        if fact is None and (demand.value is None or demand.allows(product) is Verdict.UNKNOWN):
            name = own_label(demand.field, language, product)
            theirs = demand.said.isascii() == name.isascii() or detect(demand.said) == language != detect(name)
            if demand.op == "has" and isinstance(demand.value, str) and theirs:
                name = f"“{demand.said or demand.value}”"
            return Fact("unknown", Evidence(product.id, demand.field, None), {"name": name})
    return None

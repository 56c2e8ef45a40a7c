"""Evidence in words: what a claim rests on, for the small box that opens beside it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.basket import titled
from assistant.reasons.amounts import fact_words, label
from assistant.vocabulary import Evidence
from assistant.web.page_words import say
from catalog.measures import convert
from catalog.product import Attribute, Product

SHORT = 44
OWN_TEXT = frozenset({"title", "description"})


def proof_text(evidence: Evidence, product: Product, shown: Sequence[Product], language: str) -> str:
    """One line that says which field, value or sentence proves the claim, and what it was compared with."""
    if evidence.kind == "review":
        return _review(evidence, product, language)
    if evidence.kind == "policy":
        return say(language, "proof", "policy", span=evidence.span or "")
    if evidence.span and evidence.field in OWN_TEXT:
        return say(language, "proof", "text", span=evidence.span)
    if evidence.value is None and not evidence.span:
        return say(language, "proof", "silent", name=label(evidence.field, language, product))
    slots = {"name": label(evidence.field, language, product), "value": _value(evidence, product, language)}
    if evidence.kind == "comparison":
        return _comparison(evidence, product, shown, slots, language)
    if evidence.kind == "superlative":
        return say(language, "proof", "superlative", count=_count(evidence, shown), **slots)
    return say(language, "proof", "fact", **slots)


def _review(evidence: Evidence, product: Product, language: str) -> str:
    rating = next((review.rating for review in product.reviews if review.id == evidence.value), None)
    if rating is None:
        return say(language, "proof", "review", span=evidence.span or "")
    return say(language, "proof", "review_rated", span=evidence.span or "", rating=f"{rating:g}")


def _value(evidence: Evidence, product: Product, language: str) -> str:
    if isinstance(evidence.value, bool):
        return say(language, "proof", "yes" if evidence.value else "no")
    if evidence.value is None:
        return evidence.span or ""
    return fact_words(evidence.field, Attribute(evidence.value, evidence.unit), language, product)


def _comparison(
    evidence: Evidence, product: Product, shown: Sequence[Product], slots: dict[str, str], language: str
) -> str:
    among = set(evidence.among) if isinstance(evidence.among, tuple) else {one.id for one in shown}
    rivals: list[tuple[float, Product]] = []
    for other in shown:
        fact = other.fact(evidence.field) if other.id in among and other.id != product.id else None
        if fact is not None and isinstance(fact.value, float):
            number = convert(fact.value, fact.unit, evidence.unit)
            if number is not None:
                rivals.append((number, other))
    if not rivals or not isinstance(evidence.value, (int, float)):
        return say(language, "proof", "comparison", count=_count(evidence, shown), **slots)
    lowest = evidence.value <= min(number for number, _ in rivals)
    _, nearest = (min if lowest else max)(rivals, key=lambda rival: rival[0])
    fact = nearest.fact(evidence.field)
    other = fact_words(evidence.field, fact, language, nearest) if fact else ""
    return say(language, "proof", "comparison_next", title=shortened(titled(nearest, language)), other=other, **slots)


def _count(evidence: Evidence, shown: Sequence[Product]) -> int:
    if isinstance(evidence.among, int):
        return evidence.among
    return len(evidence.among) if evidence.among else len(shown)


def shortened(text: str, length: int = SHORT) -> str:
    """The beginning of a text, cut at a word where there are words."""
    if len(text) <= length:
        return text
    cut = text[:length]
    return (cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut).rstrip(" ,;") + "…"

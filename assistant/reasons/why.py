"""Why this product is shown, and why that one isn't: the demand it breaks, or what it scores lower on."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reasons.amounts import fact_words, label
from assistant.reasons.telling import listed, phrase, sentences
from assistant.retrieval.qualify import demands
from assistant.state import DialogueState
from assistant.vocabulary import Evidence, Ranked, Reason, Row, Table
from catalog.product import Constraint, Product, Verdict

STRENGTHS = 3
Told = tuple[str, tuple[Evidence, ...]]


def why_shown(product: Product, title: str, place: int, state: DialogueState, reason: Reason, language: str) -> Told:
    """Its place, each demand with the value that meets it, and what speaks for it."""
    met, proofs = [], []
    for demand in demands(state):
        fact = product.fact(demand.field)
        if fact is not None and demand.allows(product) is Verdict.MEETS:
            value = fact_words(demand.field, fact, language, product)
            name = label(demand.field, language, product)
            met.append(phrase("why", "met", language, demand=_said(demand), name=name, value=value))
            proofs.append(Evidence(product.id, demand.field, fact.value, fact.unit))
    key = "shown_meets" if met else "shown"
    told = phrase("why", key, language, title=title, place=place, met=listed(list(dict.fromkeys(met)), language))
    return sentences((told, reason.text), language), (*proofs, *reason.evidence)


def why_not(product: Product, title: str, state: DialogueState, language: str) -> Told | None:
    """What keeps the product off the list: sold out, another kind, every demand it breaks or leaves open."""
    if product.stock == 0 and not any(one.field == "stock" for one in state.ledger):
        return phrase("reply", "why_not_stock", language, title=title), (Evidence(product.id, "stock", 0.0),)
    if state.want and state.want.types and product.type not in state.want.types and product.id not in state.shown:
        kind = label(product.type or "", language)
        proof = Evidence(product.id, "type", product.type)
        return phrase("reply", "why_not_kind", language, title=title, type=kind, want=state.want.name), (proof,)
    lines, proofs = [], []
    key = "apart" if product.id in state.shown else "not_shown"
    for demand in demands(state):
        verdict = demand.allows(product)
        fact = product.fact(demand.field)
        if verdict is Verdict.VIOLATES:
            key = "not_shown"
            value = fact_words(demand.field, fact, language, product) if fact is not None else ""
            name = label(demand.field, language, product)
            lines.append(phrase("why", "breaks", language, demand=_said(demand), name=name, value=value))
            if fact is not None:
                proofs.append(Evidence(product.id, demand.field, fact.value, fact.unit))
        elif verdict is Verdict.UNKNOWN:
            lines.append(phrase("why", "open", language, demand=_said(demand)))
    if not lines:
        return None
    return phrase("why", key, language, title=title, broken=listed(lines, language)), tuple(proofs)


def why_behind(table: Table, titles: Sequence[str], place: int, pair: Sequence[Ranked], language: str) -> Told:
    """What a product that is shown falls behind the first one in, and what it leads in; else their scores.

    `table` is the first one beside it, as `titles` and `pair` are.
    """
    behind = [_against(row, language) for row in table.rows if row.best == (0,)]
    ahead = [_against(row, language) for row in table.rows if row.best == (1,)]
    slots = {"title": titles[1], "place": place, "first": titles[0]}
    lead = phrase("why", "ahead", language, facts=listed(ahead[:STRENGTHS], language)) if ahead else ""
    proofs = tuple(one for row in table.rows if row.best for one in row.evidence)
    if behind:
        told = phrase("why", "behind", language, facts=listed(behind[:STRENGTHS], language), **slots)
        return sentences([told, lead], language), proofs
    first, own = pair
    part = max(own.parts, key=lambda name: first.parts.get(name, 0.0) - own.parts[name], default="similarity")
    told = phrase("why", "scored_below", language, part=phrase("score_parts", part, language), **slots)
    return sentences([told, lead], language), proofs


def _against(row: Row, language: str) -> str:
    return phrase("compare", "strength_against", language, name=row.name, value=row.cells[1], other=row.cells[0])


def why_lower(product: Product, title: str, ranked: Sequence[Ranked], shown: Sequence[str], language: str) -> Told:
    """How many fit better, and on which part of the score it falls behind the last one shown."""
    place = next((i for i, one in enumerate(ranked) if one.product.id == product.id), len(ranked))
    if place == len(ranked):
        return phrase("why", "further_back", language, title=title, ahead=len(ranked)), ()
    own = ranked[place]
    last = next((one for one in reversed(ranked) if one.product.id in shown), ranked[0])
    part = max(own.parts, key=lambda name: last.parts.get(name, 0.0) - own.parts[name], default="similarity")
    told = phrase(
        "why",
        "lower",
        language,
        title=title,
        ahead=place,
        part=phrase("score_parts", part, language),
        own=f"{own.parts.get(part, 0.0):.2f}",
        last=f"{last.parts.get(part, 0.0):.2f}",
        score=f"{own.score:.2f}",
        lowest=f"{last.score:.2f}",
    )
    return told, (Evidence(product.id, "score", round(own.score, 4), None, "comparison", tuple(shown)),)


def _said(demand: Constraint) -> str:
    return demand.said or demand.field

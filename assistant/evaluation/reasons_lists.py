"""Needs made from a shop's own records, the lists that answer them, and how the reasons of such lists read."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from assistant.reasons.reasoner import FactReasoner, telling_names
from assistant.state import DialogueState
from assistant.understanding.lexicon.sayings import say_choice
from assistant.vocabulary import Candidate, Ranked, Reason, Want
from catalog.measures import dimension
from catalog.product import Constraint, Product, Verdict

SHOWN = 5
MOST_CANDIDATES = 240
FIGURE = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True)
class Listed:
    """A need, the products that answer it, the candidates they were chosen from, and the reasons told."""

    state: DialogueState
    shown: tuple[Product, ...]
    candidates: tuple[Product, ...]
    reasons: tuple[Reason, ...]
    seconds: float


def listings(
    products: Sequence[Product], language: str, reasons: int, seed: int, clock: Callable[[], float]
) -> Iterator[Listed]:
    """Lists of at most five products with their reasons, until so many reasons are told."""
    chance = Random(seed)
    kinds: dict[str, list[Product]] = defaultdict(list)
    for product in products:
        kinds[product.type or ""].append(product)
    wide = [product for product in products if len(kinds[product.type or ""]) > 1] or list(products)
    told, reasoner = 0, FactReasoner(seed)
    while told < reasons:
        anchor = chance.choice(wide)
        alike = kinds[anchor.type or ""]
        state, fitting = _need(anchor, alike, language, chance)
        chance.shuffle(fitting)
        fitting = fitting[:MOST_CANDIDATES]
        shown = fitting[:SHOWN]
        if told + len(shown) > reasons:
            shown = shown[: reasons - told]
        began = clock()
        ranked = [Ranked(product, 1.0) for product in shown]
        given = reasoner.explain(state, ranked, [Candidate(product, 1.0) for product in fitting])
        yield Listed(state, tuple(shown), tuple(fitting), given, clock() - began)
        told += len(shown)


def _need(
    anchor: Product, alike: Sequence[Product], language: str, chance: Random
) -> tuple[DialogueState, list[Product]]:
    """A need that this product meets, and all products of its kind that meet it."""
    demands: list[Constraint] = []
    if anchor.price and chance.random() < 0.7:
        limit = float(round(anchor.price * chance.uniform(1.02, 1.7) + 1))
        demands.append(_said(Constraint("price", "<=", limit, anchor.currency), language))
    names = [name for name in telling_names([anchor], language)[:10] if name in anchor.attributes]
    for name in chance.sample(names, min(len(names), chance.randint(0 if demands else 1, 2))):
        fact = anchor.attributes[name]
        if isinstance(fact.value, (bool, str)):
            made = Constraint(name, "=", fact.value)
        elif chance.random() < 0.3 and dimension(fact.unit):
            made = Constraint(name, chance.choice("<>"), None, fact.unit, firm=False)
        else:
            op = chance.choice([">=", "<=", "="])
            room = abs(fact.value) * 0.2
            value = fact.value - room if op == ">=" else fact.value + room if op == "<=" else fact.value
            made = Constraint(name, op, float(f"{value:.3g}") if op != "=" else fact.value, fact.unit)
        demands.append(_said(made, language))
    if not demands and anchor.price:
        demands.append(_said(Constraint("price", "<", None, anchor.currency, firm=False), language))
    firm = [one for one in demands if one.firm]
    fitting = [one for one in alike if all(demand.allows(one) is Verdict.MEETS for demand in firm)]
    want = Want(anchor.type, (anchor.type,), anchor.type) if anchor.type else None
    return DialogueState(language=language, want=want, ledger=tuple(demands)), fitting or [anchor]


def _said(demand: Constraint, language: str) -> Constraint:
    """The demand with the words that the shop's own button for it would say."""
    if demand.value is None:
        return demand
    said = say_choice(demand, language)
    return Constraint(demand.field, demand.op, demand.value, demand.unit, demand.firm, said)


def told_claims(reason: Reason) -> int:
    """The proved claims that stand in the reason's words."""
    return sum(one.at is not None for one in reason.evidence)


def compares(reason: Reason) -> bool:
    """Whether a comparison or a superlative is told in the reason's words."""
    return any(one.kind in ("comparison", "superlative") and one.at is not None for one in reason.evidence)


def answers(reason: Reason, listed: Listed) -> bool:
    """Whether one of the shopper's own demands is answered in the reason's words."""
    fields = {demand.field for demand in listed.state.ledger}
    values = {demand.value for demand in listed.state.ledger if isinstance(demand.value, str)}
    return any(
        one.at is not None and (one.field in fields or (one.span is not None and one.value in values))
        for one in reason.evidence
    )


def masked(reason: Reason, listed: Listed) -> str:
    """The reason's words with names of products and brands, and figures, masked."""
    text = reason.text
    for product in listed.shown:
        titles = [product.title, *(one.title for one in product.translations.values() if one.title)]
        for title in titles:
            for name in (title, title.split(",")[0], re.split(r"[^\x20-\x7e]", title)[0].strip()):
                text = text.replace(name, "N") if len(name) > 3 else text
        if product.brand:
            text = text.replace(product.brand, "N")
    return FIGURE.sub("0", text)


def opening(text: str) -> str:
    """The first three words of a masked text, or its first six characters where words aren't spaced."""
    return " ".join(text.split()[:3]) if text.isascii() or " " in text[:12] else text[:6]


@dataclass(frozen=True)
class Style:
    """How the reasons of some lists read."""

    reasons: int
    claims: float
    compared: float
    answered: float
    varied_lists: float
    openings: int
    slowest_ms: float
    median_ms: float


def style(lists: Sequence[Listed]) -> Style:
    """The substance and the variety of lists of reasons; openings are counted over the first 1,000."""
    pairs = [(reason, listed) for listed in lists for reason in listed.reasons]
    texts = [masked(reason, listed) for reason, listed in pairs]
    several = [listed for listed in lists if len(listed.reasons) > 1]
    varied = sum(len({masked(one, listed) for one in listed.reasons}) == len(listed.reasons) for listed in several)
    times = sorted(listed.seconds * 1e3 for listed in lists if len(listed.shown) == SHOWN) or [0.0]
    count = len(pairs) or 1
    return Style(
        len(pairs),
        sum(told_claims(reason) for reason, _ in pairs) / count,
        sum(compares(reason) for reason, _ in pairs) / count,
        sum(answers(reason, listed) for reason, listed in pairs) / count,
        varied / (len(several) or 1),
        len(Counter(opening(text) for text in texts[:1000])),
        times[min(len(times) - 1, int(len(times) * 0.95))],
        times[len(times) // 2],
    )

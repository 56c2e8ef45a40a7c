"""Why something costs what it does: its price beside the others', and what its record has more or less of."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import dialogue
from assistant.reasons.amounts import fact_words, label
from assistant.reasons.comparing import table_of
from assistant.reasons.reasoner import telling_names
from assistant.reasons.telling import listed, phrase, sentences
from assistant.state import DialogueState
from assistant.vocabulary import Evidence, Row
from catalog.product import Product

PRICE = "price"
MOST_TOLD = 3
Told = tuple[str, tuple[Evidence, ...]]


def asks_of_price(text: str) -> bool:
    """Whether a question for a reason is about what something costs: why is it so expensive."""
    return dialogue().matches("asks_price_reason", text)


def why_at_price(
    meant: Sequence[Product], shown: Sequence[Product], titles: dict[str, str], state: DialogueState, language: str
) -> Told | None:
    """The price of what is meant against the others shown, or of two that are meant; None where no two have one."""
    priced = [one for one in (meant if len(meant) == 2 else shown) if one.price is not None]
    if len(priced) < 2 or not meant:
        return None
    about = max(priced, key=_cost) if len(meant) == 2 else meant[0]
    if about not in priced:
        return None
    proofs = tuple(
        Evidence(one.id, PRICE, one.price, one.currency, "comparison", tuple(each.id for each in priced))
        for one in priced
    )
    told = [_placed(about, priced, titles, language)]
    rows = [row for row in table_of(priced, state, (), language).rows if row.field != PRICE]
    place = priced.index(about)
    ahead = [row for row in rows if row.best == (place,)]
    alone = _alone_in(about, priced, language)
    facts = [_led(row, place, language) for row in ahead[:MOST_TOLD]]
    used = [proof for row in ahead[:MOST_TOLD] for proof in row.evidence]
    if facts:
        told.append(phrase("why", "leads_in", language, facts=listed(facts, language)))
    else:
        said, proved = _beside_cheapest(about, priced, titles, state, language)
        told += said
        used += proved
    if alone:
        told.append(phrase("why", "alone_has", language, facts=listed([name for name, _ in alone], language)))
    if len(told) == 1:
        told.append(phrase("why", "leads_nowhere", language))
    return sentences(told, language), (*proofs, *used, *(proof for _, proof in alone))


def _beside_cheapest(
    about: Product, priced: Sequence[Product], titles: dict[str, str], state: DialogueState, language: str
) -> tuple[list[str], list[Evidence]]:
    """What it is ahead in beside the cheapest of them, or else what is not the same; nothing of the cheapest itself."""
    cheapest = min((one for one in priced if one is not about), key=_cost)
    if _cost(cheapest) >= _cost(about):
        return [], []
    rows = [row for row in table_of([about, cheapest], state, (), language).rows if row.field != PRICE]
    ahead = [row for row in rows if row.best == (0,)][:MOST_TOLD]
    plain = [row for row in rows if not row.best and None not in row.cells and row.cells[0] != row.cells[1]]
    key, kept = ("leads_beside", ahead) if ahead else ("differs_beside", plain[:MOST_TOLD])
    if not kept:
        return [], []
    facts = listed([_led(row, 0, language) for row in kept], language)
    told = phrase("why", key, language, other=titles[cheapest.id], facts=facts)
    return [told], [proof for row in kept for proof in row.evidence]


def _cost(product: Product) -> float:
    return product.price if product.price is not None else 0.0


def _placed(about: Product, priced: Sequence[Product], titles: dict[str, str], language: str) -> str:
    """Its price, and where that stands among the others'."""
    prices = sorted(_cost(one) for one in priced)
    slots = {"title": titles[about.id], "price": _amount(about, language), "count": len(priced)}
    if len(priced) == 2:
        other = next(one for one in priced if one is not about)
        return phrase(
            "why", "costs_against", language, other=titles[other.id], other_price=_amount(other, language), **slots
        )
    low, high = min(priced, key=_cost), max(priced, key=_cost)
    ends = {"low": _amount(low, language), "high": _amount(high, language)}
    if prices.count(_cost(about)) == 1 and _cost(about) in (prices[0], prices[-1]):
        key = "costs_most" if _cost(about) == prices[-1] else "costs_least"
        return phrase("why", key, language, **slots, **ends)
    dearer = sum(one > _cost(about) for one in prices)
    return phrase("why", "costs_between", language, dearer=dearer, **slots, **ends)


def _amount(product: Product, language: str) -> str:
    fact = product.fact(PRICE)
    return fact_words(PRICE, fact, language, product) if fact is not None else ""


def _led(row: Row, place: int, language: str) -> str:
    if len(row.cells) == 2:
        slots = {"name": row.name, "value": row.cells[place], "other": row.cells[1 - place]}
        return phrase("compare", "strength_against", language, **slots)
    return phrase("compare", "strength", language, name=row.name, value=row.cells[place])


def _alone_in(about: Product, priced: Sequence[Product], language: str) -> list[tuple[str, Evidence]]:
    """What its record alone says yes to, where another's says no, and none says nothing."""
    others = [one for one in priced if one is not about]
    telling = set(telling_names(priced, language))
    ids = tuple(one.id for one in priced)
    found = [
        name
        for name, fact in about.attributes.items()
        if fact.value is True
        and name in telling
        and all((other := one.attributes.get(name)) is not None and other.value is False for one in others)
    ]
    return [(label(name, language, about), Evidence(about.id, name, True, None, "comparison", ids)) for name in found][
        :MOST_TOLD
    ]

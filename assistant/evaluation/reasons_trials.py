"""True sentences about records: the shop's own reasons, and sentences in other words filled from the same records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from assistant.evaluation.reasons_lists import Listed
from assistant.languages.reading import words
from assistant.reasons.amounts import money
from assistant.reasons.audit import Audit, Ground
from assistant.reasons.facts import NO_DETAIL, SHORT
from assistant.reasons.named import own_label, short_name, spelled
from catalog.measures import dimension
from catalog.product import Attribute, Product

FILE = "audit_trials"
GOOD = 4.0


@dataclass(frozen=True)
class Trial:
    """A true sentence with the records that prove it; `own` where the shop's wording made it."""

    text: str
    ground: Ground
    own: bool
    key: str
    slots: Mapping[str, str]


def ground_of(product: Product, listed: Listed) -> Ground:
    """What sentences about this product of the list are checked against."""
    return Ground(product, listed.shown, listed.candidates, listed.state.ledger)


def own_trials(listed: Listed, language: str) -> Iterator[Trial]:
    """Every sentence of a list's reasons and drawbacks."""
    products = {one.id: one for one in listed.shown}
    for reason in listed.reasons:
        ground = ground_of(products[reason.product], listed)
        audit = Audit(ground, language)
        for text in (reason.text, reason.drawback or ""):
            for verdict in audit.text(text).verdicts:
                yield Trial(verdict.sentence, ground, True, "own", {"count": str(len(listed.shown))})


def other_trials(listed: Listed, language: str, chance: Random) -> Iterator[Trial]:
    """For each product of a list, a sentence of each kind that its record can fill."""
    patterns: Mapping[str, Any] = words(language, FILE)["true"]
    for product in listed.shown:
        for key, slots in _fillings(product, listed, language, chance):
            text = chance.choice(patterns[key]).format(**slots)
            told = text[0].upper() + text[1:]
            yield Trial(told, ground_of(product, listed), False, key, {**slots, "count": str(len(listed.shown))})


def _fillings(product: Product, listed: Listed, language: str, chance: Random) -> Iterator[tuple[str, dict[str, str]]]:
    said = product.translations.get(language)
    title = said.title if said and said.title else product.title
    kind = spelled("type", Attribute(product.type or ""), language, product)
    if product.price is not None:
        yield "price", {"price": money(product.price, product.currency, language), "title": title}
        yield from _prices(product, listed, language)
    numbers = _facts(product, (float,), language)
    chance.shuffle(numbers)
    for name, value in numbers[:2]:
        yield "number", {"name": name, "value": value, "type": kind}
    if len(numbers) > 1:
        yield "two", dict(zip(("name", "value", "name2", "value2"), (*numbers[0], *numbers[1]), strict=True))
    texts = _facts(product, (str,), language)
    if texts:
        name, value = chance.choice(texts)
        yield "text", {"name": name, "value": value}
    if product.rating is not None and product.rating > 0:
        yield "rating", {"rating": f"{product.rating:g}"}
    spans = [one.text.rstrip(".!。！") for one in product.reviews if one.language == language and len(one.text) < 90]
    plain = [one for one in spans if not set(one) & set('“”"「」')]
    if plain:
        yield "review", {"span": chance.choice(plain)}
    if product.brand:
        yield "brand", {"brand": product.brand}
    if product.stock:
        yield "stock", {"stock": str(product.stock)}
    yield "silent", {"absent": chance.choice(words(language, FILE)["words"]["absent"])}


def _facts(product: Product, kinds: tuple[type, ...], language: str) -> list[tuple[str, str]]:
    """(name, value) of attributes that can be told."""
    found = []
    for name, fact in product.attributes.items():
        if isinstance(fact.value, bool) or not isinstance(fact.value, kinds) or NO_DETAIL.search(name):
            continue
        if isinstance(fact.value, str) and not 1 < len(fact.value) <= SHORT:
            continue
        if isinstance(fact.value, float) and dimension(fact.unit) is None:
            continue
        found.append((own_label(name, language, product), spelled(name, fact, language, product)))
    return found


def _prices(product: Product, listed: Listed, language: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Comparisons of the price with another product, with all shown, and with the budget."""
    price, currency = product.price or 0.0, product.currency
    others = [one for one in listed.shown if one.id != product.id and one.price is not None]
    for other in others:
        name, gap = short_name(other, listed.shown, language), round((other.price or 0.0) - price, 2)
        if name and gap:
            slots = {"other": name, "gap": money(abs(gap), currency, language)}
            yield "cheaper" if gap > 0 else "dearer", slots
            break
    if others and len(others) == len(listed.shown) - 1 and all((one.price or 0.0) > price for one in others):
        yield "cheapest", {"count": str(len(listed.shown))}
    for demand in listed.state.ledger:
        if demand.field == "price" and isinstance(demand.value, float) and demand.value - price >= 0.01:
            left = money(round(demand.value - price, 2), currency, language)
            yield "budget", {"left": left, "limit": money(demand.value, currency, language)}


def numbers_of(ground: Ground) -> Sequence[float]:
    """Every figure that a sentence about this product could truly hold."""
    product = ground.product
    found = [fact.value for fact in product.attributes.values() if isinstance(fact.value, float)]
    for one in ground.shown:
        found += [one.price or 0.0, one.rating or 0.0, abs((one.price or 0.0) - (product.price or 0.0))]
    for demand in ground.ledger:
        if isinstance(demand.value, float):
            found += [demand.value, abs(demand.value - (product.price or 0.0))]
    return [*found, float(product.stock or 0), float(len(ground.shown)), float(len(ground.among))]

"""Descriptions and adverts from a product's record alone, for an audience or for one shopper's need, each audited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from zlib import crc32

from assistant.reasons.amounts import money
from assistant.reasons.apart import comparable
from assistant.reasons.audit import Audit, Audited, Ground
from assistant.reasons.facts import Fact, demand_facts, telling_facts
from assistant.reasons.named import grammar, own_label, spelled, with_article
from assistant.reasons.opinions import praise_facts
from assistant.reasons.reasoner import telling_names
from assistant.reasons.writing import Writer
from assistant.state import DialogueState
from assistant.vocabulary import Evidence
from catalog.measures import dimension
from catalog.product import Attribute, Product

CLAUSES = {"short": 2, "medium": 4, "long": 9}
"""How many facts each length tells behind its opening."""
KINDS = ("description", "advert")
AUDIENCES = ("everyone", "expert", "practical", "thrifty")
HANDLED = frozenset({"mass", "length", "volume", "time"})
ENOUGH = 3
"""From so many of a kind on, being the best of them is worth telling."""


@dataclass(frozen=True, slots=True)
class Told:
    """A product's text before and after; `dropped` sentences were written and not proved."""

    product: Product
    before: str
    after: str
    dropped: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What text is wanted: its kind, audience, length and language, and the need that it answers."""

    kind: str = "description"
    audience: str = "everyone"
    length: str = "medium"
    language: str = ""
    need: DialogueState = field(default_factory=DialogueState)
    seed: int = 0


def described(product: Product, alike: Sequence[Product], order: Order) -> Told:
    """The product's text, told from its record; `alike` are the products of its kind in the shop, itself among them."""
    language, need = order.language, order.need
    chance = Random(crc32(f"{product.id}|{order.kind}|{order.audience}|{order.length}".encode()) ^ order.seed)
    met = demand_facts(product, need, language)
    facts = _chosen(product, alike, met, order)
    writer = Writer(language)
    opening = _opening(product, order, bool(met), chance)
    body = writer.text([writer.clause(fact, chance) for fact in facts], chance).text
    gap = grammar(language)["reason"]["between"]
    ground = Ground(product, (), alike, need.ledger)
    audited: Audited = Audit(ground, language).text(f"{opening}{gap}{body}")
    return Told(product, original(product, language), audited.text, audited.dropped, audited.evidence)


def original(product: Product, language: str) -> str:
    """The record's own description, in that language where it has one."""
    told = product.translations.get(language)
    return (told.description if told and told.description else product.description) or ""


def _chosen(product: Product, alike: Sequence[Product], met: list[Fact], order: Order) -> list[Fact]:
    """The facts to tell, what the need asks for first, then what the audience looks for; no field twice."""
    language = order.language
    plain = telling_facts(product, language, telling_names(alike, language))
    apart = _best_of_kind(product, alike, language)
    praise = praise_facts(product, order.need, language) if order.kind == "advert" else []
    told = sorted(plain, key=lambda fact: -_for_audience(fact, order.audience) - fact.worth)
    pool = (
        [*met, *apart[:1], *praise[:1], *told] if order.kind == "advert" else [*met, *told[:3], *apart[:2], *told[3:]]
    )
    chosen: list[Fact] = []
    for fact in pool:
        if len(chosen) == CLAUSES[order.length]:
            break
        if fact.key in ("titled", "kind") or any(one.evidence.field == fact.evidence.field for one in chosen):
            continue
        chosen.append(fact)
    return chosen


def _for_audience(fact: Fact, audience: str) -> float:
    """How much an audience looks for a fact, from 0 to 5."""
    measured = isinstance(fact.evidence.value, float) and not isinstance(fact.evidence.value, bool)
    match audience:
        case "expert":
            return 5.0 if measured and fact.key == "detail" else 1.0
        case "practical":
            if fact.evidence.value is True:
                return 4.0
            return 5.0 if measured and dimension(fact.evidence.unit) in HANDLED else 1.0
        case "thrifty":
            return 5.0 if fact.key in ("priced", "rated") or dimension(fact.evidence.unit) == "time" else 1.0
    return 0.0


def _best_of_kind(product: Product, alike: Sequence[Product], language: str) -> list[Fact]:
    """What the product is best at among all of its kind in the shop."""
    if len(alike) < ENOUGH:
        return []
    facts = []
    for one in comparable([product], alike, language):
        every, fact = one.everywhere, product.fact(one.name)
        if fact is None or len(every) < ENOUGH or every[0] != one.shown[product.id] or every[1] == every[0]:
            continue
        slots = {
            "value": spelled(one.name, fact, language, product),
            "name": own_label(one.name, language, product),
            "measure": one.measure,
            "count": str(len(every)),
        }
        evidence = Evidence(product.id, one.name, fact.value, fact.unit, "superlative", len(every))
        facts.append(Fact("best_of_kind", evidence, slots))
    return facts


def _opening(product: Product, order: Order, answered: bool, chance: Random) -> str:
    language = order.language
    told = product.translations.get(language)
    slots = {"title": told.title if told and told.title else product.title}
    if product.brand:
        slots["brand"] = product.brand
    if product.type:
        slots["type"] = spelled("type", Attribute(product.type), language, product)
        slots["one"] = with_article(slots["type"], language)
    if product.price is not None:
        slots["price"] = money(product.price, product.currency, language)
    forms = grammar(language)["descriptions"]
    names = ("advert_for",) if answered and order.kind == "advert" else ("advert",) if order.kind == "advert" else ()
    for name in (*names, "opening", "opening_plain", "opening_bare"):
        able = [one for one in forms[name] if all(f"{{{slot}}}" not in one or slot in slots for slot in SLOTS)]
        if able:
            return str(chance.choice(able)).format(**slots)
    return slots["title"]


SLOTS = ("title", "brand", "type", "one", "price")

"""What sets a product apart: the best of those shown or of all candidates, ahead of another by so much, or behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.reasons.amounts import spelled_out
from assistant.reasons.better import better_way
from assistant.reasons.facts import Fact
from assistant.reasons.named import amount, be, grammar, own_label, short_name, spelled
from assistant.reasons.telling import counted
from assistant.vocabulary import Evidence
from catalog.languages.folding import fold
from catalog.measures import convert
from catalog.product import Attribute, Product

ENOUGH = 4
"""From so many candidates on, being the best of them is worth telling."""


@dataclass(frozen=True)
class Field:
    """One thing that can be compared: how it is worded, which way is better, what each product has."""

    name: str
    measure: str
    less: bool
    unit: str | None
    shown: Mapping[str, float]
    everywhere: tuple[float, ...]
    """The figures of all candidates, best first; empty where one of them has none."""


def comparable(shown: Sequence[Product], among: Sequence[Product], language: str) -> list[Field]:
    """The fields that every product shown gives in comparable figures, and that people look for in one direction."""
    if not shown:
        return []
    alike = len({one.type for one in (*shown, *among)}) == 1
    names = ["price", "rating"]
    if len({one.type for one in shown}) == 1:
        names += [name for name in shown[0].attributes if all(name in one.attributes for one in shown[1:])]
    fields = []
    for name in names:
        first = shown[0].fact(name)
        if first is None or isinstance(first.value, (bool, str)):
            continue
        found = _measure(name, first, language)
        if found is None:
            continue
        measure, less = found
        figures = {one.id: _number(one, name, first.unit) for one in shown}
        known = {one: value for one, value in figures.items() if value is not None}
        if len(known) != len(shown):
            continue
        everywhere = [_number(one, name, first.unit) for one in among] if alike or name == "price" else [None]
        every = sorted(value for value in everywhere if value is not None)
        if len(every) != len(everywhere):
            every = []
        fields.append(Field(name, measure, less, first.unit, known, tuple(every if less else reversed(every))))
    return fields


def _measure(name: str, fact: Attribute, language: str) -> tuple[str, bool] | None:
    measures: Mapping[str, Any] = grammar(language)["measures"]
    folded = fold(spelled_out(name))
    for key, measure in measures.items():
        if any(fold(one) == folded for one in measure["fields"]):
            return key, measure["way"] == "less"
    return ("amount", False) if fact.unit and better_way(name, fact.unit, language) == "more" else None


def _number(product: Product, name: str, unit: str | None) -> float | None:
    fact = product.fact(name)
    if fact is None or isinstance(fact.value, (bool, str)):
        return None
    return convert(fact.value, fact.unit, unit)


def apart_facts(
    product: Product, shown: Sequence[Product], fields: Sequence[Field], cared: frozenset[str], language: str
) -> list[Fact]:
    """Superlatives, leads over one other product, and leads over most of them, the strongest first."""
    facts: list[Fact] = []
    for one in fields:
        worth = 3.0 * (one.name in cared)
        best = _best(product, shown, one, language)
        facts += [_with(fact, worth) for fact in best]
        if not best:
            facts += [_with(fact, worth) for fact in _leads(product, shown, one, language)]
    return sorted(facts, key=lambda fact: (-fact.worth, fact.key, fact.evidence.field))


def _with(fact: Fact, worth: float) -> Fact:
    return Fact(fact.key, fact.evidence, fact.slots, fact.worth + worth)


def _best(product: Product, shown: Sequence[Product], one: Field, language: str) -> list[Fact]:
    fact = product.fact(one.name)
    if fact is None or len(shown) < 2:
        return []
    mine, facts = one.shown[product.id], []
    slots = {
        "value": spelled(one.name, fact, language, product),
        "name": own_label(one.name, language, product),
        "measure": one.measure,
    }
    every = one.everywhere
    if len(every) >= max(ENOUGH, len(shown) + 1) and every[0] == mine and every[1] != mine:
        evidence = Evidence(product.id, one.name, fact.value, fact.unit, "superlative", len(every))
        facts.append(Fact("best_of_all", evidence, {**slots, "count": str(len(every))}, 7.0))
    rivals = [value for other, value in one.shown.items() if other != product.id]
    if all(_ahead(mine, value, one.less) for value in rivals):
        ids = tuple(other.id for other in shown)
        evidence = Evidence(product.id, one.name, fact.value, fact.unit, "comparison", ids)
        facts.append(Fact("best_of_shown", evidence, {**slots, "count": counted(len(shown), language)}, 6.0))
    return facts


def _leads(product: Product, shown: Sequence[Product], one: Field, language: str) -> list[Fact]:
    """Ahead of the product listed before it, or of the nearest one behind; or of most of the others."""
    fact = product.fact(one.name)
    measure = grammar(language)["measures"][one.measure]
    if fact is None:
        return []
    mine, facts = one.shown[product.id], []
    place = next(index for index, other in enumerate(shown) if other.id == product.id)
    order = [*reversed(shown[:place]), *shown[place + 1 :]]
    behind = [other for other in order if _ahead(mine, one.shown[other.id], one.less)]
    named = next(((other, name) for other in behind if (name := short_name(other, shown, language))), None)
    told_name = own_label(one.name, language, product)
    slots = {"name": told_name, "is": be(told_name, language), "measure": one.measure}
    if named and measure["gap"]:
        other, name = named
        theirs = _number(other, one.name, fact.unit)
        gap = round(abs(float(fact.value) - (theirs or 0.0)), 3)
        evidence = Evidence(product.id, one.name, fact.value, fact.unit, "comparison", (product.id, other.id))
        told = {**slots, "gap": amount(gap, fact.unit, language), "other": _the(name, language)}
        facts.append(Fact("gap", evidence, told, 4.0))
    if len(shown) > 3 and 2 <= len(behind) < len(shown) - 1:
        ids = (product.id, *(other.id for other in behind))
        evidence = Evidence(product.id, one.name, fact.value, fact.unit, "comparison", ids)
        told = {**slots, "number": counted(len(behind), language), "others": counted(len(shown) - 1, language)}
        facts.append(Fact("more", evidence, told, 3.5))
    return facts


def worst_fact(
    product: Product, shown: Sequence[Product], fields: Sequence[Field], cared: frozenset[str], language: str
) -> Fact | None:
    """What a product is worst at among those shown, told honestly: what the shopper cares about first."""
    if len(shown) < 3:
        return None
    found: list[tuple[bool, int, Fact]] = []
    for place, one in enumerate(fields):
        fact = product.fact(one.name)
        if fact is None or not grammar(language)["measures"][one.measure]["worst"]:
            continue
        mine = one.shown[product.id]
        if all(_ahead(value, mine, one.less) for other, value in one.shown.items() if other != product.id):
            ids = tuple(other.id for other in shown)
            evidence = Evidence(product.id, one.name, fact.value, fact.unit, "comparison", ids)
            slots = {
                "value": spelled(one.name, fact, language, product),
                "name": own_label(one.name, language, product),
                "measure": one.measure,
                "count": counted(len(shown), language),
            }
            found.append((one.name not in cared, place, Fact("worst_of_shown", evidence, slots)))
    return min(found, key=lambda one: one[:2])[2] if found else None


def _the(name: str, language: str) -> str:
    return str(grammar(language)["sets"]["other"]).format(name=name)


def _ahead(mine: float, other: float, less: bool) -> bool:
    return mine < other if less else mine > other

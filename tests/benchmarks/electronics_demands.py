"""Draws one demand around a product that exists, so that most can be met; now and then one that nothing meets."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from tests.benchmarks.electronics_fields import COLOURS, FIELDS, SAME_COLOUR, Demand, Field, readings
from tests.benchmarks.shopper_chinese import CHINESE
from tests.benchmarks.shopper_english import ENGLISH

Row = Mapping[str, Any]
COMMON = {"colour": 1.9, "weight": 1.6}


def nice(value: float, dice: random.Random, up: bool) -> float:
    """The value rounded up or down to a number that people say: one or two leading digits, or halves."""
    size = 10 ** math.floor(math.log10(value))
    step = dice.choice((size, size / 2, size / 10 if value >= 100 else size / 2))
    return round(max(step, (math.ceil if up else math.floor)(value / step) * step), 6)


def price_demand(rows: Sequence[Row], anchor: Row, dice: random.Random) -> Demand:
    """A firm limit or range on the price that the anchor meets; one in twelve is below every price of the kind."""
    price = float(anchor["price"])
    if dice.random() < 0.08:
        return Demand("price", "<", nice(max(1.0, min(float(row["price"]) for row in rows) * 0.7), dice, up=False))
    op = dice.choices(("<", "<=", "between", ">", ">="), (30, 32, 22, 11, 5))[0]
    if op in ("<", "<="):
        return Demand("price", op, nice(price * dice.uniform(1.02, 1.6), dice, up=True))
    if op in (">", ">="):
        return Demand("price", op, nice(price * dice.uniform(0.6, 0.98), dice, up=False))
    if 100 < price < 900 and dice.random() < 0.5:
        low = math.floor(price / 100) * 100
        return Demand("price", "between", [low, low + 100])
    low, high = (
        nice(price * dice.uniform(0.5, 0.95), dice, up=False),
        nice(price * dice.uniform(1.05, 1.8), dice, up=True),
    )
    return Demand("price", "between", [low, high])


def brand_demand(rows: Sequence[Row], anchor: Row, everyone: Counter[str], dice: random.Random) -> Demand:
    """A brand or two that must be, or must not be; one in twenty is a brand that makes none of the kind."""
    made = Counter(str(row["brand"]) for row in rows)
    own = str(anchor["brand"])
    if dice.random() < 0.05:
        strangers = [brand for brand, count in everyone.most_common(40) if brand not in made]
        return Demand("brand", "in", [dice.choice(strangers)])
    others = [brand for brand, _ in made.most_common(8) if brand != own]
    if others and dice.random() < 0.5:
        return Demand("brand", "not_in", dice.sample(others, 2 if len(others) > 3 and dice.random() < 0.2 else 1))
    if others and dice.random() < 0.2:
        return Demand("brand", "in", [own, dice.choice(others)])
    return Demand("brand", "in", [own])


def attribute_demand(
    kind: str, rows: Sequence[Row], anchor: Row, dice: random.Random, taken: Sequence[str]
) -> Demand | None:
    """A demand on one number, yes/no or colour that the anchor's record answers plainly; None where it answers none."""
    known = []
    for field in FIELDS.values():
        if kind in field.columns and field.name not in taken:
            found = readings(anchor, kind, field)
            if len(set(map(str, found))) == 1:
                known.append((field, found[0]))
    known.sort(key=lambda pair: dice.random() * (0.5 if isinstance(pair[1], bool) else COMMON.get(pair[0].name, 1.0)))
    for field, value in known:
        demand = _demand_for(kind, field, value, rows, dice)
        if demand:
            return demand
    return None


def _demand_for(kind: str, field: Field, value: Any, rows: Sequence[Row], dice: random.Random) -> Demand | None:
    if isinstance(value, bool):
        return Demand(field.name, "=", value) if value or dice.random() < 0.3 else None
    if field.name == "colour":
        colour = SAME_COLOUR.get(value.casefold(), value.casefold())
        if colour not in COLOURS:
            return None
        return Demand(
            "colour", "!=" if dice.random() < 0.12 and "ink" not in kind and "toner" not in kind else "=", colour
        )
    ops = [op for op in ENGLISH[field.name] if op in CHINESE[field.name]]
    weights = {"=": 4, ">=": 4, "fits": 1, "<": 3, "<=": 2, ">": 2, "between": 1}
    op = dice.choices(ops, [weights[op] for op in ops])[0]
    return _number(field, op, float(value), _values(kind, field, rows), dice)


def _values(kind: str, field: Field, rows: Sequence[Row]) -> list[float]:
    found = Counter(
        round(float(v), 6) for row in rows for v in readings(row, kind, field)[:1] if not isinstance(v, str)
    )
    return sorted(value for value, _ in found.most_common(14))


def _number(field: Field, op: str, value: float, common: list[float], dice: random.Random) -> Demand | None:
    value = round(value, 6)
    if field.name == "memory" and abs(value * 1024 - round(value * 1024)) > 1e-6:
        return None
    if field.name in ("weight", "page_yield", "labels_per_pack"):
        value = nice(value, dice, up=op in ("<", "<="))
        return Demand(field.name, op, value, field.unit)
    lower, higher = [v for v in common if v < value * 0.99], [v for v in common if v > value * 1.01]
    if op == "between":
        if not lower or not higher:
            return None
        return Demand(field.name, op, [dice.choice(lower[-3:]), dice.choice(higher[:3])], field.unit)
    if op == ">":
        return Demand(field.name, op, dice.choice(lower[-3:]), field.unit) if lower else None
    if op == "<":
        return Demand(field.name, op, dice.choice(higher[:3]), field.unit) if higher else None
    if op == ">=" and lower and dice.random() < 0.4:
        value = dice.choice(lower[-2:])
    return Demand(field.name, op, value, field.unit) if value else None

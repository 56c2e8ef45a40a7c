"""A row's price and currency, and what stood there instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog.cleaning.amounts import MOST, Price, amount, read_price
from catalog.cleaning.cells import RESERVED
from catalog.cleaning.column_kinds import Form, form_of
from catalog.cleaning.column_words import CAMEL
from catalog.cleaning.mapping import value_at
from catalog.cleaning.plan import Flag, Plan
from catalog.measures import currencies
from catalog.product import EMPTY, Attribute

CURRENCY_IN_NAME = re.compile(r"[(（]([^()（）]+)[)）]|(?:^|[\s_])([A-Za-z]{3}|[^\w\s])$")
LIST_PRICE = "list_price"


@dataclass(frozen=True, slots=True)
class Priced:
    """What a row asks: its price, the currency, and the prices of other columns that are higher, by column."""

    value: float | None = None
    currency: str | None = None
    higher: Mapping[str, Attribute] = EMPTY


def clean_price(values: Mapping[str, Any], plan: Plan, flags: list[Flag]) -> Priced:
    """The price of a row, from the first of its price columns that states one; a list price stays beside it."""
    told = _currency(_first(values, plan, "currency"))
    found: list[tuple[str, Price]] = []
    for column in plan.mapping.of("price"):
        said = value_at(values, column)
        if said is None or form_of(said if isinstance(said, (str, int, float)) else str(said)) is Form.MISSING:
            continue
        if (price := _usable(said, flags)) is not None:
            found.append((column, price))
    if not found:
        return Priced(None, told or plan.currency)
    column, first = found[0]
    currency = told or first.currency or currency_in_name(column) or plan.currency
    if first.aside:
        said = str(value_at(values, column)).strip()[:60]
        flags.append(Flag("price", said, f"→ {first.value:g}: {first.aside}"))
    others = {
        LIST_PRICE if other in RESERVED else other: Attribute(price.value, price.currency or currency)
        for other, price in found[1:]
        if price.value > first.value
    }
    lower = [(other, price) for other, price in found[1:] if price.value < first.value]
    for other, price in lower:
        flags.append(Flag("price", f"{first.value:g}", f"is above {other}, {price.value:g}", doubtful=True))
    return Priced(first.value, currency, others or EMPTY)


def _usable(said: Any, flags: list[Flag]) -> Price | None:
    found = read_price(said)
    if isinstance(found, str):
        why = found
    elif found.value < 0:
        why = "below zero"
    elif found.value > MOST:
        why = "beyond belief"
    elif found.value == 0:
        why = "zero is taken for unknown"
    else:
        return found
    flags.append(Flag("price", str(said)[:60], f"left out: {why}"))
    return None


def currency_in_name(column: str) -> str | None:
    """The currency that a price column's own name says, as "price_eur" does."""
    found = CURRENCY_IN_NAME.search(CAMEL.sub(" ", column.strip()))
    return _currency(found.group(1) or found.group(2)) if found else None


def _currency(said: Any) -> str | None:
    if not isinstance(said, str) or not said.strip():
        return None
    if said.strip().upper() in currencies():
        return said.strip().upper()
    found = amount(f"1 {said.strip()}") or amount(f"{said.strip()}1")
    return found[1] if found else None


def _first(values: Mapping[str, Any], plan: Plan, field: str) -> Any:
    found = (value_at(values, column) for column in plan.mapping.of(field))
    return next((each for each in found if each is not None and each != ""), None)

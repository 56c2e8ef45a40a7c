"""Google Merchant feeds, as a table or as XML: their names become those of this catalogue."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from catalog.cleaning.column_words import plain_name
from catalog.sources.rows import BadRow, Rows

MARKS = frozenset(("image link", "availability", "google product category", "item group id", "gtin", "mpn",
                   "product type", "condition", "additional image link", "sale price effective date"))  # fmt: skip
RENAMED = {"item group id": "group", "link": "url", "color": "colour"}
GONE = frozenset(("google product category", "product type", "image link", "additional image link", "sale price",
                  "shipping", "tax", "sale price effective date", "product detail", "cost of goods sold",
                  "excluded destination", "included destination", "ads redirect", "mobile link"))  # fmt: skip
SOLD_OUT = frozenset(("out of stock", "sold out", "discontinued"))


def is_merchant_feed(columns: Collection[str]) -> bool:
    """Whether the plain names of the columns are those of a Google Merchant feed."""
    plain = {name.removeprefix("g ") for name in columns}
    if {"g id", "g price"} <= set(columns):
        return True
    return {"id", "title"} <= plain and ("image link" in plain or "link" in plain) and len(MARKS & plain) >= 2


def merchant_rows(rows: Rows) -> Rows:
    """The rows under this catalogue's names."""
    for row in rows:
        yield row if isinstance(row, BadRow) else replace(row, values=merchant_values(row.values))


def merchant_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """One entry of the feed: stock 0 where it says so, the sale's price where it isn't for certain days only."""
    by_name: dict[str, Any] = {}
    for column, value in values.items():
        plain = plain_name(column)
        if plain.startswith("g ") or plain not in by_name:
            by_name[plain.removeprefix("g ")] = value
    found = {RENAMED.get(name, name): value for name, value in by_name.items() if name not in GONE}
    path, number = by_name.get("product type"), by_name.get("google product category")
    path = path[0] if isinstance(path, list) and path else path
    if path or (isinstance(number, str) and not number.strip().isdigit()):
        found["category"] = path or number
    if sale := by_name.get("sale price"):
        if by_name.get("sale price effective date"):
            found["sale on some days"] = f"{sale}, {by_name['sale price effective date']}"
        else:
            found["list price"], found["price"] = by_name.get("price"), sale
    if images := _listed(by_name.get("image link")) + _listed(by_name.get("additional image link")):
        found["images"] = images
    available = plain_name(str(by_name.get("availability", "")))
    if available in SOLD_OUT and "quantity" not in by_name:
        found["stock"] = 0
    details = [each for each in _listed(by_name.get("product detail")) if isinstance(each, Mapping)]
    told = [(each.get("attribute name"), each.get("attribute value")) for each in map(_plain_keys, details)]
    found |= {str(name): value for name, value in told if name and value and str(name) not in found}
    return {name: value for name, value in found.items() if value is not None}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _plain_keys(values: Mapping[str, Any]) -> dict[str, Any]:
    return {plain_name(key).removeprefix("g "): value for key, value in values.items()}

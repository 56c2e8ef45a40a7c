"""WooCommerce's product export: variations take what their parent says, and stand for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from catalog.cleaning.column_words import plain_name
from catalog.sources.rows import BadRow, Row, Rows
from catalog.sources.variants import Said, variant_title

SHOPS = frozenset(("name", "sku", "type", "regular price"))
OFFICE = frozenset((
    "id", "type", "sku", "name", "published", "is featured", "visibility in catalog", "short description",
    "description", "date sale price starts", "date sale price ends", "tax status", "tax class", "in stock",
    "stock", "low stock amount", "backorders allowed", "sold individually", "allow customer reviews",
    "purchase note", "sale price", "regular price", "categories", "shipping class", "images", "download limit",
    "download expiry days", "parent", "grouped products", "upsells", "cross sells", "external url", "button text",
    "position", "brands",
))  # fmt: skip
"""Columns that are read by name, or that concern the shop's office and no shopper."""
INHERITED = ("description", "brief", "category", "brand", "images", "url", "tags")
ATTRIBUTES = "attribute {} name", "attribute {} value s", "attribute {} values"
MOST_ATTRIBUTES = 60


def is_woocommerce(columns: Collection[str]) -> bool:
    """Whether the plain names of the columns are those of WooCommerce's export."""
    return set(columns) >= SHOPS and ("parent" in columns or "attribute 1 name" in columns)


def woocommerce_rows(rows: Rows) -> Rows:
    """One row per thing that can be bought; variations wait for a parent that stands below them."""
    parents: dict[str, tuple[Row, dict[str, Any], dict[str, str]]] = {}
    has_variations: set[int] = set()
    waiting: list[tuple[Row, Said]] = []
    for row in rows:
        if isinstance(row, BadRow):
            yield row
            continue
        said = Said(row.values)
        kinds = [kind.strip() for kind in str(said.first("type") or "simple").casefold().split(",")]
        if why := _hidden(said):
            yield BadRow(row.line, why, row.part)
        elif "variation" in kinds:
            parent = parents.get(_parent(said))
            if parent is None:
                waiting.append((row, said))
            else:
                has_variations.add(parent[0].line)
                yield _variation(row, said, parent)
        elif "variable" in kinds:
            kept = row, _product(row, said), _options(said)
            parents |= {key: kept for key in _keys(said)}
        else:
            yield Row(row.line, _product(row, said) | _options(said), row.part, row.notes)
    yield from _late(waiting, parents, has_variations)
    yield from _lone({parent[0].line: parent for parent in parents.values()}, has_variations)


def _late(waiting: list[tuple[Row, Said]], parents: Mapping[str, Any], has_variations: set[int]) -> Rows:
    for row, said in waiting:
        parent = parents.get(_parent(said))
        if parent is not None:
            has_variations.add(parent[0].line)
            yield _variation(row, said, parent)
        elif said.first("name") is not None:
            yield Row(row.line, _product(row, said) | _options(said), row.part, row.notes)
        else:
            yield BadRow(row.line, f"its parent {_parent(said)!r} isn't in the file", row.part)


def _lone(parents: Mapping[int, tuple[Row, dict[str, Any], dict[str, str]]], has_variations: set[int]) -> Iterator[Row]:
    for line, (row, product, options) in parents.items():
        if line not in has_variations:
            yield Row(line, product | options, row.part, row.notes)


def _hidden(said: Said) -> str | None:
    published, shown = said.first("published"), said.first("visibility in catalog")
    if published is not None and str(published).strip() in ("0", "-1", "0.0", "-1.0", "False"):
        return "the shop itself doesn't show it: not published"
    return "the shop itself doesn't show it: hidden" if str(shown).casefold() == "hidden" else None


def _parent(said: Said) -> str:
    return "".join(str(said.first("parent") or "").casefold().split())


def _keys(said: Said) -> list[str]:
    number, sku = said.first("id"), said.first("sku")
    found = [f"id:{_whole(number)}" if number is not None else None, sku]
    return ["".join(str(key).casefold().split()) for key in found if key is not None]


def _whole(number: Any) -> str:
    return str(int(number)) if isinstance(number, float) and number.is_integer() else str(number).strip()


def _product(row: Row, said: Said) -> dict[str, Any]:
    sale = None if said.first("date sale price starts", "date sale price ends") else said.first("sale price")
    regular = said.first("regular price")
    stock, there = said.first("stock"), said.first("in stock")
    if stock is None and there is not None and str(there).strip() in ("0", "0.0", "False"):
        stock = "0"
    category = str(said.first("categories") or "").replace("\\,", "\0").split(",")[0].replace("\0", ",").strip()
    found = {
        "id": said.first("id", "sku"), "title": said.first("name"), "description": said.first("description"),
        "brief": said.first("short description"), "brand": said.first("brands"), "category": category or None,
        "price": regular if sale is None else sale, "list price": None if sale is None else regular, "stock": stock,
        "images": said.first("images"), "sku": said.first("sku"), "url": said.first("external url"),
    }  # fmt: skip
    found |= {column: value for column, value in row.values.items() if _is_extra(column)}
    return {name: value for name, value in found.items() if value is not None}


def _options(said: Said) -> dict[str, str]:
    found: dict[str, str] = {}
    for n in range(1, MOST_ATTRIBUTES):
        name, value, other = (part.format(n) for part in ATTRIBUTES)
        if (called := said.first(name)) is not None and (told := said.first(value, other)) is not None:
            found[str(called)] = str(told).replace("\\,", ",")
    return found


def _variation(row: Row, said: Said, parent: tuple[Row, dict[str, Any], dict[str, str]]) -> Row:
    _, product, options = parent
    own, chosen = _product(row, said), _options(said)
    values = {name: product[name] for name in INHERITED if name in product}
    values |= {name: value for name, value in product.items() if _is_extra(name) and name not in REPLACED}
    values |= options | chosen | own
    if "title" not in own or own["title"] == product.get("title"):
        values["title"] = variant_title(product, chosen)
    values["group"] = product.get("id", product.get("sku"))
    return Row(row.line, values, row.part, row.notes)


REPLACED = frozenset(("id", "title", "description", "brief", "brand", "category", "price", "list price", "stock",
                      "images", "sku", "url", "group"))  # fmt: skip


def _is_extra(column: str) -> bool:
    plain = plain_name(column)
    return plain not in OFFICE and not plain.startswith(("attribute ", "meta ", "download "))

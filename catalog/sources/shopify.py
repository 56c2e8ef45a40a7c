"""Shopify's product export: the rows of one handle become its variants, each with its options, price and stock."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from catalog.cleaning.column_words import plain_name
from catalog.sources.rows import BadRow, Row, Rows
from catalog.sources.variants import CONTINUES, Said, options_told, variant_title

REMEMBERED = 20_000
"""So many handles are known by heart, for files whose rows were sorted apart."""
OF_PRODUCT = {"title": "title", "body html": "description", "description": "description", "vendor": "brand",
              "type": "type", "product category": "category", "tags": "tags"}  # fmt: skip
PRICE, LIST_PRICE = ("variant price", "price"), ("variant compare at price", "compare at price")
STOCK, TRACKER = ("variant inventory qty", "inventory quantity"), ("variant inventory tracker", "inventory tracker")
BEYOND = ("variant inventory policy", "continue selling when out of stock")
SKU, BARCODE = ("variant sku", "sku"), ("variant barcode", "barcode")
WEIGHT, WEIGHT_UNIT = ("variant grams", "weight value grams"), "g"
PICTURES = ("image src", "product image url")
OWN_PICTURE = ("variant image", "variant image url")
OFFICE = frozenset((
    *PRICE, *LIST_PRICE, *STOCK, *TRACKER, *BEYOND, *SKU, *BARCODE, *WEIGHT, *PICTURES, *OWN_PICTURE, *OF_PRODUCT,
    "handle", "url handle", "published", "published on online store", "status", "image position", "image alt text",
    "gift card", "seo title", "seo description", "variant fulfillment service", "fulfillment service", "cost per item",
    "variant requires shipping", "requires shipping", "variant taxable", "charge tax", "variant tax code", "tax code",
    "variant weight unit", "weight unit for display",
))  # fmt: skip
"""Columns that are read by name, or that concern the shop's office and no shopper."""
ELSEWHERE = ("option1", "option2", "option3", "google shopping", "included")
HIDDEN = frozenset(("draft", "archived", "unlisted"))
UNTOLD = frozenset(("default title", "title"))


def is_shopify(columns: Collection[str]) -> bool:
    """Whether the plain names of the columns are those of Shopify's export."""
    return {"option1 name", "option1 value"} <= set(columns) and ("handle" in columns or "url handle" in columns)


def shopify_rows(rows: Rows, columns: Collection[str]) -> Rows:
    """One row per variant, in groups named by handle; rows that only add a picture are folded in.

    `columns`: the plain names of all columns; where none says what the shop counts, every stock is a count.
    """
    rows = rows if set(TRACKER) & set(columns) else _all_counted(rows)
    known: dict[str, Mapping[str, Any]] = {}
    numbers: set[str] = set()
    block: list[tuple[Row, Said]] = []
    for row in rows:
        if isinstance(row, BadRow):
            yield row
            continue
        said = Said(row.values)
        if said.first("handle", "url handle") is None:
            yield BadRow(row.line, "this row has no handle", row.part)
            continue
        if block and _handle(block[0][1]) != _handle(said):
            yield from _variants(block, known, numbers)
            block = []
        block.append((row, said))
    if block:
        yield from _variants(block, known, numbers)


def _all_counted(rows: Rows) -> Rows:
    for row in rows:
        yield row if isinstance(row, BadRow) else replace(row, values={**row.values, TRACKER[0]: "the shop"})


def _handle(said: Said) -> str:
    return str(said.first("handle", "url handle"))


def _variants(
    block: Sequence[tuple[Row, Said]], known: dict[str, Mapping[str, Any]], numbers: set[str]
) -> Iterator[Row | BadRow]:
    handle, (top_row, top) = _handle(block[0][1]), block[0]
    pictures = [found for _, said in block if (found := said.first(*PICTURES)) is not None]
    if top.first("title") is not None:
        state = str(top.first("status") or "").casefold()
        published = str(top.first("published", "published on online store") or "true").casefold()
        product = {name: top.first(column) for column, name in OF_PRODUCT.items() if top.first(column) is not None}
        product |= {column: value for column, value in top_row.values.items() if _is_extra(column)}
        names = {n: top.first(f"option{n} name") for n in (1, 2, 3)}
        hidden = state if state in HIDDEN else "not published" if published in ("false", "0") else ""
        known[handle] = {"product": product, "names": names, "pictures": pictures, "hidden": hidden}
        if len(known) > REMEMBERED:
            del known[next(iter(known))]
    if handle not in known:
        yield from (BadRow(row.line, f"no row above says the title of {handle!r}", row.part) for row, _ in block)
        return
    told = known[handle]
    if told["hidden"]:
        why = f"the shop itself doesn't show it: {told['hidden']}"
        yield from (BadRow(row.line, why, row.part) for row, _ in block)
        return
    for row, said in block:
        if row is not top_row and not _is_variant(said):
            continue
        values = _variant(handle, said, told, pictures, numbers)
        yield Row(row.line, values, row.part, row.notes)


def _variant(
    handle: str, said: Said, told: Mapping[str, Any], pictures: list[Any], numbers: set[str]
) -> dict[str, Any]:
    found = ((said.first(f"option{n} name") or told["names"][n], said.first(f"option{n} value")) for n in (1, 2, 3))
    options = {
        str(name or f"option {n}"): str(value)
        for n, (name, value) in enumerate(found, 1)
        if value is not None and not (n == 1 and str(value).casefold() in UNTOLD)
    }
    number = str(said.first(*SKU) or "").strip().lstrip("'")
    name = number if number and number not in numbers else "-".join([handle, *options_told(options)])
    while name in numbers:
        name += "-2"
    numbers.add(name)
    values = {**told["product"], "id": name, "group": handle, "title": variant_title(told["product"], options)}
    values |= options
    stock, tracked = said.first(*STOCK), said.first(*TRACKER)
    endless = str(said.first(*BEYOND) or "").casefold() in CONTINUES
    if stock is not None and tracked is not None and not (endless and str(stock).strip().startswith(("0", "-"))):
        values["stock"] = "0" if str(stock).strip().startswith("-") else stock
    extra = {"price": said.first(*PRICE), "list price": said.first(*LIST_PRICE), "sku": number or None,
             "barcode": str(said.first(*BARCODE) or "").strip().lstrip("'") or None}  # fmt: skip
    values |= {key: value for key, value in extra.items() if value is not None}
    weight = said.first(*WEIGHT)
    if weight is not None and str(weight).strip().strip("0.") != "":
        values["weight"] = f"{weight} {WEIGHT_UNIT}"
    own = said.first(*OWN_PICTURE)
    if shown := list(dict.fromkeys(([own] if own is not None else []) + (pictures or told["pictures"]))):
        values["images"] = shown
    return values


def _is_variant(said: Said) -> bool:
    return any(said.first(*names) is not None for names in (("option1 value",), SKU, PRICE))


def _is_extra(column: str) -> bool:
    plain = plain_name(column)
    return plain not in OFFICE and not plain.startswith(ELSEWHERE)

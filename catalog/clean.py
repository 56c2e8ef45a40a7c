"""Raw row -> Product or the reason why it can't be one; nothing is read or written."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from catalog.amounts import MOST, amount
from catalog.cells import Cell, attribute_cells
from catalog.clean_parts import clean_reviews, clean_translations, pictures, rating_of, web_address
from catalog.column_kinds import Form, Kind, form_of
from catalog.column_words import column_words
from catalog.mapping import ColumnMapping, value_at
from catalog.measures import currencies
from catalog.plain_text import one_line, plain_text
from catalog.product import Attribute, Product
from catalog.written_measures import number, unit_word, whole_measure

LONGEST = {"title": 500, "description": 20_000, "attribute": 4_000}
PATH_MARK = re.compile(r"\s*(?:>|›|»|→|/(?=\s)|(?<=\s)/|\||::|->)\s*")
WHOLE = re.compile(r"-?\d+(?:\.0+)?")
CURRENCY_IN_NAME = re.compile(r"[(（]([^()（）]+)[)）]|(?:^|[\s_])([A-Za-z]{3})$")


@dataclass(frozen=True, slots=True)
class Flag:
    """Something in a row that was mended or left out: the field, what stood there, and what was done."""

    field: str
    was: str
    done: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A product made of a row, the short name the row gives it beside its title, and what had to be mended."""

    product: Product
    name: str | None = None
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """Why a row gives no product."""

    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a whole file says about its rows: the meaning and the kind of each column, currency and language."""

    mapping: ColumnMapping
    kinds: Mapping[str, Kind]
    currency: str | None = None
    language: Callable[[str], str | None] = lambda text: None


def clean(values: Mapping[str, Any], plan: Plan) -> Cleaned | Rejected:
    """The product that a row describes, with what was mended, or why there is none."""
    flags: list[Flag] = []
    mapping = plan.mapping
    title = _text(values, mapping, "title")
    if title is None:
        return Rejected("it has no title")
    if len(title) > LONGEST["title"]:
        flags.append(Flag("title", f"{len(title)} letters", f"cut to {LONGEST['title']}"))
        title = title[: LONGEST["title"]]
    price, currency = _price(values, plan, flags)
    rating, rating_count = _rating(values, mapping, flags)
    attributes = _attributes(values, plan, title, flags)
    brand = _text(values, mapping, "brand")
    product_id = _text(values, mapping, "id")
    if product_id is None:
        product_id = _id_from_content(title, brand, attributes)
        flags.append(Flag("id", "", f"made from the content: {product_id}"))
    language = _text(values, mapping, "language") or plan.language(title)
    product = Product(
        id=product_id,
        title=title,
        brand=brand,
        type=_text(values, mapping, "type"),
        category=_category(values, mapping),
        price=price,
        currency=currency,
        attributes=attributes,
        description=_description(values, mapping, flags),
        images=pictures([_first(values, mapping, "thumbnail"), *_every(values, mapping, "images")]),
        stock=_stock(values, mapping, flags),
        rating=rating,
        rating_count=rating_count,
        language=language,
        url=_url(values, mapping, flags),
        group=_text(values, mapping, "group"),
        reviews=clean_reviews(product_id, _every(values, mapping, "reviews"), plan.language),
        translations=clean_translations(_first(values, mapping, "translations")),
    )
    return Cleaned(product, _text(values, mapping, "name"), tuple(flags))


def _every(values: Mapping[str, Any], mapping: ColumnMapping, field: str) -> list[Any]:
    return [found for column in mapping.of(field) if (found := value_at(values, column)) is not None]


def _first(values: Mapping[str, Any], mapping: ColumnMapping, field: str) -> Any:
    return next((found for found in _every(values, mapping, field) if found != ""), None)


def _text(values: Mapping[str, Any], mapping: ColumnMapping, field: str) -> str | None:
    found = _first(values, mapping, field)
    if isinstance(found, float) and found.is_integer():
        found = int(found)
    if not isinstance(found, (str, int, float)) or isinstance(found, bool):
        return None
    said = one_line(str(found))
    return None if not said or form_of(said) is Form.MISSING else said


def _id_from_content(title: str, brand: str | None, attributes: Mapping[str, Attribute]) -> str:
    content = json.dumps([title, brand, sorted((name, str(fact.value)) for name, fact in attributes.items())])
    return "c" + hashlib.sha256(content.encode()).hexdigest()[:15]


def _description(values: Mapping[str, Any], mapping: ColumnMapping, flags: list[Flag]) -> str | None:
    parts: list[str] = []
    for field in ("brief", "description"):
        found = _first(values, mapping, field)
        if isinstance(found, list):
            found = "\n".join(str(each) for each in found if isinstance(each, (str, int, float)))
        if isinstance(found, str) and (said := plain_text(found)) and form_of(said) is not Form.MISSING:
            parts = [part for part in parts if part not in said]
            if not any(said in part for part in parts):
                parts.append(said)
    text = "\n".join(parts)
    if len(text) > LONGEST["description"]:
        flags.append(Flag("description", f"{len(text)} letters", f"cut to {LONGEST['description']}"))
        text = text[: LONGEST["description"]]
    return text or None


def _category(values: Mapping[str, Any], mapping: ColumnMapping) -> tuple[str, ...]:
    found = _first(values, mapping, "category")
    while isinstance(found, list) and found and isinstance(found[0], list):
        found = found[0]
    path = found if isinstance(found, list) else [found]
    steps = [step for each in path if isinstance(each, (str, int)) for step in PATH_MARK.split(one_line(str(each)))]
    below = _text(values, mapping, "subcategory")
    steps = [step for step in [*steps, below or ""] if step and form_of(step) is not Form.MISSING]
    return tuple(dict.fromkeys(steps))


def _price(values: Mapping[str, Any], plan: Plan, flags: list[Flag]) -> tuple[float | None, str | None]:
    told = _currency(_first(values, plan.mapping, "currency"))
    for column in plan.mapping.of("price"):
        said = value_at(values, column)
        if said is None or form_of(said if isinstance(said, (str, int, float)) else str(said)) is Form.MISSING:
            continue
        found = amount(said)
        if found is None:
            flags.append(Flag("price", str(said)[:60], "left out: no single amount"))
            continue
        value, currency = found
        if value < 0 or value > MOST:
            flags.append(Flag("price", str(said)[:60], f"left out: {'below zero' if value < 0 else 'beyond belief'}"))
            continue
        if value == 0:
            flags.append(Flag("price", str(said)[:60], "left out: zero is taken for unknown"))
            continue
        return value, told or currency or currency_in_name(column) or plan.currency
    return None, told or plan.currency


def currency_in_name(column: str) -> str | None:
    """The currency that a price column's own name says, as "price_eur" does."""
    found = CURRENCY_IN_NAME.search(column.strip())
    return _currency(found.group(1) or found.group(2)) if found else None


def _currency(said: Any) -> str | None:
    if not isinstance(said, str) or not said.strip():
        return None
    if said.strip().upper() in currencies():
        return said.strip().upper()
    found = amount(f"1 {said.strip()}") or amount(f"{said.strip()}1")
    return found[1] if found else None


def _stock(values: Mapping[str, Any], mapping: ColumnMapping, flags: list[Flag]) -> int | None:
    said = _first(values, mapping, "stock")
    found = number(str(said)) if isinstance(said, (str, int, float)) and not isinstance(said, bool) else None
    if found is None:
        return None
    if found < 0 or found > MOST:
        flags.append(Flag("stock", str(said), "left out: no possible stock"))
        return None
    return int(found)


def _rating(
    values: Mapping[str, Any], mapping: ColumnMapping, flags: list[Flag]
) -> tuple[float | None, int | None]:
    rating, count = rating_of(_first(values, mapping, "rating"), _first(values, mapping, "rating_count"))
    if rating is not None and not 0 <= rating <= 5:
        flags.append(Flag("rating", str(rating), "left out: not between 0 and 5"))
        return None, count
    return rating or None, count


def _url(values: Mapping[str, Any], mapping: ColumnMapping, flags: list[Flag]) -> str | None:
    said = _first(values, mapping, "url")
    found = web_address(said)
    if said and found is None:
        flags.append(Flag("url", str(said)[:80], "left out: no web address"))
    return found


def _attributes(
    values: Mapping[str, Any], plan: Plan, title: str, flags: list[Flag]
) -> Mapping[str, Attribute]:
    found: dict[str, Attribute] = {}
    for column in plan.mapping.of("name"):
        name = _text(values, plan.mapping, "name")
        if name is not None and " ".join(name.split()) not in " ".join(title.split()):
            found[column] = Attribute(name)
    for cell in attribute_cells(values, plan.mapping):
        fact = _fact(cell, plan, flags)
        if fact is not None:
            found[cell.name] = fact
    return MappingProxyType(found)


def _fact(cell: Cell, plan: Plan, flags: list[Flag]) -> Attribute | None:
    value, form = cell.value, form_of(cell.value)
    if form is Form.MISSING:
        return None
    kind = plan.kinds.get(cell.name, Kind.TEXT)
    if kind is Kind.BOOLEAN:
        return Attribute(_is_true(value))
    if isinstance(value, bool):
        return Attribute(value)
    told = cell.unit or plan.mapping.units.get(cell.name)
    if isinstance(value, str):
        if form is Form.MEASURE and kind is not Kind.TEXT and (written := whole_measure(value)) is not None:
            return Attribute(written.value, written.unit, cell.proof or written.words)
        if kind is not Kind.NUMBER:
            return _text_fact(cell, flags)
        if form is not Form.NUMBER_WORD:
            flags.append(Flag(cell.name, value[:60], "kept as text in a column of numbers"))
            return _text_fact(cell, flags)
        value = number(value) or 0.0
    elif kind is not Kind.NUMBER:
        return Attribute(str(int(value)) if float(value).is_integer() else str(value))
    unit, factor = (unit_word(told) or (told, 1.0)) if told else (None, 1.0)
    proof = cell.proof or (f"{value:g} {told}" if told else None)
    return Attribute(float(value) * factor, unit, proof)


def _text_fact(cell: Cell, flags: list[Flag]) -> Attribute | None:
    text = plain_text(str(cell.value))
    if len(text) > LONGEST["attribute"]:
        flags.append(Flag(cell.name, f"{len(text)} letters", f"cut to {LONGEST['attribute']}"))
        text = text[: LONGEST["attribute"]]
    return Attribute(text, cell.unit, cell.proof) if text else None


def _is_true(value: str | float | bool) -> bool:
    if isinstance(value, str):
        return value.strip().casefold() in column_words().true or value.strip() == "1"
    return bool(value)

"""Raw row -> Product or the reason why it can't be one; nothing is read or written."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from catalog.cleaning.amounts import MOST
from catalog.cleaning.column_kinds import Form, form_of
from catalog.cleaning.facts import clean_attributes
from catalog.cleaning.labelled_texts import unfolded
from catalog.cleaning.mapping import ColumnMapping, value_at
from catalog.cleaning.parts import clean_reviews, clean_translations, pictures, rating_of, web_address
from catalog.cleaning.plain_text import one_line, plain_text
from catalog.cleaning.plan import Flag, Plan
from catalog.cleaning.price import clean_price
from catalog.cleaning.stock import stock_of
from catalog.product import Attribute, Product
from catalog.product_json import ALWAYS

LONGEST = {"title": 500, "description": 20_000}
PATH_MARK = re.compile(r"\s*(?:>|›|»|→|/(?=\s)|(?<=\s)/|\||::|->)\s*")
WHOLE = re.compile(r"-?\d+(?:\.0+)?")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A product made of a row, the short name the row gives it beside its title, and what had to be mended."""

    product: Product
    name: str | None = None
    flags: tuple[Flag, ...] = ()
    settled: bool = False
    """The row is in the form that `export` writes: what it leaves open was found to be open, and stays so."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """Why a row gives no product."""

    why: str


def clean(values: Mapping[str, Any], plan: Plan) -> Cleaned | Rejected:
    """The product that a row describes, with what was mended, or why there is none."""
    flags: list[Flag] = []
    mapping = plan.mapping
    written, values = values, unfolded(values, mapping.marks)
    title = _text(values, mapping, "title")
    if title is None:
        return Rejected("it has no title")
    if len(title) > LONGEST["title"]:
        flags.append(Flag("title", f"{len(title)} letters", f"cut to {LONGEST['title']}"))
        title = title[: LONGEST["title"]]
    priced = clean_price(values, plan, flags)
    rating, rating_count = _rating(values, mapping, flags)
    name = _text(values, mapping, "name")
    attributes = {**priced.higher, **clean_attributes(values, plan, name, title, flags)}
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
        price=priced.value,
        currency=priced.currency,
        attributes=MappingProxyType(attributes),
        description=_description(written, mapping, flags),
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
    return Cleaned(product, name, tuple(flags), is_exported(written))


def is_exported(values: Mapping[str, Any]) -> bool:
    """Whether a row is a line of `export`: it has every key, and a value and a unit for each attribute."""
    attributes = values.get("attributes")
    return (
        isinstance(attributes, Mapping)
        and all(key in values for key in ALWAYS)
        and all(isinstance(fact, Mapping) and "value" in fact and "unit" in fact for fact in attributes.values())
    )


def _every(values: Mapping[str, Any], mapping: ColumnMapping, field: str) -> list[Any]:
    return [found for column in mapping.of(field) if (found := value_at(values, column)) is not None]


def _first(values: Mapping[str, Any], mapping: ColumnMapping, field: str) -> Any:
    columns = mapping.fields.get(field)
    if not columns:
        return None
    for column in columns:
        if (found := value_at(values, column)) is not None and found != "":
            return found
    return None


def _text(values: Mapping[str, Any], mapping: ColumnMapping, field: str) -> str | None:
    found = _first(values, mapping, field)
    if found is None:
        return None
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


def _stock(values: Mapping[str, Any], mapping: ColumnMapping, flags: list[Flag]) -> int | None:
    said = _first(values, mapping, "stock")
    found = stock_of(said)
    if found is None:
        return None
    if found < 0 or found > MOST:
        flags.append(Flag("stock", str(said), "left out: no possible stock"))
        return None
    return int(found)


def _rating(values: Mapping[str, Any], mapping: ColumnMapping, flags: list[Flag]) -> tuple[float | None, int | None]:
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

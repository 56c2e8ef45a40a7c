"""Product <-> JSON record: the form of the store's bodies and of `export`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import orjson

from catalog.product import EMPTY, Attribute, Product, Review, Translation

ALWAYS = (
    *("id", "title", "brand", "type", "category", "price", "currency"),
    *("attributes", "description", "images", "stock", "rating", "language", "url"),
)
"""The keys that every exported line has, null where the record is silent."""
WHERE_KNOWN = ("rating_count", "group", "reviews", "translations")


def record(product: Product) -> dict[str, Any]:
    """The product as plain JSON values, without what its record lacks; `product(record(p)) == p`."""
    found: dict[str, Any] = {}
    for key in (*ALWAYS, *WHERE_KNOWN):
        value = getattr(product, key)
        if value is None or (not value and isinstance(value, (tuple, Mapping))):
            continue
        match key:
            case "attributes":
                found[key] = {name: _attribute_record(fact) for name, fact in value.items()}
            case "reviews":
                found[key] = [_present(id=r.id, text=r.text, rating=r.rating, language=r.language) for r in value]
            case "translations":
                found[key] = {code: _translation_record(translation) for code, translation in value.items()}
            case _:
                found[key] = value
    return found


def product(found: Mapping[str, Any]) -> Product:
    """The product that a record holds; KeyError without id or title, TypeError or ValueError on a wrong shape."""
    return Product(
        id=found["id"],
        title=found["title"],
        brand=found.get("brand"),
        type=found.get("type"),
        category=tuple(found.get("category") or ()),
        price=_number(found.get("price")),
        currency=found.get("currency"),
        attributes=_attributes(found.get("attributes")),
        description=found.get("description"),
        images=tuple(found.get("images") or ()),
        stock=found.get("stock"),
        rating=_number(found.get("rating")),
        rating_count=found.get("rating_count"),
        language=found.get("language"),
        url=found.get("url"),
        group=found.get("group"),
        reviews=tuple(_review(review) for review in found.get("reviews") or ()),
        translations=_translations(found.get("translations")),
    )


def encoded(one: Product) -> bytes:
    """The record as UTF-8 JSON: equal products give equal bytes."""
    return orjson.dumps(record(one))


def decoded(body: bytes | str) -> Product:
    """The product whose record these bytes are."""
    return product(orjson.loads(body))


def exported(one: Product) -> str:
    """One line of `export`: the record with null for what it lacks, and a unit (or null) beside every attribute."""
    known = record(one)
    line = {key: known.get(key) for key in ALWAYS}
    line["category"], line["images"] = list(one.category), list(one.images)
    line["attributes"] = {
        name: {"value": fact["value"], "unit": None, **fact} for name, fact in known.get("attributes", {}).items()
    }
    line.update((key, known[key]) for key in WHERE_KNOWN if key in known)
    return orjson.dumps(line).decode()


def _present(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _attribute_record(fact: Attribute) -> dict[str, Any]:
    found: dict[str, Any] = {"value": fact.value}
    if fact.unit is not None:
        found["unit"] = fact.unit
    if fact.proof is not None:
        found["proof"] = fact.proof
    return found


def _translation_record(translation: Translation) -> dict[str, Any]:
    words = {name: _present(name=own, value=value) for name, (own, value) in translation.attributes.items()}
    return _present(
        title=translation.title,
        description=translation.description,
        type=translation.type,
        category=list(translation.category) or None,
        attributes=words or None,
    )


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _attributes(found: Mapping[str, Any] | None) -> Mapping[str, Attribute]:
    if not found:
        return EMPTY
    return MappingProxyType({name: _attribute(fact) for name, fact in found.items()})


def _attribute(found: Mapping[str, Any]) -> Attribute:
    value = found["value"]
    if type(value) is int:
        value = float(value)
    return Attribute(value, found.get("unit"), found.get("proof"))


def _review(found: Mapping[str, Any]) -> Review:
    return Review(found["id"], found["text"], _number(found.get("rating")), found.get("language"))


def _translations(found: Mapping[str, Any] | None) -> Mapping[str, Translation]:
    if not found:
        return EMPTY
    return MappingProxyType({code: _translation(words) for code, words in found.items()})


def _translation(found: Mapping[str, Any]) -> Translation:
    attributes = {name: (words["name"], words.get("value")) for name, words in (found.get("attributes") or {}).items()}
    return Translation(
        title=found.get("title"),
        description=found.get("description"),
        type=found.get("type"),
        category=tuple(found.get("category") or ()),
        attributes=MappingProxyType(attributes) if attributes else EMPTY,
    )

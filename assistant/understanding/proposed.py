"""A model's proposal for a parse -> what of it holds: words the shopper said, fields and values the catalogue has."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon, FieldWords
from assistant.understanding.lexicon.words import key
from catalog.languages.folding import fold
from catalog.languages.quantities import Quantity, quantities
from catalog.measures import convert
from catalog.product import Constraint

OPS = ("=", "!=", "<", "<=", ">", ">=", "about", "has")
NUMBER_OPS, TEXT_OPS = ("=", "<", "<=", ">", ">=", "about"), ("=", "!=")
MOST = 12
"""Demands of one message."""
GENERIC = "generic"
BRAND = "brand"


def schema(kinds: Iterable[str], fields: Iterable[str]) -> dict[str, Any]:
    """The JSON schema of a proposal; what it can't say, such as that words were said, the code checks."""
    demand = {
        "type": "object",
        "properties": {
            "field": {"type": "string", "enum": list(fields)},
            "op": {"type": "string", "enum": list(OPS)},
            "value": {"anyOf": [{"type": "string"}, {"type": "number"}, {"type": "boolean"}]},
            "unit": {"anyOf": [{"type": "string"}, {"type": "null"}]},
            "firm": {"type": "boolean"},
            "said": {"type": "string"},
        },
        "required": ["field", "op", "value", "unit", "firm", "said"],
        "additionalProperties": False,
    }
    want = {"anyOf": [{"type": "string", "enum": list(kinds)}, {"type": "null"}]}
    return {
        "title": "need",
        "description": "What a shopper's message asks of the products.",
        "type": "object",
        "properties": {"want": want, "demands": {"type": "array", "items": demand}},
        "required": ["want", "demands"],
        "additionalProperties": False,
    }


def proposed_kind(proposal: Mapping[str, Any], lexicon: CatalogueLexicon) -> str | None:
    """The kind that a proposal names, where the catalogue lists it."""
    want = proposal.get("want")
    return want if isinstance(want, str) and want in lexicon.types else None


def proposed_demands(proposal: Mapping[str, Any], text: str, lexicon: CatalogueLexicon) -> tuple[Constraint, ...]:
    """The demands that hold: said in the message, of a known field, with a value that the words and the field carry."""
    listed = proposal.get("demands")
    if not isinstance(listed, list):
        return ()
    found = (_demand(one, text, lexicon) for one in listed[:MOST] if isinstance(one, dict))
    return tuple(one for one in found if one is not None)


def _demand(told: Mapping[str, Any], text: str, lexicon: CatalogueLexicon) -> Constraint | None:
    said, field, op, value = (told.get(name) for name in ("said", "field", "op", "value"))
    firm = told.get("firm", True)
    if not isinstance(said, str) or not fold(said) or fold(said) not in fold(text):
        return None
    if not isinstance(field, str) or op not in OPS or not isinstance(firm, bool):
        return None
    said = said.strip()
    if field == BRAND:
        brand = _brand(value, lexicon)
        return Constraint(BRAND, op, brand, None, firm, said) if brand and op in TEXT_OPS else None
    column = lexicon.fields.get(field)
    if column is None:
        return None
    if column.kind == "boolean":
        return Constraint(field, "=", value, None, firm, said) if isinstance(value, bool) and op in TEXT_OPS else None
    if column.kind == "text":
        known = _known_value(value, field, lexicon)
        return Constraint(field, op, known, None, firm, said) if known and op in TEXT_OPS else None
    return _number(value, op, column, said, firm, lexicon)


def _number(
    value: Any, op: str, column: FieldWords, said: str, firm: bool, lexicon: CatalogueLexicon
) -> Constraint | None:
    """A figure that the quoted words themselves hold; its unit is the one that was said."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return None
    if op not in NUMBER_OPS:
        return None
    for figure in quantities(said):
        if not any(math.isclose(value, one, rel_tol=1e-6) for one in (figure.value, figure.high) if one is not None):
            continue
        unit = _unit(figure, column, lexicon)
        if unit is not None:
            return Constraint(column.name, op, float(value), unit or None, firm, said)
    return None


def _unit(figure: Quantity, column: FieldWords, lexicon: CatalogueLexicon) -> str | None:
    """The unit of a figure for this column, "" for none; None where it can't be compared with the column's numbers."""
    if column.name == "price":
        shop = lexicon.currency or ""
        plain = figure.unit is None and figure.currency in (None, GENERIC, shop or figure.currency)
        return shop if plain else None
    if figure.currency is not None:
        return None
    if figure.unit is None:
        return column.unit or ""
    return figure.unit if column.unit and convert(1.0, figure.unit, column.unit) is not None else None


def _brand(value: Any, lexicon: CatalogueLexicon) -> str | None:
    wanted = fold(value) if isinstance(value, str) else ""
    return next((brand for brand in lexicon.brands if fold(brand) == wanted), None) if wanted else None


def _known_value(value: Any, field: str, lexicon: CatalogueLexicon) -> str | None:
    found = lexicon.values.get(key(value), {}).get(field) if isinstance(value, str) else None
    return found.text if found is not None else None

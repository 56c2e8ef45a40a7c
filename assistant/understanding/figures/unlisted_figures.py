"""What a bare figure in a unit is about, of a kind that the shop doesn't list: no record tells."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from catalog.languages.quantities import Quantity
from catalog.measures import convert

LEAST_STORED = 64.0
"""Gigabytes from which on storage is meant rather than memory."""


def unlisted_measure(page: Page, quantity: Quantity) -> tuple[str, str, str | None] | None:
    """The concept and unit that are meant, and the shop's column of it; None of a listed kind and where any will do."""
    if not page.types or page.lexicon.number_of(page.types) or quantity.unit is None:
        return None
    concept = _concept(page, quantity)
    if concept is None:
        return None
    column = page.columns.of_concept(concept, ("number",), ())
    known = column is not None and page.columns.ranks(concept).get(column.name, 100.0) < 100.0
    return concept, quantity.unit, column.name if column is not None and known else None


def _concept(page: Page, quantity: Quantity) -> str | None:
    if quantity.unit == "inch":
        screened = {key(word) for word in dialogue().phrases["columns"]["screened"]}
        return "screen" if any(span.key in screened for span in page.spans) else "length"
    if quantity.unit == "oz":
        return "weight"
    stored = convert(quantity.value, quantity.unit, "GB") if quantity.unit in ("GB", "TB") else None
    return "storage" if stored is not None and stored >= LEAST_STORED else None

"""Bare bounded figures that only a column of the wanted goods can measure: at least 27, of monitors."""

from __future__ import annotations

from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.message.amounts import Amount
from assistant.understanding.message.page import Page

CHEAPEST = 0.5
"""A bound below this part of what the cheapest of a kind costs is no price of it."""
SLACK = 1.2
"""How far beyond what a column tells a bound on it may lie."""
SIZES = ("screen", "size")


def bare_size(page: Page, amount: Amount) -> FieldWords | None:
    """The column of sizes that a bare bounded figure means, where it is far below every price of the wanted kind."""
    quantity, price = page.spans[amount.index].quantity, page.lexicon.fields.get("price")
    if quantity is None or quantity.unit or quantity.currency or amount.priced or amount.naming or not amount.bounded:
        return None
    costs = price.range_for(page.types) if price is not None and page.lexicon.number_of(page.types) else None
    value = quantity.high or quantity.value
    if costs is None or value >= costs[0] * CHEAPEST:
        return None
    for concept in SIZES:
        column = page.columns.of_concept(concept, ("number",), page.types)
        span = column.range_for(page.types) if column is not None and column.held_by(page.types) else None
        if span is not None and span[0] / SLACK <= value <= span[1] * SLACK:
            return column
    return None

"""Whether what is sold out may be shown, or only what is there."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from catalog.product import Constraint

STOCK = "stock"
MEANINGS = (("sold_out", ">=", 0.0, False), ("in_stock", ">=", 1.0, True))
"""Pattern, and what it demands of the stock: asking for what is sold out lets it be shown beside the rest."""


def availability(page: Page) -> list[Constraint]:
    """The demand on the stock; none where the catalogue tells no stock."""
    if STOCK not in page.lexicon.fields:
        return []
    for name, op, value, firm in MEANINGS:
        found = dialogue().patterns["patterns"][name].search(page.reading.plain)
        if found is None:
            continue
        inside = [at for at, span in enumerate(page.spans) if span.start < found.end() and span.end > found.start()]
        if page.used.isdisjoint(inside):
            page.take(inside)
            return [Constraint(STOCK, op, value, None, firm, page.reading.text[found.start() : found.end()].strip())]
    return []

"""Counts of parts that no column of the catalogue counts: three HDMI ports, a 3-drawer cabinet."""

from __future__ import annotations

from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import softened
from catalog.product import Constraint

MANY = 20
"""So many of one thing are no count of its parts."""
SHORTEST = 4
"""A shorter word behind a figure and a hyphen is a unit or part of a name: 3-in-1, 4-way."""


def figure_before(page: Page, index: int) -> float | None:
    """The whole number right before a thing that ends its phrase; None where the figure measures or prices."""
    quantity = page.spans[index - 1].quantity if page.free(index - 1) else None
    if quantity is None or quantity.unit or quantity.currency or quantity.high is not None or quantity.maybe_name:
        return None
    after = index + 1
    ends = after >= len(page) or page.ends_clause(after) or bool({"filler", "cue"} & page.spans[after].roles.keys())
    several = 1 < quantity.value < MANY and quantity.value.is_integer()
    return quantity.value if page.spans[index].latin and ends and several else None


def hyphened_counts(page: Page) -> list[Constraint]:
    """What is counted right before a kind by a number and a hyphen, of words that nothing else knows: 3-drawer."""
    found = []
    for index, span in enumerate(page.spans[:-2]):
        part, quantity = page.spans[index + 1], span.quantity
        if quantity is None or quantity.unit or quantity.currency or quantity.high is not None or index in page.used:
            continue
        joined = page.reading.plain[span.end : part.start] == "-" and part.latin and len(part.key) >= SHORTEST
        free = index + 1 not in page.used and not part.roles.keys() - {"field", "known"} and part.quantity is None
        told = not page.ends_clause(index + 2) and not page.is_filler(index + 2)
        if joined and free and told and 1 < quantity.value < MANY and quantity.value.is_integer():
            members = [index, index + 1]
            soft = softened(page, members)
            word = page.said([index + 1]).casefold()
            found.append(Constraint(word, "=", quantity.value, None, not soft, page.said(members)))
            page.take((*members, *(soft or ())))
    return found

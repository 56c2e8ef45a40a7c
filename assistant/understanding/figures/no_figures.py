"""Figures that tell no measure: an article, a name of a standard, a brand."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.figure_names import concepts_of
from assistant.understanding.message.amounts import Amount
from assistant.understanding.message.page import Page
from catalog.languages.quantities import Quantity

STICK = 4.0
"""Of the numbers that name networks, the one that is a usual size of memory too."""
STORED = frozenset({"memory", "storage"})
"""The concepts of what holds data."""


def is_article(page: Page, quantity: Quantity, amount: Amount, naming: Sequence[int]) -> bool:
    """Whether the figure only says "a" (一张, one)."""
    if quantity.value != 1 or quantity.unit not in ("piece", "sheet", None) or amount.bounded:
        return False
    after = amount.index + 1
    near = [page.spans[at] for at in (*page.before(amount.index, 1), *page.after(after, 1))]
    # "With 1 socket" counts, where "buy 1 socket" doesn't.
    counts = page.said([amount.index])[:1].isdigit() and any(at.cue("with") or "particle" in at.roles for at in near)
    return not any(at == after - 2 or (at == after and (page.spans[at].latin or counts)) for at in naming)


def is_name(page: Page, amount: Amount, naming: Sequence[int]) -> bool:
    """Whether a figure that may be part of a name is one: 5G, 5-star, but not 4G of a memory stick or 8-port."""
    quantity = page.spans[amount.index].quantity
    if quantity is None or not quantity.maybe_name:
        return False
    if quantity.unit is None:
        return amount.index + 1 not in naming
    if amount.bounded or {concept for at in naming for concept in concepts_of(page.spans[at])} & STORED:
        return False
    spoken_of = page.spans[amount.index].roles
    networked = any(page.lexicon.fields[name].held_by(page.types) for name in spoken_of.get("feature", ()))
    networked |= any(value.held_by(page.types) for value in spoken_of.get("value", {}).values())
    if naming and not networked:
        return False
    return networked or quantity.value != STICK or not page.columns.measured_in("GB", page.types)


def is_calendar_month(page: Page, index: int) -> bool:
    """Whether the figure names a month of the year, and no time that anything takes: 九月开学."""
    pattern, span = dialogue().patterns["patterns"].get("calendar_month"), page.spans[index]
    return pattern is not None and any(
        span.start <= found.start() and found.end() >= span.end for found in pattern.finditer(page.reading.plain)
    )


def is_brand_name(page: Page, index: int) -> bool:
    """Whether the figure is a brand's name, written as the brand writes it (3M) where a brand is spoken of."""
    span = page.spans[index]
    written = page.reading.text[span.start : span.end]
    if written not in span.roles.get("brand", ()):
        return False
    if any(page.lexicon.brand_types.get(written, {}).get(type_) for type_ in page.types):
        return True
    beside = [at for at in (index - 1, index - 2, index + 1) if 0 <= at < len(page)]
    return any(page.spans[at].cue("not", "brand_by", "or") for at in beside)

"""Figures that the catalogue holds as text, such as a shoe size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.understanding.lexicon.columns import USUAL as USUAL_RANK
from assistant.understanding.message.amounts import Amount
from assistant.understanding.message.page import Page
from assistant.understanding.message.plurals import is_several
from catalog.product import Constraint


def size_in_words(page: Page, amount: Amount, naming: Sequence[int], named: Mapping[str, float]) -> Constraint | None:
    """A figure that the catalogue holds as text, such as a shoe size."""
    if any(at > amount.index and is_several(page, at) for at in naming):
        return None  # A shower head with 3 heads has no print head called 3.
    values = page.spans[amount.index].roles.get("value", {})
    held = [(named[name], name) for name, value in values.items() if name in named and value.held_by(page.types)]
    counted = any(
        rank < USUAL_RANK and one.kind == "number" and one.held_by(page.types)
        for name, rank in named.items()
        if (one := page.lexicon.fields.get(name)) is not None
    )
    held = held or [(rank, name) for name, rank in named.items() if not counted and _is_listed(page, name)]
    if not held or any(op not in ("=", "!=") for op, _ in amount.bounds):
        return None
    name = min(held)[1]
    taken = {amount.index, *naming}
    page.take(taken)
    text = values[name].text if name in values else f"{amount.bounds[0][1]:g}"
    return Constraint(name, amount.bounds[0][0], text, None, amount.firm, page.said(taken | set(amount.phrases)))


def _is_listed(page: Page, name: str) -> bool:
    """Whether a column of the wanted kind holds bare figures as text (38, 39, 40)."""
    field = page.lexicon.fields.get(name)
    if field is None or field.kind != "text" or not field.held_by(page.types):
        return False
    figures = [
        value for said, columns in page.lexicon.values.items() if said.isdigit() and (value := columns.get(name))
    ]
    return any(value.held_by(page.types) for value in figures)

"""What a question about a product asks for: does it have USB-C, how heavy is it, 这款防水吗."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.understanding.page import Page
from catalog.product import Constraint

OWN = ("price", "brand", "rating", "stock")
KINDS = ("number", "text", "boolean")


def asked_of(page: Page, demands: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """The facts that are asked for: the demands that the words would make, then the columns they name."""
    found = [one for one in demands if one.value is not None]
    fields = {one.field for one in found}
    for index, span in enumerate(page.spans):
        if index in page.used or span.quantity is not None:
            continue
        field = _column(page, index)
        if field is not None and field not in fields:
            fields.add(field)
            found.append(Constraint(field, "has", None, None, True, page.said([index])))
    return tuple(found)


def _column(page: Page, index: int) -> str | None:
    roles = page.spans[index].roles
    concepts = sorted(roles.get("concept", frozenset()))
    for concept in concepts:
        if concept in OWN:
            return concept
    held = []
    for place, concept in enumerate(concepts):
        column = page.columns.of_concept(concept, KINDS, page.types)
        if column is not None and column.held_by(page.types):
            held.append((page.columns.ranks(concept).get(column.name, 200.0), place, column.name))
    if held:
        return min(held)[2]
    named = [page.lexicon.fields[name] for name in roles.get("field", ()) if name in page.lexicon.fields]
    best = max(named, key=lambda one: (one.held_by(page.types), one.name), default=None)
    if best is not None and best.held_by(page.types) and "filler" not in roles and "type" not in roles:
        return best.name
    return None

"""Sizes in figures of which either will do, and one that is all a message says: 42 or 43; 43."""

from __future__ import annotations

from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.message.amounts import amount_at
from assistant.understanding.message.either_figure import is_either
from assistant.understanding.message.page import Page
from catalog.product import Constraint

NEAR = 1.2
"""How far beyond the sizes that are sold one may be asked for."""


def either_sizes(page: Page, column: FieldWords) -> list[Constraint]:
    """The demands for one of two sizes that the wanted kind comes in, or for the one that stands alone."""
    found = []
    for index, span in enumerate(page.spans):
        figure = span.quantity
        if figure is None or index in page.used or amount_at(page, index).bounds[0][0] == "!=":
            continue
        either = is_either_size(page, index, column)
        if not (either or _is_alone(page, index, column)):
            continue
        named = [at for at in page.before(index, 2) if "size" in page.spans[at].roles.get("concept", ())]
        ends = (figure.value, figure.high) if either and figure.high is not None else (figure.value,)
        values = tuple(f"{one:g}" for one in ends)
        said, firm = page.said([*named, index]), amount_at(page, index).firm
        page.take([*named, index])
        found.append(
            Constraint(column.name, "in" if either else "=", values if either else values[0], None, firm, said)
        )
    return found


def is_either_size(page: Page, index: int, column: FieldWords | None) -> bool:
    """Whether two bare figures with "or" between are both among the sizes of the wanted kind, or near them."""
    figure = page.spans[index].quantity
    if figure is None or figure.high is None or column is None or figure.unit or figure.currency:
        return False
    sold = sold_figures(page, column)
    near = bool(sold) and min(sold) / NEAR <= figure.value and figure.high <= max(sold) * NEAR
    return near and is_either(page, index)


def sold_figures(page: Page, column: FieldWords) -> list[float]:
    """The sizes of the wanted kind that are bare figures."""
    held = ((said, columns.get(column.name)) for said, columns in page.lexicon.values.items() if said.isdigit())
    return [float(said) for said, value in held if value is not None and value.held_by(page.types)]


def _is_alone(page: Page, index: int, column: FieldWords) -> bool:
    """Whether a bare figure is all that is said, is a size of the wanted kind and answers no question about figures."""
    figure, asked = page.spans[index].quantity, page.state.pending
    if (
        figure is None
        or figure.high is not None
        or figure.unit
        or figure.currency
        or len(page.state.shown) >= figure.value
    ):
        return False
    others = (page.is_filler(at) or one.mark for at, one in enumerate(page.spans) if at != index)
    if not all(others) or (asked is not None and asked.field not in (column.name, "brand")):
        return False
    return figure.value in sold_figures(page, column)

"""Memory and storage said as telephones are sold: 8+256 GB, 12GB+1TB, at least 256."""

from __future__ import annotations

from assistant.understanding.message.amounts import Amount, amount_at
from assistant.understanding.message.either_figure import is_either
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import softened
from catalog.measures import dimension
from catalog.product import Constraint

PLUS = frozenset("+/")
STORED = frozenset({"GB", "TB"})
HELD = frozenset({4.0, 6.0, 8.0, 12.0, 16.0, 24.0, 32.0, 64.0})
"""The usual sizes of memory in GB."""
NAMES = ("memory", "storage")
KEPT = frozenset({64.0, 128.0, 256.0, 512.0})
"""What is kept is sold in these sizes, and hardly anything is priced so."""


def stored_pairs(page: Page) -> list[Constraint]:
    """The demands of such pairs: the first figure is the memory, the second what can be kept."""
    found = []
    for index in range(1, len(page) - 1):
        sides = (page.spans[index - 1].quantity, page.spans[index + 1].quantity)
        members = [index - 1, index, index + 1]
        if page.spans[index].key not in PLUS or page.used.intersection(members):
            continue
        if any(one is None or one.currency or one.high is not None for one in sides):
            continue
        bare = [one.unit is None and one.value in sizes for one, sizes in zip(sides, (HELD, KEPT), strict=True) if one]
        if not all(bare) and any(one is not None and one.unit not in STORED for one in sides):
            continue
        soft = softened(page, members)
        said = page.said(members)
        for name, one in zip(NAMES, sides, strict=True):
            if one is not None:
                found.append(Constraint(_column(page, name), "=", one.value, one.unit or "GB", not soft, said))
        page.take((*members, *(soft or ())))
    return found


def is_stored(page: Page, amount: Amount) -> bool:
    """Whether a bare figure is what can be kept, of a kind whose records tell that: a phone, at least 256."""
    quantity = page.spans[amount.index].quantity
    if quantity is None or quantity.unit or quantity.currency or quantity.value not in KEPT:
        return False
    either = is_either(page, amount.index) and quantity.high in KEPT and amount.bounds[0][0] != "!="
    if amount.priced or amount.naming or not (either or all(op in (">=", "=") for op, _ in amount.bounds)):
        return False
    column = page.columns.of_concept(NAMES[1], ("number",), page.types) if page.types else None
    return column is not None and bool(column.held_by(page.types)) and dimension(column.unit) == "data"


def bare_storage(page: Page) -> list[Constraint]:
    """The demands of bare figures of what can be kept."""
    found = []
    for index, span in enumerate(page.spans):
        amount = amount_at(page, index) if span.quantity is not None and index not in page.used else None
        if amount is not None and is_stored(page, amount):
            said = page.said(amount.phrases)
            page.take(amount.phrases)
            if is_either(page, index):
                values = tuple(value for _, value in amount.bounds)
                found.append(Constraint(_column(page, NAMES[1]), "in", values, "GB", amount.firm, said))
                continue
            found += [
                Constraint(_column(page, NAMES[1]), op, value, "GB", amount.firm, said) for op, value in amount.bounds
            ]
    return found


def _column(page: Page, name: str) -> str:
    one = page.columns.of_concept(name, ("number",), page.types)
    told = one is not None and one.held_by(page.types) and page.columns.ranks(name).get(one.name, 100.0) < 100.0
    return one.name if one is not None and told else name

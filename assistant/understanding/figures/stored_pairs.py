"""Memory and storage said in one breath, as telephones are sold: 8+256 GB, 12GB+1TB."""

from __future__ import annotations

from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import softened
from catalog.product import Constraint

PLUS = "+"
STORED = frozenset({"GB", "TB"})
NAMES = ("memory", "storage")


def stored_pairs(page: Page) -> list[Constraint]:
    """The demands of such pairs: the first figure is the memory, the second what can be kept."""
    found = []
    for index in range(1, len(page) - 1):
        sides = (page.spans[index - 1].quantity, page.spans[index + 1].quantity)
        members = [index - 1, index, index + 1]
        if page.spans[index].key != PLUS or page.used.intersection(members):
            continue
        if any(one is None or one.unit not in STORED or one.high is not None for one in sides):
            continue
        soft = softened(page, members)
        said = page.said(members)
        for name, one in zip(NAMES, sides, strict=True):
            if one is not None:
                found.append(Constraint(_column(page, name), "=", one.value, one.unit, not soft, said))
        page.take((*members, *(soft or ())))
    return found


def _column(page: Page, name: str) -> str:
    one = page.columns.of_concept(name, ("number",), page.types)
    told = one is not None and one.held_by(page.types) and page.columns.ranks(name).get(one.name, 100.0) < 100.0
    return one.name if one is not None and told else name

"""Words of a message that only tell why: what became of the shopper's old one, what a refused brand did."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from catalog.measures import dimension


def take_asides(page: Page) -> None:
    """Uses up the phrases of clauses that only tell a reason; of what became of an old thing, its kind stays to be
    read: my kettle broke, I need a new one."""
    patterns = dialogue().patterns["patterns"]
    for index, span in enumerate(page.spans):
        if span.quantity is not None and _is_habit(page, index):
            page.take(at for at in _clause_around(page, index) if not _is_kind(page, at))
    for name in ("reason", "lost_one"):
        for found in patterns[name].finditer(page.reading.plain) if name in patterns else ():
            inside = [
                at for at, span in enumerate(page.spans) if found.start() <= span.start and span.end <= found.end()
            ]
            if len(inside) < sum(not span.mark for span in page.spans):
                page.take(at for at in inside if name == "reason" or not _is_kind(page, at))


def _is_habit(page: Page, index: int) -> bool:
    """Whether a time is what the shopper spends, and nothing of the goods: I sit ten hours a day."""
    span, text = page.spans[index], page.reading.plain
    spent = span.quantity is not None and dimension(span.quantity.unit) == "time"
    habit = dialogue().matches("every_day", text[span.end :]) or dialogue().matches("daily", text[: span.start])
    return spent and habit and not any({"concept", "field"} & one.roles.keys() for one in page.spans)


def _clause_around(page: Page, index: int) -> range:
    """The phrases from the mark before one to the mark after it."""
    first = last = index
    while first > 0 and not page.spans[first - 1].mark:
        first -= 1
    while last + 1 < len(page) and not page.spans[last + 1].mark:
        last += 1
    return range(first, last + 1)


def _is_kind(page: Page, index: int) -> bool:
    roles = page.spans[index].roles
    return "type" in roles or roles.get("known") == "type" or bool({"ordinal", "pointing"} & roles.keys())

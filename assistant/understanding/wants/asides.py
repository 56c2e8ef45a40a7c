"""Words of a message that only tell why: what became of the shopper's old one, what a refused brand did."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span
from catalog.measures import dimension

ENTITIES = frozenset({"value", "feature", "thing", "type"})


def take_asides(page: Page) -> None:
    """Uses up the phrases of clauses that only tell a reason; of what became of an old thing, its kind stays to be
    read: my kettle broke, I need a new one."""
    patterns = dialogue().patterns["patterns"]
    for index, span in enumerate(page.spans):
        if _is_complaint(page, index):
            page.take(_clause_around(page, index))
        if span.quantity is not None and _is_habit(page, index):
            page.take(at for at in _clause_around(page, index) if not _is_kind(page, at))
    for name in ("reason", "lost_one"):
        for found in patterns[name].finditer(page.reading.plain) if name in patterns else ():
            inside = [
                at for at, span in enumerate(page.spans) if found.start() <= span.start and span.end <= found.end()
            ]
            if len(inside) < sum(not span.mark for span in page.spans):
                page.take(at for at in inside if name == "reason" or not _is_kind(page, at))


def _is_complaint(page: Page, index: int) -> bool:
    """Whether a clause only finds fault with what another clause asks something else for: wood, plastic smells; or with
    a feature: 得有线的，无线老断."""
    span, clause = page.spans[index], _clause_around(page, index)
    if clause[0] != index or len(clause) == len(page) or not ENTITIES & span.roles.keys():
        return False
    if not dialogue().matches("overdone", page.reading.plain[span.end :]):
        return False
    columns = _columns(span)
    others = [one for at, one in enumerate(page.spans) if at not in clause]
    if "type" in span.roles and not (columns or _is_other_kind(page, index)):
        return False
    if not columns:
        return any({"value", "feature"} & one.roles.keys() for one in others)
    return any(columns & _columns(one) and one.key != span.key for one in others)


def _columns(span: Span) -> set[str]:
    """The columns of which a phrase names a value, known to the shop or to any."""
    return {*span.roles.get("value", {}), *span.roles.get("tint", ())}


def _is_other_kind(page: Page, index: int) -> bool:
    """Whether a kind is named beside the one that is wanted already."""
    want = page.state.want
    return want is not None and bool(want.types) and not set(want.types) & set(page.spans[index].roles["type"])


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

"""Words of a message that only tell why: what became of the shopper's old one, what a refused brand did."""

from __future__ import annotations

import re

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span
from catalog.measures import dimension

ENTITIES = frozenset({"value", "feature", "thing", "type"})
SORTS = ENTITIES | {"known", "tint"}


def take_asides(page: Page) -> None:
    """Uses up the phrases of clauses that only tell a reason; of what became of an old thing, its kind stays to be
    read: my kettle broke, I need a new one."""
    patterns = dialogue().patterns["patterns"]
    for index, span in enumerate(page.spans):
        if _is_complaint(page, index):
            first = index if _runs_on(page, index) else _clause_around(page, index)[0]
            page.take(range(first, _clause_around(page, index)[-1] + 1))
        if span.quantity is not None and _is_habit(page, index):
            page.take(at for at in _clause_around(page, index) if not _is_kind(page, at))
    page.take(_dear_for_reason(page))
    for found in patterns["weighs_two"].finditer(page.reading.plain) if "weighs_two" in patterns else ():
        _take_weighed(page, _inside(page, found))
    for name in ("reason", "lost_one"):
        for found in patterns[name].finditer(page.reading.plain) if name in patterns else ():
            inside = _inside(page, found)
            told = page.state.want is not None and name == "lost_one"
            if told or len(inside) < sum(not span.mark for span in page.spans):
                page.take(at for at in inside if name == "reason" or not _is_kind(page, at))


def _dear_for_reason(page: Page) -> list[int]:
    """The phrases of a last clause that only finds dear what the clause before it refuses: 索尼算了，太贵."""
    marks = [at for at, span in enumerate(page.spans) if span.mark and at + 1 < len(page)]
    if not marks or not dialogue().matches("only_dear", page.reading.plain[page.spans[marks[-1]].end :]):
        return []
    before = _clause_around(page, marks[-1] - 1)
    return (
        list(range(marks[-1] + 1, len(page)))
        if any(_refuses(page.spans[at]) for at in before)
        and any({"brand", "value", "feature"} & page.spans[at].roles.keys() for at in before)
        else []
    )


def dismisses_value(page: Page) -> bool:
    """Whether all that is said dismisses a brand or value: 黑的算了."""
    told = [at for at, span in enumerate(page.spans) if {"brand", "value", "tint"} & span.roles.keys()]
    return bool(told) and any(at > told[0] and _refuses(span) for at, span in enumerate(page.spans))


def _refuses(span: Span) -> bool:
    return span.cue("not", "not_after") or "takes_back" in span.roles.get("forget", ())


def _inside(page: Page, found: re.Match[str]) -> list[int]:
    return [at for at, span in enumerate(page.spans) if found.start() <= span.start and span.end <= found.end()]


def _take_weighed(page: Page, inside: list[int]) -> None:
    """Uses up two sorts of a known kind of which is only asked which is better: neither is demanded."""
    joined = [at for at in inside if page.spans[at].cue("or")]
    carried = any("type" in span.roles for span in page.spans)
    if not joined or not (carried or (page.state.want is not None and page.state.want.types)):
        return
    sorts = [at for at in inside if "type" not in page.spans[at].roles and SORTS & page.spans[at].roles.keys()]
    if any(at < joined[0] for at in sorts) and any(at > joined[0] for at in sorts):
        page.take(sorts)


def _is_complaint(page: Page, index: int) -> bool:
    """Whether a clause only finds fault with what another clause asks something else for: wood, plastic smells; or with
    a feature: 得有线的，无线老断."""
    span, clause = page.spans[index], _clause_around(page, index)
    if _runs_on(page, index):
        clause = range(index, clause[-1] + 1)
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


def _runs_on(page: Page, index: int) -> bool:
    """Whether a clause begins here with no mark before it, since a value of the same column ends right before it:
    要不锈钢的塑料的有味儿."""
    if index < 2 or "attributive" not in page.spans[index - 1].roles.get("particle", ()):
        return False
    return bool(_columns(page.spans[index]) & _columns(page.spans[index - 2]))


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

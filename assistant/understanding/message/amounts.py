"""Figures of a message with the words that bound them: at least, up to, between, about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.compared import compared
from assistant.understanding.message.page import Page
from assistant.understanding.message.parted_bounds import (
    belongs_apart,
    closes_another,
    comes_to_figure,
    ends_measure,
    is_or_so,
    leads_on,
    only_points,
    opens_next,
    parts_bound,
)
from assistant.understanding.message.polarity import refused_bound, refused_figure, softened
from assistant.understanding.message.reading import Span
from catalog.measures import dimension

REACH = 5
UNMEASURED = frozenset({"brand", "colour", "material", "connectivity"})
"""Concepts that no figure measures."""
OF_ALL_GOODS = frozenset({"rating", "stock"})
"""Concepts that are told of goods of every kind."""
PASSED = frozenset({"type", "known", "field", "value"})
OR_MORE = re.compile(r"\d+(?:\.\d+)?\s?\+")
"""A figure that is written as the least: 7+ days."""
OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure: its bounds as (op, value), whether it is firm, and the phrases it is made of.

    `bounded` tells whether words gave the bound; `naming` are phrases beside it that name what is measured.
    """

    index: int
    bounds: tuple[tuple[str, float], ...]
    firm: bool
    bounded: bool
    priced: bool
    phrases: tuple[int, ...]
    naming: tuple[int, ...]


def amount_at(page: Page, index: int) -> Amount:
    """The figure at this phrase, read with its neighbours."""
    span = page.spans[index]
    quantity = span.quantity
    assert quantity is not None
    before, after = _neighbours(page, index, -1), _neighbours(page, index, 1)
    value, high = quantity.value, quantity.high
    phrases = {index}
    second = None if high is not None else _second(page, index, before, after)
    if second is not None:
        high = page.spans[second].quantity.value if page.spans[second].quantity else None
        phrases |= set(range(index, second + 1))
        after = _neighbours(page, second, 1)
    cued = [
        at for at in before if page.spans[at].cue("at_most", "at_least", "about", "exact", "between", "price", "not")
    ]
    cued = [at for place, at in enumerate(cued) if not (closes_another(page, at) if place else is_or_so(page, at))]
    ends = ("at_most_after", "at_least_after", "about_after", "range_after")
    tail = [at for at in after if page.spans[at].cue(*ends) or _ends_with_bound(page, at)]
    tail = [at for at in tail if _adjacent(page, max(phrases), at) and not leads_on(page, at)]
    tail = [at for at in tail if not (only_points(page, index, at) or opens_next(page, at))]
    op, bounded = _op(page, index, cued, tail, quantity.about)
    refused = refused_bound(page, max(phrases | set(tail))) if op in OPPOSITE else []
    op = OPPOSITE[op] if refused else op
    if op == "=" and not (bounded or quantity.currency):
        refused = refused_figure(page, index, max(phrases | set(_named_behind(page, after))))
        op = "!=" if refused else op
    against = compared(page, index)
    if against is not None:
        op, bounded = against[1], True
        phrases |= {index - 1, against[0]}
    soft = softened(page, sorted({*phrases, *tail, *_named_behind(page, after)}))
    sure = any(page.spans[at].cue("enough") for at in tail)  # Three days is enough, I suppose.
    named = [at for at in (*before, *after) if _measures(page, at, span)]
    priced = any(page.spans[at].cue("price") for at in cued)
    priced = priced or any(page.spans[at].cue("price") and not comes_to_figure(page, at) for at in after)
    denial = [] if bounded or refused else [at for at in cued if page.spans[at].cue("not")]
    phrases |= set(cued).difference(denial) | set(tail) | set(soft or ()) | set(refused)
    if high is not None and high > value:
        bounds: tuple[tuple[str, float], ...] = ((">=", value), ("<=", high))
        bounds = (("!=", value), ("!=", high)) if op == "!=" else bounds
        return Amount(
            index, bounds, not (soft or quantity.about or op == "about"), True, priced, _run(phrases), tuple(named)
        )
    firm = op != "about" and not (soft and not sure)
    return Amount(index, ((op, value),), firm, bounded, priced, _run(phrases), tuple(named))


def _named_behind(page: Page, after: Sequence[int]) -> list[int]:
    """The phrases right behind a figure that only name what it measures: 8 GB of RAM."""
    named = (at for at in after if not page.is_filler(at))
    return list(takewhile(lambda at: "concept" in page.spans[at].roles and _names(page.spans[at]), named))


def _ends_with_bound(page: Page, at: int) -> bool:
    """Whether a bound that mostly stands before its figure ends the clause, so that it is said of the one before it."""
    if not page.spans[at].cue("at_least", "at_most") or page.spans[at].latin:
        return False
    return all(page.is_filler(one) for one in range(at + 1, len(page)) if not page.spans[one].mark)


def _op(page: Page, index: int, cued: Sequence[int], tail: Sequence[int], rough: bool) -> tuple[str, bool]:
    spans = page.spans
    if OR_MORE.match(page.reading.plain, spans[index].start, spans[index].end):
        return ">=", True
    if rough or any(spans[at].cue("about_after") and not spans[at].cue("at_most_after") for at in tail):
        return "about", True
    for at in tail:
        bound = ">" if spans[at].cue("at_least_after") else "<" if spans[at].cue("at_most_after") else None
        if bound is None and _ends_with_bound(page, at):
            bound = ">" if spans[at].cue("at_least") else "<"
        enough = spans[at].cue("enough") or "filler" in spans[at].roles
        if bound == ">" and enough and any(spans[one].cue("about") for one in cued):
            return "about", True  # 大概22寸就行: about that will do.
        if bound:
            return (bound if spans[at].cue("strict") and not spans[at].cue("at_least_after") else f"{bound}="), True
    flips = False
    starts = dialogue().matches("starts_from", page.reading.plain[: spans[index].start])
    if starts or cued_for(page, index):
        return ">=", True
    for place, at in enumerate(cued):
        span = spans[at]
        limits = [other for other in cued[place + 1 :] if spans[other].cue("at_most", "at_least")]
        if span.cue("about") and all(spans[other].cue("price") for other in limits):
            return "about", True
        bound = "<" if span.cue("at_most") else ">" if span.cue("at_least") else None
        if bound:
            op = bound if span.cue("strict") else f"{bound}="
            flips = dialogue().matches("negated_bound", page.reading.plain[: span.start]) or any(
                spans[other].cue("not")
                and not spans[other].cue("at_most", "at_least")
                and abs(other - at) <= 2
                and all(page.is_filler(one) or page.spans[one].cue("for") for one in range(other + 1, at))
                for other in cued[place + 1 :]
            )
            return (OPPOSITE[op] if flips else op), True
        if span.cue("exact"):
            return "=", True
    return "=", False


def cued_for(page: Page, index: int) -> bool:
    """Whether a time says how long something has to last: keeps hot for 12 hours."""
    quantity = page.spans[index].quantity
    lasts = quantity is not None and dimension(quantity.unit) == "time"
    before = page.spans[index - 1] if index else None
    told = before is not None and not before.latin and bool({"field", "feature"} & before.roles.keys())
    if lasts and told and before is not None and "concept" not in before.roles:
        return True  # 保温12小时: what keeps longer keeps so long.
    return lasts and index > 1 and page.spans[index - 1].cue("for") and _names(page.spans[index - 2])


def _neighbours(page: Page, index: int, step: int) -> list[int]:
    """The phrases beside a figure that can belong to it, nearest first."""
    found: list[int] = []
    at = index + step
    while 0 <= at < len(page) and len(found) < REACH:
        span = page.spans[at]
        ends = page.ends_clause(at) and span.key not in "()（）:：." and not _opens_list(page, index, at)
        ends = ends and not (step > 0 and parts_bound(page, at))
        if span.quantity is not None or ends or (step < 0 and _names(span) and ends_measure(page, at)):
            break
        if at in page.used:
            break
        known = page.is_filler(at) or _belongs(span, step) or span.mark or _is_passed(page, index, at, step)
        known = known or (step > 0 and _ends_with_bound(page, at))
        if not known or _stands_apart(page, index, at, step):
            break
        found.append(at)
        at += step
    return found


def _opens_list(page: Page, index: int, at: int) -> bool:
    """Whether a comma right before a bare figure only parts it from the one word that names it: SSD, 512 or more."""
    figure = page.spans[index].quantity
    bare = figure is not None and not (figure.unit or figure.currency)
    return bare and at == 1 and index == 2 and _names(page.spans[0]) and page.spans[0].latin


def _is_passed(page: Page, index: int, at: int, step: int) -> bool:
    """Whether a word that names a thing or nothing stands between a figure and its bound: 6 ft cord minimum."""
    span = page.spans[at]
    if step < 0 and at == index - 1 and at > 0 and page.is_glued(at):
        return page.spans[at - 1].cue("at_most", "at_least")  # 至少碎10张: what it does stands between.
    if step > 0 and at == index + 1 and at + 1 < len(page) and page.is_glued(at):
        return page.spans[at + 1].cue("at_most_after", "at_least_after")  # 21速以上: what is counted stands between.
    if step < 0 or at != index + 1 or span.roles.keys() - PASSED or not span.latin or at + 1 >= len(page):
        return False
    figure = page.spans[index].quantity
    if not span.roles and figure is not None and not (figure.unit or figure.currency):
        return False  # A bare figure and a word that nothing knows are a model's name: 12 pro max.
    return page.spans[at + 1].cue("at_most_after", "at_least_after") and not leads_on(page, at + 1)


def _stands_apart(page: Page, index: int, at: int, step: int) -> bool:
    """Whether a space parts a name from the bare figure before it, in a script that writes none inside a phrase."""
    figure, span = page.spans[index].quantity, page.spans[at]
    if step < 0 or figure is None or figure.unit or span.latin or span.mark or not _names(span):
        return False
    return span.start > page.spans[at - 1].end


def _measures(page: Page, at: int, figure: Span) -> bool:
    """Whether a phrase beside a figure may say what it measures: a bare one counts only what is counted here."""
    span, quantity = page.spans[at], figure.quantity
    if not _names(span) or quantity is None:
        return False
    asked_for = at > 0 and page.spans[at - 1].cue("want") and span.roles.get("concept") == {"pieces"}
    if asked_for and quantity.unit is None:  # 推荐一包不超过15的: a pack, and what it costs.
        return False
    if quantity.unit or "concept" in span.roles:
        return not span.roles.get("concept", frozenset()) or bool(span.roles["concept"] - UNMEASURED)
    own = bool(OF_ALL_GOODS & span.roles.get("concept", frozenset()))
    return own or page.columns.counts(span.roles, quantity.high or quantity.value, page.types)


def _belongs(span: Span, step: int) -> bool:
    if _names(span):
        return True
    if step < 0:
        return span.cue(
            "at_most",
            "at_least",
            "about",
            "exact",
            "between",
            "price",
            "not",
            "with",
            "want",
            "soft",
            "for",
            "firm",
            "per_minute",
        )
    return span.cue(
        "at_most_after", "at_least_after", "about_after", "range_after", "price", "one", "pack", "per_minute"
    )


def _names(span: Span) -> bool:
    if "type" in span.roles and not {"concept", "thing"} & span.roles.keys():
        return False
    return bool({"concept", "field", "thing", "feature"} & span.roles.keys())


def _adjacent(page: Page, last: int, at: int) -> bool:
    """Whether only fillers and names of what is measured stand between a figure and the words after it."""
    return not belongs_apart(page, last, at) and all(
        page.is_filler(one)
        or _names(page.spans[one])
        or page.spans[one].mark
        or page.spans[one].cue("price", "about_after", "at_most_after", "at_least_after", "per_minute")
        or (one == last + 1 and _is_passed(page, last, one, 1))
        for one in range(last + 1, at)
    )


def _second(page: Page, index: int, before: Sequence[int], after: Sequence[int]) -> int | None:
    """The other end of a range written with words between: between 100 and 200."""
    ranged = any(page.spans[at].cue("between") for at in before)
    at = index + 1
    if at + 1 >= len(page) or not page.spans[at].cue("range_to"):
        return None
    other = page.spans[at + 1].quantity
    first = page.spans[index].quantity
    if other is None or first is None or other.high is not None or other.value <= first.value:
        return None
    same = other.unit == first.unit or first.unit is None
    closes = any(page.spans[one].cue("range_after") for one in range(at + 2, min(len(page), at + 4)))
    return at + 1 if same and (ranged or closes) else None


def _run(phrases: set[int]) -> tuple[int, ...]:
    return tuple(sorted(phrases))

"""Uses that nothing lists, told behind "for" or by what somebody likes to do."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.wants.people import FIELDS, TELLING, field_of, meant_in
from catalog.languages.lexicon import kind_of
from catalog.product import Constraint


def unlisted_use(page: Page, demands: Sequence[Constraint]) -> list[Constraint]:
    """The use of which nothing else has read a word: for a language lab, in a first message; she likes drinking tea."""
    start, end = 0, 0
    named = any(one.field in FIELDS.values() for one in demands)
    for name in ("likes_doing", *(("for_use",) if page.state.want is None and not named else ())):
        pattern = dialogue().patterns["patterns"].get(name)
        told = pattern.search(page.reading.plain) if pattern is not None and not end else None
        start, end = told.span(1) if told is not None else (start, end)
    inside = [at for at, span in enumerate(page.spans) if start <= span.start and span.end <= end]
    if any(at in page.used or not _tells_use(page, at) for at in inside):
        return []
    if all(page.is_filler(at) for at in inside):
        return []
    page.take(inside)
    said = page.said(inside)
    if _is_of_the_kind(page, said):
        return []
    return [Constraint(field_of(said), "has", meant_in(page, said) or said, None, False, said)]


def _is_of_the_kind(page: Page, said: str) -> bool:
    """Whether a use and the wanted thing are a kind's name together: a clock for the wall is a wall clock."""
    kinds = (span for span in page.spans if "type" in (*span.roles, span.roles.get("known")))
    names = (page.reading.plain[span.start : span.end].strip() for span in kinds)
    return any(kind_of(f"{said.split()[-1]} {name}") == "type" for name in names if name.isascii() and said.strip())


def likes_doing(page: Page) -> bool:
    """Whether the message says what somebody likes to do."""
    return dialogue().matches("likes_doing", page.reading.plain)


def _tells_use(page: Page, index: int) -> bool:
    """Whether a word may stand in a use that nothing lists: no kind of goods, and none that ends or joins."""
    span = page.spans[index]
    return not ((TELLING | {"type", "cue", "concept", "person"}) & span.roles.keys() or span.mark or span.quantity)

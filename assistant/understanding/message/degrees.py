"""Words of degree beside the name of a measure: 内存大一点, a bigger battery."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page

WHOLE = frozenset({"size", "noise", "price"})
"""Measures whose own words say it: a big bag, a loud machine."""
DOUBLE = ">="
PATTERNS = (("degree_double", ">="), ("degree_more", ">"), ("degree_less", "<"))


@dataclass(frozen=True, slots=True)
class Degree:
    """More (`>`), less (`<`) or twice as much (`>=`) of a measure; `compared` where it is told beside what was shown: a
    bit more."""

    direction: str
    members: Sequence[int]
    compared: bool


def is_told_with_column(page: Page, index: int) -> bool:
    """Whether a phrase is a value of the wanted kind with its column's name right beside it: fast action, 弹性大."""
    values = page.spans[index].roles.get("value", {})
    beside = (at for at in (index - 1, index + 1) if 0 <= at < len(page))
    named = {name for at in beside for name in page.spans[at].roles.get("field", ())}
    return any(name in named and one.held_by(page.types) for name, one in values.items())


def degree_of(page: Page, noun: int) -> Degree | None:
    """The degree told of this phrase, right behind it or, where words stand apart, right before it."""
    span, text = page.spans[noun], page.reading.plain
    if span.roles.get("concept", frozenset()) & WHOLE or not {"concept", "field"} & span.roles.keys():
        return None
    for name, direction in PATTERNS:
        pattern = dialogue().patterns["patterns"].get(f"{name}_{'before' if span.latin else 'after'}")
        told = pattern.search(text[: span.start] if span.latin else text[span.end :]) if pattern is not None else None
        if told is None:
            continue
        start, end = (told.start(), span.end) if span.latin else (span.start, span.end + told.end())
        if any(one.start < start < one.end for one in page.spans):
            continue  # 4 GB or more memory: the word belongs to the figure.
        members = [at for at, one in enumerate(page.spans) if start <= one.start and one.end <= end]
        valued = any(is_told_with_column(page, at) for at in members if at != noun)  # Fast action, of a rod.
        if noun in members and not (valued or any(page.spans[at].quantity is not None for at in members)):
            return Degree(direction, members, direction == DOUBLE or any(told.groups()))
    return None

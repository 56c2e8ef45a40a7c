"""Grades by letter, where one asks for so good or better: energy class C or better is C, B or A."""

from __future__ import annotations

import re

from assistant.understanding.message.page import Page

GRADE = re.compile(r"([A-G])(\+*)")
"""A letter, the first the best, and pluses that make it better still."""
REACH = 3


def as_good(page: Page, index: int, field: str) -> tuple[tuple[str, ...], list[int]]:
    """The column's grades that are as good as the one said, and the phrases that ask for better ones too; none where
    nothing does."""
    said = page.spans[index].roles["value"][field].text
    bounds = [at for at in page.after(index, REACH) if page.spans[at].cue("at_least_after")]
    bounds += [at for at in page.before(index, REACH) if page.spans[at].cue("at_least")]
    rank = _rank(said)
    if rank is None or not bounds:
        return (), []
    held = {columns[field].text for columns in page.lexicon.values.values() if field in columns}
    ranked = sorted((own, text) for text in held if (own := _rank(text)) is not None and own <= rank)
    return tuple(text for _, text in reversed(ranked)), bounds[:1]


def _rank(text: str) -> tuple[int, int] | None:
    """How good a grade is, the best lowest."""
    found = GRADE.fullmatch(text.strip())
    return (ord(found[1]), -len(found[2])) if found else None

"""Grades by letter, where one asks for so good or better: energy class C or better is C, B or A."""

from __future__ import annotations

from assistant.understanding.message.page import Page
from assistant.understanding.qualities.values.grades import as_good, letter_grade
from assistant.understanding.qualities.values.series import at_least_of

REACH = 3


def graded_values(page: Page, index: int, field: str) -> tuple[tuple[str, ...], list[int]]:
    """The column's grades that are as good as the one said, and the phrases that ask for better ones too; none where
    nothing does."""
    said = _whole_grade(page.spans[index].roles["value"][field].text)
    bounds = [at for at in page.after(index, REACH) if page.spans[at].cue("at_least_after")]
    bounds += [at for at in page.before(index, REACH) if page.spans[at].cue("at_least")]
    if said is None:
        return at_least_of(page, index, page.spans[index].roles["value"][field].text, field)
    if not bounds:
        return (), []
    held = {columns[field].text for columns in page.lexicon.values.values() if field in columns}
    known = {own: text for text in sorted(held) if (own := _whole_grade(text)) is not None}
    return tuple(known[one] for one in reversed(as_good(said)) if one in known), bounds[:1]


def _whole_grade(text: str) -> str | None:
    """The grade that a column's value is, and nothing beside it."""
    own = letter_grade(text)
    return own if own is not None and len(own) == len(text.strip()) else None

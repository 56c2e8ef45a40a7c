"""The shop's kinds that a thing is filed under where it is no kind of its own there: a parka among jackets."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.understanding.lexicon.name_ends import kinds_ending
from assistant.understanding.message.page import Page
from assistant.vocabulary import Want

UNKNOWN_KIND = ("",)
"""The types of a kind that the catalogue lacks: no column is filled for it."""


def wider_kinds(page: Page, heads: Sequence[int], want: Want | None) -> tuple[str, ...]:
    """The kinds whose columns tell of what these phrases, or else the want, name; the unknown kind where none does."""
    said = [page.said([index]) for index in heads]
    names = said or ([want.name, want.called, want.query] if want is not None else [])
    return kinds_ending(page.lexicon.closing, names) or UNKNOWN_KIND

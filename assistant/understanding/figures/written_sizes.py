"""Sizes that the wanted kind's records write as words: 200*230cm, for a bed of 1.8 m."""

from __future__ import annotations

from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.message.page import Page

FILLED = 0.3
MOSTLY = 0.3
"""The share of a column's values that are sides, of a column that tells sizes."""


def column_of_written_sizes(page: Page) -> FieldWords | None:
    """The column of words in which records of the wanted kind tell their sides; None of a kind that isn't listed."""
    if not page.lexicon.number_of(page.types):
        return None
    named = page.columns.ranks("size")
    held = [
        (page.columns.share(one, page.types), share, one.name)
        for name, share in page.columns.inner.sized.items()
        if name in named and share >= MOSTLY and (one := page.lexicon.fields[name]).kind == "text"
    ]
    best = max(held, default=None)
    return page.lexicon.fields[best[2]] if best is not None and best[0] >= FILLED else None

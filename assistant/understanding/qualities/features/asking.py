"""Things that a message asks goods to have or to lack."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import JOINS, Page
from assistant.understanding.message.praise import is_called_good
from assistant.understanding.qualities.features.coming_along import is_included, listable

NEAR = 5
"""So many phrases may lie between a thing and the word that asks for it."""
BOUNDS = ("at_most", "at_least", "about", "exact", "between")
"""The cues that may stand between."""


def asked_for(page: Page, index: int) -> bool:
    """Whether the words before ask for something to have or to lack."""
    needed = dialogue().matches("is_needed", page.reading.plain[page.spans[index].end :])
    if page.state.want is not None and (needed or is_called_good(page, index)):
        return True
    for at in range(index - 1, max(-1, index - 1 - NEAR), -1):
        span = page.spans[at]
        if page.ends_clause(at) and span.key not in JOINS:
            return is_included(page, index)
        if span.cue("with", "not") or (span.cue("want") and page.state.want is not None):
            return True
        measured = span.quantity is not None and span.quantity.unit is not None
        if measured or page.is_filler(at) or span.cue("and", "or", *BOUNDS) or listable(page.spans, at):
            continue
        return is_included(page, index)
    return is_included(page, index)

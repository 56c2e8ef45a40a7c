"""Which of several kinds that a message names is the one asked for: my phone keeps dying, I want a power bank."""

from __future__ import annotations

from assistant.understanding.message.page import Page

DESCRIBING = frozenset({"value", "feature", "thing", "brand", "wish", "particle", "person", "tint", "number"})


def is_asked_for(page: Page, index: int) -> bool:
    """Whether a word of wanting leads up to this phrase in its clause, with only descriptions of it between."""
    for at in range(index - 1, -1, -1):
        span = page.spans[at]
        if page.ends_clause(at):
            return False
        if span.cue("want") and "concept" not in span.roles:
            return True
        described = page.is_filler(at) or span.cue("one", "soft", "firm") or DESCRIBING & span.roles.keys()
        if not described and span.quantity is None:
            return False
    return False

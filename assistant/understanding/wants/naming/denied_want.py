"""Kinds that a message refuses: no bag."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import closes
from assistant.understanding.message.reading import Span


def is_denied(page: Page, index: int) -> bool:
    """Whether a word right before this phrase says that it is not wanted."""
    for at in range(index - 1, max(-1, index - 4), -1):
        span = page.spans[at]
        if span.cue("not") and not span.cue("want"):
            return not (closes(page, at) or _is_own_lack(page, span))
        if not (page.is_filler(at) or "wish" in span.roles):  # No small bags.
            return False
    return False


def _is_own_lack(page: Page, refusal: Span) -> bool:
    """Whether a first need only tells what the shopper hasn't got: there's no kettle in the flat."""
    begins = page.state.want is None and not page.state.ledger
    return begins and dialogue().matches("own_lack", page.reading.plain[: refusal.end])

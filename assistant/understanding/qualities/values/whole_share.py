"""Whether a stuff is asked for alone, and no blend of it: pure cotton, 100% wool, 纯棉."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page

WHOLE = "100% "
"""Before a stuff: that and nothing else."""


def whole_share(page: Page, index: int) -> list[int] | None:
    """The phrases before a stuff that ask for nothing else beside it, none where its own words do; None if any blend
    will do."""
    span = page.spans[index]
    marks = tuple(dialogue().phrases["word_forms"].get("pure", ()))
    if page.reading.plain[span.start : span.end].startswith(marks):
        return []
    before = page.spans[index - 1] if index else None
    if before is None or index - 1 in page.used:
        return None
    share = before.quantity
    whole = share is not None and share.unit == "%" and share.value == 100
    return [index - 1] if whole or before.key in {mark.strip() for mark in marks} else None

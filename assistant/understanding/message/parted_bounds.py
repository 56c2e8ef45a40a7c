"""A bound that a comma parts from its figure: 15 euros, not more."""

from __future__ import annotations

from assistant.understanding.message.page import COMMAS, Page


def parts_bound(page: Page, comma: int) -> bool:
    """Whether a comma only parts a figure from the bound that ends it: 15 euros, not more."""
    after = page.spans[comma + 1] if comma + 1 < len(page) else None
    if after is None or page.spans[comma].key not in COMMAS or after.cue("at_most", "at_least"):
        return False
    return after.cue("at_most_after", "at_least_after") and not any(one.quantity for one in page.spans[comma + 2 :])

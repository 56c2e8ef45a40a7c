"""Words beside a figure that a comma or a space sets to it, or to another: 15 euros, not more."""

from __future__ import annotations

from assistant.understanding.message.page import COMMAS, Page


def parts_bound(page: Page, comma: int) -> bool:
    """Whether a comma only parts a figure from the bound that ends it: 15 euros, not more."""
    after = page.spans[comma + 1] if comma + 1 < len(page) else None
    if after is None or page.spans[comma].key not in COMMAS or after.cue("at_most", "at_least"):
        return False
    return after.cue("at_most_after", "at_least_after") and not any(one.quantity for one in page.spans[comma + 2 :])


def opens_next(page: Page, at: int) -> bool:
    """Whether a space before a word, and none behind it, sets it to the figure that follows: 一包 来5包."""
    span, after = page.spans[at], page.spans[at + 1] if at + 1 < len(page) else None
    counted = after is not None and after.quantity is not None and after.start == span.end
    return counted and not span.latin and span.cue("about_after") and page.spans[at - 1].end < span.start


def ends_measure(page: Page, at: int) -> bool:
    """Whether a word is written right to a measured figure before it, and apart from the next: 一米五宽 两百出头."""
    span, before = page.spans[at], page.spans[at - 1] if at else None
    measured = before is not None and before.quantity is not None and before.quantity.unit is not None
    apart = at + 1 < len(page) and page.spans[at + 1].start > span.end
    return measured and apart and not span.latin and before is not None and before.end == span.start


def belongs_apart(page: Page, last: int, at: int) -> bool:
    """Whether a bound is written right to a word that a space sets apart from the figure: 600克重的 一条就行."""
    glued = at > last + 1 and not page.spans[at].latin and page.spans[at - 1].end == page.spans[at].start
    gaps = (page.spans[one - 1].end < page.spans[one].start for one in range(last + 1, at))
    return glued and not page.spans[last].latin and any(gaps)

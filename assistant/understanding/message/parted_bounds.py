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


def leads_on(page: Page, at: int) -> bool:
    """Whether a bound after one figure belongs to the next one: 40 euro, at least 5 metres."""
    if not page.spans[at].cue("at_most", "at_least", "about"):
        return False
    if page.spans[at].cue("about_after") and not page.spans[at].latin:
        return False  # 3升左右 两个人: a word that can follow belongs to what it follows.
    after = at + 1
    while after < len(page) and page.is_filler(after):
        after += 1
    return after < len(page) and page.spans[after].quantity is not None


def only_points(page: Page, index: int, at: int) -> bool:
    """Whether a word for "or so" ends what a feature after the figure says: 20000毫安 能折叠的那种."""
    if not page.spans[at].cue("about_after"):
        return False
    between = [page.spans[one].roles for one in range(index + 1, at)]
    return any({"feature", "thing"} & roles.keys() and "concept" not in roles for roles in between)


def closes_another(page: Page, at: int) -> bool:
    """Whether a bound stands right after another figure and belongs to it: 15 pages at most over 400."""
    span = page.spans[at]
    return at > 0 and span.cue("at_most_after", "at_least_after") and page.spans[at - 1].quantity is not None


def is_or_so(page: Page, at: int) -> bool:
    """Whether a word that only follows in its script stands right after another figure: 4000左右 200以内."""
    span = page.spans[at]
    return at > 0 and not span.latin and span.cue("about_after") and page.spans[at - 1].quantity is not None


def comes_to_figure(page: Page, at: int) -> bool:
    """Whether a word for the price belongs to a figure after it: 4 buttons priced from twenty euros."""
    for one in range(at + 1, len(page)):
        span = page.spans[one]
        if span.quantity is not None:
            return True
        if not (page.is_filler(one) or span.roles.get("cue")) or page.ends_clause(one):
            return False
    return False

"""What a shopper means to do with the goods: 看视频 after a tablet, "to cut bread" after a knife."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span
from assistant.understanding.wants.naming.made_for import is_kind
from catalog.product import Constraint

DEMANDING = ("not", "with", "at_most", "at_least", "about", "exact", "price", "pack")
"""Words after which a demand on the goods themselves is told."""
NAMING = frozenset({"type", "feature", "thing", "value", "field", "concept", "brand"})
TRAITS = ("value", "feature")
"""What a word is known to tell of goods, in a catalogue that doesn't say it too: 修身."""


def doings(page: Page) -> list[range]:
    """The phrases that tell what is done with a kind named before them, each as one range; none of them is wanted."""
    pattern = dialogue().patterns["patterns"].get("done_with")
    found = []
    for told in pattern.finditer(page.reading.plain) if pattern is not None else ():
        start, end = told.span(told.lastindex or 0)  # Every language has its own group.
        inside = [at for at, span in enumerate(page.spans) if start < span.end and span.end <= end]
        if inside and _begins(page, inside[0], start) and _follows_name(page, inside[0]):
            last = _last(page, inside)
            if last > inside[0] or page.spans[last].end - start > 1:
                found.append(range(inside[0], last + 1))
    return found


def uses_told(page: Page) -> list[Constraint]:
    """The uses that these phrases tell, as wishes; where a known use stands in one, that says it better."""
    found = []
    for members in doings(page):
        open_ = [at for at in members if at not in page.used]
        if len(open_) == len(members):
            said = page.said(members)
            found.append(Constraint("use", "has", said, None, False, said))
        page.take(open_)
    return found


def _begins(page: Page, first: int, start: int) -> bool:
    """Whether the doing begins with this phrase; in scripts without spaces it is no later part of a word, nothing that
    the goods shall have (带录音功能), and no kind or feature that is called after a doing (煎锅)."""
    span = page.spans[first]
    if span.latin:
        return True
    known = span.roles.get("known") in TRAITS
    named = len(span.key) > 1 and "person" not in span.roles and (known or bool(NAMING & span.roles.keys()))
    had = first > 0 and page.spans[first - 1].cue("with", "not")
    return span.start == start and not (named or had or is_kind(span))


def _follows_name(page: Page, first: int) -> bool:
    """Whether a kind stands before in the clause, or a word of which nothing is known right after one of wanting."""
    for at in range(first - 1, -1, -1):
        span = page.spans[at]
        if page.ends_clause(at):
            return False
        if is_kind(span) or (at and not span.roles and not span.mark and page.spans[at - 1].cue("want")):
            return True
    return False


def _last(page: Page, inside: Sequence[int]) -> int:
    """The last phrase before one that demands something of the goods, or names another kind beside them."""
    last = inside[0]
    for at in inside[1:]:
        span = page.spans[at]
        if _demands(span) or (span.cue("and", "or") and _names_kind(page, at + 1)):
            break
        last = at
    return last


def _demands(span: Span) -> bool:
    return span.quantity is not None or bool({"brand", "tint"} & span.roles.keys()) or span.cue(*DEMANDING)


def _names_kind(page: Page, index: int) -> bool:
    while index < len(page) and page.is_filler(index):
        index += 1
    return index < len(page) and "type" in page.spans[index].roles

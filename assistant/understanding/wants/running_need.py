"""Whether a kind that a message names is said of what is wanted already, and so opens no other need."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import key, plain
from assistant.understanding.message.page import Page
from assistant.understanding.wants.asides import dismisses_value
from assistant.understanding.wants.naming.heads import types_of
from assistant.vocabulary import Act

TOLD = 0.2
"""A column that so many of the wanted goods' records fill tells of their part."""


def is_of_running_need(page: Page, heads: Sequence[int]) -> bool:
    """Whether another kind than the wanted one stands in a sentence about what is wanted: it tells what the goods must
    do or have (must switch itself off), counts or bounds a part of them (at least two HDMI sockets), refuses what they
    come with, measures it by a column called after a part, wants what was just asked of them, or asks which of those
    shown is the best."""
    want = page.state.want
    if want is None or not want.types or not heads or set(types_of(page, heads)) & set(want.types):
        return False
    text = page.reading.plain
    if page.state.shown and (dialogue().matches("which_one", text) or _was_just_asked_of(page, heads[0])):
        return True
    if any(span.cue("want") and not span.cue("not", "one") for span in page.spans[: heads[0]]):
        return False
    if page.state.shown and _asks_of_placed(page):
        return True
    if dialogue().matches("predicate", text) or _is_value_of_wanted(page, heads[0]):
        return True
    if _is_measured_part(page, heads[0]):
        return True
    return _is_bounded(page, heads[0]) or _is_in_refusal(page, heads[0])


def _was_just_asked_of(page: Page, head: int) -> bool:
    """Whether the turn before asked of what is on screen whether it has this, as a column of it tells: does it have
    speakers? Then: I want speakers."""
    types, before = page.state.want.types if page.state.want is not None else (), page.state.turns[-1:]
    fields = (page.lexicon.fields.get(name) for name in page.spans[head].roles.get("feature", ()))
    told = any(one is not None and one.held_by(types) for one in fields)
    asked = plain(before[0].text) if before else ""
    return told and page.spans[head].key in key(asked) and dialogue().matches("question", asked)


def _is_value_of_wanted(page: Page, head: int) -> bool:
    """Whether a kind is also what a column of the wanted goods tells, and the message says more than its name: a tower
    would do too, of a power supply."""
    want, span = page.state.want, page.spans[head]
    if want is None or not any(one.held_by(want.types) for one in span.roles.get("value", {}).values()):
        return False
    text = page.reading.plain
    allowed = any(dialogue().matches(name, text) for name in ("also", "permits", "conceded", "prefers_now"))
    return allowed or any(one.cue("soft", "soft_after") for one in page.spans)


def _asks_of_placed(page: Page) -> bool:
    """Whether a question begins with a place on screen: 第二个盖子咋样; the second one's lid, is it glass?"""
    told = (span for at, span in enumerate(page.spans) if not (span.mark or page.is_filler(at)))
    begins = next(told, None)
    asks = dialogue().matches("question", page.reading.plain) or dialogue().matches("asks_measure", page.reading.plain)
    return begins is not None and "ordinal" in begins.roles and asks


def _is_bounded(page: Page, head: int) -> bool:
    """Whether a bounded count leads up to the kind, with only what describes it between, or is bounded behind it."""
    ends = page.spans[head + 1] if head + 1 < len(page) else None
    counted = head > 0 and page.spans[head].latin and page.spans[head - 1].quantity is not None
    if counted and ends is not None and ends.cue("at_least_after", "at_most_after"):
        return True  # 3 heads or more.
    for at in range(head - 1, -1, -1):
        span = page.spans[at]
        if page.ends_clause(at):
            return False
        if span.quantity is not None or "number" in span.roles:
            return at > 0 and page.spans[at - 1].cue("at_least", "at_most", "exact")
        if not {"thing", "feature", "field", "value", "filler"} & span.roles.keys():
            return False
    return False


def _is_measured_part(page: Page, head: int) -> bool:
    """Whether a kind is in the name of a column of figures of the wanted goods, and a figure is said: water tank of
    1.2 litres, of a coffee maker."""
    types = page.state.want.types if page.state.want is not None else ()
    named = (page.lexicon.fields.get(name) for name in page.columns.containing(page.spans[head].key))
    columns = [one for one in named if one is not None and one.kind == "number"]
    told = any(page.columns.share(one, types) >= TOLD for one in columns)
    return told and any(span.quantity is not None and not span.quantity.currency for span in page.spans)


def _is_in_refusal(page: Page, head: int) -> bool:
    """Whether the kind closes what a refusal at the clause's beginning says of it, where no spaces are written."""
    if page.spans[head].latin or head < 2 or "attributive" not in page.spans[head - 1].roles.get("particle", ()):
        return False
    first = head
    while first > 0 and not page.spans[first - 1].mark:
        first -= 1
    return page.spans[first].cue("not") and not page.spans[first].cue("want")


def speaks_of_need(page: Page) -> bool:
    """Whether a message that sounds like talk of something else names values of what is wanted, or dismisses one."""
    told = page.guess.act is Act.OUT_OF_SCOPE and tells_values(page)
    return told or (page.guess.act is Act.CHAT and dismisses_value(page))


def tells_values(page: Page) -> bool:
    """Whether several values of one column of the wanted goods are named, so that goods are spoken of: only salmon or
    tuna."""
    types = page.state.want.types if page.state.want is not None else ()
    if not types:
        return False
    named: dict[str, int] = {}
    for span in page.spans:
        for column, one in span.roles.get("value", {}).items() if "filler" not in span.roles else ():
            named[column] = named.get(column, 0) + bool(one.held_by(types))
    return any(count > 1 for count in named.values())

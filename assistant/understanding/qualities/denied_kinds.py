"""Kinds that a message refuses, or what the goods may not have."""

from __future__ import annotations

from assistant.understanding.message.page import Page
from assistant.understanding.qualities.features.feature_columns import catalogue_word
from assistant.understanding.wants.naming.denied_want import is_denied
from catalog.product import Constraint


def denied_kinds(page: Page) -> list[Constraint]:
    """Kinds that are not wanted, whatever else is: no knives; and what the goods are to lack: without a lead. The
    phrases are used up."""
    found = []
    for index, span in enumerate(page.spans):
        labels = span.roles.get("type", ())
        thing = labels or span.roles.get("known") in ("type", "value", "feature")
        if thing and index not in page.used and is_denied(page, index):
            members = [at for at in page.before(index, 3) if page.spans[at].cue("not")][:1]
            said = page.said([*members, index])
            lacks = any(page.spans[at].cue("lacking") for at in members)
            if not (lacks or labels):
                continue
            if lacks or (page.types and set(page.types) <= set(labels) and _another_is_named(page, index)):
                # No robot, a normal vacuum cleaner: the shop's one kind of both can't be refused.
                word = page.lexicon.usual(catalogue_word(page, span))
                found.append(Constraint(word, "!=", word, None, True, said))
            elif not page.types or not page.lexicon.number_of(page.types) or set(labels) & set(page.types):
                found.append(Constraint("type", "not_in", tuple(labels), None, True, said))
            page.take([*members, index])
    return found


def _another_is_named(page: Page, index: int) -> bool:
    """Whether the message names a kind by other words than those for this one."""
    kinds = [one for at, one in enumerate(page.spans) if at == index or "type" in one.roles]
    said = {page.lexicon.usual(page.reading.plain[one.start : one.end].strip()) for one in kinds}
    return len(said) > 1


def leave_kind(page: Page) -> None:
    """Uses up the refusal of the kind wanted so far, where another is named: no duvets any more, show me towels."""
    earlier = page.state.want
    kinds = [index for index in page.with_role("type") if index not in page.used]
    if earlier is None or len(kinds) < 2:
        return
    for index in kinds:
        labels = page.spans[index].roles["type"]
        if is_denied(page, index) and not set(labels).isdisjoint(earlier.types):
            page.take([index, *(at for at in page.before(index, 3) if page.spans[at].cue("not"))])

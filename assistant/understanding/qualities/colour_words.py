"""Colours that no lexicon knows, told by the word colour beside them: soft marble color, in the color moonstone."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from assistant.understanding.wants.heads import DESCRIBING
from catalog.product import Constraint

FIELD = "colour"
LONGEST = 2
"""A colour's name has at most so many words."""
NO_NAME = frozenset({"filler", "cue", "wish", "type", "feature", "number", "brand", "person", "concept", "ordinal"})


def colour_demands(page: Page) -> list[Constraint]:
    """The colours that are named so and not known as such; words that a demand took already name none."""
    column = page.columns.of_concept(FIELD, ("text",), page.types if page.lexicon.number_of(page.types) else ())
    named = column is not None and page.columns.ranks(FIELD).get(column.name, 100) < 100
    found = []
    for index, span in enumerate(page.spans):
        told = FIELD in span.roles.get("concept", ()) or span.roles.get("filler") == DESCRIBING
        if index in page.used or not (span.latin and span.cue(FIELD) and told):
            continue
        members = sorted(_name_before(page, index)) or list(_name_after(page, index))
        if not members or any(FIELD in page.spans[at].roles.get("tint", ()) for at in members):
            continue
        refusal, soft = denied(page, members), softened(page, members)
        field = column.name if named and column is not None else FIELD
        word = page.said(members).casefold()
        said = page.said((*(refusal or ()), *members, index))
        found.append(Constraint(field, "!=" if refusal else "has", word, None, not soft, said))
        page.take((*members, index, *(refusal or ()), *(soft or ())))
    return found


def _name_before(page: Page, index: int) -> Iterator[int]:
    """The words right before the word colour, which say which; none where that ends the phrase (hair colour)."""
    after = index + 1
    follows = after < len(page) and not page.spans[after].mark and not page.spans[after].roles.get("cue")
    follows = follows or page.spans[index].roles.get("filler") == DESCRIBING  # Wine coloured is always a colour.
    for at in range(index - 1, max(-1, index - 1 - LONGEST), -1):
        if not _can_name(page, at):
            introduced = page.spans[at].cue(FIELD, "want") or page.spans[at].mark or page.is_filler(at)
            if not introduced and not follows:
                return
            break
        if not follows and at == 0:
            return
    for at in range(index - 1, max(-1, index - 1 - LONGEST), -1):
        if not _can_name(page, at):
            return
        yield at


def _name_after(page: Page, index: int) -> Iterator[int]:
    """The words after "colour is", "colour:"."""
    at = index + 1
    told = False
    while at < len(page) and at <= index + 2 and (page.spans[at].key == ":" or page.is_filler(at)):
        told, at = True, at + 1
    for place in range(at, min(at + LONGEST, len(page)) if told else at):
        if not _can_name(page, place):
            return
        yield place


def _can_name(page: Page, at: int) -> bool:
    span = page.spans[at]
    plain = span.latin and not span.mark and span.quantity is None and len(span.key) > 2 and not span.key[0].isdigit()
    coloured = at + 1 < len(page) and page.spans[at + 1].roles.get("filler") == DESCRIBING
    no_name = NO_NAME - {"feature", "type", "concept"} if coloured else NO_NAME
    return plain and at not in page.used and not (no_name & span.roles.keys())

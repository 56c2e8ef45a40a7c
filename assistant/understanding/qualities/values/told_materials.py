"""Materials that no lexicon knows, told by the words before them: made of human hair, made from sea glass."""

from __future__ import annotations

from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from catalog.product import Constraint

FIELD = "material"
LONGEST = 3
"""A material's name has at most so many words."""
NO_NAME = frozenset({"filler", "cue", "wish", "person", "number", "ordinal", "brand", "concept", "pointing"})


def told_materials(page: Page) -> list[Constraint]:
    """The materials that are named so and not known as such, in the column of materials where the kind fills one."""
    found = []
    for index, span in enumerate(page.spans):
        if not (span.latin and span.cue("made_of")):
            continue
        members = _name_after(page, index)
        if not members:
            continue
        column = page.columns.of_concept(FIELD, ("text",), page.types)
        held = column is not None and page.lexicon.number_of(page.types) and column.held_by(page.types)
        named = column is not None and page.columns.ranks(FIELD).get(column.name, 100) < 100
        field = column.name if column is not None and held and named else FIELD
        refusal, soft = denied(page, members), softened(page, members)
        said = page.said((*(refusal or ()), index, *members))
        word = page.said(members).casefold()
        negated = bool(refusal) or span.cue("not")
        found.append(Constraint(field, "!=" if negated else "has", word, None, not soft, said))
        page.take((index, *members, *(refusal or ()), *(soft or ())))
    return found


def _name_after(page: Page, index: int) -> list[int]:
    members: list[int] = []
    at = index + 1
    while at < len(page) and page.is_filler(at) and not members:
        at += 1
    while at < len(page) and len(members) < LONGEST:
        span = page.spans[at]
        unread = span.latin and not span.mark and span.quantity is None and not NO_NAME & span.roles.keys()
        if at in page.used or not unread:
            break
        members.append(at)
        at += 1
    return members if at not in page.used else []

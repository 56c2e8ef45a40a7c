"""Colours that no lexicon knows, told by the word colour beside them: soft marble color, in the color moonstone."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.languages.dialogue import places
from assistant.understanding.lexicon.fixed_roles import dialogue_roles
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.plurals import is_several
from assistant.understanding.message.polarity import denied, softened
from assistant.understanding.wants.naming.describing import DESCRIBING
from catalog.product import Constraint

FIELD = "colour"
SIGNS = frozenset(":#")
PASSED = 3
"""So many words at most lead from the word colour to the name: color has to be."""
LONGEST = 2
"""A colour's name has at most so many words."""
NO_NAME = frozenset({"filler", "cue", "wish", "type", "feature", "number", "brand", "person", "concept", "ordinal"})


def colour_demands(page: Page) -> list[Constraint]:
    """The colours that are named so and not known as such; words that a demand took already name none."""
    column = page.columns.of_concept(FIELD, ("text",), page.types if page.lexicon.number_of(page.types) else ())
    called = column is not None and page.columns.ranks(FIELD).get(column.name, 100) < 100
    found = []
    for index, span in enumerate(page.spans):
        told = FIELD in span.roles.get("concept", ()) or span.roles.get("filler") == DESCRIBING
        opens = not told and _opens_name(page, index)
        if index in page.used or not (span.latin and span.cue(FIELD) and (told or opens)):
            continue
        members = [] if opens else sorted(_name_before(page, index))
        members = members or list(_name_after(page, index, opens))
        while members and _is_hyphened(page, members[-1] + 1):
            members.append(members[-1] + 1)
        named = (page.spans[at].roles.get("tint", ()) for at in (*members, *_next(page, members)))
        if not members or any(FIELD in tints for tints in named):
            continue
        refusal, soft = denied(page, members), softened(page, members)
        field = column.name if called and column is not None else FIELD
        word = page.said(members).casefold()
        said = page.said((*(refusal or ()), *members, index))
        found.append(Constraint(field, "!=" if refusal else "has", word, None, not soft, said))
        page.take((*members, index, *(refusal or ()), *(soft or ())))
    return found


def _name_before(page: Page, index: int) -> Iterator[int]:
    """The words right before the word colour, which say which; none where that ends the phrase (hair colour)."""
    after = index + 1
    if is_several(page, index):
        return  # Artificial colours are none that goods come in.
    if after >= len(page) and _is_apart(page, index - 1):
        yield index - 1
        return
    follows = after < len(page) and not page.spans[after].mark and not page.spans[after].roles.get("cue")
    follows = follows or page.spans[index].roles.get("filler") == DESCRIBING  # Wine coloured is always a colour.
    for at in range(index - 1, max(-1, index - 1 - LONGEST), -1):
        if not _can_name(page, at):
            introduced = page.spans[at].cue(FIELD, "want", "with") or page.spans[at].mark or page.is_filler(at)
            if not introduced and not follows:
                return
            break
        if not follows and at == 0:
            return
    for at in range(index - 1, max(-1, index - 1 - LONGEST), -1):
        if not _can_name(page, at):
            return
        yield at


def _is_apart(page: Page, at: int) -> bool:
    """Whether a word that nothing knows stands behind the kind, so that it is no part of its name: pillows scarlet."""
    if at < 1 or not _can_name(page, at) or page.spans[at].roles:
        return False
    kind = page.spans[at - 1].roles
    return "type" in kind or kind.get("known") == "type"


def _next(page: Page, members: list[int]) -> range:
    """The phrase behind a name, whose last word it may be: tropical teal."""
    return range(members[-1] + 1, min(members[-1] + 2, len(page))) if members else range(0)


def _opens_name(page: Page, index: int) -> bool:
    """Whether a phrase that ends with the word colour leads to a colour's name: in the color equator."""
    span = page.spans[index]
    last = page.reading.plain[span.start : span.end].split()[-1:]
    said = dialogue_roles(places()).get(key("".join(last)), {})
    return span.cue(FIELD) and len(span.key) > len("".join(last)) and FIELD in said.get("concept", ())


def _name_after(page: Page, index: int, opens: bool) -> Iterator[int]:
    """The words after "colour is", "colour:", "in the colour", or the maker's own sign of one: color yk9672."""
    at = index + 1
    told = opens
    while at < len(page) and at <= index + PASSED and not _is_letter(page, at) and _is_passed(page, at):
        told, at = True, at + 1
    for place in range(at, min(at + LONGEST, len(page)) if told else at):
        if not _can_name(page, place):
            break
        yield place
        told = False
    if at < len(page) and (told or at == index + 1) and _is_sign(page, at):
        yield at


def _is_passed(page: Page, at: int) -> bool:
    return page.spans[at].key in SIGNS or page.is_filler(at) or page.spans[at].cue("firm")


def _is_letter(page: Page, at: int) -> bool:
    """Whether it is one letter that a maker's colour goes by: color d; an article is none."""
    span = page.spans[at]
    return span.latin and len(span.key) == 1 and span.key.isalpha() and "number" not in span.roles


def _is_hyphened(page: Page, at: int) -> bool:
    """Whether a hyphen joins a phrase to the one before it: x04-5."""
    if not 0 < at < len(page) or at in page.used or page.spans[at].mark:
        return False
    return page.reading.plain[page.spans[at - 1].end : page.spans[at].start] == "-"


def _is_sign(page: Page, at: int) -> bool:
    """Whether it is a number or sign that a maker's colour goes by, and measures and counts nothing."""
    span = page.spans[at]
    figure = span.quantity
    free = at not in page.used and not span.mark and not span.roles.keys() & {"cue", "brand", "type"}
    if free and _is_letter(page, at):
        return True
    if not free or not (any(map(str.isdigit, span.key)) or figure is not None):
        return False
    after = page.spans[at + 1] if at + 1 < len(page) else None
    alone = after is None or after.mark or page.is_filler(at + 1) or after.cue("and")
    return alone and (figure is None or not (figure.unit or figure.currency or figure.high is not None))


def _can_name(page: Page, at: int) -> bool:
    span = page.spans[at]
    plain = span.latin and not span.mark and span.quantity is None and len(span.key) > 2 and not span.key[0].isdigit()
    coloured = at + 1 < len(page) and page.spans[at + 1].roles.get("filler") == DESCRIBING
    no_name = NO_NAME - {"feature", "type", "concept"} if coloured else NO_NAME
    return plain and at not in page.used and not (no_name & span.roles.keys())

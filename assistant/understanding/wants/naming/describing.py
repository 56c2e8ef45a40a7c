"""Words that name a kind and here only describe another: 蚕丝的, feather coloured trousers."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.wants.naming.foreign_head import ends_name
from assistant.understanding.wants.naming.made_for import is_kind
from assistant.understanding.wants.naming.part_of_want import is_part_described
from catalog.languages.lexicon import kind_of

DESCRIBING = "describing"
"""The fillers that stand inside a name: high quality hair extensions."""


def describes(page: Page, index: int) -> bool:
    """Whether a kind that the shop lacks only describes what is wanted already (蚕丝的), or says which colour."""
    span, after = page.spans[index], index + 1
    coloured = after < len(page) and page.spans[after].cue("colour") and "type" not in span.roles
    if coloured and (page.spans[after].roles.get("filler") == DESCRIBING or _colours(page, index)):
        return True
    if is_part_described(page, index):
        return True
    stuff = "tint" in span.roles and page.state.want is not None and not _is_wanted_kind(page, index)
    if ("type" in span.roles and not stuff) or not (page.state.want is not None or _is_stuff_of_another(page, index)):
        return False
    return dialogue().matches("describing", page.reading.plain[span.end :])


def _is_wanted_kind(page: Page, index: int) -> bool:
    want = page.state.want
    return want is not None and bool(set(page.spans[index].roles.get("type", ())) & set(want.types))


def _is_stuff_of_another(page: Page, index: int) -> bool:
    """Whether a kind that the shop carries is named besides, of which the word is a value: 猫砂推荐一下，豆腐的."""
    kinds = {label for at, one in enumerate(page.spans) if at != index for label in one.roles.get("type", ())}
    return any(value.held_by(tuple(kinds)) for value in page.spans[index].roles.get("value", {}).values())


def _colours(page: Page, index: int) -> bool:
    """Whether the word colour makes a kind's name a colour of the kind that follows: feather color trousers."""
    colour, last = page.spans[index + 1], index + 2
    whole = page.reading.plain[page.spans[index].start : colour.end]
    if not colour.latin or "colour" not in colour.roles.get("concept", ()) or kind_of(whole) is not None:
        return False
    while last < len(page) and not (is_kind(page.spans[last]) or ends_name(page, last)):
        last += 1
    return last < len(page) and is_kind(page.spans[last])

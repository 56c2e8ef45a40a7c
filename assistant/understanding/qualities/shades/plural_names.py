"""Words of colour or shape that name things where many of them are spoken of: peaches, cheese squares."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.plurals import is_several

SHAPE = "shape"


def names_things(page: Page, index: int) -> bool:
    """Whether a colour or shape is said in the plural, and nothing before asks for a colour or lists several."""
    span = page.spans[index]
    if not is_several(page, index):
        return False
    columns = {
        key(page.lexicon.fields[name].names[0]) for name in span.roles.get("value", ()) if name in page.lexicon.fields
    }
    shapes = {key(word) for word in (SHAPE, *dialogue().phrases["concepts"].get(SHAPE, ()))}
    before = page.spans[index - 1] if index else None
    if not columns and "tint" not in span.roles:
        return before is not None and not before.cue("with", "not")
    if "colour" not in span.roles.get("tint", ()) and columns.isdisjoint(shapes):
        return False
    asked = before is not None and (before.cue("colour", "or", "and", "not", "any") or before.mark)
    listed = index + 1 < len(page) and page.spans[index + 1].cue("or")
    return not (asked or listed)

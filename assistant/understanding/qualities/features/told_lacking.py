"""A column refused by its own name, as the value that tells of its lack: no coating, uncoated; 不要涂层, 无涂层."""

from __future__ import annotations

from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from catalog.languages.lexicon import equivalents
from catalog.product import Constraint


def told_lacking(page: Page, one: Constraint) -> Constraint:
    """The refusal of all that a text column tells of, as the demand for the value that tells of nothing."""
    column = page.lexicon.fields.get(one.field)
    if one.op != "!=" or column is None or column.kind != "text" or not isinstance(one.value, str):
        return one
    if key(one.value) not in {key(name) for name in column.names}:
        return one
    names = dict.fromkeys((one.value, *(other for name in column.names for other in (name, *equivalents(name)))))
    forms = dialogue().phrases["word_forms"].get("lacked", ())
    for said in (key(form.format(name)) for form in forms for name in names):
        value = page.lexicon.values.get(said, {}).get(column.name)
        if value is not None and value.held_by(page.types):
            return replace(one, op="=", value=value.text)
    return one

"""A column refused by its own name, as the value that tells of its lack: no coating, uncoated; 不要涂层, 无涂层."""

from __future__ import annotations

from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.lacked_names import lacked_by
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


def told_by_no(page: Page, one: Constraint) -> Constraint | None:
    """The demand for what is free of a thing, as a no in the column that tells whether it is in: 无糖, 是否含糖."""
    if one.op != "has" or not isinstance(one.value, str):
        return None
    lacked = [said for way in (one.value, *equivalents(one.value)) if (said := lacked_by(way))]
    forms = ("{}", *dialogue().phrases["word_forms"].get("held", ()))
    lacked += [bare for said in lacked for form in forms if (bare := said.removeprefix(form.split("{")[0])) != said]
    for thing in dict.fromkeys(way for said in lacked for way in (said, *equivalents(said))):
        for called in (key(form.format(thing)) for form in forms if form == "{}" or form.isascii() is thing.isascii()):
            for name in page.lexicon.feature_words.get(called, ()):
                if page.lexicon.fields[name].held_by(page.types):
                    return replace(one, field=name, op="=", value=False)
    return None

"""Answers to the question that was asked last: bare words and yes or no."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import softened
from assistant.vocabulary import Question
from catalog.product import Constraint


def answered(page: Page, question: Question) -> list[Constraint]:
    """The demand that a bare answer makes on the question's field; none where the words say something else."""
    field = page.lexicon.fields.get(question.field)
    said = page.reading.text.strip()
    if field is None:
        return []
    if field.kind == "boolean":
        if dialogue().matches("no", page.reading.plain):
            return [Constraint(field.name, "=", False, None, True, said)]
        if dialogue().matches("yes", page.reading.plain) and len(page) <= 3:
            return [Constraint(field.name, "=", True, None, True, said)]
        return []
    if field.kind != "text":
        return []
    for index in list(page.with_role("value")):
        value = page.spans[index].roles["value"].get(field.name)
        if value is not None:
            soft = softened(page, [index])
            page.take([index, *(soft or ())])
            return [Constraint(field.name, "=", value.text, None, not soft, page.said([index]))]
    value = page.lexicon.values.get(key(said), {}).get(field.name)
    return [Constraint(field.name, "=", value.text, None, True, said)] if value is not None else []

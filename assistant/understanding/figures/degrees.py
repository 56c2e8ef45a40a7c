"""Wishes for more or less of what is named: 分辨率高一点, a bigger battery."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.wishes import Facts, against, wished_field
from assistant.understanding.message.degrees import DOUBLE, degree_of
from assistant.understanding.message.page import Page
from catalog.product import Constraint


def degree_wishes(page: Page, facts: Facts, meant: Sequence[str]) -> list[Constraint]:
    """A wish for each measure that a word of degree stands beside; a measure that no figure tells stays unread."""
    found = []
    for noun in range(len(page)):
        degree = degree_of(page, noun) if noun not in page.used else None
        if degree is None or page.used.intersection(degree.members):
            continue
        field = _field_of(page, noun)
        if field is None:
            page.take([at for at in degree.members if at != noun])
            continue
        said = page.said(degree.members)
        page.take(degree.members)
        compared = degree.compared and page.state.shown and not dialogue().matches("ever_more", page.reading.plain)
        one = against(page, field, degree.direction, facts, meant, said) if compared else None
        if one is not None and degree.direction == DOUBLE and isinstance(one.value, float):
            one = replace(one, value=2 * one.value)
        found.append(one or Constraint(field, degree.direction[0], None, None, False, said))
    return found


def _field_of(page: Page, noun: int) -> str | None:
    """The column of figures that the measure's name is for, of the wanted kind."""
    roles = page.spans[noun].roles
    named = (page.lexicon.fields.get(name) for name in roles.get("field", ()))
    held = [one.name for one in named if one is not None and one.kind == "number" and one.held_by(page.types)]
    told = (wished_field(page, concept) for concept in sorted(roles.get("concept", frozenset())))
    return next((field for field in (*told, *held) if field is not None), None)

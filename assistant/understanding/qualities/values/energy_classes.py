"""Classes of energy: class A, A++ or better, 一级能效."""

from __future__ import annotations

import re

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from assistant.understanding.qualities.values.grades import as_good, grade, scale
from catalog.product import Constraint

CONCEPT = "energy_class"
WITH_SIGN = re.compile(r"(?<![a-z0-9+])([a-c]\+{1,3})(?![a-z0-9+])")


def energy_demands(page: Page) -> list[Constraint]:
    """The classes asked for, by the wanted kind's own column where its records tell one; the words are used up."""
    text, column = page.reading.plain, page.columns.of_concept(CONCEPT, ("text",), page.types)
    pattern = dialogue().patterns["patterns"].get(CONCEPT)
    said = list(pattern.finditer(text)) if pattern is not None else []
    if not said and column is not None and column.held_by(page.types):
        said = list(WITH_SIGN.finditer(text))
    found = []
    for match in said:
        asked = next((one for part in match.groups() if part and (one := grade(part))), None)
        end = match.end() + dialogue().matched("or_better", text[match.end() :])[1]
        inside = [at for at, one in enumerate(page.spans) if one.start < end and one.end > match.start()]
        if asked is None or not inside or not page.used.isdisjoint(inside):
            continue
        better = end > match.end() or dialogue().matches("or_better_inside", match.group())
        refusal, soft = denied(page, inside), softened(page, inside)
        words = page.said((*(refusal or ()), *inside))
        page.take((*inside, *(refusal or ()), *(soft or ())))
        known = _written(page, column, asked) if column is not None and column.held_by(page.types) else {}
        grades = [one for one in as_good(asked) if one == asked or (better and (one in known or not known))]
        values = tuple(text for one in grades for text in known.get(one, (one.upper(),)))
        name = column.name if known and column is not None else CONCEPT
        op = ("not_in" if refusal else "in") if len(values) > 1 else "!=" if refusal else "="
        found.append(Constraint(name, op, values if len(values) > 1 else values[0], None, not soft, words))
    return found


def _written(page: Page, column: FieldWords, asked: str) -> dict[str, tuple[str, ...]]:
    """The classes of the same scale in all ways that the column writes them; none where it tells another scale."""
    found: dict[str, tuple[str, ...]] = {}
    for said, held in sorted(page.lexicon.values.items()):
        told = grade(said) if column.name in held else None
        if told in scale(asked):
            found[told] = tuple(dict.fromkeys((*found.get(told, ()), held[column.name].text)))
    return found

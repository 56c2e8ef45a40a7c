"""Counts of parts that no column of the catalogue counts: three HDMI ports, a 3-drawer cabinet."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.figure_columns import best_column
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import softened
from assistant.understanding.wants.sorts import names_sort
from catalog.languages.quantities import Quantity
from catalog.product import Constraint

MANY = 20
"""So many of one thing are no count of its parts."""
SHORTEST = 4
"""A shorter word behind a figure and a hyphen is a unit or part of a name: 3-in-1, 4-way."""

PEOPLE, PERSONS, PLAYERS, PIECE = "people", "persons", "players", "piece"


def figure_before(page: Page, index: int) -> float | None:
    """The whole number right before a thing that ends its phrase; None where the figure measures or prices."""
    quantity = page.spans[index - 1].quantity if page.free(index - 1) else None
    if quantity is None or quantity.currency or quantity.high is not None or quantity.maybe_name:
        return None
    if quantity.unit and (quantity.unit != PIECE or page.said([index - 1]).isascii()):
        return None  # 两个USB口 are two of them.
    after = index + 1
    ends = after >= len(page) or page.ends_clause(after) or bool({"filler", "cue"} & page.spans[after].roles.keys())
    several = 1 < quantity.value < MANY and quantity.value.is_integer()
    return quantity.value if page.spans[index].latin and ends and several else None


def seated(page: Page) -> list[Constraint]:
    """For how many people a seat, a table or a tent shall be: a three-seater sofa, 双人帐篷."""
    found: list[Constraint] = []
    pair = {key(word) for word in dialogue().phrases["word_forms"].get("two_people", ())}
    played = any(page.lexicon.fields[one].held_by(page.types) for one in page.columns.ranks(PLAYERS))
    for index, span in enumerate(page.spans if played or names_sort(page, "seating") else ()):
        quantity, two = span.quantity, span.key in pair
        if index in page.used or not (two or quantity is not None):
            continue
        marks = [at for at in page.before(index, 1) if page.spans[at].cue("for") or _seats(page, at)]
        if not two and not _counts_people(page, index, bool(marks)):
            continue
        soft, members = softened(page, [index]), [*marks, index]
        value = 2.0 if two or quantity is None else quantity.value
        counted = Quantity(value, None, PEOPLE, None, span.start, span.end)
        field = _column_of_people(page, counted) or PERSONS
        found.append(Constraint(field, "=", value, PEOPLE, not soft, page.said(members)))
        page.take((*members, *(soft or ())))
    return found


def _column_of_people(page: Page, quantity: Quantity) -> str | None:
    """The column of how many people sit, sleep or play, where the wanted goods' records have one."""
    column = page.columns.of_concept(PERSONS, ("number",), page.types)
    if column is not None and column.held_by(page.types) and names_sort(page, "seating"):
        return column.name
    played = best_column(page, quantity, PEOPLE, {}, None)[1]
    return played.name if played is not None and played.held_by(page.types) else None


def _counts_people(page: Page, index: int, marked: bool) -> bool:
    """Whether a figure counts people: by its unit, or bare at the end of its phrase (for two)."""
    quantity = page.spans[index].quantity
    if quantity is None or quantity.high is not None or quantity.currency:
        return False
    bare = marked and quantity.unit is None and (index + 1 == len(page) or page.ends_clause(index + 1))
    return bare or quantity.unit == PEOPLE


def _seats(page: Page, at: int) -> bool:
    return PERSONS in page.spans[at].roles.get("concept", ())


def hyphened_counts(page: Page) -> list[Constraint]:
    """What is counted right before a kind by a number and a hyphen, of words that nothing else knows: 3-drawer."""
    found = []
    for index, span in enumerate(page.spans[:-2]):
        part, quantity = page.spans[index + 1], span.quantity
        if quantity is None or quantity.unit or quantity.currency or quantity.high is not None or index in page.used:
            continue
        joined = page.reading.plain[span.end : part.start] == "-" and part.latin and len(part.key) >= SHORTEST
        free = index + 1 not in page.used and not part.roles.keys() - {"field", "known"} and part.quantity is None
        told = not page.ends_clause(index + 2) and not page.is_filler(index + 2)
        if joined and free and told and 1 < quantity.value < MANY and quantity.value.is_integer():
            members = [index, index + 1]
            soft = softened(page, members)
            word = page.said([index + 1]).casefold()
            found.append(Constraint(word, "=", quantity.value, None, not soft, page.said(members)))
            page.take((*members, *(soft or ())))
    return found

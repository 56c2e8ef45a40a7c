"""Figures that must lie in what records tell as a span: for a 5 year old (3-6岁), for five players (2-6), size 110."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.understanding.figures.figure_names import concepts_of, named_columns, nearest_names
from assistant.understanding.lexicon.columns import PART
from assistant.understanding.lexicon.span_columns import SpanColumn
from assistant.understanding.message.amounts import Amount, amount_at
from assistant.understanding.message.page import Page
from catalog.languages.quantities import Quantity
from catalog.languages.spans import YEAR, birth_in
from catalog.measures import dimension
from catalog.product import Constraint

WELL_FILLED = 0.5
STATURE = frozenset({"height", "size"})
TIME, LENGTH, PEOPLE, AGE, PLAYERS = "time", "length", "people", "age", "players"


def span_demands(page: Page) -> list[Constraint]:
    """The demands of figures whose column tells spans for the wanted kind, and of ages where it tells for which."""
    columns = [one for one in page.columns.spans if page.columns.share(one.field, page.types) >= WELL_FILLED]
    if not columns or not page.types:
        return []
    found = _just_born(page, columns)
    for index, span in enumerate(page.spans):
        quantity = span.quantity
        if quantity is None or index in page.used or quantity.currency or "value" in span.roles:
            continue
        amount = amount_at(page, index)
        old = _aged(page, index)
        column = _age(page, columns, quantity) if old else _measured(page, columns, quantity, amount)
        if column is None:
            continue
        members = {*amount.phrases, *old}
        members |= {at for at in page.before(min(members), 2) if page.spans[at].cue("for") and page.free(at)}
        page.take(members)
        unit = (quantity.unit or YEAR) if old else column.unit and (quantity.unit or column.unit)
        said = page.said(members)
        bounds = [("=", value) for _, value in amount.bounds] if old or len(amount.bounds) > 1 else amount.bounds
        found += [Constraint(column.field.name, op, value, unit, amount.firm, said) for op, value in bounds]
    return found


def _just_born(page: Page, columns: Sequence[SpanColumn]) -> list[Constraint]:
    """The demand that the goods are for somebody who was just born."""
    place, column = birth_in(page.reading.plain), _age(page, columns, None)
    members = [at for at, span in enumerate(page.spans) if place and place[0] <= span.start and span.end <= place[1]]
    if column is None or not members or not all(page.free(at) for at in members):
        return []
    members += [at for at in page.before(members[0], 2) if page.spans[at].cue("for") and page.free(at)]
    page.take(members)
    return [Constraint(column.field.name, "=", 0.0, YEAR, True, page.said(members))]


def _aged(page: Page, index: int) -> list[int]:
    """The words behind a figure that make it somebody's age."""
    for at in page.after(index, 2):
        if "age_after" in page.spans[at].roles.get("person", ()) and page.free(at):
            return list(range(index + 1, at + 1))
        if not page.is_filler(at):
            break
    return []


def _age(page: Page, columns: Sequence[SpanColumn], quantity: Quantity | None) -> SpanColumn | None:
    """The column of the ages that the wanted kind is for."""
    ranks = page.columns.ranks(AGE)
    timed = [one for one in columns if ranks.get(one.field.name, PART) < PART or dimension(one.unit) == TIME]
    told = quantity is None or quantity.unit is None or dimension(quantity.unit) == TIME
    return min(timed, key=lambda one: (ranks.get(one.field.name, PART), one.field.name)) if timed and told else None


def _measured(page: Page, columns: Sequence[SpanColumn], quantity: Quantity, amount: Amount) -> SpanColumn | None:
    """The column of spans in the figure's unit: the one that is named, or the only one, where no figure tells it."""
    naming = nearest_names(page, amount)
    named = named_columns(page, naming)
    long = [one for one in columns if dimension(one.unit) == LENGTH]
    if quantity.unit is None and len(long) == 1 and any(STATURE & set(concepts_of(page.spans[at])) for at in naming):
        return long[0]  # 身高110: sizes by height are told in centimetres.
    if quantity.unit in (None, PEOPLE):
        players = page.columns.ranks(PLAYERS) if quantity.unit == PEOPLE else {}
        counted = [one for one in columns if one.unit in (None, PEOPLE) and dimension(one.unit) is None]
        meant = [
            one for one in counted if min(named.get(one.field.name, PART), players.get(one.field.name, PART)) < PART
        ]
        return meant[0] if len(meant) == 1 else None
    measured = dimension(quantity.unit)
    alike = [one for one in columns if one.unit and dimension(one.unit) == measured]
    meant = [one for one in alike if one.field.name in named] or (alike if len(alike) == 1 else [])
    if measured == TIME and not any(one.field.name in named for one in meant):
        return None
    bare = page.columns.measured_in(str(quantity.unit), page.types)
    return meant[0] if meant and (meant[0].field.name in named or not bare) else None

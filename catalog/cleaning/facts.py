"""A row's attribute cells as typed facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from catalog.cleaning.cells import Cell, attribute_cells
from catalog.cleaning.column_kinds import Form, Kind, form_of
from catalog.cleaning.column_words import column_words
from catalog.cleaning.plain_text import plain_text
from catalog.cleaning.plan import Flag, Plan
from catalog.cleaning.written_measures import number, unit_word, whole_measure
from catalog.product import Attribute

LONGEST = 4_000
USUAL = 60
"""Values of so many letters recur: the fact of each is made once."""
NOT_NUMBERS = "kept as text in a column of numbers"


def clean_attributes(
    values: Mapping[str, Any], plan: Plan, name: str | None, title: str, flags: list[Flag]
) -> Mapping[str, Attribute]:
    """The row's facts under the file's own names; a short name that the title doesn't hold is one of them."""
    found: dict[str, Attribute] = {}
    for column in plan.mapping.of("name"):
        if name is not None and " ".join(name.split()) not in " ".join(title.split()):
            found[column] = Attribute(name)
    kinds, units = plan.kinds, plan.mapping.units
    for cell in attribute_cells(values, plan.mapping):
        name, value, unit, proof, typed = cell
        if value is True or value is False:
            fact = _fact(cell, plan, flags) if typed else _yes_or_no(value)
        elif unit is None and proof is None and not typed and (type(value) is not str or len(value) <= USUAL):
            fact, odd = _usual_fact(value, kinds.get(name, Kind.TEXT), units.get(name))
            if odd:
                flags.append(Flag(name, str(value)[:60], NOT_NUMBERS))
        else:
            fact = _fact(cell, plan, flags)
        if fact is not None:
            found[name] = fact
    return MappingProxyType(found)


def _fact(cell: Cell, plan: Plan, flags: list[Flag]) -> Attribute | None:
    """The fact of a cell that is unlike most."""
    name, value, unit, proof, typed = cell
    if typed:
        return None if form_of(value) is Form.MISSING else _typed_fact(cell, flags)
    told = unit or plan.mapping.units.get(name)
    fact, odd = _fact_of_kind(value, plan.kinds.get(name, Kind.TEXT), told, unit, proof)
    if odd:
        flags.append(Flag(name, str(value)[:60], NOT_NUMBERS))
    return None if fact is None else _cut(name, fact, flags)


@lru_cache(maxsize=1 << 16)
def _usual_fact(value: str | float, kind: Kind, told: str | None) -> tuple[Attribute | None, bool]:
    return _fact_of_kind(value, kind, told, None, None)


def _fact_of_kind(
    value: str | float, kind: Kind, told: str | None, unit: str | None, proof: str | None
) -> tuple[Attribute | None, bool]:
    """The fact that a value is in a column of this kind, and whether it is a text among numbers."""
    form = form_of(value)
    if form is Form.MISSING:
        return None, False
    if kind is Kind.BOOLEAN:
        return _yes_or_no(_is_true(value)), False
    if isinstance(value, str):
        if form is Form.MEASURE and kind is not Kind.TEXT and (written := whole_measure(value)) is not None:
            return Attribute(written.value, written.unit, proof or written.words), False
        if kind is not Kind.NUMBER or form is not Form.NUMBER_WORD:
            return _text_fact(value, unit, proof), kind is Kind.NUMBER
        value = number(value) or 0.0
    elif kind is not Kind.NUMBER:
        return Attribute(str(int(value)) if float(value).is_integer() else str(value)), False
    return _number_fact(value, told, proof), False


def _typed_fact(cell: Cell, flags: list[Flag]) -> Attribute | None:
    """The value in the type that the file gives it; a figure written as text is a number where its unit is known."""
    if isinstance(cell.value, bool):
        return Attribute(cell.value, cell.unit, cell.proof)
    if not isinstance(cell.value, str):
        return _number_fact(cell.value, cell.unit, cell.proof)
    figure = number(cell.value) if cell.unit and unit_word(cell.unit) else None
    if figure is not None:
        return _number_fact(figure, cell.unit, cell.proof)
    fact = _text_fact(cell.value, cell.unit, cell.proof)
    return _cut(cell.name, fact, flags) if fact is not None else None


def _number_fact(value: float, told: str | None, proof: str | None) -> Attribute:
    unit, factor = (unit_word(told) or (told, 1.0)) if told else (None, 1.0)
    return Attribute(float(value) * factor, unit, proof or (f"{value:g} {told}" if told else None))


def _text_fact(value: str, unit: str | None, proof: str | None) -> Attribute | None:
    text = plain_text(value)
    return Attribute(text, unit, proof) if text else None


def _cut(name: str, fact: Attribute, flags: list[Flag]) -> Attribute:
    if not isinstance(fact.value, str) or len(fact.value) <= LONGEST:
        return fact
    flags.append(Flag(name, f"{len(fact.value)} letters", f"cut to {LONGEST}"))
    return replace(fact, value=fact.value[:LONGEST])


@lru_cache(maxsize=2)
def _yes_or_no(value: bool) -> Attribute:
    return Attribute(value)


def _is_true(value: str | float | bool) -> bool:
    if isinstance(value, str):
        return value.strip().casefold() in column_words().true or value.strip() == "1"
    return bool(value)

"""A row's attribute cells as typed facts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from catalog.cells import Cell, attribute_cells
from catalog.clean_plan import Flag, Plan
from catalog.column_kinds import Form, Kind, form_of
from catalog.column_words import column_words
from catalog.plain_text import plain_text
from catalog.product import Attribute
from catalog.written_measures import number, unit_word, whole_measure

LONGEST = 4_000
USUAL = 60
"""Values of so many letters recur in a column: each is made once."""


def clean_attributes(
    values: Mapping[str, Any], plan: Plan, name: str | None, title: str, flags: list[Flag]
) -> Mapping[str, Attribute]:
    """The row's facts under the file's own names; a short name that the title doesn't hold is one of them."""
    found: dict[str, Attribute] = {}
    for column in plan.mapping.of("name"):
        if name is not None and " ".join(name.split()) not in " ".join(title.split()):
            found[column] = Attribute(name)
    for cell in attribute_cells(values, plan.mapping):
        fact = _fact(cell, plan, flags)
        if fact is not None:
            found[cell.name] = fact
    return MappingProxyType(found)


def _fact(cell: Cell, plan: Plan, flags: list[Flag]) -> Attribute | None:
    value, form = cell.value, form_of(cell.value)
    if form is Form.MISSING:
        return None
    if cell.typed:
        return _typed_fact(cell, flags)
    kind = plan.kinds.get(cell.name, Kind.TEXT)
    if kind is Kind.BOOLEAN:
        return Attribute(_is_true(value))
    if isinstance(value, bool):
        return Attribute(value)
    told = cell.unit or plan.mapping.units.get(cell.name)
    if isinstance(value, str):
        if form is Form.MEASURE and kind is not Kind.TEXT and (written := whole_measure(value)) is not None:
            return Attribute(written.value, written.unit, cell.proof or written.words)
        if kind is not Kind.NUMBER:
            return _text_fact(cell, flags)
        if form is not Form.NUMBER_WORD:
            flags.append(Flag(cell.name, value[:60], "kept as text in a column of numbers"))
            return _text_fact(cell, flags)
        value = number(value) or 0.0
    elif kind is not Kind.NUMBER:
        return Attribute(str(int(value)) if float(value).is_integer() else str(value))
    return _number_fact(value, told, cell.proof)


def _typed_fact(cell: Cell, flags: list[Flag]) -> Attribute | None:
    """The value in the type that the file gives it; a figure written as text is a number where its unit is known."""
    if isinstance(cell.value, bool):
        return Attribute(cell.value, cell.unit, cell.proof)
    if not isinstance(cell.value, str):
        return _number_fact(cell.value, cell.unit, cell.proof)
    figure = number(cell.value) if cell.unit and unit_word(cell.unit) else None
    return _text_fact(cell, flags) if figure is None else _number_fact(figure, cell.unit, cell.proof)


def _number_fact(value: float, told: str | None, proof: str | None) -> Attribute:
    if told is None and proof is None:
        return _bare(float(value))
    unit, factor = (unit_word(told) or (told, 1.0)) if told else (None, 1.0)
    return Attribute(float(value) * factor, unit, proof or (f"{value:g} {told}" if told else None))


def _text_fact(cell: Cell, flags: list[Flag]) -> Attribute | None:
    if isinstance(cell.value, str) and len(cell.value) <= USUAL and cell.unit is None and cell.proof is None:
        return _usual_text(cell.value)
    text = plain_text(str(cell.value))
    if len(text) > LONGEST:
        flags.append(Flag(cell.name, f"{len(text)} letters", f"cut to {LONGEST}"))
        text = text[:LONGEST]
    return Attribute(text, cell.unit, cell.proof) if text else None


@lru_cache(maxsize=1 << 16)
def _usual_text(said: str) -> Attribute | None:
    text = plain_text(said)
    return Attribute(text) if text else None


@lru_cache(maxsize=1 << 16)
def _bare(value: float) -> Attribute:
    return Attribute(value)


def _is_true(value: str | float | bool) -> bool:
    if isinstance(value, str):
        return value.strip().casefold() in column_words().true or value.strip() == "1"
    return bool(value)

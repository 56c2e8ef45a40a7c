"""A row's attribute cells: what fills no field, flattened under the file's own names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from catalog.cleaning.column_words import column_words, plain_name
from catalog.cleaning.mapping import ColumnMapping, value_at
from catalog.product import OWN_COLUMNS

DEEPEST = 6
SCALARS = (str, int, float, bool)
PLAIN, NAMES = frozenset((*SCALARS, type(None))), frozenset((str,))
"""The classes of nearly all values, and of names."""
RESERVED = OWN_COLUMNS | {"price", "category", "currency"}
"""Names that are a product's own: an attribute of the same name would hide them."""


class Cell(NamedTuple):
    """One named value of a row, with the unit that the file states beside it."""

    name: str
    value: str | float | bool
    unit: str | None = None
    proof: str | None = None
    typed: bool = False
    """The file itself says which type the value has: a text stays one, whatever it looks like."""


def attribute_cells(values: Mapping[str, Any], mapping: ColumnMapping) -> Collection[Cell]:
    """The row's attributes; a name that the row has twice is told once, the first that says something."""
    told: dict[str, Cell] = {}
    used, ignored, names = mapping.used, mapping.ignore, mapping.names
    make = tuple.__new__  # in half the time that the class itself takes, which looks for defaults first
    for container in mapping.of("attributes"):
        found = value_at(values, container)
        if not names and _holds_plain_values(found):
            for said, value in found.items():
                if value is not None and value != "" and (name := _name(said)) and name not in told:
                    told[name] = make(Cell, (name, value, None, None, False))
            continue
        for cell in _cells("", found, 0):
            if cell.value != "" and (name := _name(names.get(cell.name, cell.name))) and name not in told:
                told[name] = cell if name == cell.name else cell._replace(name=name)
    for column, value in values.items():
        if value is None or value == "" or column in used or column in ignored:
            continue
        if isinstance(value, SCALARS):
            if (name := _name(names.get(column, column))) and name not in told:
                told[name] = make(Cell, (name, value, None, None, False))
            continue
        for cell in _cells(column, value, 0):
            if cell.name in ignored or cell.name in used:
                continue
            if cell.value != "" and (name := _name(names.get(cell.name, cell.name))) and name not in told:
                told[name] = cell if name == cell.name else cell._replace(name=name)
    return told.values()


def _holds_plain_values(found: Any) -> bool:
    """Whether it is an object that holds nothing else, as most that hold attributes do."""
    return (
        type(found) is dict
        and NAMES.issuperset(map(type, found))
        and PLAIN.issuperset(map(type, found.values()))
        and not _is_measure(found)
    )


@lru_cache(maxsize=8192)
def _name(name: str) -> str:
    name = name.strip()
    return f"attribute.{name}" if name in RESERVED else name


def _cells(name: str, value: Any, depth: int) -> Iterator[Cell]:
    if value is None or depth > DEEPEST:
        return
    if isinstance(value, SCALARS):
        yield Cell(name, value)
    elif isinstance(value, Mapping):
        if _is_measure(value):
            yield Cell(name, value["value"], value.get("unit") or None, value.get("proof") or None, True)
            return
        for key, inner in value.items():
            yield from _cells(f"{name}.{key}" if name else str(key), inner, depth + 1)
    elif isinstance(value, list):
        yield from _list_cells(name, value, depth)


def _is_measure(value: Mapping[str, Any]) -> bool:
    return "value" in value and set(value) <= {"value", "unit", "proof"} and isinstance(value["value"], SCALARS)


def _list_cells(name: str, value: list[Any], depth: int) -> Iterator[Cell]:
    scalars = [each for each in value if isinstance(each, SCALARS) and each != ""]
    if scalars and len(scalars) == len([each for each in value if each not in (None, "")]):
        yield Cell(name, scalars[0] if len(scalars) == 1 else ", ".join(str(each) for each in scalars))
        return
    words = column_words().pair
    for each in value:
        if not isinstance(each, Mapping):
            continue
        by_name = {plain_name(key): inner for key, inner in each.items()}
        label, said, unit = (next((by_name[word] for word in words[part] if word in by_name), None) for part in words)
        if isinstance(label, str) and isinstance(said, list):
            yield from _cells(label, said, depth + 1)
        elif isinstance(label, str) and isinstance(said, SCALARS):
            yield Cell(label, said, unit if isinstance(unit, str) and unit else None)

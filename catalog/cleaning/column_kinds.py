"""Number, yes/no or text: each column is typed as a whole, from all of its values."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any

from catalog.cleaning.cells import Cell
from catalog.cleaning.column_words import column_words, plain_name
from catalog.cleaning.written_measures import number, whole_measure, without_nearly
from catalog.languages.registry import places

NEARLY_ALL = 0.98
MEASURED = 0.3
LEADING_ZERO = re.compile(r"0\d")
LONG_CODE = re.compile(r"\d{8,}")
FIRST_OF_NUMBER = frozenset("+-−.,0123456789")
BITS = (0, 1, "0", "1")
TOGETHER = 5000
"""The values of so many rows are counted at once: a column's usual ones are looked at once for all of these."""


class Kind(StrEnum):
    """What the values of a column are."""

    NUMBER = "number"
    BOOLEAN = "boolean"
    MEASURE = "measure"
    """Text, where a value that is a number with a unit counts as a number."""
    TEXT = "text"


class Form(StrEnum):
    """How one value is written."""

    MISSING = "missing"
    NUMBER = "number"
    NUMBER_WORD = "numeric text"
    BOOLEAN = "boolean"
    BOOLEAN_WORD = "yes or no"
    CODE = "code"
    MEASURE = "measure"
    TEXT = "text"


@dataclass
class _Seen:
    forms: Counter[Form] = field(default_factory=Counter)
    not_bits: int = 0


def column_kinds(rows: Iterable[Iterable[Cell]]) -> Mapping[str, Kind]:
    """The kind of each column; numeric texts count as numbers only where (nearly) all values are."""
    seen: dict[str, _Seen] = defaultdict(_Seen)
    values: dict[str, list[Any]] = defaultdict(list)
    for count, cells in enumerate(rows, 1):
        for cell in cells:
            values[cell[0]].append(cell[1])
        if count % TOGETHER == 0:
            _look(values, seen)
            values.clear()
    _look(values, seen)
    return {name: _kind(name, what) for name, what in seen.items()}


def _look(values: Mapping[str, Sequence[Any]], seen: dict[str, _Seen]) -> None:
    for name, found in values.items():
        for (_, value), count in Counter(zip(map(type, found), found, strict=True)).items():
            form = form_of(value)
            if form is not Form.MISSING:
                column = seen[name]
                column.forms[form] += count
                column.not_bits += count * (value not in BITS)


def form_of(value: str | float | bool) -> Form:
    """How a value is written; MISSING where it only says that there is none."""
    if isinstance(value, bool):
        return Form.BOOLEAN
    if isinstance(value, str):
        return Form.TEXT if len(value) > 40 else _written_form(value.strip(), places())
    return Form.NUMBER if math.isfinite(value) else Form.MISSING


@lru_cache(maxsize=100_000)
def _written_form(said: str, _: tuple[str, ...]) -> Form:
    words, folded = column_words(), said.casefold()
    if not said.strip("-–—./") or folded in words.missing:
        return Form.MISSING
    if folded in words.true or folded in words.false:
        return Form.BOOLEAN_WORD
    if said[0] not in FIRST_OF_NUMBER and (said := without_nearly(said))[0] not in FIRST_OF_NUMBER:
        return Form.TEXT
    if LEADING_ZERO.match(said) or LONG_CODE.fullmatch(said):
        return Form.CODE
    if number(said) is not None:
        return Form.NUMBER_WORD
    return Form.TEXT if whole_measure(said) is None else Form.MEASURE


def _kind(name: str, seen: _Seen) -> Kind:
    forms, total = seen.forms, seen.forms.total()
    numbers = forms[Form.NUMBER] + forms[Form.NUMBER_WORD]
    if forms[Form.BOOLEAN] + forms[Form.BOOLEAN_WORD] == total:
        return Kind.BOOLEAN
    if numbers == total and not seen.not_bits and _asks_yes_or_no(name):
        return Kind.BOOLEAN
    if not forms[Form.CODE] and numbers + forms[Form.MEASURE] >= NEARLY_ALL * total:
        return Kind.NUMBER
    return Kind.MEASURE if forms[Form.MEASURE] >= MEASURED * total else Kind.TEXT


def _asks_yes_or_no(name: str) -> bool:
    plain, said = plain_name(name), name.strip()
    if said.endswith(("?", "？")):
        return True
    return any(
        plain.startswith(f"{start} ") or (not start.isascii() and plain.startswith(start))
        for start in column_words().boolean_starts
    )

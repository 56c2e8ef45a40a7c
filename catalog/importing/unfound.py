"""Which fields that a shop can hardly do without no column was found for, and the line that would name one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.cleaning.column_guesses import ASKED_FOR, likely
from catalog.cleaning.mapping import ColumnMapping, unused

INSTEAD = {"category": "type", "description": "brief"}
"""A field that says the same as another."""
TOLD = 3


@dataclass(frozen=True, slots=True)
class Unfound:
    """A field that no column's name told."""

    field: str
    taken: str | None
    """The column that it was read from nevertheless, by what that holds."""
    candidates: tuple[str, ...]
    line: str
    """What names it under [columns] in a mapping file."""


def unfound(mapping: ColumnMapping, rows: Sequence[Mapping[str, Any]]) -> tuple[Unfound, ...]:
    """The fields that were guessed or have no column, each with the columns that may be it, the likeliest first."""
    return tuple(_unfound(mapping, rows))


def _unfound(mapping: ColumnMapping, rows: Sequence[Mapping[str, Any]]) -> Iterator[Unfound]:
    missing = [name for name in ASKED_FOR if not mapping.of(name) and not mapping.of(INSTEAD.get(name, name))]
    cells = unused(mapping, rows) if missing or mapping.guessed else {}
    count = max(map(len, cells.values()), default=0)
    for name in ASKED_FOR:
        taken = mapping.of(name)[0] if name in mapping.guessed else None
        if taken or name in missing:
            found = likely(name, cells, max(count, 1))[:TOLD]
            said = json.dumps(taken or (found[0] if found else "..."), ensure_ascii=False)
            yield Unfound(name, taken, found, f"{name} = {said}")

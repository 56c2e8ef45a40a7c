"""What a task has measured: tables with what each figure means, as text and as JSON."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from catalog.product import EMPTY

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """One table; each row has a cell per column, and a cell that wasn't measured is None."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()

    def as_text(self) -> str:
        """A Markdown table under its title, the notes below it."""
        head = [self.columns, tuple("---" for _ in self.columns)]
        lines = ["| " + " | ".join(map(_shown, row)) + " |" for row in (*head, *self.rows)]
        return "\n".join([f"**{self.title}**", "", *lines, *(f"\n{note}" for note in self.notes)])

    def as_json(self) -> dict[str, Any]:
        """The title, one object per row, and the notes."""
        rows = [dict(zip(self.columns, map(_plain, row), strict=True)) for row in self.rows]
        return {"title": self.title, "rows": rows, "notes": list(self.notes)}


@dataclass(frozen=True, slots=True)
class Measured:
    """The tables of one task; `details` (such as single misses) stand in the JSON alone."""

    tables: tuple[Table, ...]
    details: Mapping[str, Any] = field(default=EMPTY)

    def as_text(self) -> str:
        """All tables, one below the other."""
        return "\n\n".join(table.as_text() for table in self.tables)

    def as_json(self) -> dict[str, Any]:
        """All tables, then the details."""
        return {"tables": [table.as_json() for table in self.tables], **dict(self.details)}


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` (0 to 1) of the values do not exceed; nan of nothing."""
    ranked = sorted(values)
    return ranked[max(0, math.ceil(share * len(ranked)) - 1)] if ranked else math.nan


def _shown(cell: Cell) -> str:
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return "–"
    if isinstance(cell, float):
        return f"{cell:.3f}" if abs(cell) < 10 else f"{cell:.1f}"
    return str(cell)


def _plain(cell: Cell) -> Cell:
    return None if isinstance(cell, float) and math.isnan(cell) else cell

"""What cleaning a row goes by, and what it notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from catalog.cleaning.column_kinds import Kind
from catalog.cleaning.mapping import ColumnMapping


@dataclass(frozen=True, slots=True)
class Flag:
    """Something in a row that was mended or left out: the field, what stood there, and what was done."""

    field: str
    was: str
    done: str
    doubtful: bool = False
    """It stays as it is, for a person to look at."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a whole file says about its rows: the meaning and the kind of each column, currency and language."""

    mapping: ColumnMapping
    kinds: Mapping[str, Kind]
    currency: str | None = None
    language: Callable[[str], str | None] = lambda text: None

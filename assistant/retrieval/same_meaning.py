"""Columns that mean the same: a phone's memory may stand under "RAM capacity" and under "Internal memory"."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.cleaning.column_words import concepts_of_column


def same_meaning(field: str, names: Iterable[str]) -> tuple[str, ...]:
    """The other columns among `names` whose name our terms know for the same attribute."""
    meant = set(concepts_of_column(field))
    return tuple(name for name in names if name != field and meant.intersection(concepts_of_column(name)))

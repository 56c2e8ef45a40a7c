"""Columns whose cells list all that is so of a thing: tags, features."""

from __future__ import annotations

from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.columns import PART, Columns


def lists_all(columns: Columns, column: FieldWords) -> bool:
    """Whether two values that a column lists are asked for together; of colours either will do."""
    return column.lists and columns.ranks("colour").get(column.name, PART) >= PART

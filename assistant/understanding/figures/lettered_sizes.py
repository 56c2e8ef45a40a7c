"""Columns that tell the size of a part in letters: frame size S, M, L."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page

FILLED = 0.3
"""A column of sizes that fewer of the wanted products fill is none of theirs."""


def lettered_column(page: Page) -> FieldWords | None:
    """The one column of the wanted kind whose name holds a word for size and whose values are letters."""
    letters = [page.lexicon.values.get(key(size), {}) for size in dialogue().phrases["sizes"]]
    told = {name for held in letters for name, value in held.items() if value.held_by(page.types)}
    found = [page.lexicon.fields[name] for name in sorted(told & page.columns.ranks("size").keys())]
    return found[0] if len(found) == 1 and page.columns.share(found[0], page.types) >= FILLED else None

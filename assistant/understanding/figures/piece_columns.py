"""The columns that tell how many pieces the wanted goods have."""

from __future__ import annotations

from assistant.understanding.lexicon.columns import PART, USUAL
from assistant.understanding.lexicon.field_names import is_secondary
from assistant.understanding.message.page import Page
from catalog.languages.quantities import quantities

USUALLY = 0.5
"""A column that so many of the wanted goods' records fill tells of them all."""


def counts_pieces(page: Page) -> dict[str, float]:
    """The columns of the wanted kind that tell how many pieces it has; where none is called so, those that most of its
    records fill and whose names come nearest: number of puzzle pieces."""
    ranks, known = page.columns.ranks("pieces"), page.lexicon.fields
    held = {name: known[name] for name in ranks if name in known and known[name].held_by(page.types)}
    held = {name: one for name, one in held.items() if one.kind == "number"}
    called = {name: ranks[name] for name in held if ranks[name] < PART}
    if called or not page.types:
        return called
    usual = {name for name, one in held.items() if page.columns.share(one, page.types) >= USUALLY}
    usual = {name for name in usual if not held[name].units and _names_pieces(held[name].names[0])}
    nearest = min((ranks[name] for name in usual), default=PART)
    return {name: USUAL for name in usual if ranks[name] == nearest}


def _names_pieces(called: str) -> bool:
    """Whether a word of a column's name counts pieces, and those of the thing rather than of what it comes in."""
    counted = (one.unit == "piece" for word in called.split() for one in quantities(f"2 {word}"))
    return any(counted) and not is_secondary(called)

"""One demand of several words: one of them, or none."""

from __future__ import annotations

from catalog.product import Constraint


def named_constraint(field: str, texts: tuple[str, ...], refused: bool, firm: bool, said: str, one: str) -> Constraint:
    """The demand for one of the texts, or the refusal of all; `one` is what a single one is compared by."""
    if len(texts) == 1:
        return Constraint(field, "!=" if refused else one, texts[0], None, firm, said)
    return Constraint(field, "not_in" if refused else "in", texts, None, firm, said)

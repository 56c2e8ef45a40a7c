"""A value that joins one said before: white, then "green is fine too"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.page import Page
from catalog.product import Constraint

WANTED = frozenset({"=", "in"})


def also_wanted(page: Page, demands: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """The demands, each that only widens an earlier one of its field joined with it."""
    if not dialogue().matches("also", page.reading.plain):
        return tuple(demands)
    return tuple(_joined(page, one) for one in demands)


def _joined(page: Page, one: Constraint) -> Constraint:
    if one.op not in WANTED or not isinstance(one.value, (str, tuple)):
        return one
    former = next((old for old in page.state.ledger if old.field == one.field and old.op in WANTED), None)
    if former is None or former.value is None:
        return one
    values = dict.fromkeys([*_several(former.value), *_several(one.value)])
    return replace(one, op="in", value=tuple(values), firm=former.firm)


def _several(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)

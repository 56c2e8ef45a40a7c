"""Two figures of one column that are one demand: the one or the other, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.understanding.message.page import Page
from catalog.product import Constraint, Value

EXACT = frozenset({"=", "!=", "in", "not_in"})


def either_figure(
    page: Page, before: Sequence[Constraint], told: Sequence[Constraint], first: int, last: int
) -> Constraint | None:
    """The demand of the figures at `first` and `last` together, where a word joins them: 8G或16G; None for two demands.

    A refusal of one is of both: not 8 or 16 GB; 8G和16G的都不要.
    """
    refuses = any(one.op in ("!=", "not_in") for one in (*before, *told))
    if not before or not _are_joined(page, first, last, refuses) or not _same_column(before[-1], told):
        return None
    values = (*_several(before[-1]), *_several(told[0]))
    return replace(before[-1], op="not_in" if refuses else "in", value=values, said=page.said(range(first, last + 1)))


def _are_joined(page: Page, first: int, last: int, refused: bool) -> bool:
    between = [page.spans[at] for at in range(first + 1, last)]
    if first < 0 or any(span.cue("not") for span in between):
        return False
    joins = ("or", "and") if refused else ("or",)
    joined = [span.cue(*joins) and (refused or not span.cue("and")) for span in between]
    fillers = (page.is_filler(at) for at in range(first + 1, last))
    return any(joined) and all(join or filler for join, filler in zip(joined, fillers, strict=True))


def _several(one: Constraint) -> tuple[Value, ...]:
    return one.value if isinstance(one.value, tuple) else () if one.value is None else (one.value,)


def _same_column(one: Constraint, told: Sequence[Constraint]) -> bool:
    alike = len(told) == 1 and told[0].field == one.field and told[0].unit == one.unit
    return alike and told[0].op in EXACT and one.op in EXACT

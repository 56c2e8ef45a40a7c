"""Wishes that facts grant, and which of many fitting products they bring to the front."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.qualify import Mask, Verdicts
from assistant.vocabulary import PEOPLE
from catalog.measures import convert
from catalog.product import Constraint
from catalog.view import View

UNTOLD = 0.4
"""What a silent record grants of a wish."""


def is_of_facts(one: Constraint) -> bool:
    """Whether it is a wish that facts grant, and not whom or what the goods are for."""
    return not one.firm and one.field not in PEOPLE


def best_by_wishes(
    view: View, wishes: Sequence[Constraint], judge: Callable[[Constraint], Verdicts], fitting: Mask, most: int
) -> Mask:
    """Of the fitting products the `most` at most that grant more of these wishes than the rest; all of the best where
    these are more."""
    rows = np.flatnonzero(fitting)
    granted = np.sum([_granted(view, wish, judge, rows) for wish in wishes], axis=0)
    least = np.sort(granted)[-min(most, len(granted))]
    best = np.zeros_like(fitting)
    best[rows[granted > least if least < granted.max() else granted == least]] = True
    return best


def _granted(
    view: View, wish: Constraint, judge: Callable[[Constraint], Verdicts], rows: NDArray[np.intp]
) -> NDArray[np.float64]:
    if wish.value is None:
        return _by_place(view, wish, rows)
    verdicts = judge(wish)
    return np.where(verdicts.meets[rows], 1.0, np.where(verdicts.violates[rows], 0.0, UNTOLD))


def _by_place(view: View, wish: Constraint, rows: NDArray[np.intp]) -> NDArray[np.float64]:
    """ "Light": 1 for the lightest of these products, 0 for the heaviest."""
    column = view.column(wish.field)
    unit = next((fact.unit for fact in column.facts), None)
    told = [convert(fact.value, fact.unit, unit) if isinstance(fact.value, float) else None for fact in column.facts]
    figures = np.full(len(view.ids), np.nan)
    figures[column.rows] = np.array([np.nan if one is None else one for one in told])[column.codes]
    own = figures[rows]
    return places(own, wish.op.startswith("<"))


def places(figures: NDArray[np.float64], least_is_best: bool) -> NDArray[np.float64]:
    """Where each figure stands among all, 1 for the best and 0 for the worst; equal ones share the middle of their
    places, and what is NaN, told by no record, stands at `UNTOLD`."""
    known = ~np.isnan(figures)
    place = np.full(len(figures), UNTOLD)
    if known.sum() > 1:
        told, ordered = figures[known], np.sort(figures[known])
        ranks = (np.searchsorted(ordered, told) + np.searchsorted(ordered, told, "right") - 1) / 2 / (len(told) - 1)
        place[known] = 1.0 - ranks if least_is_best else ranks
    return place

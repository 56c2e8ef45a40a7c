"""Counted alternatives: what one change would give, and nothing that changes by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.qualify import Qualifier, demands
from assistant.state import DialogueState
from catalog.measures import convert
from catalog.product import Constraint
from catalog.view import View

BOUNDS = frozenset({"<", "<=", ">", ">="})
ENOUGH = 3
"""A bound is moved to where it first gives this many products."""
FARTHEST = 2.0
"""A bound is not moved beyond twice, or below half of, what was said."""
MOST = 4


@dataclass(frozen=True, slots=True)
class Alternative:
    """One change and the number of products that then qualify; `new` is None where the demand is dropped.

    `besides` are the demands that are dropped together with `old`.
    """

    old: Constraint
    new: Constraint | None
    count: int
    besides: tuple[Constraint, ...] = ()


def alternatives(state: DialogueState, qualifier: Qualifier, view: View) -> tuple[Alternative, ...]:
    """Changes to one firm demand each that give more products, the gentlest first.

    Where no single one does, and nothing qualifies: the fewest demands that must be dropped together.
    """
    base = qualifier.in_reach(view, state)
    base[view.row_of(state.rejected)] = False
    meets = {constraint: qualifier.verdicts(view, constraint).meets for constraint in demands(state)}
    now = int(_all_of(base, list(meets.values())).sum())
    found: list[Alternative] = []
    for constraint in meets:
        others = _all_of(base, [mask for other, mask in meets.items() if other is not constraint])
        without = int(others.sum())
        if without <= now:
            continue
        moved = _moved(constraint, others, now, view) if constraint.op in BOUNDS else None
        if moved is not None:
            found.append(Alternative(constraint, moved, int((others & qualifier.verdicts(view, moved).meets).sum())))
        found.append(Alternative(constraint, None, without))
    gentle = sorted(found, key=lambda one: (one.new is None, one.count))
    return tuple(gentle[:MOST]) if found or now else _dropped_together(base, meets)


def _dropped_together(
    base: NDArray[np.bool_], meets: Mapping[Constraint, NDArray[np.bool_]]
) -> tuple[Alternative, ...]:
    """What is left when the fewest demands that some product of the kind misses are dropped; most products first."""
    if not meets or not base.any():
        return ()
    missed = ~np.stack(list(meets.values()))[:, base]
    least = int(missed.sum(axis=0).min())
    sets = np.unique(missed[:, missed.sum(axis=0) == least], axis=1).T
    held = list(meets)
    found = []
    for dropped in sets:
        gone = [held[place] for place in np.flatnonzero(dropped)]
        found.append(Alternative(gone[0], None, int((~missed[~dropped].any(axis=0)).sum()), tuple(gone[1:])))
    return tuple(sorted(found, key=lambda one: -one.count)[:MOST])


def _all_of(base: NDArray[np.bool_], masks: Sequence[NDArray[np.bool_]]) -> NDArray[np.bool_]:
    return np.logical_and.reduce([base, *masks]) if masks else base


def _moved(constraint: Constraint, others: NDArray[np.bool_], now: int, view: View) -> Constraint | None:
    """The bound moved to the nearest value at which the step is reached; price bounds are rounded outwards."""
    numbers = _numbers(constraint, others, view)
    bound = constraint.value
    if not numbers or not isinstance(bound, (int, float)):
        return None
    upper = constraint.op[0] == "<"
    beyond = sorted((n for n in numbers if (n > bound if upper else n < bound)), reverse=not upper)
    beyond = [n for n in beyond if (n <= bound * FARTHEST if upper else n >= bound / FARTHEST)]
    if not beyond:
        return None
    value = beyond[min(max(ENOUGH - now, 1), len(beyond)) - 1]
    if constraint.field == "price":
        value = _rounded(value, upper)
    return replace(constraint, op="<=" if upper else ">=", value=float(value))


def _numbers(constraint: Constraint, others: NDArray[np.bool_], view: View) -> list[float]:
    column = view.column(constraint.field)
    comparable = [
        convert(fact.value, fact.unit, constraint.unit) if isinstance(fact.value, float) else None
        for fact in column.facts
    ]
    return [
        number
        for row, code in zip(column.rows, column.codes, strict=True)
        if others[row] and (number := comparable[code]) is not None
    ]


def _rounded(price: float, up: bool) -> float:
    """The next round amount: a limit that a person would say."""
    steps = ((1, 20), (5, 200), (10, 1000), (50, 5000))
    step = next((step for step, until in steps if price <= until), 100)
    return float(-(-price // step) * step if up else price // step * step)

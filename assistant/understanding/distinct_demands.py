"""The demands of one message, each once, and none that the message itself refuses."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.product import Constraint


def relative(demands: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """The demands that name a value; wishes for less or more are left out."""
    return tuple(one for one in demands if one.value is not None)


def distinct(demands: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """Each demand once; what the same message refuses is no demand: not grey, our floor is grey."""
    refused = {(one.field, str(one.value)) for one in demands if one.op == "!="}
    meant = [one for one in demands if one.op not in ("=", "has") or (one.field, str(one.value)) not in refused]
    return tuple({(one.field, one.op, str(one.value)): one for one in meant}.values())

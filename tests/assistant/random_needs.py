"""Needs drawn at random from a shop's own records: kinds, demands of every sort, wishes, and what was turned down."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from assistant.state import DialogueState
from assistant.vocabulary import Want
from catalog.product import Constraint
from tests.dialogues.raw_shop import Shop

OTHER_SCALES = {"kg": ("g", 1000.0), "g": ("kg", 0.001), "cm": ("mm", 10.0), "h": ("min", 60.0), "GB": ("TB", 0.001)}


def facts(shop: Shop, kind: str | None) -> list[tuple[str, Any, str | None]]:
    """The distinct facts (field, value, unit) of the shop's records, of one kind where it is given."""
    found: dict[tuple[str, Any, str | None], None] = {}
    for record in shop.records.values():
        if kind is not None and record.get("type") != kind:
            continue
        for name in ("price", "brand", "rating"):
            if record.get(name) is not None:
                found[name, record[name], record.get("currency") if name == "price" else None] = None
        for name, fact in record["attributes"].items():
            found[name, fact["value"], fact.get("unit")] = None
    return list(found)


@st.composite
def demands(draw: st.DrawFn, shop: Shop, kind: str | None) -> Constraint:
    """A demand on one of the shop's own fields, at, near or beside a value that it has."""
    field, value, unit = draw(st.sampled_from(facts(shop, kind)))
    firm = draw(st.integers(0, 4)) > 0
    if isinstance(value, bool):
        op, asked = draw(st.sampled_from(["=", "!=", "has"])), draw(st.booleans())
        return Constraint(field, op, field if op == "has" else asked, firm=firm)
    if isinstance(value, str):
        op = draw(st.sampled_from(["=", "!=", "in", "not_in", "has"]))
        others = [one for name, one, _ in facts(shop, kind) if name == field and isinstance(one, str)]
        several = (value, draw(st.sampled_from(others)))
        return Constraint(field, op, several if op in ("in", "not_in") else value, firm=firm)
    op = draw(st.sampled_from(["<", "<=", ">=", ">", "=", "about"]))
    number = float(value) * draw(st.sampled_from([1.0, 0.8, 1.3]))
    if unit in OTHER_SCALES and draw(st.booleans()):
        unit, factor = OTHER_SCALES[unit]
        number *= factor
    return Constraint(field, op, number, CANONICAL.get(unit, unit) if unit else None, firm=firm)


CANONICAL = {f"{one}s": one for one in ("month", "year", "piece", "day", "page", "sheet")} | {"nit": "cd/m²"}


@st.composite
def needs(draw: st.DrawFn, shop: Shop, most: int = 3) -> DialogueState:
    """A state as it stands after some turns."""
    kinds = sorted({record["type"] for record in shop.records.values()})
    kind = draw(st.sampled_from([None, *kinds]))
    ledger = draw(st.lists(demands(shop, kind), max_size=most))
    distinct = {constraint.field: constraint for constraint in ledger}
    rejected = draw(st.lists(st.sampled_from(sorted(shop.records)), max_size=2, unique=True))
    return DialogueState(
        language=draw(st.sampled_from(["en", "zh"])),
        want=Want(kind, (kind, kind.casefold()), kind) if kind else None,
        ledger=tuple(distinct.values()),
        rejected=tuple(rejected),
    )

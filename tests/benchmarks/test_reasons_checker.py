"""The checker of reasons sees each sort of false claim, and lets true ones pass."""

from __future__ import annotations

from typing import Any

import pytest

from tests.benchmarks.reasons_checker import Records, Told, faults

ROWS = {
    "a": {"id": "a", "title": "Alder stool", "price": 40, "attributes": {"weight": {"value": 2, "unit": "kg"}}},
    "b": {"id": "b", "title": "Birch stool", "price": 50, "attributes": {"weight": {"value": 3, "unit": "kg"}}},
}
PRICE = {"field": "price", "value": 40.0, "unit": None, "kind": "fact", "at": (3, 5)}
LIGHT = {"field": "weight", "value": 2000.0, "unit": "g", "kind": "comparison", "among": ("a", "b")}


def told(text: str, *proofs: dict[str, Any]) -> list[str]:
    """The faults of a reason for the lighter, cheaper stool."""
    return faults(Told("a", text, proofs, ["a", "b"], ["a", "b"], [("price", 45.0)]), Records(ROWS))


def test_what_the_records_prove_passes() -> None:
    assert told("At 40 it costs 10 less.", PRICE) == []
    assert told("It is the lightest of these 2.", {**LIGHT, "at": (6, 18)}) == []
    assert told("At 40 it leaves 5 of your 45.", PRICE) == []


@pytest.mark.parametrize(
    ("text", "proofs"),
    [
        ("At 41 it is here.", [{**PRICE, "value": 41.0}]),
        ("At 40 it leaves 7.", [PRICE]),
        ("It is the heaviest of these 2.", [{**LIGHT, "at": (6, 18)}]),
        ("It weighs 2 kg.", [{**LIGHT, "kind": "fact", "value": 2.0, "unit": "mm", "at": (10, 14)}]),
        ("One says “fine”.", [{"field": "reviews", "value": "r1", "kind": "review", "span": "fine", "at": (10, 14)}]),
        ("At 40 you get a discount.", [PRICE]),
    ],
)
def test_what_they_do_not_prove_is_named(text: str, proofs: list[dict[str, Any]]) -> None:
    assert told(text, *proofs)

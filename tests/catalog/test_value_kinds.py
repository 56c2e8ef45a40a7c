"""Who refuses a stuff refuses every kind of it."""

from __future__ import annotations

import pytest

from catalog.product import Attribute, Constraint, Product, Verdict


def verdict(op: str, wanted: str, told: str) -> Verdict:
    facts = {"material": Attribute(told)}
    product = Product("1", "Linen chest", "Hollin", "Chest", (), 30.0, "EUR", facts, language="en")
    return Constraint("material", op, wanted, None, True, wanted).allows(product)


@pytest.mark.parametrize(
    ("refused", "told"),
    [
        ("plastic", "polypropylene, rubber"),
        ("synthetic fibre", "polyester"),
        ("metal", "aluminium"),
        ("wood", "oak"),
        ("塑料", "ABS"),
    ],
)
def test_a_kind_of_what_is_refused_breaks_the_demand(refused: str, told: str) -> None:
    assert verdict("!=", refused, told) is Verdict.VIOLATES


@pytest.mark.parametrize(("refused", "told"), [("plastic", "glass"), ("metal", "bamboo"), ("oak", "wood")])
def test_another_stuff_or_the_wider_one_breaks_nothing(refused: str, told: str) -> None:
    assert verdict("!=", refused, told) is Verdict.MEETS


def test_what_is_demanded_is_proved_by_its_own_name_alone() -> None:
    assert verdict("=", "wood", "oak") is not Verdict.MEETS

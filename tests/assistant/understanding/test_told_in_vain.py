"""What was understood and no record can grant is told, as what wasn't understood is."""

from __future__ import annotations

import pytest

from assistant.understanding.rules import RulesParser
from catalog.product import Attribute, Product
from tests.assistant.understanding.small_shops import Shop, parser
from tests.assistant.understanding.test_firm_demands import understood


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    facts = {"weight": Attribute(900.0, "g")}
    laptops = [Product(f"laptop{n}", f"Acme laptop {n}", "Acme", "laptop", attributes=facts) for n in range(3)]
    return parser(Shop([*laptops, *(Product(f"radio{n}", f"Acme radio {n}", "Acme", "radio") for n in range(3))]))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a laptop with the best battery life", ("best battery life",)),
        ("收音机，声音大", ("声音大",)),
        ("a loud radio", ("loud",)),
    ],
)
def test_a_wish_that_no_column_can_grant_is_told(shop: RulesParser, text: str, told: tuple[str, ...]) -> None:
    assert understood(shop, text).left == told


def test_a_wish_that_a_column_grants_is_not_told_in_vain(shop: RulesParser) -> None:
    intent = understood(shop, "a light laptop")
    assert intent.left == ()
    assert [(one.field, one.op, one.firm) for one in intent.require] == [("weight", "<", False)]


@pytest.mark.parametrize("text", ["a radio +2.50", "收音机 +2.50"])
def test_a_figure_with_decimals_that_no_demand_holds_is_told(shop: RulesParser, text: str) -> None:
    assert understood(shop, text).left == ("2.50",)

"""Whoever tells what happened and asks for another one wants the thing it happened to."""

from __future__ import annotations

import pytest

from assistant.understanding.rules import RulesParser
from catalog.product import Product
from tests.assistant.understanding.small_shops import Shop, parser
from tests.assistant.understanding.test_firm_demands import understood


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    kinds = ("keyboard", "coffee machine", "headphones", "water bottle", "laptop", "monitor")
    return parser(Shop([Product(f"{n}{kind}", f"Acme {kind} {n}", "Acme", kind) for kind in kinds for n in (1, 2)]))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I spilled water on my keyboard, need a new one", "keyboard"),
        ("水洒在键盘上了，想换一个", "keyboard"),
        ("my coffee machine leaks water. looking for a better one", "coffee machine"),
        ("咖啡机漏水了，换台新的", "coffee machine"),
        ("my dog chewed my headphones, i need another", "headphones"),
    ],
)
def test_the_thing_to_replace_is_wanted(shop: RulesParser, text: str, kind: str) -> None:
    intent = understood(shop, text)
    assert intent.want is not None
    assert intent.want.types == (kind,)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("my laptop died, I want a monitor", "monitor"), ("笔记本坏了，我想买个显示器", "monitor")],
)
def test_what_is_asked_for_by_name_is_wanted_and_not_what_broke(shop: RulesParser, text: str, kind: str) -> None:
    intent = understood(shop, text)
    assert intent.want is not None
    assert intent.want.types == (kind,)


def test_a_season_in_which_something_begins_is_no_firm_demand(shop: RulesParser) -> None:
    assert all(not one.firm for one in understood(shop, "she starts university in the fall, needs a laptop").require)

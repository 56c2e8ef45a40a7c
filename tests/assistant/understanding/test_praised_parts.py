"""A part of what is wanted already, called good: it opens no other need."""

from __future__ import annotations

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Turn
from catalog.product import Attribute, Product
from tests.assistant.understanding.small_shops import Shop, parser


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    rows = [
        ("Notebook", {"front camera": Attribute(True), "keyboard backlit": Attribute(True)}),
        ("Notebook", {"front camera": Attribute(False), "keyboard backlit": Attribute(False)}),
        ("Webcam", {"resolution": Attribute(1080.0, "px")}),
        ("Keyboard", {"wireless": Attribute(True)}),
        ("Headphones", {"wireless": Attribute(True)}),
    ]
    return parser(
        Shop(
            Product(str(at), f"Hollin {type_} {at}", "Hollin", type_, (), 300.0 + at, "EUR", facts, language="en")
            for at, (type_, facts) in enumerate(rows * 3)
        )
    )


def wanted(shop: RulesParser, *texts: str) -> DialogueState:
    state = DialogueState()
    for text in texts:
        turn = Turn("c", text)
        state = state.after(turn, shop.understand(turn, state))
    return state


@pytest.mark.parametrize(
    "text", ["do you have anything with a nicer keyboard", "有没有键盘手感好的", "I want a sturdy hinge"]
)
def test_a_part_called_good_leaves_the_need_as_it_is(shop: RulesParser, text: str) -> None:
    before = wanted(shop, "a laptop under 500")
    after = wanted(shop, "a laptop under 500", text)
    assert before.want is not None
    assert after.want is not None
    assert (after.want.types, after.ledger) == (before.want.types, before.ledger)


@pytest.mark.parametrize("text", ["I need a decent webcam", "摄像头要清楚"])
def test_what_not_all_of_them_have_is_demanded(shop: RulesParser, text: str) -> None:
    after = wanted(shop, "a laptop under 500", text)
    assert {one.field: one.op for one in after.ledger} == {"price": "<=", "front camera": "has"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("now I need a decent webcam", "Webcam"),
        ("I need good headphones", "Headphones"),
        ("再来个好一点的耳机", "Headphones"),
    ],
)
def test_another_thing_is_another_need(shop: RulesParser, text: str, kind: str) -> None:
    after = wanted(shop, "a laptop under 500", text)
    assert after.want is not None
    assert (after.want.types, after.ledger) == ((kind,), ())


@pytest.mark.parametrize("text", ["摄像头必须有", "a webcam is a must"])
def test_a_thing_that_the_wanted_goods_may_have_is_demanded_of_them(shop: RulesParser, text: str) -> None:
    after = wanted(shop, "a laptop under 500", text)
    assert {one.field: one.op for one in after.ledger} == {"price": "<=", "front camera": "has"}

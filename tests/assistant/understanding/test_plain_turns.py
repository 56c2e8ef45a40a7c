"""What ordinary shoppers type in the middle of a talk about laptops, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Act, Turn
from catalog.product import Attribute, Product
from tests.assistant.understanding.small_shops import Shop, electronics, parser


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    rows = [
        ("Notebook", "HP", {"internal memory": Attribute(8.0, "GB"), "storage media": Attribute("SSD")}),
        ("Notebook", "DELL", {"internal memory": Attribute(16.0, "GB"), "storage media": Attribute("HDD")}),
        ("SSD", "HP", {"capacity": Attribute(500.0, "GB")}),
        ("HDD", "DELL", {"capacity": Attribute(1000.0, "GB")}),
        ("Keyboard", "HP", {"keyboard language": Attribute("English")}),
    ]
    products = [
        Product(str(at), f"{brand} {type_} {at}", brand, type_, (), 300.0 + at, "EUR", facts, language="en")
        for at, (type_, brand, facts) in enumerate(rows * 4)
    ]
    return parser(Shop(products))


def laptop(shop: RulesParser) -> DialogueState:
    turn = Turn("c", "a laptop under 500")
    state = DialogueState().after(turn, shop.understand(turn, DialogueState()))
    return DialogueState(state.language, state.turns, state.want, state.ledger, shown=("0", "1"))


def said(shop: RulesParser, text: str) -> list[tuple[str, str, object, bool]]:
    state = laptop(shop)
    turn = Turn("c", text)
    after = state.after(turn, shop.understand(turn, state))
    assert after.want is not None
    assert after.want.types == ("Notebook",)
    return [(one.field, one.op, one.value, one.firm) for one in after.ledger if one not in state.ledger]


@pytest.mark.parametrize(
    ("texts", "demands"),
    [
        (("my last one was a Dell and it broke", "上一台戴尔坏了"), []),
        (("my old one was a Dell", "之前用的是戴尔"), []),
        (("double the memory", "内存翻倍"), [("internal memory", ">=", 16.0, True)]),
        (
            ("SSD, not a hard drive", "固态硬盘，不要机械硬盘"),
            [("storage media", "=", "SSD", True), ("storage media", "!=", "HDD", True)],
        ),
        (("can go up to 600 if it's worth it",), [("price", "<=", 600.0, True)]),
        (("refurbished is fine",), [("refurbished", "has", "refurbished", False)]),
    ],
)  # fmt: skip
def test_a_turn_changes_what_it_says(
    shop: RulesParser, texts: Sequence[str], demands: Sequence[tuple[str, str, object, bool]]
) -> None:
    for text in texts:
        assert said(shop, text) == demands, text


@pytest.mark.parametrize("text", ["I need it for spreadsheets", "我做表格用"])
def test_what_it_is_needed_for_buys_nothing(shop: RulesParser, text: str) -> None:
    assert shop.understand(Turn("c", text), laptop(shop)).act is Act.REFINE


@pytest.mark.parametrize("text", ["she likes fishing", "他喜欢钓鱼"])
def test_what_somebody_likes_to_do_is_a_use(shop: RulesParser, text: str) -> None:
    assert said(shop, text) == [("use", "has", "fishing", False)]


@pytest.mark.parametrize("text", ["something with more memory", "内存大一点的"])
def test_a_comparison_is_with_the_product_that_was_spoken_of_last(shop: RulesParser, text: str) -> None:
    spoken_of = laptop(shop).meaning(("0",))
    require = shop.understand(Turn("c", text), spoken_of).require
    assert [(one.op, one.value) for one in require] == [(">", 8.0)]
    spoken_of = laptop(shop).meaning(("1",))
    require = shop.understand(Turn("c", text), spoken_of).require
    assert [(one.op, one.value) for one in require] == [(">", 16.0)]


def test_a_refusal_between_two_words_is_of_what_follows_where_the_first_is_wanted(shop: RulesParser) -> None:
    assert said(shop, "要固态的不要机械的")[:1] == [("storage media", "=", "SSD", True)]


def test_both_words_of_one_refusal_refuse_what_stands_between_them() -> None:
    require = parser(electronics()).understand(Turn("c", "推荐一款除了惠普以外的蓝牙鼠标"), DialogueState()).require
    assert {(one.field, one.op) for one in require} == {("brand", "!="), ("b_bluetooth", "has")}


def test_a_refused_brand_is_refused_and_what_it_did_only_tells_why(shop: RulesParser) -> None:
    assert said(shop, "nothing from Dell pls, had 2 of those die on me") == [("brand", "!=", "DELL", True)]

"""What one message demands: price, attributes, brands, features, values, exclusions, wishes, and the kind wanted."""

from __future__ import annotations

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Act, Intent, Turn
from tests.assistant.understanding.small_shops import Shop, bilingual, electronics, household, parser

Demand = tuple[str, str, object, str | None, bool]


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    return parser(electronics())


def understood(parser_: RulesParser, text: str) -> Intent:
    return parser_.understand(Turn("c", text), DialogueState())


def demands(intent: Intent) -> list[Demand]:
    return [(one.field, one.op, one.value, one.unit, one.firm) for one in intent.require]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("laptop under 900", [("<=", 900.0, True)]),
        ("a laptop for no more than €900", [("<=", 900.0, True)]),
        ("laptop, max 900", [("<=", 900.0, True)]),
        ("my budget is 900, I need a laptop", [("<=", 900.0, True)]),
        ("laptop over 500", [(">=", 500.0, True)]),
        ("a laptop of at least 500 euros", [(">=", 500.0, True)]),
        ("laptop between 500 and 900", [(">=", 500.0, True), ("<=", 900.0, True)]),
        ("laptop from 500 to 900 dollars", [(">=", 500.0, True), ("<=", 900.0, True)]),
        ("laptop around 700", [("about", 700.0, False)]),
        ("laptop, 700 or so", [("about", 700.0, False)]),
        ("笔记本电脑 900以内", [("<=", 900.0, True)]),
        ("不超过900元的笔记本电脑", [("<=", 900.0, True)]),
        ("预算900的笔记本电脑", [("<=", 900.0, True)]),
        ("500以上的笔记本电脑", [(">=", 500.0, True)]),
        ("五百到九百的笔记本电脑", [(">=", 500.0, True), ("<=", 900.0, True)]),
        ("700块左右的笔记本电脑", [("about", 700.0, False)]),
    ],
)
def test_price(shop: RulesParser, text: str, expected: list[tuple[str, float, bool]]) -> None:
    intent = understood(shop, text)
    assert [(one.op, one.value, one.firm) for one in intent.require if one.field == "price"] == expected
    assert intent.want is not None
    assert intent.want.types == ("Notebook",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15.6 inch laptop", ("n_display_diagonal", "=", 15.6, "inch")),
        ("laptop with 8GB RAM", ("n_internal_memory", "=", 8.0, "GB")),
        ("laptop with at least 16 GB of memory", ("n_internal_memory", ">=", 16.0, "GB")),
        ("512GB laptop", ("n_total_storage_capacity", "=", 512.0, "GB")),
        ("laptop with 1 TB storage", ("n_total_storage_capacity", "=", 1.0, "TB")),
        ("laptop under 2 kg", ("n_weight", "<", 2.0, "kg")),
        ("2 m HDMI cable", ("n_cable_length", "=", 2.0, "m")),
        ("HDMI cable, 3 metres or longer", ("n_cable_length", ">=", 3.0, "m")),
        ("27 inch monitor", ("n_display_diagonal", "=", 27.0, "inch")),
        ("monitor with 2 HDMI ports", ("n_hdmi_ports_quantity", "=", 2.0, None)),
        ("monitor with at least two HDMI ports", ("n_hdmi_ports_quantity", ">=", 2.0, None)),
        ("toner cartridge for at least 1500 pages", ("n_black_toner_page_yield", ">=", 1500.0, None)),
        ("15.6寸笔记本电脑", ("n_display_diagonal", "=", 15.6, "inch")),
        ("笔记本电脑，内存16G以上", ("n_internal_memory", ">=", 16.0, "GB")),
        ("2公斤以下的笔记本电脑", ("n_weight", "<", 2.0, "kg")),
        ("两米的HDMI线", ("n_cable_length", "=", 2.0, "m")),
        ("两个HDMI接口的显示器", ("n_hdmi_ports_quantity", "=", 2.0, None)),
    ],
)
def test_measured_and_counted_attributes(shop: RulesParser, text: str, expected: tuple[str, str, float, str]) -> None:
    assert [one[:4] for one in demands(understood(shop, text))] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("laptop with bluetooth", ("b_bluetooth", "has", "bluetooth")),
        ("带蓝牙的笔记本电脑", ("b_bluetooth", "has", "bluetooth")),
        ("laptop without touchscreen", ("b_touchscreen", "=", False)),
        ("laptop with no touch screen", ("b_touchscreen", "=", False)),
        ("不要触屏的笔记本电脑", ("b_touchscreen", "=", False)),
        ("printer with wifi", ("b_wi_fi", "has", "wifi")),
        ("能双面打印的打印机", ("b_duplex_printing", "has", "duplex printing")),
        ("black mouse", ("t_product_colour", "=", "Black")),
        ("wireless mouse", ("t_connectivity_technology", "=", "Wireless")),
        ("无线鼠标", ("t_connectivity_technology", "=", "Wireless")),
        ("black or white mouse", ("t_product_colour", "in", ("Black", "White"))),
        ("a mouse that is not white", ("t_product_colour", "!=", "White")),
        ("HP laptop", ("brand", "=", "HP")),
        ("惠普笔记本电脑", ("brand", "=", "HP")),
        ("laptop from HP or Dell", ("brand", "in", ("HP", "DELL"))),
        ("laptop, any brand but HP", ("brand", "!=", "HP")),
        ("除了惠普都行的笔记本电脑", ("brand", "!=", "HP")),
        ("laptop, neither HP nor Lenovo", ("brand", "not_in", ("HP", "Lenovo"))),
        ("惠普和联想除外的笔记本电脑", ("brand", "not_in", ("HP", "Lenovo"))),
    ],
)
def test_features_values_and_brands(shop: RulesParser, text: str, expected: tuple[str, str, object]) -> None:
    intent = understood(shop, text)
    assert [(one.field, one.op, one.value) for one in intent.require] == [expected]
    assert all(one.firm for one in intent.require)


def test_softened_demands_are_wishes(shop: RulesParser) -> None:
    for text in (
        "laptop, ideally black",
        "laptop, black if possible",
        "笔记本电脑，最好是黑色",
        "笔记本电脑，优先黑色",
    ):
        assert demands(understood(shop, text)) == [("t_product_colour", "=", "Black", None, False)]


@pytest.mark.parametrize(
    ("text", "field"),
    [("laptop for gaming", "use"), ("laptop for my wife", "recipient"), ("mouse as a birthday present", "occasion"),
     ("打游戏用的笔记本电脑", "use"), ("送女朋友的鼠标", "recipient")],
)  # fmt: skip
def test_recipient_occasion_and_use_are_wishes(shop: RulesParser, text: str, field: str) -> None:
    assert [(one.field, one.op, one.firm) for one in understood(shop, text).require] == [(field, "has", False)]


def test_superlatives_are_wishes(shop: RulesParser) -> None:
    for text in ("cheapest laptop", "最便宜的笔记本电脑", "a cheap laptop", "便宜的笔记本电脑"):
        assert demands(understood(shop, text)) == [("price", "<", None, None, False)]
    assert demands(understood(shop, "lightest laptop")) == [("n_weight", "<", None, None, False)]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("notebook", ("Notebook",)),
        ("laptops", ("Notebook",)),
        ("laptop bag", ("Laptop bag",)),
        ("case for iphone 11", ("Phone case", "Laptop bag")),
        ("手机壳", ("Phone case",)),
        ("toner for HP LaserJet", ("Toner cartridge",)),
        ("a bag for my laptop", ("Laptop bag",)),
        ("yoga mat", ()),
    ],
)
def test_the_kind_wanted_is_the_head_of_the_phrase(shop: RulesParser, text: str, types: tuple[str, ...]) -> None:
    want = understood(shop, text).want
    assert want is not None
    assert want.types == types or (want.types and set(want.types) <= set(types))
    assert want.query


def test_what_it_is_for_is_no_demand_but_is_searched(shop: RulesParser) -> None:
    intent = understood(shop, "toner for HP LaserJet")
    assert intent.want is not None
    assert intent.require == ()
    assert "LaserJet" in intent.want.query


def test_bare_product_and_brand_words_are_found(shop: RulesParser) -> None:
    named = understood(shop, "iphone 11")
    assert named.act is Act.FIND
    assert named.want is not None
    assert "iphone 11" in named.want.query
    assert understood(shop, "logitech").require[0].value == "Logitech"
    lacking = understood(shop, "netflix")
    assert lacking.act is Act.FIND
    assert lacking.want is not None
    assert lacking.want.types == ()


def test_a_chinese_shop_answers_english_needs() -> None:
    shop = parser(household())
    assert demands(understood(shop, "cotton towel")) == [("材质", "=", "棉", None, True)]
    assert demands(understood(shop, "纯棉的四件套，不要白色"))[0] == ("材质", "=", "棉", None, True)
    assert ("颜色", "!=", "白色", None, True) in demands(understood(shop, "纯棉的四件套，不要白色"))
    assert demands(understood(shop, "500元以内的四件套")) == [("price", "<=", 500.0, "CNY", True)]


def test_another_currency_is_asked_for_or_converted() -> None:
    asked = understood(parser(bilingual()), "headphones under 100 dollars")
    assert asked.amount_in == "USD"
    assert asked.require == ()
    converted = understood(parser(bilingual(), rates={"USD": 0.9}), "headphones under 100 dollars")
    assert demands(converted) == [("price", "<=", 90.0, "EUR", True)]
    same = understood(parser(bilingual()), "headphones under 100 euros")
    assert demands(same) == [("price", "<=", 100.0, "EUR", True)]


def test_an_empty_catalogue_is_understood_too() -> None:
    intent = understood(parser(Shop([])), "a black laptop under 500")
    assert intent.want is not None
    assert intent.want.types == ()
    assert ("price", "<=", 500.0, None, True) in demands(intent)


@pytest.mark.parametrize("text", ["computer", "a computer", "I want a computer", "电脑"])
def test_a_kind_that_company_names_end_with_is_a_kind(shop: RulesParser, text: str) -> None:
    want = understood(shop, text).want
    assert want is not None
    assert "Notebook" in want.types

"""Demands that a shopper would be annoyed to see misread: ranges, bounds, counts, denials, and what a word is about."""

from __future__ import annotations

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Intent, Turn
from catalog.product import Attribute, Product
from tests.assistant.understanding.small_shops import Shop, electronics, household, parser

Facts = dict[str, float | str | bool | tuple[float, str]]


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    return parser(electronics())


@pytest.fixture(scope="module")
def mixed() -> RulesParser:
    """Printers, switches, memory, processors, sticks, phones, creams, shoes and tents."""
    rows: list[tuple[str, str, Facts]] = [
        ("Printer", "HP", {"b_colour": True, "n_print_speed": (20.0, "ppm"), "n_make_code": 7.0}),
        ("Printer", "Canon", {"b_colour": False, "n_print_speed": (30.0, "ppm"), "n_make_code": 900.0}),
        ("Switch", "Netgear", {"n_ports_quantity": 8.0, "b_wi_fi": False, "n_wi_fi_transfer_rate": 300.0}),
        ("Switch", "Netgear", {"n_ports_quantity": 24.0, "b_wi_fi": True, "n_wi_fi_transfer_rate": 900.0}),
        ("Memory module", "Crucial", {"b_ecc": True, "b_non_ecc": True, "n_capacity": (16.0, "GB")}),
        ("Memory module", "Crucial", {"b_ecc": False, "b_non_ecc": True, "n_capacity": (8.0, "GB")}),
        ("Processor", "Intel", {"n_processor_cores": 4.0, "n_core_ratio": 18.0, "n_frequency": (3.0, "GHz")}),
        ("Processor", "Intel", {"n_processor_cores": 2.0, "n_core_ratio": 8.0, "n_frequency": (2.0, "GHz")}),
        ("USB flash drive", "Kingston", {"n_capacity": (4.0, "GB"), "n_weight": (30.0, "g")}),
        ("USB flash drive", "Kingston", {"n_capacity": (64.0, "GB"), "n_weight": (20.0, "g")}),
        ("Smartphone", "Samsung", {"n_memory": (4.0, "GB"), "b_5g": True}),
        ("Smartphone", "Samsung", {"n_memory": (8.0, "GB"), "b_5g": False}),
        ("Face cream", "Olay", {"fragrance_free": True, "net_content": (50.0, "ml")}),
        ("Face cream", "Olay", {"fragrance_free": False, "net_content": (250.0, "ml")}),
        ("Sandals", "Puma", {"size": "38", "t_colour": "black"}),
        ("Sandals", "Puma", {"size": "39", "t_colour": "black"}),
        ("T-shirt", "Puma", {"size": "M", "t_colour": "black"}),
        ("T-shirt", "Puma", {"size": "S", "t_colour": "white"}),
        ("Toner cartridge", "HP", {"t_printing_colours": "Black", "n_black_page_yield": (2000.0, "page")}),
        ("Toner cartridge", "HP", {"t_printing_colours": "Cyan", "n_colour_page_yield": (1500.0, "page")}),
    ]
    products = []
    for place, (type_, brand, facts) in enumerate(rows):
        typed = {n: Attribute(*v) if isinstance(v, tuple) else Attribute(v) for n, v in facts.items()}
        title = f"{brand} {type_} {place}"
        products.append(Product(str(place), title, brand, type_, (), 20.0 + place, None, typed, language="en"))
    return parser(Shop(products))


def understood(parser_: RulesParser, text: str, before: str | None = None) -> Intent:
    state = DialogueState()
    if before is not None:
        turn = Turn("c", before)
        state = state.after(turn, parser_.understand(turn, state))
    return parser_.understand(Turn("c", text), state)


def demands(intent: Intent) -> list[tuple[str, str, object, str | None]]:
    return [(one.field, one.op, one.value, one.unit) for one in intent.require if one.firm]


@pytest.mark.parametrize(
    "text", ["HDMI cable between 60 cm and 1.8 m", "60cm到1.8米的HDMI线", "HDMI cable 60cm to 1.8m"]
)
def test_a_range_with_a_unit_on_both_ends_is_one_range(shop: RulesParser, text: str) -> None:
    expected = [("n_cable_length", ">=", 0.6, "m"), ("n_cable_length", "<=", 1.8, "m")]
    assert demands(understood(shop, text)) == expected


def test_a_bound_that_begins_anew_is_no_range(shop: RulesParser) -> None:
    found = demands(understood(shop, "HDMI cable shorter than 1.8 m up to fifty"))
    assert found == [("price", "<=", 50.0, None), ("n_cable_length", "<", 1.8, "m")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a laptop lighter than 1.5 kg and under €1200", {("price", "<=", 1200.0), ("n_weight", "<", 1.5)}),
        ("monitor with no HDMI ports cheaper than 200", {("price", "<=", 200.0), ("n_hdmi_ports_quantity", "=", 0.0)}),
        ("laptop with 2 hdmi ports priced from 900 up", {("price", ">=", 900.0), ("n_hdmi_ports_quantity", "=", 2.0)}),
        ("笔记本电脑 不到900 内存要16G", {("price", "<=", 900.0), ("n_internal_memory", "=", 16.0)}),
        ("一块一二百块的鼠标", {("price", ">=", 100.0), ("price", "<=", 200.0)}),
        ("一块一两百块的鼠标", {("price", ">=", 100.0), ("price", "<=", 200.0)}),
        ("monitor with 1 HDMI port", {("n_hdmi_ports_quantity", "=", 1.0)}),
        ("laptop under 1,500g", {("n_weight", "<", 1500.0)}),
        ("16g laptop", {("n_internal_memory", "=", 16.0)}),
        ("一块三星的显示器", {("brand", "=", "Samsung")}),
        ("超过二十二千克的打印机", {("n_weight", ">", 22.0)}),
        ("显示器 三星除外 三百块钱以内就行", {("price", "<=", 300.0), ("brand", "!=", "Samsung")}),
        ("a laptop of 2 kg at most over 400 EUR", {("price", ">=", 400.0), ("n_weight", "<=", 2.0)}),
        ("推荐一包不超过15的鼠标", {("price", "<=", 15.0)}),
        ("14寸以下的笔记本电脑", {("n_display_diagonal", "<", 14.0)}),
        ("14寸以上的笔记本电脑", {("n_display_diagonal", ">=", 14.0)}),
        ("laptop with a screen of at least 14", {("n_display_diagonal", ">=", 14.0)}),
    ],
)
def test_each_figure_keeps_its_own_bound(shop: RulesParser, text: str, expected: set[tuple[str, str, object]]) -> None:
    assert {(one.field, one.op, one.value) for one in understood(shop, text).require} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "价格在10至30之间的每分钟至少打21张的打印机",
            [("price", ">=", 10.0, None), ("price", "<=", 30.0, None), ("n_print_speed", ">=", 21.0, "ppm")],
        ),
        ("8-port switch", [("n_ports_quantity", "=", 8.0, None)]),
        ("twenty-four-port switch", [("n_ports_quantity", "=", 24.0, None)]),
        ("至少十六口的交换机", [("n_ports_quantity", ">=", 16.0, None)]),
        ("processor with at least 4 cores", [("n_processor_cores", ">=", 4.0, None)]),
        ("4G的U盘", [("n_capacity", "=", 4.0, "GB")]),
        ("一张容量不超过4G的U盘", [("n_capacity", "<=", 4.0, "GB")]),
        ("U盘 64G", [("n_capacity", "=", 64.0, "GB")]),
        ("switch with wifi under 60", [("price", "<=", 60.0, None), ("b_wi_fi", "has", "wifi", None)]),
        ("printer, make it under 200", [("price", "<=", 200.0, None)]),
        ("face cream at least 2 oz", [("net_content", ">=", 2.0, "floz")]),
        ("sandals size 40", [("size", "=", "40", None)]),
        ("t-shirt size M", [("size", "=", "M", None)]),
        ("M码的T恤", [("size", "=", "M", None)]),
    ],
)
def test_a_figure_is_about_what_the_wanted_kind_tells(
    mixed: RulesParser, text: str, expected: list[tuple[str, str, object, str | None]]
) -> None:
    assert demands(understood(mixed, text)) == expected


def test_what_may_be_a_network_is_no_memory(mixed: RulesParser) -> None:
    for text in ("5G phone", "5g smartphone", "5G手机"):
        assert demands(understood(mixed, text)) == [("b_5g", "has", "5g", None)]


def test_a_count_of_people_is_no_price(mixed: RulesParser) -> None:
    for text in ("board game for 2 to 4 players", "2到4人的桌游"):
        assert "price" not in {field for field, *_ in demands(understood(mixed, text))}


@pytest.mark.parametrize(
    ("text", "field", "op", "value"),
    [
        ("black and white printer", "b_colour", "=", False),
        ("monochrome printer", "b_colour", "=", False),
        ("只打黑白的打印机", "b_colour", "=", False),
        ("colour printer", "b_colour", "has", "colour"),
        ("能打彩色的打印机", "b_colour", "has", "colour"),
        ("non-ECC memory modules", "b_ecc", "=", False),
        ("非ECC的内存条", "b_ecc", "=", False),
        ("face cream without fragrance", "fragrance_free", "has", "fragrance free"),
        ("face cream with fragrance", "fragrance_free", "=", False),
        ("AMD processor", "brand", "=", "AMD"),
        ("AMD处理器", "brand", "=", "AMD"),
    ],
)
def test_a_feature_is_read_from_the_column_that_tells_it(
    mixed: RulesParser, text: str, field: str, op: str, value: object
) -> None:
    assert [one[:3] for one in demands(understood(mixed, text))] == [(field, op, value)]


def test_black_and_white_are_two_colours_of_what_has_no_printing_in_colour(mixed: RulesParser) -> None:
    assert demands(understood(mixed, "black or white t-shirt")) == [("t_colour", "in", ("black", "white"), None)]


@pytest.mark.parametrize(
    "text", ["laptop, no Apple or HP", "不要苹果和惠普的笔记本电脑", "laptop, not Apple, Microsoft or HP"]
)
def test_a_denial_reaches_over_brands_that_the_shop_lacks(shop: RulesParser, text: str) -> None:
    (one,) = understood(shop, text).require
    assert (one.field, one.op) == ("brand", "not_in")
    assert {"Apple", "HP"} <= set(one.value)  # type: ignore[arg-type]


def test_a_brand_that_is_also_a_part_stays_a_brand_where_nothing_says_part(shop: RulesParser) -> None:
    assert demands(understood(shop, "a Targus laptop")) == [("brand", "=", "Targus", None)]


def test_the_denial_after_a_kind_belongs_to_what_follows() -> None:
    found = demands(understood(parser(household()), "亚麻四件套 不要紫色"))
    assert ("材质", "=", "亚麻", None) in found
    assert any(op == "!=" and value == "紫色" for _, op, value, _ in found)


def test_the_yield_of_a_colour_is_in_the_column_of_colours(mixed: RulesParser) -> None:
    found = demands(understood(mixed, "cyan toner cartridge for at least 1000 pages"))
    assert ("n_colour_page_yield", ">=", 1000.0, "page") in found
    found = demands(understood(mixed, "black toner cartridge yielding more than 1000 pages"))
    assert ("n_black_page_yield", ">", 1000.0, "page") in found


@pytest.mark.parametrize(
    ("first", "then"), [("headphones", "with a microphone"), ("笔记本电脑", "带麦克风"), ("笔记本电脑", "双人的")]
)
def test_what_comes_with_it_is_no_new_need(shop: RulesParser, first: str, then: str) -> None:
    intent = understood(shop, then, first)
    earlier = understood(shop, first).want
    assert intent.want is None or (earlier is not None and intent.want.types == earlier.types)


def test_a_part_with_its_own_figure_is_not_what_is_wanted(shop: RulesParser) -> None:
    want = understood(shop, "mouse with 2 buttons 3 m HDMI cable").want
    assert want is not None
    assert want.types == ("Mouse",)


def test_sizes_are_no_sums(shop: RulesParser) -> None:
    for text in ("10x15的鼠标垫", "120x180 地毯"):
        assert understood(shop, text).act == "find"

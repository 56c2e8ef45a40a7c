"""One need in two languages is one record: the same types, columns, ops and values, whichever words were used."""

from __future__ import annotations

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Intent, Turn
from catalog.product import Attribute, Product
from tests.assistant.understanding.small_shops import Shop, parser

Facts = dict[str, float | str | bool | tuple[float, str]]


def _shop(rows: list[tuple[str, Facts]], language: str) -> RulesParser:
    products = []
    for place, (type_, facts) in enumerate(rows * 4):
        typed = {n: Attribute(*v) if isinstance(v, tuple) else Attribute(v) for n, v in facts.items()}
        products.append(Product(str(place), f"{type_} {place}", "Or", type_, (), 10.0, None, typed, language=language))
    return parser(Shop(products))


@pytest.fixture(scope="module")
def house() -> RulesParser:
    """Furniture and bedding in Chinese; a round table and a down pillow are types of their own."""
    return _shop(
        [
            ("桌子", {"材质": "橡木", "形状": "方形"}), ("圆桌", {"材质": "橡木"}), ("木床", {"材质": "松木"}),
            ("枕头", {"材质": "棉"}), ("羽绒枕", {"材质": "羽绒"}),
        ],
        "zh",
    )  # fmt: skip


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    """Electronics and more in English."""
    return _shop(
        [
            ("mouse", {"hand": "left-handed", "b_bluetooth": True, "b_receiver_included": True}),
            ("smartphone", {"front_camera": (16.0, "MP"), "main_camera": (50.0, "MP")}),
            ("earbuds", {"battery_life": (8.0, "h"), "battery_life_with_case": (30.0, "h")}),
            ("TV wall mount", {"minimum_screen_size_compatibility": (32.0, "inch"),
                               "maximum_screen_size_compatibility": (65.0, "inch")}),
            ("TV", {"display_diagonal": (65.0, "inch")}),
            ("bicycle light", {"rechargeable": True, "waterproof": True}),
        ],
        "en",
    )  # fmt: skip


def _heard(shop: RulesParser, text: str) -> tuple[set[str], set[tuple[object, ...]]]:
    intent: Intent = shop.understand(Turn("c", text), DialogueState())
    types = set(intent.want.types) if intent.want else set()
    return types, {(one.field, one.op, one.value, one.unit) for one in intent.require}


@pytest.mark.parametrize(
    ("texts", "types", "demands"),
    [
        (("a round table", "table, round", "圆桌", "圆形的桌子"), {"圆桌"}, set()),
        (("a pillow filled with down", "down pillow", "羽绒枕"), {"羽绒枕"}, set()),
        (("bed made of solid wood", "solid wood bed", "实木床"), {"木床"}, {("材质", "has", "实木", None)}),
    ],
)
def test_a_word_and_a_kind_are_the_kind_that_the_shop_names_so(
    house: RulesParser, texts: tuple[str, ...], types: set[str], demands: set[tuple[object, ...]]
) -> None:
    for text in texts:
        assert _heard(house, text) == (types, demands), text


@pytest.mark.parametrize(
    ("texts", "demands"),
    [
        (("mouse for left-handers", "左手用的鼠标"), {("hand", "=", "left-handed", None)}),
        (("smartphone with a 50 megapixel camera", "5000万像素的手机"), {("main_camera", "=", 50.0, "MP")}),
        (("smartphone with a front camera of 16 MP",), {("front_camera", "=", 16.0, "MP")}),
        (("earbuds, battery of 8 hours or more", "续航8小时以上的耳塞"), {("battery_life", ">=", 8.0, "h")}),
        (
            ("wall mount for a 55 inch TV", "55寸电视用的壁挂架"),
            {("maximum_screen_size_compatibility", ">=", 55.0, "inch")},
        ),
        (
            ("rechargeable bicycle light, waterproof", "防水的充电自行车灯"),
            {("rechargeable", "has", "rechargeable", None), ("waterproof", "has", "waterproof", None)},
        ),
        (
            ("mouse without a receiver, Bluetooth please",),
            {("b_receiver_included", "=", False, None), ("b_bluetooth", "has", "bluetooth", None)},
        ),
    ],
)
def test_the_same_demand_is_told_of_the_same_column(
    shop: RulesParser, texts: tuple[str, ...], demands: set[tuple[object, ...]]
) -> None:
    for text in texts:
        assert _heard(shop, text)[1] == demands, text

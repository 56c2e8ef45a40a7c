"""What is said of a part, of what goods come in, and of what they must be free of, in both languages."""

from __future__ import annotations

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Intent, Turn
from catalog.product import Attribute, Product
from tests.assistant.understanding.small_shops import Shop, parser


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    rows = [
        ("Backpack", {"colour": Attribute("red"), "material": Attribute("nylon")}),
        ("Backpack", {"colour": Attribute("black"), "material": Attribute("leather")}),
        ("Knife", {"handle material": Attribute("wood"), "blade length": Attribute(20.0, "cm")}),
        ("Sleeping bag", {"comfort temperature": Attribute(-5.0, "°C"), "weight": Attribute(1.2, "kg")}),
        ("Sleeping bag", {"comfort temperature": Attribute(4.0, "°C"), "weight": Attribute(0.9, "kg")}),
        ("Socks", {"pack size": Attribute(3.0, "pairs"), "colour": Attribute("grey")}),
        ("Lamp", {"arm length": Attribute(40.0, "cm"), "colour": Attribute("white")}),
    ]
    return parser(
        Shop(
            Product(str(at), f"Hollin {type_} {at}", "Hollin", type_, (), 30.0 + at, "EUR", facts, language="en")
            for at, (type_, facts) in enumerate(rows * 3)
        )
    )


def understood(shop: RulesParser, text: str) -> Intent:
    return shop.understand(Turn("c", text), DialogueState())


def heard(shop: RulesParser, text: str) -> dict[str, tuple[str, object]]:
    return {one.field: (one.op, one.value) for one in understood(shop, text).require}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("a backpack with red straps", "red straps"),
        ("a backpack with gold zippers", "gold zippers"),
        ("带红色肩带的背包", "red straps"),
        ("背包 带黑色边框", "black frame"),
        ("黑框的背包", "black frame"),
        ("红色肩带的背包", "red straps"),
    ],
)
def test_the_colour_of_a_part_is_not_the_colour_of_the_goods(shop: RulesParser, text: str, part: str) -> None:
    assert heard(shop, text) == {part: ("has", part)}


def test_a_part_is_told_by_its_own_column(shop: RulesParser) -> None:
    assert {name: value for name, (_, value) in heard(shop, "a knife with a wooden handle").items()} == {
        "handle material": "wood"
    }


@pytest.mark.parametrize("text", ["a backpack with a red color", "a backpack in red", "红色的背包"])
def test_the_colour_of_the_goods_stays_theirs(shop: RulesParser, text: str) -> None:
    assert {name: value for name, (_, value) in heard(shop, text).items()} == {"colour": "red"}


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("crackers, no gluten", {"gluten-free"}),
        ("snacks free from nuts and gluten", {"nut-free", "gluten-free"}),
        ("snacks free of gluten, nuts and soy", {"gluten-free", "nut-free", "soy-free"}),
        ("candle, no dyes, vanilla scent", {"dye free"}),
        ("不含坚果和麸质的零食", {"nut-free", "gluten-free"}),
    ],
)
def test_what_goods_must_be_free_of(shop: RulesParser, text: str, free: set[str]) -> None:
    told = {one.field.replace(" ", "-") for one in understood(shop, text).require if one.op == "has"}
    assert {name.replace(" ", "-") for name in free} <= told


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("a 4 pounds bag of chocolate candies", "candy"),
        ("a backpack of good leather", "backpack"),
        ("两种不同口味的华夫饼", "华夫饼"),
    ],
)
def test_what_goods_come_in_is_not_what_is_wanted(shop: RulesParser, text: str, want: str) -> None:
    wanted = understood(shop, text).want
    assert wanted is not None
    assert wanted.name == want


@pytest.mark.parametrize("text", ["waffles of two different flavors", "cheese squares", "gummies in several flavours"])
def test_many_of_a_thing_are_no_quality(shop: RulesParser, text: str) -> None:
    assert heard(shop, text) == {}


def test_an_artificial_flavour_is_no_name_of_one(shop: RulesParser) -> None:
    assert heard(shop, "gummies, no artificial flavors") == {
        "artificial flavour": ("!=", "artificial flavour"),
    }


@pytest.mark.parametrize(
    "text",
    ["sleeping bag that keeps to -10 degrees", "sleeping bag, comfort -10", "sleeping bag for minus 10 degrees",
     "零下10度能用的睡袋", "睡袋 舒适温标-10度"],
)  # fmt: skip
def test_cold_that_goods_must_stand(shop: RulesParser, text: str) -> None:
    assert heard(shop, text) == {"comfort temperature": ("<=", -10.0)}


@pytest.mark.parametrize(("text", "count"), [("socks, 3 pairs", 3.0), ("single pack of socks", 1.0)])
def test_how_many_come_together(shop: RulesParser, text: str, count: float) -> None:
    assert [value for _, value in heard(shop, text).values()] == [count]


@pytest.mark.parametrize(
    ("text", "count"),
    [("a bag of 180 honeydew candies", 180.0), ("package of 16 lip razors", 16.0), ("a box of twelve candles", 12.0)],
)
def test_what_a_container_holds_is_counted(shop: RulesParser, text: str, count: float) -> None:
    assert heard(shop, text) == {"pack_size": ("=", count)}


def test_two_arms_are_no_length_of_arms(shop: RulesParser) -> None:
    assert heard(shop, "a lamp with two arms") == {}


@pytest.mark.parametrize("text", ["a lamp, 27 in", "a lamp 27 in wide", "a lamp, 27 in or bigger"])
def test_inches_are_inches_without_a_dot(shop: RulesParser, text: str) -> None:
    assert {one.unit for one in understood(shop, text).require} == {"inch"}


def test_a_colour_named_after_a_thing(shop: RulesParser) -> None:
    assert heard(shop, "a backpack with wine color")["colour"] == ("has", "wine")
    assert "material" not in heard(shop, "a backpack, the color was crystal gray")


@pytest.fixture(scope="module")
def appliances() -> RulesParser:
    rows = [
        ("Fridge", {"energy class": Attribute("C"), "colour": Attribute("white")}),
        ("Fridge", {"energy class": Attribute("A"), "colour": Attribute("silver")}),
        ("Fridge", {"energy class": Attribute("E"), "colour": Attribute("white")}),
        ("Headphones", {"connectivity": Attribute("Bluetooth"), "colour": Attribute("white")}),
        ("Headphones", {"connectivity": Attribute("cable"), "colour": Attribute("black")}),
    ]
    return parser(
        Shop(
            Product(str(at), f"Hollin {type_} {at}", "Hollin", type_, (), 30.0 + at, "EUR", facts, language="en")
            for at, (type_, facts) in enumerate(rows * 3)
        )
    )


@pytest.mark.parametrize("text", ["fridge, energy class C or better", "fridge with energy class at least C"])
def test_a_grade_or_better(appliances: RulesParser, text: str) -> None:
    assert heard(appliances, text) == {"energy class": ("in", ("A", "C"))}


@pytest.mark.parametrize(("first", "then"), [("bluetooth headphones", "wired also fine"), ("蓝牙耳机", "有线的也行")])
def test_a_cable_that_is_welcome_too_frees_the_radio(appliances: RulesParser, first: str, then: str) -> None:
    state = DialogueState()
    for text in (first, then):
        turn = Turn("c", text)
        state = state.after(turn, appliances.understand(turn, state))
    assert state.ledger == ()


@pytest.mark.parametrize(
    ("text", "op"),
    [("塑料外壳的", "has"), ("不要塑料外壳", "!="), ("塑料外壳的不要", "!="), ("no plastic casing", "!=")],
)
def test_the_stuff_of_a_part_is_told_of_what_is_wanted_already(shop: RulesParser, text: str, op: str) -> None:
    lamp = after(shop, "a lamp")
    intent = shop.understand(Turn("c", text), lamp)
    assert {one.field: (one.op, one.value) for one in intent.require} == {"plastic casing": (op, "plastic casing")}
    assert lamp.after(Turn("c", text), intent).want == lamp.want


@pytest.mark.parametrize("text", ["nylon body please", "要尼龙机身"])
def test_what_the_body_is_made_of_the_goods_are(shop: RulesParser, text: str) -> None:
    require = shop.understand(Turn("c", text), after(shop, "a backpack")).require
    assert [(one.field, one.op, one.value) for one in require] == [("material", "=", "nylon")]


def after(shop: RulesParser, text: str) -> DialogueState:
    return DialogueState().after(Turn("c", text), understood(shop, text))


@pytest.mark.parametrize("text", ["a backpack for 3 days", "徒步三天的背包", "a backpack for two weeks away"])
def test_how_long_a_use_lasts_is_no_demand_where_no_record_tells_a_time(shop: RulesParser, text: str) -> None:
    assert not [one for one in understood(shop, text).require if one.firm]

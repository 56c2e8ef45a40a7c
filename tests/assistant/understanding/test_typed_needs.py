"""Needs as people type them: makers' own colours, sizes of figure and letters, packs, memory and storage in one."""

from __future__ import annotations

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Turn
from tests.assistant.understanding.small_shops import electronics, parser


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    return parser(electronics())


def heard(shop: RulesParser, text: str) -> dict[str, object]:
    return {one.field: one.value for one in shop.understand(Turn("c", text), DialogueState()).require}


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("a sweater in the color x04-5", "x04-5"),
        ("a wig, preferably color 13#", "13"),
        ("a sleepwear set, color: yk9672#", "yk9672"),
        ("a sweater in the colour of moonstone", "moonstone"),
        ("feather color trousers", "feather"),
        ("a wall lamp, color d", "d"),
        ("a color b wall lamp", "b"),
        ("a cosmetic bag in color eleven", "eleven"),
    ],
)
def test_a_makers_own_colour(shop: RulesParser, text: str, colour: str) -> None:
    assert colour in heard(shop, text).values()


@pytest.mark.parametrize("text", ["a hair color", "a tv in color, 40 inch", "a 16 colour eyeshadow palette"])
def test_the_word_colour_that_names_none(shop: RulesParser, text: str) -> None:
    assert not any("colour" in field for field in heard(shop, text))


@pytest.mark.parametrize(
    ("text", "size"),
    [("a shirt in size 3x", "3XL"), ("a dress, size 2t", "2T"), ("a bra size 34b", "34B"), ("a medium tracksuit", "M")],
)
def test_a_size_of_figure_and_letters(shop: RulesParser, text: str, size: str) -> None:
    assert size in heard(shop, text).values()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a four-pack of cookies", 4.0),
        ("a pack of 1 mouthwash", 1.0),
        ("12 count cashews (pack of 1)", 12.0),
        ("popcorn salt that comes in a pack of six", 6.0),
    ],
)
def test_a_pack(shop: RulesParser, text: str, count: float) -> None:
    assert count in heard(shop, text).values()


@pytest.mark.parametrize("text", ["8+256G的手机", "phone with 8+256GB", "a phone, 8 GB + 256 GB"])
def test_memory_and_storage_with_a_plus_between(shop: RulesParser, text: str) -> None:
    found = heard(shop, text)
    assert {8.0, 256.0} <= set(found.values())
    assert "price" not in found


def test_shorts_are_goods_and_nothing_short(shop: RulesParser) -> None:
    intent = shop.understand(Turn("c", "blue mens shorts"), DialogueState())
    assert intent.want is not None
    assert "short" in intent.want.name
    assert not any(one.field == "length" for one in intent.require)


def test_to_be_low_is_nothing_below(shop: RulesParser) -> None:
    assert "low-fat" in heard(shop, "jerky that needs to be low fat").values()


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("curtains 52w x 84l", {"width": 52.0, "length": 84.0}),
        ("a wall sconce, 13 h x 5 w", {"height": 13.0, "width": 5.0}),
        ('a cabinet 30" w x 20" d x 40" h', {"width": 30.0, "depth": 20.0, "height": 40.0}),
    ],
)
def test_sides_told_by_a_letter(shop: RulesParser, text: str, sides: dict[str, float]) -> None:
    assert heard(shop, text).items() >= sides.items()


@pytest.mark.parametrize("text", ["cargo pants 40w x 34l", "a pair of 32w x 30l jeans"])
def test_waist_and_length_are_one_size(shop: RulesParser, text: str) -> None:
    assert {"W40/L34", "W32/L30"} & set(heard(shop, text).values())


def test_what_a_vessel_holds_is_no_price(shop: RulesParser) -> None:
    found = shop.understand(Turn("c", "a five pound bag of seeds"), DialogueState()).require
    assert [(one.value, one.unit) for one in found] == [(5.0, "lb")]


def test_fluid_ounces_however_they_are_written(shop: RulesParser) -> None:
    assert heard(shop, "a 12.7 fluid oz syrup") == heard(shop, "a 12.7 fl oz syrup")


def test_a_list_of_flavours_begins_with_a_flavour(shop: RulesParser) -> None:
    assert heard(shop, "lollipops in green and green apple flavor")["flavour"] == "green apple"


def test_shoes_between_two_sizes_tell_no_price(shop: RulesParser) -> None:
    assert heard(shop, "slippers in a size 11-11.5") == {"size": "11-11.5"}


@pytest.mark.parametrize(("text", "word"), [("organic castor oil", "organic"), ("a machine washable rug", "machine")])
def test_a_feature_keeps_the_words_of_its_language(shop: RulesParser, text: str, word: str) -> None:
    assert all(str(value).isascii() for value in heard(shop, text).values())
    assert any(word in str(value) for value in heard(shop, text).values())


def test_sides_that_are_bounded_together(shop: RulesParser) -> None:
    found = shop.understand(Turn("c", "a throw blanket of at least 50 by 60 inches"), DialogueState()).require
    assert {(one.op, one.value) for one in found} == {(">=", 50.0), (">=", 60.0)}


def test_a_shape_told_by_a_letter_is_no_measure(shop: RulesParser) -> None:
    assert heard(shop, "an l-shaped bookcase") == {"l-shaped": "l-shaped"}


def test_a_brand_beside_the_maker_it_is_made_for(shop: RulesParser) -> None:
    assert heard(shop, "a Rabuzi wristband for Sony cameras").get("brand") == "Rabuzi"


@pytest.mark.parametrize(("text", "part"), [("a rug with tassels", "tassels"), ("a bunk bed with slats", "slats")])
def test_a_part_that_nothing_knows_is_demanded(shop: RulesParser, text: str, part: str) -> None:
    assert part in heard(shop, text).values()


def test_words_that_go_on_are_no_part(shop: RulesParser) -> None:
    assert not heard(shop, "a rug with tassels galore")


@pytest.mark.parametrize("text", ["a warm beige sofa", "warm beige color foundation"])
def test_the_shade_of_a_colour_is_no_feature(shop: RulesParser, text: str) -> None:
    assert [value for value in heard(shop, text).values() if value != "beige"] == []

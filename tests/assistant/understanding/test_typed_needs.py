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
    [("a four-pack of cookies", 4.0), ("a pack of 1 mouthwash", 1.0), ("12 count cashews (pack of 1)", 12.0)],
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

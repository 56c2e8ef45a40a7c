"""Sizes that are names, features of ever new names, and colours that the catalogue doesn't list."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from assistant.state import DialogueState
from assistant.vocabulary import Turn


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("running shoes, size 43", ("size", "=", "43")),
        ("running shoes in size 7", ("size", "=", "7")),
        ("socks, size 43-46", ("size", "=", "43-46")),
        ("T-shirt, size medium", ("size", "=", "M")),
        ("T-shirt in XL", ("size", "=", "XL")),
        ("a gluten-free shampoo", ("gluten-free", "has", "gluten-free")),
        ("sandals that are non-slip", ("non-slip", "has", "non-slip")),
        ("无酒精的面霜", ("alcohol-free", "has", "alcohol-free")),
        ("a khaki backpack", ("colour", "has", "khaki")),
        ("football size 5", ("size", "=", "5")),
        ("5号足球", ("size", "=", "5")),
        ("dog bed, size L", ("size", "=", "L")),
        ("L号的狗窝", ("size", "=", "L")),
        ("jeans 32w x 32l", ("size", "=", "W32/L32")),
        ("soy and dairy free ice cream", ("soy free", "has", "soy free")),
        ("a chandelier in moonstone color", ("colour", "has", "moonstone")),
        ("an espresso one: a sideboard", ("colour", "has", "espresso")),
        ("chocolate bars, pack of 12", ("pack_size", "=", 12.0)),
        ("a 4 pack of drum sticks", ("pack_size", "=", 4.0)),
        ("womens jumpsuit with long sleeves", ("gender", "=", "women")),
        ("snow boots for men", ("gender", "=", "men")),
        ("headphones with fast charging that are anti-static", ("anti-static", "has", "anti-static")),
        ("粗蛋白25%以上的狗粮", ("protein", ">=", 25.0)),
    ],
)
def test_it_is_a_demand(sample_assistant: Assistant, text: str, demand: tuple[str, str, str]) -> None:
    intent = sample_assistant.parser.understand(Turn("c", text), DialogueState())
    assert demand in [(one.field, one.op, one.value) for one in intent.require]


@pytest.mark.parametrize("text", ["a large desk lamp", "a medium firm pillow", "kettle with free shipping", "无线鼠标"])
def test_it_is_none(sample_assistant: Assistant, text: str) -> None:
    intent = sample_assistant.parser.understand(Turn("c", text), DialogueState())
    assert not [one for one in intent.require if one.field == "size" or "free" in one.field]
    assert intent.want is not None
    assert intent.want.types


@pytest.mark.parametrize(
    "text", ["a jumpsuit for a woman", "headphones for women", "hair color for grey hair", "a vegan and tasty snack"]
)
def test_what_it_is_for_is_no_firm_demand(sample_assistant: Assistant, text: str) -> None:
    intent = sample_assistant.parser.understand(Turn("c", text), DialogueState())
    assert not [one for one in intent.require if one.firm and one.field in ("gender", "pack_size", "tasty free")]
    assert not [one for one in intent.require if one.value == "hair"]

"""What people type who never saw the shop: sides in one breath, tastes, coined brands, sizes of kinds it lacks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.conversation import Assistant
from assistant.state import DialogueState
from assistant.vocabulary import Act, Intent, Turn


def _said(assistant: Assistant, *texts: str) -> tuple[Intent, DialogueState]:
    state = DialogueState()
    for text in texts:
        turn = Turn("c", text)
        intent = assistant.parser.understand(turn, state)
        state = state.after(turn, intent)
    return intent, state


@pytest.mark.parametrize(
    ("text", "demands"),
    [
        ("a rug of 7 by 5 ft", [("width", 5.0, "ft"), ("length", 7.0, "ft")]),
        ("standing desk 140 x 70 cm", [("width", 140.0, "cm"), ("depth", 70.0, "cm")]),
        ("升降桌 140*70", [("width", 140.0, "cm"), ("depth", 70.0, "cm")]),
        ("床垫 1米8 乘 2米", [("width", 1.8, "m"), ("length", 2.0, "m")]),
        ("hair extensions of 20 inches", [("length", 20.0, "inch")]),
        ("電腦桌 500歐以下", [("price", 500.0, "EUR")]),
        ("sandals 39 black", [("size", "39", None), ("colour", "black", None)]),
        ("a pullover in a large", [("size", "L", None)]),
        ("洗发水 两瓶装", [("pack_size", 2.0, None)]),
        ("tea with french vanilla flavor", [("flavour", "french vanilla", None)]),
        ("the zimbolo vicenti brand macaroons", [("brand", "zimbolo vicenti", None)]),
        ("a coffee colored jumpsuit", [("colour", "coffee", None)]),
        ("red short sleeve polo neck shirts", [("colour", "red", None)]),
        ("a faux fur chair", [("faux fur", "faux fur", None)]),
        ("a wig made of human hair", [("material", "human hair", None)]),
        ("three pack of hair dye", [("pack_size", 3.0, None)]),
        ("tv with two hdmi ports", [("hdmi ports", 2.0, None)]),
        ("a 3-drawer file cabinet", [("drawer", 3.0, None)]),
        ("7 and a half kg dumbbell", [("weight", 7.5, "kg")]),
        ("a medium sized womens top", [("size", "M", None), ("gender", "women", None)]),
        ("男士内衣 黑色", [("gender", "men", None)]),
        ("a round, ivory ottoman", [("shape", "round", None)]),
        ("a vantorel walnut tv stand", [("brand", "vantorel", None)]),
        ("limit 40 euros, running socks", [("price", 40.0, "EUR")]),
        ("running socks, 40 euro cap", [("price", 40.0, "EUR")]),
        ("desktop with 32 gb of ram and 256 ssd", [("storage", 256.0, "GB")]),
    ],
)
def test_it_is_heard(sample_assistant: Assistant, text: str, demands: Sequence[tuple[str, object, str | None]]) -> None:
    intent, _ = _said(sample_assistant, text)
    heard = [(one.field, one.value, one.unit) for one in intent.require]
    assert [one for one in demands if one not in heard] == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("hair dye in light to medium blonde", "size"),
        ("chicken and apple sausages", "brand"),
        ("a decaffeinated lavender tea", "colour"),
        ("键盘 无线有线都可以", "wireless"),
        ("a mouse, wired or wireless is fine", "wireless"),
        ("camera that is easy to carry", "camera"),
        ("scope for iphone 12 pro max that has a case", "price"),
        ("a faux fur chair", "fur"),
        ("100% pure almond oil", "protein"),
        ("50% off shoes", "share"),
        ("candle without lead", "type"),
        ("apple compatible case", "brand"),
        ("a few socks", "quantity"),
    ],
)
def test_it_is_not_heard(sample_assistant: Assistant, text: str, field: str) -> None:
    intent, _ = _said(sample_assistant, text)
    assert field not in [one.field for one in intent.require]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I want some gluten free soft blue edible brew dust", "brew dust"),
        ("a high quality hair extension", "hair extension"),
    ],
)
def test_the_last_words_of_a_name_are_what_is_wanted(sample_assistant: Assistant, text: str, name: str) -> None:
    intent, _ = _said(sample_assistant, text)
    assert intent.want is not None
    assert intent.want.name == name


@pytest.mark.parametrize(
    "texts", [("headphones under 100", "start over, I need a kettle"), ("耳机100以内", "重新开始 我要买烧水壶")]
)
def test_a_new_beginning_keeps_nothing(sample_assistant: Assistant, texts: Sequence[str]) -> None:
    intent, state = _said(sample_assistant, *texts)
    assert intent.act is Act.FIND
    assert state.want is not None
    assert "kettle" in state.want.types
    assert state.ledger == ()
    assert "start" not in state.want.query


@pytest.mark.parametrize(
    "texts", [("a laptop under 900", "I also need a gift for my mum"), ("跑步鞋 42码", "再给我妈挑个生日礼物")]
)
def test_a_present_is_another_need(sample_assistant: Assistant, texts: Sequence[str]) -> None:
    _, state = _said(sample_assistant, *texts)
    assert state.want is None
    assert "price" not in [one.field for one in state.ledger]
    assert "recipient" in [one.field for one in state.ledger]


def test_what_is_wanted_may_be_a_present(sample_assistant: Assistant) -> None:
    _, state = _said(sample_assistant, "headphones under 100", "it's a gift for my wife")
    assert state.want is not None
    assert "price" in [one.field for one in state.ledger]

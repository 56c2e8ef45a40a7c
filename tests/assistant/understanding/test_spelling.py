"""Misspelt words are read as what they are nearest to, and told; words that anything knows stay as they are."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Intent, Turn
from tests.assistant.understanding.small_shops import electronics, parser


@pytest.fixture(scope="module")
def rules() -> RulesParser:
    return parser(electronics())


def heard(rules: RulesParser, text: str) -> Intent:
    return rules.understand(Turn("c", text), DialogueState())


def need(intent: Intent) -> tuple[object, ...]:
    return intent.want and intent.want.types, [(one.field, one.op, one.value, one.unit) for one in intent.require]


@pytest.mark.parametrize(
    ("misspelt", "right"),
    [
        ("loptop undr 900 euros", "laptop under 900 euros"),
        ("a blak mouse", "a black mouse"),
        ("wirless mouse", "wireless mouse"),
        ("laptop with blutooth", "laptop with bluetooth"),
        ("moniter bigger than 24 inch", "monitor bigger than 24 inch"),
        ("a Logitec mouse", "a Logitech mouse"),
        ("手提電腦，不要紅色", "手提电脑，不要红色"),
        ("兰牙鼠标", "蓝牙鼠标"),
        ("笔记本点脑，九百以内", "笔记本电脑，九百以内"),
    ],
)
def test_a_misspelt_need_is_the_need(rules: RulesParser, misspelt: str, right: str) -> None:
    assert need(heard(rules, misspelt)) == need(heard(rules, right))
    assert heard(rules, right).corrected == ()


@pytest.mark.parametrize(
    "text",
    [
        "order form",
        "foam pillow",
        "a lapdog for my aunt",
        "thinkpad or macbook or zenbook",
        "WIRLESSX7 adapter",
        "lapt0p wh-lapttop-2 user@labtop.example",
        "seafoam green mouse",
        "无限期保修的鼠标",
        "我想给他买的文具盒",
    ],
)
def test_what_anything_knows_stays(rules: RulesParser, text: str) -> None:
    assert heard(rules, text).corrected == ()


def test_a_word_that_two_words_are_equally_near_to_stays(rules: RulesParser) -> None:
    assert heard(rules, "a xouze for my desk").corrected == ()


def test_a_demand_keeps_the_words_as_they_were_written(rules: RulesParser) -> None:
    intent = heard(rules, "laptop undr 900 euros with blutooth")
    assert [one.said for one in intent.require] == ["undr 900 euros", "blutooth"]
    assert intent.corrected == (("undr", "under"), ("blutooth", "bluetooth"))


def test_what_was_read_otherwise_is_told(sample_assistant: Assistant) -> None:
    _, reply = sample_assistant.respond(DialogueState(), Turn("c", "wirless headfones"))
    assert reply.items
    assert any("headfones" in notice and "headphones" in notice for notice in reply.notices)
    _, reply = sample_assistant.respond(DialogueState(), Turn("c", "降躁耳机"))
    assert reply.items
    assert any("降躁" in notice and "降噪" in notice for notice in reply.notices)

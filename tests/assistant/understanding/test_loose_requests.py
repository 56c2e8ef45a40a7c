"""Requests typed loosely in the sample shop: whose weight a figure is, bare sizes, parts that come along, signs."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from assistant.state import DialogueState
from assistant.vocabulary import Turn


def heard(assistant: Assistant, text: str) -> dict[str, str]:
    """Each demand's field and what is demanded of it."""
    state = DialogueState()
    ledger = state.after(Turn("c", text), assistant.parser.understand(Turn("c", text), state)).ledger
    return {one.field: f"{one.op} {one.value} {one.unit or ''}".strip() for one in ledger}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("狗窝 金毛80斤睡得下", ("pet_weight_max", ">= 40000.0 g")),
        ("猫咪航空箱 猫八斤重", ("pet_weight_max", ">= 4000.0 g")),
        ("人体工学椅 坐200斤的人不塌", ("max_load", ">= 100000.0 g")),
    ],
)
def test_what_the_goods_shall_carry_is_no_weight_of_theirs(
    sample_assistant: Assistant, text: str, expected: tuple[str, str]
) -> None:
    demands = heard(sample_assistant, text)
    assert expected in demands.items()
    assert "weight" not in demands


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("merino socks 43-46, cushioned", "size", "= 43-46"),
        ("womens jeans 29/30 dark blue", "size", "= W29/L30"),
        ("凉鞋女38 防滑", "size", "= 38"),
        ("骑车穿的雨衣 L 要有反光条", "size", "= L"),
        ("trail running shoes uk 9 mens", "size", "= 9"),
        ("5g phone dual sim, at least 256", "storage", ">= 256.0 GB"),
        ("laptop 16/512", "memory", "= 16.0 GB"),
        ("sports watch, 7+ days battery", "battery_life", ">= 7.0 day"),
        ("充电宝 2w毫安", "battery_capacity", "= 20000.0 mAh"),
        ("上班用的双肩包 放得下15.6的电脑", "laptop_size", ">= 15.6 inch"),
    ],
)
def test_bare_figures_that_are_no_price(sample_assistant: Assistant, text: str, field: str, expected: str) -> None:
    demands = heard(sample_assistant, text)
    assert demands[field] == expected
    assert "price" not in demands


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("yoga mat 6mm, strap incl.", "strap"),
        ("school bag, name tag inside", "name tag"),
        ("rain jacket w hood", "hood"),
    ],
)
def test_parts_that_come_along(sample_assistant: Assistant, text: str, part: str) -> None:
    assert any(part in field.replace("_", " ") for field in heard(sample_assistant, text))


@pytest.mark.parametrize("text", ["碎纸机 能碎银行卡", "头灯 带红光", "monitor that goes up and down"])
def test_a_word_inside_another_is_no_colour_and_no_material(sample_assistant: Assistant, text: str) -> None:
    assert not {"colour", "material", "down"} & heard(sample_assistant, text).keys()


def test_two_batteries_are_no_two_yuan(sample_assistant: Assistant) -> None:
    assert "price" not in heard(sample_assistant, "电钻 两块电池")


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("bt speaker, blue, 50ish", "price", "about 50.0 EUR"),
        ("50ish litre fish tank", "capacity", "about 50.0 l"),
        ("船袜 黑白灰都行", "colour", "in ('black', 'white', 'grey')"),
        ("office chair, mesh not leather", "material", "= mesh"),
        ("quiet mechanical keyboard", "silent", "has silent"),
    ],
)
def test_words_cut_short_and_run_together(sample_assistant: Assistant, text: str, field: str, expected: str) -> None:
    assert heard(sample_assistant, text).get(field) == expected

"""Needs as Chinese shoppers of other regions and habits say them, and the same in English where it exists."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from assistant.state import DialogueState
from assistant.vocabulary import Turn


def heard(assistant: Assistant, text: str) -> set[tuple[str, str, object]]:
    turn = Turn("c", text)
    ledger = DialogueState().after(turn, assistant.parser.understand(turn, DialogueState())).ledger
    return {(one.field, one.op, one.value) for one in ledger}


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("平啲嘅耳機", ("price", "<", None)),
        ("有冇平嘅耳機", ("price", "<", None)),
        ("無限滑鼠", ("wireless", "has", "wireless")),
        ("耳机 唔係入耳式嘅", ("wearing_style", "!=", "in-ear")),
        ("无线鼠标 充电款 不要装干电池那种", ("rechargeable", "has", "rechargeable")),
        ("A4打印纸 500张一包 来5包", ("sheet_count", "=", 500.0)),
        ("A4 printer paper, 500 sheets a pack, I need 5 packs", ("sheet_count", "=", 500.0)),
        ("积木500块", ("pieces", "=", 500.0)),
        ("500块的积木", ("price", "about", 500.0)),
        ("平底锅耐200度", ("oven_safe", ">=", 200.0)),
        ("a frying pan, oven safe to 220 degrees", ("oven_safe", ">=", 220.0)),
        ("一级能效的风扇", ("energy_class", "=", "1")),
        ("电饭煲 能效二级以上", ("energy_class", "in", ("1", "2"))),
        ("a fan of energy class A or better", ("energy_class", "in", ("A+++", "A++", "A+", "A"))),
        ("为什么耳机都这么贵 有没有便宜点的 三百以内", ("price", "<=", 300.0)),
        ("why are these laptops so expensive? anything under 500", ("price", "<=", 500.0)),
        ("连衣裙 长一米二 两百出头", ("price", "about", 200.0)),
    ],
)
def test_it_is_heard(sample_assistant: Assistant, text: str, demand: tuple[str, str, object]) -> None:
    assert demand in heard(sample_assistant, text)


@pytest.mark.parametrize("text", ["headphones around 500, no more than 600", "耳机五百左右不超六百"])
def test_what_is_best_stands_beside_how_far_it_may_go(sample_assistant: Assistant, text: str) -> None:
    assert heard(sample_assistant, text) == {("price", "about", 500.0), ("price", "<=", 600.0)}


@pytest.mark.parametrize("text", ["办公椅20把", "八成新的手机", "高级节能台灯"])
def test_these_figures_are_no_price_and_no_class(sample_assistant: Assistant, text: str) -> None:
    assert not {field for field, op, _ in heard(sample_assistant, text) if op in ("=", "about", "in")}


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("電水壺 一升七的", ("capacity", "=", 1.7)),
        ("手提電腦 一公斤三以內", ("weight", "<=", 1.3)),
        ("跑鞋 不要黑色的不要灰色的", ("colour", "!=", "grey")),
        ("跑鞋42码半", ("size", "=", "42.5")),
        ("毛巾 600克重的 一条就行", ("weight", "=", 600.0)),
        ("积木 榉木 不要上色的", ("material", "=", "beech wood")),
        ("吸尘器 不要袋的", ("bagless", "has", "bagless")),
        ("T恤 棉的或者亚麻的", ("material", "in", ("cotton", "linen"))),
    ],
)
def test_what_stands_beside_it_changes_nothing(
    sample_assistant: Assistant, text: str, demand: tuple[str, str, object]
) -> None:
    assert demand in heard(sample_assistant, text)


def test_only_the_last_of_what_spaces_part_is_softened(sample_assistant: Assistant) -> None:
    turn = Turn("c", "耳机 无线 黑色 Halvrik的优先")
    told = {one.field: one.firm for one in sample_assistant.parser.understand(turn, DialogueState()).require}
    assert told == {"wireless": True, "colour": True, "brand": False}


def test_two_pieces_are_no_price(sample_assistant: Assistant) -> None:
    assert not [one for one in heard(sample_assistant, "瑜伽砖来两块") if one[0] == "price"]


def test_what_stands_behind_a_load_is_no_part_of_it(sample_assistant: Assistant) -> None:
    told = {field for field, _, _ in heard(sample_assistant, "宠物外出包 猫10斤 透气 可折叠")}
    assert {"pet_weight_max", "breathable", "foldable"} <= told

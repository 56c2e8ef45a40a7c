"""What went into the basket is put right by a bare colour, count or name; other things said then leave it alone."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from assistant.vocabulary import Act, Turn
from tests.assistant.understanding.test_names_on_screen import last

GREY, BLUE = "runshoe-stridova-pace-grey-42", "runshoe-stridova-pace-blue-44"
BLACK_LAMP, WHITE_LAMP = "lamp-lumivar-arc-black", "lamp-lumivar-arc-white"
FLOW, START = "chair-sitzora-flow-black", "chair-kontorra-start-black"
ROOT, PURPLE = "yogamat-tummeling-root-dark-green", "yogamat-tummeling-flow-purple"
SHOES = ("running shoes", "I'll take the grey one")
LAMPS = ("台灯", "黑色的那个来两个")


@pytest.mark.parametrize(
    ("turns", "held"),
    [
        ((*SHOES, "take it out, the blue ones instead"), {BLUE: 1}),
        ((*SHOES, "no sorry, the blue one"), {BLUE: 1}),
        ((*SHOES, "and a pair of the blue ones"), {GREY: 1, BLUE: 1}),
        ((*SHOES, "make it a dozen"), {GREY: 12}),
        ((*SHOES, "sorry I meant 3"), {GREY: 3}),
        ((*SHOES, "another one please"), {GREY: 2}),
        ((*SHOES, "and a pair of the blue ones", "actually drop the grey"), {BLUE: 1}),
        ((*SHOES, "I don't want it anymore"), {}),
        (("office chair", "I need two of the flow", "swap them for the start"), {START: 2}),
        (("office chair", "add two of the flow to my basket", "one of them swapped for the start instead"),
         {FLOW: 1, START: 1}),
        ((*LAMPS, "换成白色的"), {WHITE_LAMP: 2}),
        ((*LAMPS, "不对，我要白的"), {WHITE_LAMP: 2}),
        ((*LAMPS, "改成三个"), {BLACK_LAMP: 3}),
        ((*LAMPS, "少拿一个"), {BLACK_LAMP: 1}),
        ((*LAMPS, "一个换成白的"), {BLACK_LAMP: 1, WHITE_LAMP: 1}),
        ((*LAMPS, "再加个白色的"), {BLACK_LAMP: 2, WHITE_LAMP: 1}),
        ((*LAMPS, "黑色的不要了"), {}),
        (("瑜伽垫", "紫的多重", "来两个"), {PURPLE: 2}),
        (("瑜伽垫", "绿色的要了"), {ROOT: 1}),
    ],
)  # fmt: skip
def test_what_went_in_is_put_right(sample_assistant: Assistant, turns: tuple[str, ...], held: dict[str, int]) -> None:
    state, _ = last(sample_assistant, *turns)
    assert {line.product: line.quantity for line in state.cart} == held


@pytest.mark.parametrize(
    ("turns", "held"),
    [
        ((*SHOES, "no thanks, that's all"), {GREY: 1}),
        ((*SHOES, "I don't want anything else"), {GREY: 1}),
        ((*SHOES, "is the blue one waterproof?"), {GREY: 1}),
        ((*SHOES, "show me the blue ones instead"), {GREY: 1}),
        ((*SHOES, "forget everything"), {GREY: 1}),
        ((*SHOES, "are they cheaper than the blue ones?", "the blue ones under 100"), {GREY: 1}),
        ((*LAMPS, "不用了，谢谢"), {BLACK_LAMP: 2}),
        ((*LAMPS, "白色的多重"), {BLACK_LAMP: 2}),
        ((*LAMPS, "有没有白色的"), {BLACK_LAMP: 2}),
        ((*LAMPS, "重新开始"), {BLACK_LAMP: 2}),
    ],
)
def test_what_is_no_change_leaves_the_basket(
    sample_assistant: Assistant, turns: tuple[str, ...], held: dict[str, int]
) -> None:
    state, _ = last(sample_assistant, *turns)
    assert {line.product: line.quantity for line in state.cart} == held


@pytest.mark.parametrize(
    ("turns", "tells"),
    [
        (("backpack", "why is the third one so expensive"), ("€189", "€18.90", "4.6")),
        (("office chair", "why does the flow cost more than the start"), ("€239", "€89")),
        (("蓝牙耳机", "第四个凭什么这么贵"), ("€129", "€24.90", "35")),
        (("瑜伽垫", "绿的凭啥贵这么多"), ("€79", "€19.90")),
    ],
)
def test_a_price_is_told_against_the_others_with_what_is_better(
    sample_assistant: Assistant, turns: tuple[str, ...], tells: tuple[str, ...]
) -> None:
    _, reply = last(sample_assistant, *turns)
    assert reply.act is Act.WHY
    assert all(one in reply.text for one in tells), reply.text
    assert {proof.field for proof in reply.proofs} >= {"price"}
    assert all(proof.kind == "comparison" for proof in reply.proofs)


@pytest.mark.parametrize(
    ("turns", "meant"),
    [
        (("台灯", "1.3公斤的那个多少钱"), {BLACK_LAMP, WHITE_LAMP}),
        (("vacuum cleaner", "how loud is the small one"), {"vacuum-pottlebrook-mini"}),
        (("电动牙刷", "最便宜的声音大吗"), {"toothbrush-pottlebrook-spin"}),
        (("保温杯", "绿的漏不漏水"), {"bottle-pottlebrook-go-500"}),
        (("tent", "why is the grey tent so pricey"), {"tent-pluvaro-aero-grey"}),
    ],
)
def test_a_figure_a_quality_or_its_kind_names_one_on_screen(
    sample_assistant: Assistant, turns: tuple[str, ...], meant: set[str]
) -> None:
    state, _ = last(sample_assistant, *turns[:-1])
    assert set(sample_assistant.parser.understand(Turn("c", turns[-1]), state).points_at) == meant

"""Values that are dismissed, replaced or only asked about, and what they leave standing."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from assistant.state import DialogueState
from assistant.vocabulary import Act
from tests.assistant.understanding.talks import after


def told(state: DialogueState) -> set[str]:
    """The ledger in words."""
    return {f"{one.field} {one.op} {one.value}" for one in state.ledger}


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("T恤 黑色或白色", "黑的算了"), {"colour = white"}),
        (("T恤 黑色或白色", "黑的踢了吧"), {"colour = white"}),
        (("T恤 黑色或白色", "黑的去掉吧"), {"colour = white"}),
        (("T-shirt in black or white", "scratch black"), {"colour = white"}),
        (("T恤 黑色", "黑的算了"), set()),
        (("T恤", "黑的算了"), {"colour != black"}),
        (("T恤", "就黑的算了"), {"colour = black"}),
        (("T恤 黑色", "不要黑色了 换白色"), {"colour = white"}),
        (("T-shirt in black", "not black, white instead"), {"colour = white"}),
        (("T恤 纯棉", "棉不棉的先不管了"), set()),
        (("T恤 黑色或白色", "黑的算了，太贵"), {"colour = white"}),
        (("T-shirt in black or white", "forget black, too expensive"), {"colour = white"}),
        (("T恤 黑色", "换个颜色"), {"colour != black"}),
        (("T恤 黑色", "别的颜色有吗"), {"colour != black"}),
        (("backpack in black", "a different colour please"), {"colour != black"}),
        (("跑鞋 43码", "码数打错了是42"), {"size = 42"}),
        (("running shoes size 43", "sorry I meant 42"), {"size = 42"}),
        (("键盘", "德语布局的别给我"), {"keyboard_layout != german"}),
        (("煎锅不要涂层的",), {"coating = uncoated"}),
        (("frying pan without coating",), {"coating = uncoated"}),
        (("帐篷", "水压3000以上"), {"water_column >= 3000.0"}),
        (("帐篷 防水2000以上",), {"water_column >= 2000.0"}),
        (("帐篷 防水3000mm以上",), {"water_column >= 3000.0"}),
    ],
)
def test_what_is_dismissed_or_replaced_leaves_the_rest_standing(
    sample_assistant: Assistant, turns: tuple[str, ...], expected: set[str]
) -> None:
    assert told(after(sample_assistant, *turns)[0]) == expected


@pytest.mark.parametrize(
    "turns",
    [
        ("T恤", "黑色耐脏吗"),
        ("枕头", "羽绒的是不是更软"),
        ("pillow", "is memory foam better?"),
    ],
)
def test_what_a_sort_is_like_is_asked_and_not_demanded(sample_assistant: Assistant, turns: tuple[str, ...]) -> None:
    state, reply = after(sample_assistant, *turns)
    assert reply.act is Act.ASK_PRODUCT
    assert not state.ledger


def test_how_good_something_has_to_be_is_said_of_the_goods(sample_assistant: Assistant) -> None:
    assert after(sample_assistant, "手机", "拍照要好")[1].act is Act.REFINE

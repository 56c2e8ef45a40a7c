"""Words said on, beside or in passing: two sorts weighed, a fault found with no comma before it, whoever is greeted."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.nearness import far_off, unit_meant
from assistant.understanding.lexicon.told_ranges import told_range
from tests.assistant.understanding.talks import after


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("猫砂推荐一下 要豆腐的还是膨润土好啊",), set()),
        (("cat litter: is tofu or bentonite better?",), set()),
        (("保温杯", "要不锈钢的塑料的有味儿"), {"material = stainless steel"}),
        (("老板 进点便利贴",), set()),
        (("荧光笔也看下",), set()),
        (("瑜伽垫 10mm以上",), {"thickness >= 10.0 mm"}),
        (("yoga mat at least 10 mm",), {"thickness >= 10.0 mm"}),
        (("笔记本电脑", "重量不超过1.5"), {"weight <= 1.5 kg"}),
        (("laptop", "weight at most 1.5"), {"weight <= 1.5 kg"}),
        (("头盔", "重量260以内"), {"weight <= 260.0 g"}),
        (("车灯", "防水起码ipx4"), {"water_resistance in ('IPX4', 'IPX5')"}),
        (("风扇", "塔扇吧"), {"fan_type = tower fan"}),
        (("fan", "tower fan please"), {"fan_type = tower fan"}),
        (("碎纸机 带轮子", "轮子这条去掉，我们固定放"), set()),
        (("瑜伽垫，防滑", "看看枕头", "刚才那个瑜伽垫再给我看看"), {"non_slip has non slip"}),
        (("yoga mat, non slip", "show me pillows", "show me the yoga mats again"), {"non_slip has non slip"}),
        (("头灯 50以内", "便宜要紧"), {"price <= 50.0 EUR", "price < None"}),
        (("头灯 100克以下", "轻重不讲究"), set()),
        (("白板 90乘60以上的",), {"width >= 90.0 cm", "height >= 60.0 cm"}),
        (("whiteboard 90 x 60 cm or more",), {"width >= 90.0 cm", "height >= 60.0 cm"}),
        (("毛巾 140乘70厘米就行",), {"width = 70.0 cm", "length = 140.0 cm"}),
        (("办公椅 带头枕", "头枕不作为硬性条件"), set()),
        (("办公椅", "皮的不要，夏天粘"), {"seat_material != leather"}),
        (("office chair", "no leather, sticky in summer"), {"seat_material != leather"}),
        (("跑鞋", "黑白的都行"), {"colour in ('black', 'white')"}),
        (("跑鞋 43码", "缓震要好"), {"size = 43"}),
        (("running shoes in size 43", "the cushioning has to be good"), {"size = 43"}),
        (("花盆", "陶的太沉了 塑料的吧"), {"material = plastic"}),
        (("风扇 带遥控", "遥控不遥控无所谓"), set()),
        (("T恤 白色", "黑色也加上"), {"colour in ('white', 'black')"}),
    ],
)
def test_it_is_heard_as_meant(sample_assistant: Assistant, turns: tuple[str, ...], expected: set[str]) -> None:
    state, _ = after(sample_assistant, *turns)
    assert {f"{one.field} {one.op} {one.value} {one.unit or ''}".strip() for one in state.ledger} == expected


def test_two_sorts_that_are_weighed_leave_the_kind_wanted(sample_assistant: Assistant) -> None:
    state, _ = after(sample_assistant, "猫砂推荐一下 要豆腐的还是膨润土好啊")
    assert state.want is not None
    assert state.want.types == ("cat litter",)


def test_ranges_are_in_one_unit() -> None:
    assert told_range({"g": [500.0], "kg": [1.5, 2.0]}, "g") == (500.0, 2000.0)


@pytest.mark.parametrize(("value", "unit"), [(1.5, "kg"), (1500.0, "g"), (40.0, None)])
def test_a_bare_figure_is_in_the_unit_in_which_it_lies_among_the_records(value: float, unit: str | None) -> None:
    weight = FieldWords("weight", "number", 9, ("weight",), {"laptop": (9, 900.0, 2500.0)}, {"g": 9})
    assert unit_meant(weight, value, ("laptop",)) == unit


def test_only_what_is_more_than_ten_times_away_is_far_off() -> None:
    assert far_off(10.0, (1830.0, 1850.0)) > 1.0
    assert far_off(20.0, (2.0, 5.0)) == 0.0

"""The same need is the same demands in either language, also where the shop lacks the kind or the column."""

from __future__ import annotations

import pytest

from assistant.understanding.rules import RulesParser
from tests.assistant.understanding.small_shops import shop_of
from tests.assistant.understanding.test_firm_demands import Facts, demands, understood


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    """Mats of other sorts, memory cards, towels without colours and headsets that count their microphones."""
    rows: list[tuple[str, Facts]] = [
        ("mouse mat", {"b_non_slip": True}),
        ("mat", {"t_recommended_usage": "yoga"}),
        ("memory card", {"n_capacity": (128.0, "GB")}),
        ("memory card", {"n_capacity": (64.0, "GB")}),
        ("headset", {"n_number_of_microphones": 2.0, "b_infrared_data_port": True}),
        ("headset", {"n_number_of_microphones": 0.0, "b_infrared_data_port": False}),
        ("towel", {"b_lid_included": False}),
        ("storage box", {"b_lid_included": True}),
        ("laptop", {"n_internal_memory": (16.0, "GB"), "t_storage_media": "SSD", "t_power": "Built-in"}),
        ("laptop", {"n_internal_memory": (8.0, "GB"), "t_storage_media": "SSD", "b_built_in_speaker_s_": True}),
        ("laptop", {"n_internal_memory": (8.0, "GB"), "t_storage_media": "HDD", "b_built_in_speaker_s_": False}),
        ("laptop", {"n_internal_memory": (8.0, "GB"), "t_storage_media": "SSD", "t_power": "Built-in"}),
        ("bed", {"n_length": (2.0, "m")}),
        ("bed sheet", {"n_length": (2.0, "m")}),
    ]
    return shop_of(rows)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("headset with a mic", "带麦的耳机"),
        ("headset with a microphone", "带麦克风的耳机"),
        ("the cheapest 128 GB memory card", "最便宜的128GB存储卡"),
        ("towel, not white", "毛巾，不要白的"),
        ("storage box with a lid", "有盖的收纳箱"),
        ("headset with infrared", "带红外的耳机"),
        ("yoga mat", "瑜伽垫"),
        ("laptop with 16 GB RAM and SSD", "16GB内存带固态的笔记本电脑"),
        ("laptop with speakers built in", "带内置音箱的笔记本电脑"),
        ("bed sheet for a bed of 1.5 m", "1.5米床的床单"),
        ("bed sheet for a 1.5 m bed", "1.5米床用的床单"),
        ("towels, pack of 3", "3条装的毛巾"),
        ("towel, not white and not black", "毛巾，不要白的，也不要黑的"),
        ("laptop, no Acme and no Dell", "笔记本电脑，不要Acme也不要Dell"),
        ("laptop with at least 16 GB of memory and SSD", "内存16GB以上带固态的笔记本电脑"),
        ("a bed made of oak", "橡木床"),
        ("bed sheet in white for a 1.5 m bed", "1.5米床的白色床单"),
        ("bed sheet for people with back pain", "腰不好的人用的床单"),
        ("towels for guests", "待客用的毛巾"),
        ("towel 50 wide", "50宽的毛巾"),
        ("towel set", "毛巾套装"),
    ],
)
def test_the_same_need_is_the_same_demands(shop: RulesParser, one: str, other: str) -> None:
    assert demands(understood(shop, one)) == demands(understood(shop, other))


@pytest.mark.parametrize("said", ["towel set", "毛巾套装"])
def test_a_set_of_a_kind_is_of_that_kind(shop: RulesParser, said: str) -> None:
    want = understood(shop, said).want
    assert want is not None
    assert want.types == ("towel",)


def test_what_is_listed_after_a_figure_is_asked_for_too(shop: RulesParser) -> None:
    fields = {one.field for one in understood(shop, "laptop with 16 GB RAM and SSD").require}
    assert fields == {"n_internal_memory", "t_storage_media"}


def test_a_pack_is_counted_in_chinese(shop: RulesParser) -> None:
    assert [(one.field, one.value) for one in understood(shop, "3条装的毛巾").require] == [("pack_size", 3.0)]


@pytest.mark.parametrize("said", ["yoga mat", "瑜伽垫"])
def test_a_kind_known_by_its_name_is_not_cut_into_a_use_and_another_kind(shop: RulesParser, said: str) -> None:
    want = understood(shop, said).want
    assert want is not None
    assert want.types == ()


@pytest.mark.parametrize("said", ["the cheapest 128 GB memory card", "最便宜的128GB存储卡"])
def test_what_is_to_be_cheap_is_not_measured_in_another_unit(shop: RulesParser, said: str) -> None:
    fields = {one.field: one.op for one in understood(shop, said).require}
    assert fields == {"n_capacity": "=", "price": "<"}

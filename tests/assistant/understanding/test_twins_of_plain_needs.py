"""Plain needs, each side as its language says it: the same demands, and the same kinds where these are named."""

from __future__ import annotations

import pytest

from assistant.understanding.rules import RulesParser
from tests.assistant.understanding.small_shops import shop_of
from tests.assistant.understanding.test_firm_demands import Facts, demands, understood


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    """Goods for pets, for the home and for a desk."""
    rows: list[tuple[str, Facts]] = [
        ("cat food", {"b_grain_free": True, "t_life_stage": "adult", "t_animal": "cats"}),
        ("cat food", {"b_grain_free": False, "t_life_stage": "kitten", "t_animal": "cats"}),
        ("dog toy", {"t_animal": "dogs"}),
        ("pillow", {"n_height": (12.0, "cm")}),
        ("pillow", {"n_height": (9.0, "cm")}),
        ("towel", {"n_quantity_per_pack": 2.0, "t_colour": "white"}),
        ("towel", {"n_quantity_per_pack": 4.0, "t_colour": "grey"}),
        ("wall clock", {"b_silent": True}),
        ("security camera", {"t_placement_supported": "outdoor"}),
        ("security camera", {"t_placement_supported": "indoor"}),
        ("coffee machine", {"b_cappuccino_making": True}),
        ("coffee machine", {"b_cappuccino_making": False}),
        ("power strip", {"b_on_off_switch": True}),
        ("hard drive", {"n_hdd_capacity": (8.0, "TB")}),
        ("hard drive", {"n_hdd_capacity": (4.0, "TB")}),
        ("nas", {"n_hdd_capacity": (16.0, "TB"), "n_processor_cores": 4.0}),
        ("nas", {"n_hdd_capacity": (12.0, "TB"), "n_processor_cores": 2.0}),
    ]
    return shop_of(rows)


@pytest.mark.parametrize(
    ("english", "chinese", "kinds"),
    [
        ("cat food, no grain", "无谷猫粮", {"cat food"}),
        ("cat food for my cat", "给猫吃的猫粮", {"cat food"}),
        ("toys for my dog", "给狗狗玩的玩具", {"dog toy"}),
        ("a pillow, not too high", "枕头，不要太高", {"pillow"}),
        ("I need 3 towels", "要3条毛巾", {"towel"}),
        ("3 white towels", "3条白色的毛巾", {"towel"}),
        ("a security camera for outdoors", "室外监控摄像头", {"security camera"}),
        ("coffee machine that makes cappuccino", "能做卡布奇诺的咖啡机", {"coffee machine"}),
        ("power strip with a switch", "插线板，带开关", {"power strip"}),
        ("8 TB hard drive for a nas", "NAS用的8TB硬盘", {"hard drive"}),
        ("nas with quad core", "四核的NAS", {"nas"}),
        ("pillow for my mother-in-law", "给岳母买的枕头", {"pillow"}),
        ("pillow for my flatmate", "给室友买的枕头", {"pillow"}),
        ("pillow as a gift", "送人的枕头", {"pillow"}),
    ],
)
def test_both_languages_meet(shop: RulesParser, english: str, chinese: str, kinds: set[str]) -> None:
    one, other = understood(shop, english), understood(shop, chinese)
    assert demands(one) == demands(other)
    assert one.want is not None
    assert other.want is not None
    assert set(one.want.types) == set(other.want.types) == kinds


@pytest.mark.parametrize("said", ["要3条毛巾", "买10条毛巾", "I need 3 towels"])
def test_how_many_are_bought_is_no_pack(shop: RulesParser, said: str) -> None:
    assert understood(shop, said).require == ()


@pytest.mark.parametrize("said", ["4条装的毛巾", "towels, pack of 4"])
def test_a_pack_that_is_called_so_is_one(shop: RulesParser, said: str) -> None:
    assert [one.value for one in understood(shop, said).require] == [4.0]


@pytest.mark.parametrize("said", ["food for my cat", "a toy for my dog", "猫吃的猫粮"])
def test_an_animal_that_the_kind_tells_is_no_wish(shop: RulesParser, said: str) -> None:
    assert not [one for one in understood(shop, said).require if one.field in ("recipient", "t_animal")]


def test_a_young_animal_is_more_than_its_kind(shop: RulesParser) -> None:
    assert [one.value for one in understood(shop, "cat food for kittens").require] == ["kitten"]

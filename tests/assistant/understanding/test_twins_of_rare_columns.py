"""Needs of columns that few kinds have, each side as its language says it: the same demands and kinds."""

from __future__ import annotations

import pytest

from assistant.understanding.rules import RulesParser
from tests.assistant.understanding.small_shops import shop_of
from tests.assistant.understanding.test_firm_demands import Facts, demands, understood


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    """Goods that bear a load, seat players, are made of one stuff, and have a second camera."""
    rows: list[tuple[str, Facts]] = [
        ("wall mount", {"n_max_load": 30.0, "n_weight": (2.0, "kg")}),
        ("wall mount", {"n_max_load": 50.0, "n_weight": (4.0, "kg")}),
        ("board game", {"n_players_max": (4.0, "people"), "n_age_from": 8.0}),
        ("board game", {"n_players_max": (6.0, "people"), "n_age_from": 12.0}),
        ("frying pan", {"t_material": "aluminium"}),
        ("frying pan", {"t_material": "steel"}),
        ("saucepan", {"t_colour": "cream"}),
        ("saucepan", {"t_colour": "white"}),
        ("face cream", {"t_skin_type": "dry skin"}),
        ("T-shirt", {"t_sleeve_length": "short sleeves"}),
        ("T-shirt", {"t_sleeve_length": "long sleeves"}),
        ("smartphone", {"n_front_camera": (12.0, "MP"), "n_main_camera": (50.0, "MP")}),
        ("smartphone", {"n_front_camera": (8.0, "MP"), "n_main_camera": (12.0, "MP")}),
        ("cat food", {"t_food_type": "wet food", "t_life_stage": "kitten"}),
        ("cat food", {"t_food_type": "dry food", "t_life_stage": "adult"}),
        ("rechargeable battery", {"t_battery_size": "AA"}),
        ("rechargeable battery", {"t_battery_size": "AAA"}),
        ("belt", {"t_colour": "red", "t_material": "leather"}),
        ("dog bed", {"n_pet_weight_max": (30.0, "kg"), "b_removable_cover": True}),
        ("dog bed", {"n_pet_weight_max": (15.0, "kg"), "b_removable_cover": False}),
    ]
    return shop_of(rows * 3)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("wall mount that takes 30 kg", "能挂30公斤的壁挂架"),
        ("wall mount holding 30 kg", "能承受30公斤的壁挂架"),
        ("wall mount that can carry 30 kg", "能承重30公斤的壁挂架"),
        ("board game for four", "四个人玩的桌游"),
        ("board game for four of us", "四人桌游"),
        ("board game from 8 years", "8岁以上的桌游"),
        ("frying pan, not aluminium", "平底锅，不要铝的"),
        ("cream saucepan", "米白色的奶锅"),
        ("AA rechargeable batteries", "5号充电电池"),
        ("AAA rechargeable batteries", "七号充电电池"),
        ("smartphone with a front camera of 12 MP", "前置摄像头12MP的智能手机"),
        ("short-sleeved T-shirt", "短袖T恤"),
        ("dog bed, cover must come off", "狗窝，外套必须能拆"),
    ],
)
def test_both_languages_meet(shop: RulesParser, english: str, chinese: str) -> None:
    one, other = understood(shop, english), understood(shop, chinese)
    assert demands(one)
    assert demands(one) == demands(other)
    assert one.want is not None
    assert other.want is not None
    assert set(one.want.types) == set(other.want.types)


@pytest.mark.parametrize("said", ["red leather", "红色真皮"])
def test_values_of_one_kind_are_demands_and_no_name(shop: RulesParser, said: str) -> None:
    assert {one.field for one in understood(shop, said).require} == {"t_colour", "t_material"}


@pytest.mark.parametrize("said", ["wall mount that weighs 2 kg", "2公斤重的壁挂架"])
def test_what_is_not_borne_is_its_own_weight(shop: RulesParser, said: str) -> None:
    assert [one.field for one in understood(shop, said).require] == ["n_weight"]


@pytest.mark.parametrize("said", ["my dog weighs about 30 kg, a dog bed", "狗有30公斤左右，要个狗窝"])
def test_what_an_animal_weighs_is_borne(shop: RulesParser, said: str) -> None:
    assert [(one.field, one.op) for one in understood(shop, said).require] == [("n_pet_weight_max", ">=")]

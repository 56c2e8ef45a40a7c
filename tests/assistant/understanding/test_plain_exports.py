"""Shops as plain exports tell them: tags, wide kinds, yes and no of what is in it, sizes and years beside prices."""

from __future__ import annotations

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Turn
from catalog.product import Attribute, Product
from tests.assistant.understanding.small_shops import Shop, parser, shop_of


@pytest.fixture(scope="module")
def clothes() -> RulesParser:
    """Clothes of wide kinds, each with a list of tags."""
    rows = [
        ("Moor Sweater", "Knitwear", "wool, women", "M"), ("Moor Sweater", "Knitwear", "cotton, men", "L"),
        ("Cabin Cardigan", "Knitwear", "wool, men", "S"), ("Gale Parka", "Jackets", "down, women", "M"),
        ("Drift Bomber Jacket", "Jackets", "leather, men", "L"), ("Pace Running Shoes", "Shoes", "mesh, men", "42"),
        ("Atlas Loafers", "Shoes", "leather, women", "39"), ("Trail Jeans", "Pants", "denim, men", "32"),
        ("Union Chinos", "Pants", "cotton, women", "34"),
    ]  # fmt: skip
    return parser(
        Shop(
            Product(
                str(place), title, "Alder", type_, (), 40.0 + place, "USD",
                {"tags": Attribute(tags), "Size": Attribute(size)}, language="en",
            )
            for place, (title, type_, tags, size) in enumerate(rows)
        )
    )  # fmt: skip


def heard(rules: RulesParser, *texts: str) -> set[tuple[str, str, object]]:
    state = DialogueState()
    for text in texts:
        intent = rules.understand(Turn("t", text), state)
        state = state.after(Turn("t", text), intent)
    return {(one.field, one.op, one.value) for one in intent.require if one.firm}


@pytest.mark.parametrize("text", ["women's wool knitwear", "女士羊毛毛衣", "wool knitwear for women"])
def test_two_values_of_a_list_are_both_asked_for(clothes: RulesParser, text: str) -> None:
    assert heard(clothes, text) >= {("tags", "has", "wool"), ("tags", "has", "women")}


@pytest.mark.parametrize("text", ["wool or cotton knitwear", "羊毛或者棉的毛衣"])
def test_of_two_values_with_or_between_either_will_do(clothes: RulesParser, text: str) -> None:
    assert ("tags", "in", ("wool", "cotton")) in heard(clothes, text)


@pytest.mark.parametrize("text", ["down parka size M", "羽绒派克大衣 M码"])
def test_a_thing_filed_under_a_wider_kind_is_told_by_the_columns_of_that(clothes: RulesParser, text: str) -> None:
    assert heard(clothes, text) == {("tags", "has", "down"), ("Size", "=", "M")}


@pytest.mark.parametrize("text", ["jeans waist 32 under 70", "牛仔裤 32码 70以内", "牛仔裤 腰围32 70以内"])
def test_a_size_beside_a_price_is_no_second_size(clothes: RulesParser, text: str) -> None:
    assert heard(clothes, text) == {("Size", "=", "32"), ("price", "<=", 70.0)}


def test_a_use_that_some_names_of_the_kind_end_with_is_demanded(clothes: RulesParser) -> None:
    assert heard(clothes, "running shoes") == {("running", "has", "running")}
    assert heard(clothes, "shoes for running") == set()


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("phone released in 2023 or later", ">="),
        ("phone launched before 2023", "<"),
        ("上市时间在2023年之后的手机", ">"),
        ("2023年发布的手机", "="),
    ],
)
def test_years_with_what_happened_in_them(text: str, op: str) -> None:
    rules = shop_of([("phone", {"year": 2019.0 + place}) for place in range(6)])
    assert heard(rules, text) == {("year", op, 2023.0)}


@pytest.mark.parametrize("text", ["sugar free biscuits", "无糖饼干", "biscuits without sugar", "不含糖的饼干"])
def test_what_is_free_of_a_thing_has_a_no_where_the_column_tells_whether_it_is_in(text: str) -> None:
    rules = shop_of([("饼干", {"是否含糖": bool(place % 2), "口味": "原味"}) for place in range(6)], "CNY")
    assert heard(rules, text) == {("是否含糖", "=", False)}


@pytest.mark.parametrize("text", ["fast charging phone", "快充手机"])
def test_a_feature_is_told_by_how_much_of_it_there_is(text: str) -> None:
    rules = shop_of([("手机", {"快充功率": (33.0 + place, "W")}) for place in range(6)], "CNY")
    assert heard(rules, text) == {("快充功率", "has", "快充")}


@pytest.mark.parametrize(
    "text", ["used is fine but not Acme", "old ones are ok too, just not Acme", "旧款也行但不要Acme"]
)
def test_what_limits_a_permission_is_refused(text: str) -> None:
    rules = shop_of([("phone", {"colour": "red"}) for _ in range(4)])
    assert heard(rules, "phone", text) == {("brand", "!=", "Acme")}


@pytest.mark.parametrize("text", ["grade 1 energy efficiency fridge", "一级能效的冰箱", "fridge, energy label 1"])
def test_a_class_that_records_write_in_two_ways_is_asked_for_in_both(text: str) -> None:
    rules = shop_of([("冰箱", {"能效等级": ("一级", "1级", "二级")[place % 3]}) for place in range(9)], "CNY")
    assert heard(rules, text) == {("能效等级", "in", ("1级", "一级"))}


@pytest.mark.parametrize("text", ["air conditioner 1.5 HP", "air conditioner, 2 HP"])
def test_a_unit_is_no_brand_that_the_shop_lacks(text: str) -> None:
    rules = shop_of([("air conditioner", {"power": (1.0 + place, "horsepower")}) for place in range(4)])
    assert not any(field == "brand" for field, _, _ in heard(rules, text))

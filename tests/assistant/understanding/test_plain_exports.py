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


@pytest.mark.parametrize(("text", "said"), [("4 slice toaster", "4 slice"), ("toaster, red, 4-slice", "4-slice")])
def test_what_only_titles_count_is_demanded_by_the_title(text: str, said: str) -> None:
    goods = [Product(str(n), f"Retro {n} Slice Toaster", "Retro", "toaster", (), 30.0, "EUR") for n in (2, 4)]
    assert (said, "has", said) in heard(parser(Shop(goods)), text)


def test_a_size_that_only_titles_tell_is_demanded_by_the_title() -> None:
    goods = [
        Product(size, f"云朵拉拉裤 {size}码", "云朵", "拉拉裤", (), 30.0, "CNY", language="zh")
        for size in ("S", "M", "L")
    ]
    assert heard(parser(Shop(goods)), "拉拉裤L码") == {("L码", "has", "L码")}


@pytest.mark.parametrize("text", ["from the Netherlands", "made in the Netherlands", "荷兰产的"])
def test_an_origin_with_an_article_points_at_nothing(text: str) -> None:
    rules = shop_of([("奶粉", {"产地": ("荷兰", "中国")[place % 2]}) for place in range(6)], "CNY")
    assert heard(rules, "baby formula", text) == {("产地", "=", "荷兰")}


@pytest.mark.parametrize("text", ["男士短裤 修身款", "修身短裤"])
def test_how_a_thing_is_cut_is_no_use(text: str) -> None:
    rules = shop_of([("shorts", {"colour": "red"}) for _ in range(4)])
    intent = rules.understand(Turn("t", text), DialogueState())
    assert not any(one.field == "use" for one in intent.require)


@pytest.mark.parametrize("text", ["chair, not leather", "椅子，不要真皮", "椅子 不要牛皮的"])
def test_a_refused_stuff_is_refused_by_all_names_that_records_have_for_it(text: str) -> None:
    rows = [("椅子", {"材质": stuff}) for stuff in ("真皮", "牛皮", "牛皮", "网布", "实木")]
    refused = [(field, op, set(value)) for field, op, value in heard(shop_of(rows, "CNY"), text)]
    assert refused == [("材质", "not_in", {"牛皮", "真皮"})]


@pytest.mark.parametrize("text", ["laser printer with automatic duplex", "自动双面的激光打印机"])
def test_how_a_thing_is_done_stands_in_the_column_that_is_called_after_it(text: str) -> None:
    rows = [("激光打印机", {"双面打印": ("自动", "手动")[place % 2]}) for place in range(6)]
    assert heard(shop_of(rows, "CNY"), text) == {("双面打印", "=", "自动")}


@pytest.mark.parametrize("text", ["mountain bike size M", "山地车 车架M码", "mountain bike, frame size M"])
def test_a_size_in_letters_is_the_frame_s_where_only_that_is_told(text: str) -> None:
    rows = [("mountain bike", {"Frame size": "SML"[place % 3]}) for place in range(6)]
    assert heard(shop_of(rows), text) == {("Frame size", "=", "M")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sofa with storage", ("Storage", "has", "storage")),
        ("带储物的沙发", ("Storage", "has", "storage")),
        ("sofa without storage", ("Storage", "=", False)),
        ("不带储物的沙发", ("Storage", "=", False)),
    ],
)
def test_what_is_a_figure_elsewhere_is_had_or_not_where_only_a_yes_or_no_tells_it(text: str, found: object) -> None:
    rules = shop_of([("sofa", {"Storage": bool(place % 2)}) for place in range(6)])
    assert heard(rules, text) == {found}


def test_where_figures_tell_of_a_thing_its_name_asks_for_none_by_itself() -> None:
    rules = shop_of([("laptop", {"Storage (GB)": (256.0, "GB"), "Storage": True}) for _ in range(4)])
    assert heard(rules, "laptop with 512GB storage") == {("Storage (GB)", "=", 512.0)}

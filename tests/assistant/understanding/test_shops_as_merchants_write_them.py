"""Demands in shops whose columns are named as merchants name them, and whose titles say what no column does."""

from __future__ import annotations

import pytest

from assistant.state import DialogueState
from assistant.understanding.lexicon.field_names import ways_to_read
from assistant.understanding.lexicon.grown_together import told_apart, written_as_one
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Turn
from catalog.product import Attribute, Constraint, Product
from tests.assistant.understanding.small_shops import Shop, parser

Heard = set[tuple[str, str, object]]


def heard(shop: RulesParser, text: str) -> Heard:
    intent = shop.understand(Turn("c", text), DialogueState())
    return {(one.field, one.op, one.value) for one in intent.require}


def _product(place: int, title: str, type_: str, language: str, **facts: object) -> Product:
    typed = {name: Attribute(*value) if isinstance(value, tuple) else Attribute(value) for name, value in facts.items()}  # type: ignore[arg-type]
    return Product(str(place), title, "Nord", type_, (), 20.0 + place, "EUR", typed, language=language)


@pytest.fixture(scope="module")
def furniture() -> RulesParser:
    rows = []
    for place in range(6):
        shelves = {"numberofshelves": 3.0 + place, "adjustableshelves": True}
        rows.append(_product(place, f"Farrow bookcase {place}", "Bookcases", "en", **shelves))
        rows.append(_product(10 + place, f"Wexley shelf {place}", "Bookcases", "en", seatingcapacity=2.0))
        rows.append(_product(20 + place, f"Wexley bar stool {place}", "Bar Stools", "en", swivel=place % 2 == 0))
        window = "with Viewing Window" if place % 2 else "compact"
        rows.append(_product(30 + place, f"Nord air fryer {window} {place}", "Air fryer", "en"))
    return parser(Shop(rows))


@pytest.fixture(scope="module")
def chinese() -> RulesParser:
    rows = []
    for place in range(6):
        milk = "脱脂" if place % 2 else "全脂"
        rows.append(_product(place, f"晨禾 {milk}纯牛奶 整箱", "纯牛奶", "zh"))
        keys = {"键数": 61.0 if place % 2 else 88.0, "是否重锤": place > 2}
        rows.append(_product(10 + place, f"雅声 电钢琴 {place}", "电钢琴", "zh", **keys))
        rows.append(_product(20 + place, f"飞驰 山地车 {place}", "山地车", "zh", **{"变速(速)": 7.0 * place}))
    return parser(Shop(rows))


def test_names_written_as_one_are_told_apart_where_all_are() -> None:
    assert told_apart("numberofshelves") == "number of shelves"
    assert told_apart("dishwasher") == "dishwasher"
    assert written_as_one(["seatingcapacity", "numberofshelves", "overallwidth", "upholsterymaterial"])
    assert not written_as_one(["seatingcapacity", "numberofshelves", "overall width", "upholstery material"])


def test_a_yes_or_no_column_is_called_without_the_word_that_asks() -> None:
    assert ways_to_read("Is Dishwasher Safe", True, False)[0] == "dishwasher safe"
    assert ways_to_read("是否无刷", True, False)[0] == "无刷"
    assert ways_to_read("Is Dishwasher Safe", False, False)[0] == "is dishwasher safe"


def test_a_thing_that_a_column_counts_is_counted_and_no_price(furniture: RulesParser) -> None:
    assert heard(furniture, "bookcase with at least 5 shelves") == {("numberofshelves", ">=", 5.0)}
    assert heard(furniture, "a bookcase that has 5 shelves or more") == {("numberofshelves", ">=", 5.0)}


def test_what_a_thing_does_not_is_refused(furniture: RulesParser) -> None:
    assert heard(furniture, "a bar stool that doesn't swivel") == {("swivel", "=", False)}


def test_words_that_only_titles_say_are_demands(furniture: RulesParser, chinese: RulesParser) -> None:
    assert heard(furniture, "air fryer with a viewing window") == {("viewing window", "has", "viewing window")}
    assert heard(chinese, "脱脂牛奶") == {("脱脂", "has", "脱脂")}


def test_what_all_titles_or_none_say_is_no_demand(furniture: RulesParser, chinese: RulesParser) -> None:
    assert heard(furniture, "air fryer with a wobbly brindle") == set()
    assert heard(chinese, "整箱牛奶") == set()


def test_what_a_column_counts_by_its_name_is_heard_right_behind_its_figure(chinese: RulesParser) -> None:
    assert heard(chinese, "88键的电钢琴") == {("键数", "=", 88.0)}
    assert heard(chinese, "21速以上的山地车") == {("变速(速)", ">=", 21.0)}


def test_an_unknown_thing_that_is_counted_is_no_price(chinese: RulesParser) -> None:
    assert heard(chinese, "山地车至少4层") == set()


def test_a_category_of_men_or_women_tells_whom_clothes_are_for() -> None:
    rows = [
        Product(f"{side}{place}", f"Harbour jacket {place}", "Nord", "jacket", (side,), 20.0, "EUR", language="en")
        for side in ("Women", "Men")
        for place in range(4)
    ]
    shop = parser(Shop(rows))
    assert heard(shop, "women's jacket") == heard(shop, "女士夹克") == {("category", "=", "Women")}
    assert heard(shop, "a jacket for men") == {("category", "=", "Men")}


@pytest.fixture(scope="module")
def nursery() -> RulesParser:
    rows = []
    for place in range(8):
        kind, stuff = ("夜用" if place % 2 else "日用"), ("100%棉" if place % 2 else "60%棉 40%聚酯纤维")
        made = "四川宜宾" if place > 4 else "山东潍坊"
        rows.append(_product(place, f"Nord{kind}拉拉裤{place}", "拉拉裤", "zh", 产区=made))
        rows.append(_product(20 + place, f"兔屋婴儿推车{place}", "婴儿推车", "zh", 避震=place % 2 == 0))
        rows.append(_product(40 + place, f"兔屋连体衣{place}", "连体衣", "zh", 面料=stuff))
    return parser(Shop(rows))


@pytest.fixture(scope="module")
def tackle() -> RulesParser:
    rows = []
    for place in range(8):
        how = {"Action": "Fast" if place % 2 else "Slow", "Barbless?": place > 3}
        rows.append(_product(place, f"Otter {'Fly' if place % 2 else 'Carp'} Rod {place}", "rod", "en", **how))
        ratio = {"Gear ratio": "6.2:1" if place % 2 else "5.2:1"}
        rows.append(_product(20 + place, f"Mistral Reel {place}", "reel", "en", **ratio))
        fabric = "100% Cotton" if place % 2 else "60% Cotton, 40% Polyester"
        rows.append(_product(40 + place, f"Harper curtain {place}", "curtain", "en", Fabric=fabric))
    return parser(Shop(rows))


@pytest.mark.parametrize("text", ["夜用拉拉裤", "要夜用拉拉裤", "拉拉裤，夜用"])
def test_signs_that_only_titles_put_together_are_a_demand(nursery: RulesParser, text: str) -> None:
    assert heard(nursery, text) == {("夜用", "has", "夜用")}


def test_a_word_inside_a_columns_values_is_told_of_that_column(nursery: RulesParser) -> None:
    assert {one[0] for one in heard(nursery, "潍坊产的拉拉裤")} == {"产区"}


@pytest.mark.parametrize("text", ["推车", "stroller"])
def test_a_kind_is_called_by_the_end_of_its_name_where_nothing_else_is(nursery: RulesParser, text: str) -> None:
    intent = nursery.understand(Turn("c", text), DialogueState())
    assert intent.want is not None
    assert intent.want.types == ("婴儿推车",)


@pytest.mark.parametrize("text", ["fast action rod", "rod with a fast action", "a rod, action fast"])
def test_a_value_beside_its_columns_name_is_no_wish(tackle: RulesParser, text: str) -> None:
    assert heard(tackle, text) == {("Action", "=", "Fast")}


def test_a_ratio_is_one_value(tackle: RulesParser) -> None:
    assert heard(tackle, "reel with a gear ratio of 6.2:1") == {("Gear ratio", "=", "6.2:1")}


def test_a_short_word_right_before_the_kind_is_looked_for_in_titles(tackle: RulesParser) -> None:
    assert heard(tackle, "fly rod") == {("fly", "has", "fly")}


@pytest.mark.parametrize("text", ["barbless rod", "rod, barbless"])
def test_a_column_that_asks_with_a_mark_is_called_without_it(tackle: RulesParser, text: str) -> None:
    assert {one[0] for one in heard(tackle, text)} == {"Barbless?"}


def test_a_stuff_asked_for_alone_is_no_blend(nursery: RulesParser, tackle: RulesParser) -> None:
    for text in ("pure cotton curtain", "100% cotton curtain"):
        assert heard(tackle, text) == {("Fabric", "=", "100% Cotton")}
    assert heard(tackle, "cotton curtain") == {("Fabric", "=", "Cotton")}
    assert heard(nursery, "纯棉连体衣") == {("面料", "=", "100% 棉")}
    pure = Constraint("Fabric", "=", "100% Cotton")
    told = {"100% Cotton": "meets", "Cotton": "meets", "60% Cotton, 40% Polyester": "violates", "Linen": "violates"}
    assert {text: pure.judges(Attribute(text)).value for text in told} == told


@pytest.mark.parametrize("text", ["engine oil 5W-30", "5W-30机油"])
def test_a_grade_that_looks_like_a_span_is_the_columns_value(text: str) -> None:
    rows = [
        _product(place, f"Nord engine oil {place}", "engine oil", "en", grade="5W-30" if place % 2 else "0W-20")
        for place in range(8)
    ]
    assert heard(parser(Shop(rows)), text) == {("grade", "=", "5W-30")}

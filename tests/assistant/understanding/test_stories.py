"""A need told as a story: what ails, what was told of by the way, and what is missing."""

from __future__ import annotations

import pytest

from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Act
from catalog.product import Product
from tests.assistant.understanding.small_shops import Shop, parser
from tests.assistant.understanding.test_firm_demands import understood


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    kinds = ("router", "desk", "frying pan", "vacuum cleaner", "lamp", "keyboard")
    facts = {"Warranty": "12 months"}
    return parser(
        Shop([Product(f"{n}{kind}", f"Acme {kind} {n}", "Acme", kind, facts) for kind in kinds for n in (1, 2)])
    )


@pytest.mark.parametrize(
    "text",
    [
        "the wifi in my bedroom is terrible, what can I do",
        "家里wifi信号不好怎么办",
        "our living room is so dark in the evening",
        "客厅晚上太暗了",
        "my back hurts after a day at the desk",
    ],
)
def test_what_ails_is_a_purpose_and_no_demand(shop: RulesParser, text: str) -> None:
    intent = understood(shop, text)
    assert intent.act is Act.FIND
    assert intent.want is not None
    assert intent.want.purpose
    assert not intent.want.types
    assert not any(one.firm for one in intent.require)


def test_a_thing_asked_for_by_name_is_wanted_though_no_shop_type_bears_it(shop: RulesParser) -> None:
    intent = understood(shop, "my son starts school in august, he needs a lunch box")
    assert intent.want is not None
    assert intent.want.name == "lunch box"


def test_what_is_missing_at_home_is_wanted(shop: RulesParser) -> None:
    intent = understood(shop, "下个月搬新家，缺平底锅")
    assert intent.want is not None
    assert intent.want.types == ("frying pan",)
    assert not intent.require


def test_an_old_thing_is_one_and_no_year_of_age(shop: RulesParser) -> None:
    assert understood(shop, "looking to replace an old vacuum cleaner").require == ()


def test_a_month_of_the_year_is_no_span_of_months(shop: RulesParser) -> None:
    assert not any(one.firm for one in understood(shop, "九月开学，要个台灯").require)
    assert [one.value for one in understood(shop, "保修12个月的台灯").require] == [12.0]


@pytest.mark.parametrize("text", ["they sent me blue instead of black", "我要的黑色，给我发了蓝色"])
def test_the_wrong_goods_are_a_complaint(shop: RulesParser, text: str) -> None:
    intent = understood(shop, text)
    assert (intent.act, intent.topic) == (Act.FEEDBACK, "complaint")


def test_surprise_at_a_price_is_not_taken_for_a_danger(shop: RulesParser) -> None:
    assert understood(shop, "怎么卖那么贵").act is not Act.UNSAFE


@pytest.mark.parametrize("text", ["she turns seven, it's her birthday", "小姑娘七岁生日，喜欢独角兽"])
def test_whom_and_which_day_a_gift_is_for_is_a_need(shop: RulesParser, text: str) -> None:
    assert understood(shop, text).act is Act.FIND


def test_what_one_has_goes_into_no_basket(shop: RulesParser) -> None:
    assert understood(shop, "I have dark rooms").act is not Act.CART


def test_what_something_comes_with_is_no_kind_though_a_kind_may_be_called_with_it(shop: RulesParser) -> None:
    """A headset is also called "headset with microphone" by the lexicon."""
    headsets = parser(
        Shop(
            [
                Product(f"{n}", f"Acme {kind} {n}", "Acme", kind)
                for n, kind in enumerate(("headset", "headset", "webcam", "webcam"))
            ]
        )
    )
    intent = understood(headsets, "webcam with microphone")
    assert intent.want is not None
    assert intent.want.types == ("webcam",)


def test_the_maker_before_what_the_goods_fit_is_a_demand() -> None:
    bags = [
        Product(f"{maker}{n}", f"{maker} laptop bag {n}", maker, "laptop bag")
        for maker in ("Targus", "Acme")
        for n in (1, 2, 3)
    ]
    intent = understood(parser(Shop(bags)), "laptop bags made by Targus that fit a 16 inch notebook")
    assert [(one.op, one.value) for one in intent.require if one.field == "brand"] == [("=", "Targus")]


def test_a_sum_behind_one_piece_is_a_sum_of_its_own(shop: RulesParser) -> None:
    demands = understood(shop, "我想买一块85到300块之间的键盘").require
    assert [(one.field, one.op, one.value) for one in demands] == [("price", ">=", 85.0), ("price", "<=", 300.0)]


def test_what_a_person_does_is_no_kind_of_goods(shop: RulesParser) -> None:
    intent = understood(shop, "I need a gift for my dad who cooks, around 50 euros")
    assert intent.want is None
    assert [one.field for one in intent.require if one.field == "price"] == ["price"]

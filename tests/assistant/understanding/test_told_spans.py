"""Ages, players and sizes that records tell as spans are demands in both languages."""

from __future__ import annotations

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Turn
from catalog.product import Attribute, Constraint, Product, Verdict
from tests.assistant.understanding.small_shops import Shop, parser

AGES, PLAYERS = ("3-6 years", "8+", "18 months+", "From birth"), ("2-4", "1-6", "2", "3-8")


@pytest.fixture(scope="module")
def toys() -> RulesParser:
    """Toys in English, with ages and players as texts."""
    games = [
        {"Recommended age": AGES[n % 2], "Players": PLAYERS[n % 4], "Mood": "cooperative" if n % 2 else "quick"}
        for n in range(8)
    ]
    scooters = [
        {"Recommended age": AGES[n % 4], "Max. rider weight": "20 kg", "Tyre": "foam" if n % 2 else "air"}
        for n in range(8)
    ]
    rows = [*(("board game", one) for one in games), *(("scooter", one) for one in scooters)]
    return parser(
        Shop(
            Product(
                str(n), f"Zippy {kind} {n}", "Zippy", kind, (), 9.0 + n, "GBP",
                {name: Attribute(value) for name, value in facts.items()}, language="en",
            )
            for n, (kind, facts) in enumerate(rows)
        )
    )  # fmt: skip


def heard(shop: RulesParser, text: str) -> list[Constraint]:
    return list(shop.understand(Turn("t", text), DialogueState()).require)


@pytest.mark.parametrize("text", ["scooter for a 5 year old", "给5岁孩子的滑板车", "5岁小孩玩的滑板车"])
def test_the_age_of_whom_it_is_for_is_a_demand_where_records_tell_ages(toys: RulesParser, text: str) -> None:
    (one,) = heard(toys, text)
    assert (one.field, one.op, one.value, one.unit, one.firm) == ("Recommended age", "=", 5.0, "year", True)
    verdicts = [one.allows(Product("x", "x", attributes={"Recommended age": Attribute(age)})) for age in AGES]
    assert verdicts == [Verdict.MEETS, Verdict.VIOLATES, Verdict.MEETS, Verdict.MEETS]


@pytest.mark.parametrize("text", ["board game for 5 players", "5个人玩的桌游"])
def test_how_many_play_is_a_demand_where_records_tell_it(toys: RulesParser, text: str) -> None:
    (one,) = heard(toys, text)
    assert (one.field, one.op, one.value, one.firm) == ("Players", "=", 5.0, True)


@pytest.mark.parametrize("text", ["cooperative scooter", "foam board game"])
def test_a_value_that_only_other_goods_have_is_none_of_that_column(toys: RulesParser, text: str) -> None:
    assert not {"Mood", "Tyre"} & {one.field for one in heard(toys, text)}


def test_a_value_that_none_of_the_wanted_goods_has_is_a_demand_where_all_tell_its_column() -> None:
    rows = [("乌龙茶", "半发酵"), ("绿茶", "不发酵"), ("红茶", "全发酵")] * 3
    shop = parser(
        Shop(
            Product(str(n), f"云上{kind} {n}", "云上", kind, (), 30.0, "CNY", {"发酵": Attribute(how)}, language="zh")
            for n, (kind, how) in enumerate(rows)
        )
    )
    (one,) = heard(shop, "全发酵的绿茶")
    assert (one.field, one.op, one.value, one.firm) == ("发酵", "=", "全发酵", True)


@pytest.mark.parametrize("text", ["scooter for a newborn", "给新生儿的滑板车"])
def test_who_was_just_born_is_of_no_age_yet(toys: RulesParser, text: str) -> None:
    (one,) = heard(toys, text)
    assert (one.field, one.op, one.value, one.unit) == ("Recommended age", "=", 0.0, "year")


def test_a_quality_that_any_shop_knows_describes_a_name_that_the_shop_lacks(toys: RulesParser) -> None:
    intent = toys.understand(Turn("t", "waterproof jellyfish"), DialogueState())
    assert (intent.want and intent.want.name, [one.value for one in intent.require]) == ("jellyfish", ["waterproof"])


@pytest.mark.parametrize("text", ["身高110穿的T恤", "T恤 身高110厘米", "T-shirt in size 110cm"])
def test_a_height_lies_in_the_sizes_that_are_told_by_height(text: str) -> None:
    sizes = ("80-100cm", "100-120cm", "110-130cm") * 2
    rows = [
        Product(str(n), f"小熊T恤 {n}", "小熊", "T恤", (), 39.0, "CNY", {"尺码范围": Attribute(size)}, language="zh")
        for n, size in enumerate(sizes)
    ]
    (one,) = heard(parser(Shop(rows)), text)
    assert (one.field, one.op, one.value, one.unit) == ("尺码范围", "=", 110.0, "cm")
    assert [one.allows(row) for row in rows[:3]] == [Verdict.VIOLATES, Verdict.MEETS, Verdict.MEETS]

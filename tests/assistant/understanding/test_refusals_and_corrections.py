"""What shoppers refuse, bound and put right in many wordings, in one turn and over several."""

from __future__ import annotations

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Turn
from tests.assistant.understanding.small_shops import electronics, parser

Demands = set[tuple[str, str, object]]


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    return parser(electronics())


def ledger(shop: RulesParser, *said: str) -> Demands:
    """The demands that stand after these turns."""
    state = DialogueState()
    for text in said:
        turn = Turn("c", text)
        state = state.after(turn, shop.understand(turn, state))
    return {(one.field, one.op, one.value) for one in state.ledger}


@pytest.mark.parametrize(
    "text",
    [
        "laptop but keep Acer away from me",
        "I refuse to buy Acer, show me laptops",
        "laptops from anyone but Acer",
        "a laptop, Acer need not apply",
        "laptop, Acer is a no-go",
        "I'm boycotting Acer, need a laptop",
        "any laptop so long as it isn't an Acer",
        "笔记本，宏碁家的别来",
        "抵制宏碁，想买笔记本",
        "宏碁的笔记本我不喜欢",
        "笔记本，宏碁就免了",
    ],
)
def test_a_refused_brand_is_never_wanted(shop: RulesParser, text: str) -> None:
    assert ledger(shop, text) == {("brand", "!=", "Acer")}


def test_names_that_stand_together_are_refused_together(shop: RulesParser) -> None:
    assert ledger(shop, "笔记本，联想惠普都不要") == {("brand", "not_in", ("Lenovo", "HP"))}


@pytest.mark.parametrize(
    "text",
    [
        "laptop, my ceiling is 750 euros",
        "a laptop that won't cost me more than 750",
        "laptops that don't exceed €750",
        "i don't want to pay over 750 for a laptop",
        "laptop, nothing north of 750 euros",
        "my budget for a laptop tops out at 750 euros",
        "笔记本，最多能接受750欧",
        "笔记本，便宜过750欧",
    ],
)
def test_a_limit_in_other_words_is_a_limit(shop: RulesParser, text: str) -> None:
    assert ledger(shop, text) == {("price", "<=", 750.0)}


def test_a_range_of_two_bounds_keeps_both(shop: RulesParser) -> None:
    assert ledger(shop, "笔记本，五百以上八百以下") == {("price", ">=", 500.0), ("price", "<=", 800.0)}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("laptop under 1000 euros", "make that 800"), {("price", "<=", 800.0)}),
        (("laptop under 1000 euros", "raise it to 1200"), {("price", "<=", 1200.0)}),
        (("一千欧以内的笔记本", "改成八百"), {("price", "<=", 800.0)}),
        (("laptop with 16 GB RAM", "drop the RAM requirement"), set()),
        (("16G内存的笔记本", "内存要求去掉"), set()),
        (("笔记本 不要惠普", "联想也不要"), {("brand", "!=", "HP"), ("brand", "!=", "Lenovo")}),
    ],
)
def test_a_later_turn_puts_right_or_takes_back(shop: RulesParser, said: tuple[str, ...], expected: Demands) -> None:
    assert ledger(shop, *said) == expected


def test_a_figure_without_a_name_is_of_what_was_figured_before(shop: RulesParser) -> None:
    assert ledger(shop, "laptop with 8 GB RAM", "I need more memory, at least 16") >= {
        ("n_internal_memory", ">=", 16.0)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("laptop with 8 or 16 GB RAM", {("n_internal_memory", "in", (8.0, 16.0))}),
        ("内存8G或16G的笔记本", {("n_internal_memory", "in", (8.0, 16.0))}),
        ("8 or 16 or 32 GB laptop", {("n_internal_memory", "in", (8.0, 16.0, 32.0))}),
        ("\x1b[31mlaptop of 14 or 15 inches", {("n_display_diagonal", ">=", 14.0), ("n_display_diagonal", "<=", 15.0)}),
        ("laptop, RAM: >= 8GB", {("n_internal_memory", ">=", 8.0)}),
        ("laptop with a 15 inch or larger screen", {("n_display_diagonal", ">=", 15.0)}),
        ("stick to DELL for the monitor", {("brand", "=", "DELL")}),
    ],
)
def test_bounds_and_alternatives_are_kept(shop: RulesParser, text: str, expected: Demands) -> None:
    assert ledger(shop, text) == expected


@pytest.mark.parametrize("said", [("wireless mouse", "wired instead"), ("无线鼠标", "换成有线")])
def test_what_is_wanted_instead_takes_the_place(shop: RulesParser, said: tuple[str, ...]) -> None:
    assert {value for _, _, value in ledger(shop, *said)} == {"Wired"}


@pytest.mark.parametrize("text", ["anything but those two brands", "这两家都不要"])
def test_the_brands_asked_for_are_refused_together(shop: RulesParser, text: str) -> None:
    assert ledger(shop, "laptop from HP or DELL", text) == {("brand", "!=", "HP"), ("brand", "!=", "DELL")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("laptop whose screen is at least 13 inches but at most 16", {">=": 13.0, "<=": 16.0}),
        ("屏幕至少13寸但不超过16寸的笔记本", {">=": 13.0, "<=": 16.0}),
    ],
)
def test_two_bounds_on_one_thing_share_its_unit(shop: RulesParser, text: str, expected: dict[str, float]) -> None:
    assert ledger(shop, text) == {("n_display_diagonal", op, value) for op, value in expected.items()}


def test_a_comparison_around_a_figure_is_a_bound(shop: RulesParser) -> None:
    assert ledger(shop, "比1.5公斤轻的笔记本") == {("n_weight", "<", 1.5)}


def test_an_article_before_a_figure_is_no_part_of_a_name(shop: RulesParser) -> None:
    assert ledger(shop, "i want to buy a 2-port HDMI monitor") >= {("n_hdmi_ports_quantity", "=", 2.0)}


def test_what_describes_a_counted_thing_is_a_demand_of_its_own(shop: RulesParser) -> None:
    assert ledger(shop, "带触摸屏的两个HDMI接口的笔记本") == {
        ("b_touchscreen", "has", "touchscreen"),
        ("n_hdmi_ports_quantity", "=", 2.0),
    }


def test_a_bound_leads_from_a_name_to_its_figure(shop: RulesParser) -> None:
    assert ledger(shop, "重量不超过2公斤的内存16G的笔记本") == {
        ("n_weight", "<=", 2.0),
        ("n_internal_memory", "=", 16.0),
    }

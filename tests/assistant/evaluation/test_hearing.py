"""Whether a ledger holds what an annotation says."""

from __future__ import annotations

import pytest

from assistant.evaluation.hearing import compared, heard, holds
from assistant.evaluation.requests import HALVES, LATER, needs, table_of
from catalog.product import Constraint


@pytest.mark.parametrize(
    ("line", "constraint"),
    [
        ("price <= 900 EUR", Constraint("price", "<=", 900.0, "EUR")),
        ("storage = 1 TB", Constraint("storage", "=", 1000.0, "GB")),
        ("weight|net_content = 1 lb", Constraint("net_content", "=", 453.6, "g")),
        ("colour = black", Constraint("colour", "has", "Black")),
        ("colour = grey", Constraint("color", "=", "灰色")),
        ("waterproof yes", Constraint("waterproof", "=", True)),
        ("gluten free yes", Constraint("gluten-free", "has", "gluten-free")),
        ("magnetic no", Constraint("magnetic", "=", False)),
        ("magnetic no", Constraint("magnetic", "!=", "magnetic")),
        ("brand in HP, Dell", Constraint("brand", "in", ("Dell", "HP"))),
        ("* = modern", Constraint("style", "=", "modern")),
        ("wish price <", Constraint("price", "<", None, None, False)),
        ("size = 6", Constraint("size", "=", "6")),
        ("sleeps =|>= 3", Constraint("sleeps", ">=", 3.0)),
    ],
)
def test_a_line_holds(line: str, constraint: Constraint) -> None:
    assert holds(heard(line), constraint)


@pytest.mark.parametrize(
    ("line", "constraint"),
    [
        ("price <= 900 EUR", Constraint("price", "<", 900.0, "EUR")),
        ("price <= 900 EUR", Constraint("price", "<=", 900.0, "USD")),
        ("price <= 900 EUR", Constraint("price", "<=", 800.0, "EUR")),
        ("storage = 1 TB", Constraint("memory", "=", 1000.0, "GB")),
        ("colour = black", Constraint("colour", "!=", "black")),
        ("colour = black", Constraint("material", "=", "black")),
        ("waterproof yes", Constraint("waterproof", "=", False)),
        ("brand in HP, Dell", Constraint("brand", "in", ("Dell", "HP", "Acer"))),
        ("wish price <", Constraint("price", "<", 20.0, "EUR")),
    ],
)
def test_a_line_does_not_hold(line: str, constraint: Constraint) -> None:
    assert not holds(heard(line), constraint)


def test_a_bound_s_edge_counts_only_where_it_is_asked_for() -> None:
    assert holds(heard("price <= 900"), Constraint("price", "<", 900.0), loose=True)


def test_words_for_the_same_count_as_one() -> None:
    line = [heard("colour = grey")]
    assert compared(line, [Constraint("colour", "in", ("grey", "灰色"))]).tally.right == 1
    assert compared(line, [Constraint("colour", "in", ("grey", "red"))]).tally.right == 0


def test_a_choice_is_heard_with_several_words_for_each_of_its_things_and_with_nothing_else() -> None:
    line = [heard("colour in grey, red")]
    assert compared(line, [Constraint("colour", "in", ("grey", "gray", "red"))]).tally.right == 1
    assert compared(line, [Constraint("colour", "in", ("grey", "gray"))]).tally.right == 0
    assert compared(line, [Constraint("colour", "in", ("grey", "red", "blue"))]).tally.right == 0


def test_each_demand_answers_for_one_line() -> None:
    lines = [heard("colour = black"), heard("? colour|size = black"), heard("brand not_in HP, Dell")]
    ledger = [
        Constraint("colour", "=", "black"),
        Constraint("brand", "not_in", ("HP", "Dell"), None, False),
        Constraint("recipient", "has", "women"),
        Constraint("price", "<=", 5.0),
    ]
    found = compared(lines, ledger)
    assert (found.tally.right, found.tally.wrong, found.tally.missed, found.tally.firm) == (3, 1, 0, 1)
    assert [one.field for one in found.wrong] == ["price"]
    assert round(found.tally.f1, 3) == 0.857
    assert compared(lines, []).tally.missed == 3


def test_the_annotated_requests_are_as_many_as_they_say() -> None:
    for half in HALVES:
        mine = needs((half,))
        assert {code: sum(one.language == code for one in mine) for code in ("en", "zh")} == {"en": 50, "zh": 100}
        assert len(table_of(half)["typed"]) == 50
        assert all(heard(line) for one in table_of(half)["typed"] for line in one["hears"])
    counts = {
        "later_open": 60,
        "later_sealed": 60,
        "later_typed": 250,
        "later_chinese": 0,
        "later_english": 0,
        "later_drawn": 160,
        "later_voices": 0,
    }
    assert {later: len(table_of(later).get("typed", ())) for later in LATER} == counts
    for later in LATER:
        assert all(heard(line) for one in table_of(later).get("typed", ()) for line in one["hears"])
    assert {later: len(needs((later,))) for later in ("later_chinese", "later_english", "later_voices")} == {
        "later_chinese": 90,
        "later_voices": 87,
        "later_english": 90,
    }
    texts = [one.text for one in needs((*HALVES, *LATER))]
    assert len(texts) == len(set(texts))

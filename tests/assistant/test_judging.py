"""What is judged at once is judged as the law tells it one by one, and asks the law less often."""

from __future__ import annotations

from random import Random

import pytest

from assistant.retrieval.judging import judged, rising
from catalog.languages.folding import contains_phrase, holding_any
from catalog.product import Attribute, Constraint, Verdict

DICE = Random(3)
FACTS = [Attribute(DICE.choice((0.0, -4.0, 15.6, float(DICE.randrange(2000)))), None) for _ in range(60)]
FACTS += [Attribute(float(DICE.randrange(3000)), unit) for unit in ("g", "kg", "inch", "EUR") for _ in range(60)]
FACTS += [Attribute("black"), Attribute(True), Attribute(float("nan"), "kg"), Attribute(float("inf"), "kg")]
DICE.shuffle(FACTS)


@pytest.mark.parametrize("op", ["<", "<=", ">", ">=", "about", "=", "!=", "has", "in"])
@pytest.mark.parametrize("unit", [None, "g", "kg", "cm", "EUR", "USD"])
@pytest.mark.parametrize("value", [0.0, 15.6, 300.0, 5000.0, None, "black"])
def test_judged_at_once_as_one_by_one(op: str, unit: str | None, value: float | str | None) -> None:
    demand = Constraint("weight", op, value, unit)
    assert judged(demand, FACTS, rising(FACTS)) == [demand.judges(fact) for fact in FACTS]


def test_of_many_figures_few_are_asked() -> None:
    asked: list[Attribute] = []

    class Counting(Constraint):
        def judges(self, fact: Attribute) -> Verdict:
            asked.append(fact)
            return Verdict.MEETS if isinstance(fact.value, float) and fact.value <= 700 else Verdict.VIOLATES

    facts = [Attribute(float(number), "EUR") for number in range(2000)]
    told = judged(Counting("price", "<=", 700.0, "EUR"), facts, rising(facts))
    assert told.count(Verdict.MEETS) == 701
    assert len(asked) < 20


@pytest.mark.parametrize("text", ["Laptop bags", "laptop", "手机壳", "Gaming-Laptops 15", "", "lap top"])
def test_any_of_several_phrases_is_held_as_one_by_one(text: str) -> None:
    phrases = ("laptop", "手机", "", "notebook")
    assert holding_any(phrases)(text) is any(contains_phrase(phrase, text) for phrase in phrases)

"""What the assistant's buttons say is read back as exactly the change they stand for."""

from __future__ import annotations

import dataclasses

import pytest

from assistant.languages.dialogue import dialogue
from assistant.state import DialogueState
from assistant.understanding.lexicon.sayings import say_change, say_choice, say_forget, say_forget_want
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Turn, Want
from catalog.product import Constraint
from tests.assistant.understanding.small_shops import bilingual, electronics, parser

LANGUAGES = sorted(dialogue().sayings)
DEMANDS = {
    "number": [("<=", 12.5, None, True), (">=", 3.0, "GB", True), ("=", 2.0, None, True), ("about", 40.0, "EUR", False),
               ("<", 1299.99, "EUR", True), ("<", None, None, False), (">", None, None, False)],
    "boolean": [("has", "bluetooth", None, True), ("=", False, None, True), ("=", True, None, False)],
    "text": [("=", "Black", None, True), ("!=", "A/B “x”, or C", None, True),
             ("in", ("Black", "White or so"), None, True),
             ("not_in", ("HP", "TP-Link"), None, True), ("=", "黑色", None, False),
             ("has", "100 % cotton", None, True)],
}  # fmt: skip


@pytest.fixture(scope="module", params=[electronics, bilingual])
def shop(request: pytest.FixtureRequest) -> RulesParser:
    return parser(request.param())


def every_demand(shop: RulesParser) -> list[Constraint]:
    fields = [(one.name, one.kind) for one in shop.lexicon.fields.values()]
    fields += [("brand", "text"), ("use", "text"), ("recipient", "text"), ("noise cancelling", "text")]
    return [
        Constraint(name, op, value, unit, firm, "x") for name, kind in fields for op, value, unit, firm in DEMANDS[kind]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_changes_and_choices_are_read_back(shop: RulesParser, language: str) -> None:
    for demand in every_demand(shop):
        for say in (say_change, say_choice):
            sentence = say(demand, language)
            require = shop.understand(Turn("c", sentence, language), DialogueState()).require
            assert [dataclasses.replace(one, said="x") for one in require] == [demand], sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_forgetting_drops_that_demand_alone(shop: RulesParser, language: str) -> None:
    for said in ("under “12”", ""):
        for demand in every_demand(shop):
            mine = dataclasses.replace(demand, said=said)
            other = Constraint(demand.field, "!=", "something else", None, True, "not that")
            state = DialogueState(want=Want("x"), ledger=(mine, other, Constraint("zzz", "=", "q", None, True, "q")))
            turn = Turn("c", say_forget(mine, language), language)
            after = state.after(turn, shop.understand(turn, state))
            assert set(after.ledger) == set(state.ledger) - {mine}, turn.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["headphones between 50 and 150", "50到150的耳机"])
def test_one_bound_of_a_range_is_forgotten_alone(language: str, text: str) -> None:
    shop = parser(bilingual())
    turn = Turn("c", text)
    state = DialogueState().after(turn, shop.understand(turn, DialogueState()))
    assert len(state.ledger) == 2
    for bound in state.ledger:
        forget = Turn("c", say_forget(bound, language), language)
        assert set(state.after(forget, shop.understand(forget, state)).ledger) == set(state.ledger) - {bound}


@pytest.mark.parametrize("language", dialogue().sayings)
def test_the_kind_that_is_wanted_is_taken_back_alone(language: str) -> None:
    shop = parser(bilingual())
    demand = Constraint("price", "<=", 50.0, "EUR", True, "under 50")
    state = DialogueState(want=Want("tea “set”", ("tea",), "tea"), ledger=(demand,))
    said = Turn("t", say_forget_want("tea “set”", language))
    after = state.after(said, shop.understand(said, state))
    assert after.want is None
    assert after.ledger == (demand,)

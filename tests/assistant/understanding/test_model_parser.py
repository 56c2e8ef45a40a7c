"""A model beside the rules: it adds what it can quote and the shop has, and never takes anything away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pytest

from assistant.chat_models.limits import ModelLimits
from assistant.chat_models.scripted import ScriptedModel
from assistant.errors import ModelError
from assistant.ports import Parser
from assistant.state import DialogueState
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.model_parser import ModelParser
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Act, Intent, Turn, Want
from catalog.product import Constraint
from tests.assistant.understanding.small_shops import electronics, parser
from tests.contracts.parser import ParserContract

STORY = "my old one died and i need to write my thesis on the train, no heavier than 1.5 kg and preferably black"
NONE = DialogueState()


def told(**demand: Any) -> dict[str, Any]:
    """One demand as a model would tell it."""
    whole = {
        "field": "n_weight",
        "op": "<=",
        "value": 1.5,
        "unit": "kg",
        "firm": True,
        "said": "no heavier than 1.5 kg",
    }
    return {**whole, **demand}


def model_parser(form: Mapping[str, Any] | Callable[[Any], Mapping[str, Any]]) -> ModelParser:
    fill = form if callable(form) else lambda asked: form
    return ModelParser(parser(electronics()), ScriptedModel(lambda asked: ["-"], fill), ModelLimits())


@dataclass(frozen=True)
class ReadNothing:
    """Rules that know the shop and found neither kind nor demand."""

    rules: RulesParser
    act: Act = Act.FIND

    @property
    def lexicon(self) -> CatalogueLexicon:
        return self.rules.lexicon

    def understand(self, turn: Turn, state: DialogueState) -> Intent:
        named = turn.text in self.lexicon.types
        return self.rules.understand(turn, state) if named else Intent(self.act, "en", want=Want("thing"))

    def close(self) -> None:
        pass


def unread(form: Mapping[str, Any], act: Act = Act.FIND) -> ModelParser:
    return replace(model_parser(form), rules=ReadNothing(parser(electronics()), act))


def silent(_: Any) -> Mapping[str, Any]:
    raise ModelError("nothing")


class TestWithoutItsModel(ParserContract):
    def make(self) -> Parser:
        return model_parser(silent)


class TestWithAnIdleModel(ParserContract):
    def make(self) -> Parser:
        return model_parser({"want": None, "demands": []})


class TestWithAModelOfWildProposals(ParserContract):
    def make(self) -> Parser:
        return model_parser({"want": "Free gift", "demands": [told(said=""), 7, None, {"field": []}, told(field="x")]})


def test_a_story_gets_the_kind_that_the_model_saw_in_it() -> None:
    found = model_parser({"want": "Notebook", "demands": []}).understand(Turn("c", STORY), NONE)
    assert found.act is Act.FIND
    assert found.want is not None
    assert found.want.types == ("Notebook",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("I sit here with a thing to click that is worn out", "Mouse"), ("需要一个能在火车上写论文的", "Notebook")],
)
def test_what_the_rules_refuse_the_model_may_understand(text: str, kind: str) -> None:
    rules = parser(electronics()).understand(Turn("c", text), NONE)
    found = model_parser({"want": kind, "demands": []}).understand(Turn("c", text), NONE)
    assert rules.want is None or not rules.want.types
    assert found.act is Act.FIND
    assert found.want is not None
    assert found.want.types == (kind,)
    assert found.language == rules.language


def test_a_clear_message_is_not_the_model_s_affair() -> None:
    asked: list[Any] = []
    listening = model_parser(lambda messages: asked.append(messages) or {})
    for text in ("laptop under 900", "900以内的笔记本电脑", "hello", "15.6 inch laptop, not HP", ""):
        assert listening.understand(Turn("c", text), NONE) == parser(electronics()).understand(Turn("c", text), NONE)
    assert asked == []


GOOD = [
    (told(), Constraint("n_weight", "<=", 1.5, "kg", True, "no heavier than 1.5 kg")),
    (
        told(field="t_product_colour", op="=", value="black", unit=None, firm=False, said="preferably black"),
        Constraint("t_product_colour", "=", "Black", None, False, "preferably black"),
    ),
    (
        told(field="b_touchscreen", op="=", value=True, unit=None, said="write my thesis"),
        Constraint("b_touchscreen", "=", True, None, True, "write my thesis"),
    ),
    (
        told(field="brand", op="!=", value="hp", unit=None, said="my old one"),
        Constraint("brand", "!=", "HP", None, True, "my old one"),
    ),
]
BAD = [
    told(said="no heavier than 2 kg"),
    told(said=""),
    told(said=None),
    told(value=1.4),
    told(value=True),
    told(value="1.5"),
    told(value=float("nan")),
    told(field="n_display_diagonal"),
    told(field="price"),
    told(field="price; DROP TABLE product"),
    told(op="=="),
    told(op="!="),
    told(firm="yes"),
    told(field="t_product_colour", op="=", value="free", said="preferably black"),
    told(field="t_product_colour", op="<", value="black", said="preferably black"),
    told(field="b_touchscreen", op="=", value="yes", said="thesis"),
    told(field="brand", op="=", value="Nobody", said="thesis"),
    told(field=["n_weight"]),
]


@pytest.mark.parametrize(("demand", "constraint"), GOOD, ids=lambda one: str(one)[:40])
def test_a_demand_that_was_said_and_that_the_shop_knows_is_taken(
    demand: dict[str, Any], constraint: Constraint
) -> None:
    found = unread({"want": "Notebook", "demands": [demand]}).understand(Turn("c", STORY), NONE)
    assert found.require == (constraint,)


@pytest.mark.parametrize("demand", BAD, ids=str)
def test_any_other_demand_is_dropped(demand: dict[str, Any]) -> None:
    found = unread({"want": "Notebook", "demands": [demand]}).understand(Turn("c", STORY), NONE)
    assert found.require == ()


@pytest.mark.parametrize("form", [{}, {"want": 7, "demands": 7}, {"want": ["Notebook"]}, {"demands": [[]]}])
def test_a_wrong_form_leaves_the_rules_intent(form: Any) -> None:
    rules = parser(electronics()).understand(Turn("c", STORY), NONE)
    assert model_parser(form).understand(Turn("c", STORY), NONE) == rules


def test_a_model_that_fails_leaves_the_rules_intent_and_a_notice() -> None:
    rules = parser(electronics()).understand(Turn("c", STORY), NONE)
    found = model_parser(silent).understand(Turn("c", STORY), NONE)
    assert found == replace(rules, notices=(*rules.notices, "model_unread"))


def test_what_the_rules_read_is_never_dropped_or_said_otherwise() -> None:
    text = "I am off to my aunt and then to work, and want something to type on, under 900, not HP, thanks a lot"
    rules = parser(electronics()).understand(Turn("c", text), NONE)
    assert {one.field for one in rules.require} >= {"price", "brand"}
    wild = [
        told(field="price", op="<=", value=900, unit=None, said="under 900", firm=False),
        told(field="brand", op="=", value="HP", unit=None, said="not HP"),
        told(field="t_product_colour", op="=", value="black", unit=None, said="under 900"),
    ]
    found = model_parser({"want": "Notebook", "demands": wild}).understand(Turn("c", text), NONE)
    assert found.require == rules.require


def test_a_new_kind_in_the_middle_of_a_talk_opens_a_new_need() -> None:
    state = DialogueState(want=Want("mouse", ("Mouse",)), ledger=(Constraint("price", "<=", 20.0, said="under 20"),))
    story = Turn("c", STORY)
    found = unread({"want": "Notebook", "demands": []}, Act.OUT_OF_SCOPE).understand(story, state)
    assert found.want is not None
    assert (found.act, found.want.types, found.forget) == (Act.FIND, ("Notebook",), ("everything",))
    same = unread({"want": "Mouse", "demands": [told(field="n_weight", op="<")]}, Act.OUT_OF_SCOPE)
    found = same.understand(story, state)
    assert (found.act, found.forget) == (Act.REFINE, ())
    assert [one.field for one in found.require] == ["n_weight"]


def test_the_model_is_told_fields_and_kinds_and_the_message_as_data() -> None:
    asked: list[str] = []

    def listens(messages: Any) -> Mapping[str, Any]:
        asked.append(messages[-1].text)
        return {}

    model_parser(listens).understand(Turn("c", STORY), NONE)
    assert f"<<<message\n{STORY}\nmessage>>>" in asked[0]
    assert "n_weight: number g" in asked[0]
    assert "Notebook" in asked[0]

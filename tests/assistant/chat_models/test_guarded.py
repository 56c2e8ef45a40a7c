"""The guard around a model: what is tried again, when it is left in peace, and who has spent what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from assistant.chat_models.guarded import GuardedModel
from assistant.chat_models.limits import ModelLimits
from assistant.chat_models.scripted import ScriptedModel
from assistant.errors import ModelError
from assistant.ports import ChatModel
from assistant.vocabulary import PromptMessage
from catalog.errors import SetupError
from tests.contracts.chat_model import ASKED, ChatModelContract


class Times:
    """A clock that only waiting moves, and a model that follows a list of outcomes."""

    def __init__(self, *outcomes: str, limits: ModelLimits | None = None) -> None:
        self.now, self.calls, self.outcomes = 0.0, 0, list(outcomes)
        limits = limits or ModelLimits(retries=0)
        self.model = GuardedModel(ScriptedModel(self.script), limits, lambda: self.now, self.wait)

    def wait(self, seconds: float) -> None:
        self.now += seconds

    def script(self, _: Sequence[PromptMessage]) -> Iterable[str]:
        self.calls += 1
        outcome = self.outcomes.pop(0) if self.outcomes else "words"
        if outcome == "half":
            yield "half a sen"
        if outcome != "words":
            raise ModelError(outcome, passing=outcome in ("passing", "half"))
        yield "words"

    def ask(self, conversation: str = "c") -> str:
        try:
            return "".join(self.model.stream(ASKED, 10.0, conversation))
        except ModelError as error:
            return f"! {error}"


class TestGuarded(ChatModelContract):
    def make(self) -> ChatModel:
        return self._around(ScriptedModel(lambda asked: ["A fine ", "day."], lambda asked: {"want": "laptop"}))

    def silent(self) -> ChatModel:
        return self._around(ScriptedModel(lambda asked: []))

    def _around(self, model: ChatModel) -> ChatModel:
        return GuardedModel(model, ModelLimits(), lambda: 0.0, lambda seconds: None)


def test_what_may_pass_is_tried_again_and_nothing_else() -> None:
    limits = ModelLimits(retries=2)
    assert Times("passing", "passing", limits=limits).ask() == "words"
    assert Times("passing", "passing", "passing", limits=limits).ask() == "! passing"
    lasting = Times("lasting", limits=limits)
    assert (lasting.ask(), lasting.calls) == ("! lasting", 1)


def test_an_answer_that_has_begun_is_not_asked_for_again() -> None:
    begun = Times("half", limits=ModelLimits(retries=2))
    assert (begun.ask(), begun.calls) == ("! half", 1)


def test_no_try_begins_after_the_time_is_over() -> None:
    late = Times("passing", limits=ModelLimits(retries=2))
    with pytest.raises(ModelError):
        list(late.model.stream(ASKED, 0.1))
    assert late.calls == 1


def test_after_failures_in_a_row_it_is_left_in_peace_and_then_one_call_tries() -> None:
    times = Times(*["x"] * 4, limits=ModelLimits(retries=0, failures=3, rest=30.0))
    assert [times.ask() for _ in range(3)] == ["! x"] * 3
    assert "left in peace" in times.ask()
    assert times.calls == 3
    times.now += 31
    assert times.ask() == "! x"
    assert "left in peace" in times.ask()
    times.now += 31
    assert [times.ask(), times.ask()] == ["words", "words"]
    assert times.calls == 6


def test_a_success_between_failures_forgives_them() -> None:
    times = Times("x", "x", "words", "x", "x", "words", limits=ModelLimits(retries=0, failures=3))
    assert [times.ask() for _ in range(6)] == ["! x", "! x", "words", "! x", "! x", "words"]


def test_each_conversation_has_its_own_budget() -> None:
    times = Times(limits=ModelLimits(calls=2))
    assert [times.ask("a"), times.ask("a"), times.ask("b")] == ["words"] * 3
    assert "used up" in times.ask("a")
    assert times.ask("b") == "words"
    few = Times(limits=ModelLimits(tokens=5))
    assert few.ask() == "words"
    assert "used up" in few.ask()
    assert few.calls == 1


def test_more_calls_at_once_than_allowed_fail_at_once_and_an_abandoned_one_frees_its_place() -> None:
    times = Times(limits=ModelLimits(at_once=1))
    first = times.model.stream(ASKED, 10.0)
    next(first)
    assert "at once already" in times.ask()
    first.close()
    assert times.ask() == "words"


def test_limits_are_read_and_a_wrong_one_is_named() -> None:
    assert ModelLimits.read({"timeout": "5", "calls": 3}, "here") == ModelLimits(timeout=5.0, calls=3)
    for name, value, complaint in (
        ("patience", 1, "No limit of a model called 'patience'"),
        ("calls", "2.5", "whole number"),
        ("timeout", "soon", "number of 0 or more"),
        ("timeout", -1, "number of 0 or more"),
        ("timeout", True, "number of 0 or more"),
        ("timeout", "nan", "number of 0 or more"),
    ):
        with pytest.raises(SetupError, match=complaint):
            ModelLimits.read({name: value}, "here")

"""A model's words: audited one by one, marked, in time or not at all, and never instead of what the shop must say."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import pytest

from assistant.chat_models.limits import ModelLimits
from assistant.chat_models.scripted import ScriptedModel
from assistant.conversation import Assistant
from assistant.errors import ModelError
from assistant.languages.reading import words
from assistant.reasons.model_writer import ModelWriter
from assistant.state import DialogueState
from assistant.vocabulary import Act, Evidence, PromptMessage, Reply, Turn

PATIENT = ModelLimits(first_words=30.0, answer=30.0, timeout=30.0)
HASTY = ModelLimits(first_words=0.0, answer=0.0, timeout=30.0)
ASKED = {"en": "headphones under 200 euros", "zh": "200欧以内的耳机"}
PRICE = {"en": "[P1] costs {price}.", "zh": "[P1]的价格是{price}。"}
LIE = {"en": "[P1] costs 7 euros. ", "zh": "[P1]只要7欧。"}
Said = Callable[[Sequence[PromptMessage]], Iterable[str]]


class Prices:
    """A strict audit: a figure is the product's price, or the sentence falls; the price is what it proves."""

    def proofs(self, sentence: str, product: str, reply: Reply) -> tuple[Evidence, ...] | None:
        """The stretch of the price."""
        one = next(one.product for one in reply.items if one.product.id == product)
        said = sentence.replace(one.title, "").replace(_title(one, reply.language), "")
        figures = [float(figure) for figure in re.findall(r"\d+(?:\.\d+)?", said)]
        if not figures or any(figure != one.price for figure in figures):
            return None
        start = sentence.rindex(f"{one.price:g}")
        return (Evidence(one.id, "price", one.price, at=(start, start + len(f"{one.price:g}"))),)


def _title(product: object, language: str) -> str:
    told = product.translations.get(language)
    return told.title if told and told.title else product.title


@pytest.fixture(params=["en", "zh"])
def turn(request: pytest.FixtureRequest, sample_assistant: Assistant) -> tuple[DialogueState, Reply, Turn]:
    """A list of headphones in a language."""
    turn = Turn("words", ASKED[request.param])
    state, reply = sample_assistant.respond(DialogueState(), turn)
    assert len(reply.items) >= 3
    return state, reply, turn


def writer(said: Said, limits: ModelLimits = PATIENT) -> ModelWriter:
    return ModelWriter(ScriptedModel(said), Prices(), limits, time.perf_counter)


def true(reply: Reply, place: int = 1) -> str:
    """A true sentence about the product at that place."""
    product = reply.items[place - 1].product
    return PRICE[reply.language].format(price=f"{product.price:g}").replace("P1", f"P{place}") + " "


def notice(reply: Reply, key: str, **slots: str) -> str:
    return words(reply.language, "model")["notice"][key].format(**slots)


def test_audited_sentences_come_one_by_one_after_the_shop_s_own_lead(turn: tuple[DialogueState, Reply, Turn]) -> None:
    state, own, said = turn
    two = [true(own), true(own, 2)]
    shown = list(writer(lambda asked: two).write(state, own, said, late=True))
    titles = [_title(one.product, own.language) for one in own.items[:2]]
    assert all(titles[0] in one.text for one in shown)
    assert [titles[1] in one.text for one in shown] == [False, True, True]
    assert all(one.text.startswith(own.text.split("**")[0] + "**") for one in shown)
    assert f"[[{own.items[0].product.price:g}]]" in shown[0].text
    assert shown[-1].notices == own.notices
    for one in shown:
        assert replace(one, text="", notices=()) == replace(own, text="", notices=())


def test_a_sentence_that_nothing_proves_is_never_shown_and_is_counted(
    turn: tuple[DialogueState, Reply, Turn],
) -> None:
    state, own, said = turn
    told = LIE[own.language] + true(own) + LIE[own.language].replace("7", "8")
    shown = list(writer(lambda asked: iter(told)).write(state, own, said, late=True))
    assert all("7" not in one.text.replace(own.items[0].product.title, "") or "[[" in one.text for one in shown)
    assert shown[-1].notices[-1] == notice(own, "dropped", count="2")
    alone = list(writer(lambda asked: [LIE[own.language]]).write(state, own, said, late=True))
    assert alone == [replace(own, notices=(*own.notices, notice(own, "nothing_proved")))]


@pytest.mark.parametrize("late", [True, False])
def test_a_model_that_fails_leaves_the_shop_s_own_words(turn: tuple[DialogueState, Reply, Turn], late: bool) -> None:
    state, own, said = turn

    def fails(_: object) -> Iterator[str]:
        raise ModelError("refused")
        yield ""

    assert list(writer(fails).write(state, own, said, late)) == [
        replace(own, notices=(*own.notices, notice(own, "failed")))
    ]


def test_a_model_that_breaks_off_leaves_what_was_proved(turn: tuple[DialogueState, Reply, Turn]) -> None:
    state, own, said = turn

    def breaks(_: object) -> Iterator[str]:
        yield true(own)
        yield "[P2]"
        raise ModelError("gone")

    shown = list(writer(breaks).write(state, own, said, late=True))
    assert shown[-1].text == shown[0].text
    assert shown[-1].notices == (*own.notices, notice(own, "broke_off"))


def test_a_slow_model_replaces_the_shop_s_words_once_and_says_so(turn: tuple[DialogueState, Reply, Turn]) -> None:
    state, own, said = turn
    go = threading.Event()

    def slow(_: object) -> Iterator[str]:
        go.wait(30)
        yield from (true(own), true(own, 2))

    shown = writer(slow, HASTY).write(state, own, said, late=True)
    assert next(shown) == replace(own, notices=(*own.notices, notice(own, "waits")))
    go.set()
    rest = list(shown)
    assert len(rest) == 1
    assert rest[0].notices == (*own.notices, notice(own, "late"))
    assert _title(own.items[1].product, own.language) in rest[0].text


def test_what_is_written_once_waits_for_no_late_model(turn: tuple[DialogueState, Reply, Turn]) -> None:
    state, own, said = turn
    go = threading.Event()

    def slow(_: object) -> Iterator[str]:
        go.wait(30)
        yield true(own)

    shown = list(writer(slow, HASTY).write(state, own, said, late=False))
    go.set()
    assert shown == [replace(own, notices=(*own.notices, notice(own, "waits")))]


def test_after_the_time_out_nothing_changes(turn: tuple[DialogueState, Reply, Turn]) -> None:
    state, own, said = turn
    go = threading.Event()

    def hangs(_: object) -> Iterator[str]:
        go.wait(30)
        yield true(own)

    never = ModelLimits(first_words=0.0, answer=0.0, timeout=0.0)
    shown = list(writer(hangs, never).write(state, own, said, late=True))
    go.set()
    assert [one.text for one in shown] == [own.text]


@pytest.mark.parametrize(
    "said_of", ["[P9] costs {price}. ", "[P1.77] costs {price}. ", "[P1 costs {price}. ", "x" * 500 + " {price}. "]
)
def test_a_mark_that_was_not_given_and_a_sentence_without_end_fall(
    said_of: str, turn: tuple[DialogueState, Reply, Turn]
) -> None:
    state, own, said = turn
    told = said_of.format(price=f"{own.items[0].product.price:g}")
    shown = list(writer(lambda asked: [told]).write(state, own, said, late=True))
    assert [one.text for one in shown] == [own.text]


def test_the_words_keep_the_order_of_the_cards(turn: tuple[DialogueState, Reply, Turn]) -> None:
    state, own, said = turn
    shown = list(writer(lambda asked: [true(own, 2), true(own)]).write(state, own, said, late=True))
    assert _title(own.items[0].product, own.language) not in shown[-1].text
    assert shown[-1].notices[-1] == notice(own, "dropped_one")


def test_the_question_back_stays_at_the_end(turn: tuple[DialogueState, Reply, Turn]) -> None:
    state, own, said = turn
    shown = list(writer(lambda asked: [true(own)]).write(state, own, said, late=True))
    if own.question is not None:
        assert shown[-1].text.endswith(own.question.text)


def test_only_lists_of_the_kind_that_was_asked_for_are_reworded(sample_assistant: Assistant) -> None:
    told = writer(lambda asked: ["Never said. "])
    state = DialogueState()
    for text in ("hello", "a flying carpet under 20 euros", "nothing", "你好"):
        after, reply = sample_assistant.respond(state, Turn("words", text))
        if reply.items:
            assert reply.want is not None
            assert not reply.want.types
        assert list(told.write(after, reply, Turn("words", text), late=True)) == []


def test_the_model_reads_facts_and_no_text_of_the_catalogue(sample_assistant: Assistant) -> None:
    asked: list[str] = []

    def listens(messages: Sequence[PromptMessage]) -> Iterable[str]:
        asked.append("\n".join(one.text for one in messages))
        return ["Well. "]

    turn = Turn("words", "headphones with noise cancelling under 200 euros")
    state, reply = sample_assistant.respond(DialogueState(), turn)
    list(writer(listens).write(state, reply, turn, late=True))
    assert turn.text in asked[0]
    assert "under 200 euros" in asked[0]
    for one in reply.items:
        assert one.product.title not in asked[0]
        for proof in reply.reasons[one.product.id].evidence:
            assert not proof.span or proof.span not in asked[0]
        assert f"{one.product.price:g}" in asked[0]


def test_an_assistant_without_a_writer_says_what_it_says(sample_assistant: Assistant) -> None:
    turn = Turn("words", "headphones")
    state, reply = sample_assistant.respond(DialogueState(), turn)
    assert reply.act is Act.FIND
    assert list(sample_assistant.words(state, reply, turn)) == []
    assert sample_assistant.worded(state, reply, turn) is reply

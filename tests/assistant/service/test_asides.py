"""What is said under an open question of the service: asides are let through, and a yes to them does nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.records.database import Database
from assistant.records.order_book import OrderBook
from assistant.service.desk import Desk
from assistant.state import DialogueState
from assistant.vocabulary import Act, Constraint, Intent, Question, Reply, Turn, Want
from catalog.product import Value

KETTLE = Want("kettle", types=("kettle",))
KIND = Question("What kind of thing is it?", "want")
ASKED = (Constraint("waterproof", "=", True),)


def said(desk: Desk, state: DialogueState, text: str, intent: Intent | None = None) -> tuple[DialogueState, Reply]:
    """What the conversation's main path does with a turn, as far as the service goes."""
    turn = Turn("c", text)
    read = desk.read(turn, state, intent or Intent(Act.CHAT, "en"))
    state = state.after(turn, read)
    if read.act in (Act.ORDER, Act.POLICY, Act.HUMAN):
        state, reply = desk.answer(state, turn, read)
    else:
        reply = Reply(read.act, "en", "goods", question=KIND if read.act is Act.FIND else None)
    state, reply = desk.remind(state, reply)
    return replace(state, pending=reply.question), reply


def talked(desk: Desk, *texts: str) -> tuple[DialogueState, Reply]:
    state, reply = DialogueState(), Reply(Act.CHAT, "en", "")
    for text in texts:
        state, reply = said(desk, state, text)
    return state, reply


def status(database: Database) -> Value:
    found = OrderBook(database).order("#W1000001")
    assert found is not None
    return str(found["status"])


TO_CONFIRM = ("cancel order #W1000001, I no longer need it", "ana@example.com")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hello", Intent(Act.CHAT, "en")),
        ("thank you", Intent(Act.CHAT, "en")),
        ("谢谢", Intent(Act.CHAT, "zh")),
        ("show me kettles under 30 euros", Intent(Act.FIND, "en", want=KETTLE)),
        ("is the second one waterproof?", Intent(Act.ASK_PRODUCT, "en", points_at=("b",), asks=ASKED)),
        ("why not the second one?", Intent(Act.WHY, "en", points_at=("b",))),
        ("put the first one in the basket", Intent(Act.CART, "en", points_at=("a",))),
        ("that's not what I meant", Intent(Act.FEEDBACK, "en", misread=True)),
    ],
)
@pytest.mark.parametrize("asked", [("cancel order #W1000001",), ("cancel an order", "ana@example.com"), TO_CONFIRM])
def test_an_aside_is_let_through_and_the_question_told_once_more(
    desk: Desk, asked: tuple[str, ...], text: str, intent: Intent
) -> None:
    state, before = talked(desk, *asked)
    assert before.question is not None
    after, reply = said(desk, state, text, intent)
    assert reply.act is intent.act
    assert before.question.text.split("\n")[0] in reply.text
    assert after.service.errands == state.service.errands
    assert after.service.awaiting == state.service.awaiting
    _, again = said(desk, after, text, intent)
    assert before.question.text.split("\n")[0] not in again.text


@pytest.mark.parametrize("text", ["the second one", "both", "the black one please", "no longer needed"])
def test_what_may_be_an_answer_about_an_order_is_no_aside(desk: Desk, text: str) -> None:
    state, _ = talked(desk, "cancel order #W1000001", "ana@example.com")
    pointing = Intent(Act.ASK_PRODUCT, "en", points_at=("b",))
    assert desk.read(Turn("c", text), state, pointing).act is Act.ORDER


def test_a_yes_to_something_else_shows_the_proposal_again_and_does_nothing(database: Database, desk: Desk) -> None:
    state, _ = talked(desk, *TO_CONFIRM)
    state, reply = said(desk, state, "show me kettles", Intent(Act.FIND, "en", want=KETTLE))
    assert reply.question == KIND
    state, reply = said(desk, state, "yes")
    assert status(database) == "pending"
    assert reply.question is not None
    assert reply.question.field == "confirm"
    said(desk, state, "yes")
    assert status(database) == "cancelled"


def test_a_proposal_told_once_more_beside_small_talk_is_confirmed_by_a_yes(database: Database, desk: Desk) -> None:
    state, _ = talked(desk, *TO_CONFIRM)
    state, reply = said(desk, state, "hello", Intent(Act.CHAT, "en"))
    assert "#W1000001" in reply.text
    assert reply.question is not None
    assert reply.question.field == "confirm"
    said(desk, state, "yes")
    assert status(database) == "cancelled"


@pytest.mark.parametrize("text", ["never mind", "forget it", "算了", "no"])
def test_who_is_asked_for_a_name_may_drop_it(desk: Desk, text: str) -> None:
    state, reply = talked(desk, "where is my order", text)
    assert not state.service.is_open
    assert reply.question is None


def test_the_wish_beside_a_request_is_not_read_as_the_order(desk: Desk) -> None:
    need = Intent(Act.FIND, "en", want=KETTLE)
    both = Intent(Act.ORDER, "en", "track_order", beside=need, request="where is my order")
    state, reply = said(desk, DialogueState(), "where is my order? I need a kettle", both)
    assert state.service.claims == ("where is my order",)
    assert state.want == KETTLE
    assert reply.act is Act.ORDER


def test_who_asks_is_read_from_the_whole_message(desk: Desk) -> None:
    both = Intent(Act.ORDER, "en", beside=Intent(Act.FIND, "en", want=KETTLE), request="where is my order #W1000001")
    _, reply = said(desk, DialogueState(), "where is my order #W1000001? I need a kettle, ana@example.com", both)
    assert "Ana" in reply.text


@pytest.mark.parametrize("text", ["great, thanks", "ok thank you", "太好了，谢谢"])
def test_thanks_after_an_errand_that_was_dropped_bring_nothing_back(desk: Desk, text: str) -> None:
    state, _ = talked(desk, *TO_CONFIRM, "no")
    _, reply = said(desk, state, text)
    assert reply.act is Act.CHAT


@pytest.mark.parametrize("text", ["my email is ana@example.com", "我的邮箱是ana@example.com"])
def test_who_gives_an_address_does_not_ask_for_it(desk: Desk, text: str) -> None:
    _, reply = talked(desk, "where is my order", text)
    assert "ana@example.com" not in reply.text


@pytest.mark.parametrize("text", ["I ordered boots last week and they still aren't here", "我上周订的靴子还没到"])
def test_what_has_not_come_is_answered_once_it_is_known_who_asks(desk: Desk, text: str) -> None:
    state, _ = said(desk, DialogueState(), text, Intent(Act.ORDER, "en", "track_order"))
    _, reply = said(desk, state, "ana@example.com")
    assert "#W100000" in reply.text

"""Orders in a shop's own system: the same talk, and a system that is down, slow or loses an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.records.clause_book import ClauseBook
from assistant.records.database import Database
from assistant.records.ticket_book import TicketBook
from assistant.service.desk import Desk
from assistant.service.handoff import HandOff
from assistant.service.order_desk import OrderDesk
from assistant.service.policy_answers import PolicyAnswers
from assistant.service.rest_connector import RestConnector
from assistant.state import DialogueState
from assistant.vocabulary import Act, Intent, Reply, Turn
from catalog.embedders import HashingEmbedder
from tests.assistant.service.order_server import OrderSystem, serving
from tests.assistant.service.test_law import GOODS, customer, order

ANA = {**customer(), "name": {"first_name": "Ana", "last_name": "Ruiz"}, "email": "ana@example.com"}


@pytest.fixture
def system() -> OrderSystem:
    return OrderSystem({"ana": dict(ANA)}, {"#W1": {**order("pending"), "order_id": "#W1", "user_id": "ana"}}, GOODS)


@pytest.fixture
def desk(system: OrderSystem, tmp_path: Path) -> Iterator[Desk]:
    database = Database.of_home(tmp_path)
    with serving(system) as address:
        yield Desk(
            PolicyAnswers(ClauseBook(database), HashingEmbedder()),
            OrderDesk(RestConnector(address, timeout=0.5), lambda: 1.0),
            HandOff(TicketBook(database), lambda: 1.0, lambda product: product),
        )


def said(desk: Desk, state: DialogueState, text: str) -> tuple[DialogueState, Reply]:
    turn = Turn("c", text)
    intent = desk.read(turn, state, Intent(Act.ORDER, "en"))
    state, reply = desk.answer(state.after(turn, intent), turn, intent)
    return replace(state, pending=reply.question), reply


def ready(desk: Desk) -> DialogueState:
    state, _ = said(desk, DialogueState(), "Cancel order #W1, I no longer need it")
    state, reply = said(desk, state, "ana@example.com")
    assert reply.question is not None
    assert reply.question.field == "confirm"
    return state


def test_a_confirmed_write_is_stored_once(desk: Desk, system: OrderSystem) -> None:
    state = ready(desk)
    _, first = said(desk, state, "yes")
    said(desk, state, "yes")
    assert "cancelled" in first.text
    assert system.orders["#W1"]["status"] == "cancelled"
    assert len(system.keys) == 1


def test_a_lost_answer_is_not_written_again(desk: Desk, system: OrderSystem) -> None:
    state = ready(desk)
    system.loses_answers = True
    _, lost = said(desk, state, "yes")
    assert lost.act is Act.HUMAN
    assert "can't tell whether it was done" in lost.text
    system.loses_answers = False
    said(desk, state, "yes")
    assert len(system.keys) == 1
    assert len(system.orders["#W1"]["payment_history"]) == 2


@pytest.mark.parametrize("fault", ["down", "slow"])
def test_a_system_that_does_not_answer_is_told_and_handed_over(desk: Desk, system: OrderSystem, fault: str) -> None:
    state = ready(desk)
    system.down, system.delay = fault == "down", 1.0 if fault == "slow" else 0.0
    _, reply = said(desk, state, "yes")
    assert reply.act is Act.HUMAN
    assert "nothing was changed" in reply.text
    assert system.orders["#W1"]["status"] == "pending"

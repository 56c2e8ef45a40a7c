"""Orders by talk: who is speaking, what is shown, confirmed, done once, refused, or handed over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.records.clause_book import ClauseBook
from assistant.records.database import Database
from assistant.records.order_book import OrderBook
from assistant.records.ticket_book import TicketBook
from assistant.service.connector import RecordConnector
from assistant.service.desk import Desk
from assistant.service.handoff import HandOff
from assistant.service.order_desk import OrderDesk
from assistant.service.policy_answers import PolicyAnswers
from assistant.state import DialogueState
from assistant.vocabulary import Act, Intent, Reply, Turn
from catalog.embedders import HashingEmbedder
from catalog.languages.detection import detect
from tests.assistant.service.test_law import GOODS, customer, order

PEOPLE = {
    "ana": {"name": {"first_name": "Ana", "last_name": "Ruiz"}, "email": "ana@example.com"},
    "bo": {"name": {"first_name": "Bo", "last_name": "Lind"}, "email": "bo@example.com"},
}
Talk = Callable[..., list[Reply]]


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = Database.of_home(tmp_path)
    users = [
        (name, {**customer(), **one, "orders": []} | {"address": {**customer()["address"], "zip": zip_code}})
        for (name, one), zip_code in zip(PEOPLE.items(), ("10001", "20002"), strict=True)
    ]
    orders = [
        {**order("pending"), "order_id": "#W1000001", "user_id": "ana"},
        {**order("delivered"), "order_id": "#W1000002", "user_id": "ana"},
        {**order("pending"), "order_id": "#W2000001", "user_id": "bo"},
    ]
    OrderBook(database).put(users, orders, list({**one, "product_id": name} for name, one in GOODS.items()))
    return database


@pytest.fixture
def talk(database: Database) -> Talk:
    people = HandOff(TicketBook(database), lambda: 1.0, lambda product: product)
    desk = Desk(
        PolicyAnswers(ClauseBook(database), HashingEmbedder()),
        OrderDesk(RecordConnector(OrderBook(database)), lambda: 1.0),
        people,
    )

    def run(*texts: str, state: DialogueState | None = None) -> list[Reply]:
        state, replies = state or DialogueState(), []
        for text in texts:
            turn = Turn("c", text)
            intent = desk.read(turn, state, Intent(Act.CHAT, detect(text, state.language)))
            state, reply = desk.answer(state.after(turn, intent), turn, intent)
            replies.append(reply)
        return replies

    return run


def status(database: Database, name: str) -> str:
    found = OrderBook(database).order(name)
    assert found is not None
    return str(found["status"])


@pytest.mark.parametrize(
    "texts",
    [
        ("Cancel order #W1000001, I no longer need it", "ana@example.com", "yes"),
        ("I'm Ana Ruiz, zip 10001", "please cancel W1000001", "it's no longer needed", "yes, go ahead"),
        ("取消订单#W1000001，不需要了", "ana@example.com", "是"),
        ("我叫Ana Ruiz，邮编10001，我要取消订单#W1000001", "不需要了", "确认"),
    ],
)
def test_an_order_is_cancelled_once_it_is_confirmed(database: Database, talk: Talk, texts: tuple[str, ...]) -> None:
    before = talk(*texts[:-1])
    assert before[-1].question is not None
    assert before[-1].question.field == "confirm"
    assert status(database, "#W1000001") == "pending"
    talk(*texts)
    assert status(database, "#W1000001") == "cancelled"


def test_a_second_yes_does_nothing(database: Database, talk: Talk) -> None:
    talk("Cancel order #W1000001, ordered by mistake", "ana@example.com", "yes", "yes", "yes")
    assert len(OrderBook(database).journal()) == 1


ONE_EFFECT = (
    ("Please ship order #W1000001 to 1 Elm St, Austin, TX 78701, USA", "ana@example.com", "{instead}", "yes"),
    ("把订单#W1000001的收货地址改成 1 Elm St, Austin, TX 78701, USA", "ana@example.com", "{instead}", "对"),
    ("Please ship order #W1000001 to 1 Elm St, Austin, TX 78701, USA. ana@example.com", "yes"),
    ("Change my default address to 1 Elm St, Austin, TX 78701, USA. ana@example.com", "yes"),
    ("Change the payment of order #W1000001 to my paypal. ana@example.com", "yes"),
    ("Exchange the boots from order #W1000002 for size 9. ana@example.com", "use my paypal", "yes"),
)
INSTEAD = {
    "yes": "no wait, rather cancel this order, I no longer need it",
    "对": "算了，不改了，直接取消这个订单吧，我不再需要它了",
}


@pytest.mark.parametrize("texts", ONE_EFFECT)
def test_all_said_again_in_a_new_conversation_has_no_second_effect(
    database: Database, talk: Talk, texts: tuple[str, ...]
) -> None:
    further = [{**order("pending"), "order_id": "#W1000003", "user_id": "ana"}]
    texts = tuple(text.format(instead=INSTEAD.get(texts[-1], "")) for text in texts)
    talk(*texts, texts[-1])
    once = list(OrderBook(database).every())
    OrderBook(database).put([], further, [])
    talk(*texts, texts[-1])
    assert len(OrderBook(database).journal()) == 1
    assert all(one in list(OrderBook(database).every()) for one in once)


def test_what_went_there_and_back_can_go_there_again(database: Database, talk: Talk) -> None:
    addresses = ("1 Elm St, Austin, TX 78701, USA", "9 Oak St, Dallas, TX 75001, USA")
    there, back = (f"please ship order #W1000001 to {one}" for one in addresses)
    talk("ana@example.com", there, "yes", back, "yes", there, "yes", back, "yes")
    found = OrderBook(database).order("#W1000001")
    assert found is not None
    assert found["address"]["address1"] == "9 Oak St"


def test_no_changes_nothing(database: Database, talk: Talk) -> None:
    talk("Cancel order #W1000001, ordered by mistake. ana@example.com", "no, keep it", "yes")
    assert status(database, "#W1000001") == "pending"


def test_an_id_alone_opens_nothing(database: Database, talk: Talk) -> None:
    replies = talk("I am ana, cancel order #W1000001, no longer needed", "my id is ana", "yes")
    assert status(database, "#W1000001") == "pending"
    assert all("1 Elm" not in reply.text and "Boots" not in reply.text for reply in replies)


@pytest.mark.parametrize("text", ["Cancel order #W2000001, no longer needed", "what about bo@example.com's orders?"])
def test_nobody_else_is_served_in_the_same_conversation(database: Database, talk: Talk, text: str) -> None:
    replies = talk("ana@example.com", text, "yes")
    assert status(database, "#W2000001") == "pending"
    assert "Boots" not in replies[1].text


def test_an_exchange_is_made_for_the_named_size(database: Database, talk: Talk) -> None:
    talk("Exchange the boots from order #W1000002 for size 9. ana@example.com", "use my paypal", "yes")
    found = OrderBook(database).order("#W1000002")
    assert found is not None
    assert (found["status"], found["exchange_new_items"]) == ("exchange requested", ["b9"])
    assert found["exchange_payment_method_id"] == "pal"


def test_a_correction_before_the_yes_counts(database: Database, talk: Talk) -> None:
    talk(
        "Return the boots from order #W1000002. ana@example.com", "to the credit card", "sorry, to my gift card", "yes"
    )
    found = OrderBook(database).order("#W1000002")
    assert found is not None
    assert found["return_payment_method_id"] == "gift"


def test_a_person_is_asked_for_and_the_queue_has_it(database: Database, talk: Talk) -> None:
    (reply,) = talk("I want to talk to a human")
    (ticket,) = TicketBook(database).queue()
    assert reply.act is Act.HUMAN
    assert str(ticket.number) in reply.text
    assert ticket.packet["said"] == ["I want to talk to a human"]


def test_anger_in_a_service_conversation_brings_a_person(database: Database, talk: Talk) -> None:
    talk("where is my order #W1000001", "this is ridiculous, you useless machine")
    assert TicketBook(database).queue()[0].packet["mood"] == "angry"


def test_nothing_is_said_to_be_handed_over_where_the_queue_fails(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(TicketBook, "open", broken)
    (reply,) = talk("I want to talk to a human")
    assert "nobody has it" in reply.text

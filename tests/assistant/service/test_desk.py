"""Orders by talk: who is speaking, what is shown, confirmed, done once, refused, or handed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.records.database import Database
from assistant.records.order_book import OrderBook
from assistant.records.ticket_book import TicketBook
from assistant.service.desk import Desk
from assistant.service.sample_policies import put_sample_policies
from assistant.state import DialogueState
from assistant.vocabulary import Act, Constraint, Intent, Reply, Turn, Want
from catalog.languages.detection import detect
from tests.assistant.service.test_law import order

Talk = Callable[..., list[Reply]]


@pytest.fixture
def talk(desk: Desk) -> Talk:
    def run(*texts: str, state: DialogueState | None = None) -> list[Reply]:
        state, replies = state or DialogueState(), []
        for text in texts:
            turn = Turn("c", text)
            intent = desk.read(turn, state, Intent(Act.CHAT, detect(text, state.language)))
            state, reply = desk.remind(*desk.answer(state.after(turn, intent), turn, intent))
            state = replace(state, pending=reply.question)
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


def read(desk: Desk, text: str, kind: str = "", *require: Constraint) -> Act:
    want = Want(kind, (kind,), kind) if kind else None
    intent = Intent(Act.FIND, detect(text, ""), want=want, require=require)
    return desk.read(Turn("c", text), DialogueState(), intent).act


DEARER = Constraint("price", ">", None, said="more expensive")


@pytest.mark.parametrize(
    ("text", "kind", "require"),
    [
        ("What if the other size is more expensive?", "", (DEARER,)),
        ("Do you sell my address to others?", "", ()),
        ("最少要买多少钱？", "", ()),
        ("Do you have a warranty on headphones, and how long is it?", "headphones", ()),
        ("The lamp I bought last week is cheaper now. Do I get the difference?", "lamp", (DEARER,)),
    ],
)
def test_a_question_about_a_rule_is_one_whatever_words_of_shopping_it_has(
    desk: Desk, database: Database, text: str, kind: str, require: tuple[Constraint, ...]
) -> None:
    put_sample_policies(database)
    assert read(desk, text, kind, *require) is Act.POLICY


@pytest.mark.parametrize(
    ("text", "kind", "require"),
    [
        ("Do you have more expensive ones?", "", (DEARER,)),
        ("有更贵的吗", "", (DEARER,)),
        ("What about a more expensive lamp?", "lamp", (DEARER,)),
        ("do you sell a receipt printer?", "receipt printer", ()),
        ("can I get a package of tea", "tea", ()),
        ("do you have a laptop with free shipping?", "laptop", ()),
        ("do you have headphones with a longer warranty?", "headphones", ()),
        ("保修两年的笔记本有吗", "laptop", ()),
        ("do you have a wig of human hair?", "wig", ()),
        ("replace my GTX1080 graphics card with a faster one", "graphics card", ()),
        ("swap the envelopes for #10 envelopes", "envelopes", ()),
    ],
)
def test_goods_stay_goods(
    desk: Desk, database: Database, text: str, kind: str, require: tuple[Constraint, ...]
) -> None:
    put_sample_policies(database)
    assert read(desk, text, kind, *require) is Act.FIND


def test_tomorrows_weather_is_no_delivery_by_tomorrow(desk: Desk, database: Database) -> None:
    put_sample_policies(database)
    for text, act in (("what's the weather like in Berlin tomorrow?", None), ("can it be here tomorrow?", Act.POLICY)):
        turn = Turn("a", text)
        found = desk.read(turn, DialogueState(), Intent(Act.OUT_OF_SCOPE, "en"))
        assert found.act is (act or Act.OUT_OF_SCOPE)


def test_an_errand_with_an_orders_id_is_the_orders_though_goods_are_named(desk: Desk) -> None:
    assert read(desk, "Please switch the boots of #W1000001 to size 9", "boots") is Act.ORDER
    assert read(desk, "请帮我把#W1000002里的靴子退掉", "boots") is Act.ORDER


@pytest.mark.parametrize("label", ["My email is ", "E-mail: ", "邮箱："])
def test_the_word_before_an_email_address_is_no_part_of_the_postal_one(talk: Talk, label: str) -> None:
    replies = talk(f"Please ship order #W1000001 to 1 Elm St, Austin, TX 78701, USA {label}ana@example.com")
    assert "mail" not in replies[0].text.lower()
    assert "邮箱" not in replies[0].text


@pytest.mark.parametrize("text", ["where is my order?", "我的订单到哪了？"])
def test_a_question_about_orders_is_one_where_the_shop_has_none(database: Database, talk: Talk, text: str) -> None:
    (asked,) = talk(text)
    assert (asked.act, asked.question.field if asked.question else "") == (Act.ORDER, "identity")
    with database.writing() as connection:
        for table in ("orders", "customers"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    (told,) = talk(text)
    assert told.act is Act.ORDER
    assert not TicketBook(database).queue()


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("where is my order?", "can I pay with PayPal?"),
        ("where is my order?", "and the warranty?"),
        ("我的订单到哪了？", "保修多久？"),
    ],
)
def test_who_does_not_say_who_they_are_is_still_told_the_rules(
    desk: Desk, database: Database, first: str, then: str
) -> None:
    put_sample_policies(database)
    asked = Turn("c", first)
    state, reply = desk.answer(DialogueState(), asked, Intent(Act.ORDER, detect(first, None)))
    state = replace(state, pending=reply.question)
    assert state.service.awaiting == "identity"
    assert desk.read(Turn("c", then), state, Intent(Act.POLICY, detect(then, None))).act is Act.POLICY
    named = Turn("c", "Ana Ito, 10001")
    assert desk.read(named, state, Intent(Act.POLICY, "en")).act is Act.ORDER


@pytest.mark.parametrize(
    "text", ["How long do I have to return it if my wife hates it?", "如果我老婆不喜欢，多久之内可以退货？"]
)
def test_how_long_goods_may_be_returned_is_no_errand(desk: Desk, database: Database, text: str) -> None:
    put_sample_policies(database)
    read = desk.read(Turn("c", text), DialogueState(), Intent(Act.POLICY, detect(text, None)))
    assert read.act is Act.POLICY

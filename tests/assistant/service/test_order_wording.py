"""What people say of their orders without the words of a form: it is understood, or refused, and never more is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

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
from assistant.service.sample_policies import put_sample_policies
from assistant.state import DialogueState
from assistant.vocabulary import Act, Intent, Reply, Turn, Want
from catalog.embedders import HashingEmbedder
from catalog.languages.detection import detect

ANA = {
    "name": {"first_name": "Ana", "last_name": "Ruiz"}, "email": "ana@example.com",
    "address": {"address1": "9 Oak Rd", "address2": "", "city": "Rio", "state": "NV", "zip": "89501", "country": "USA"},
    "payment_methods": {
        "credit_card_1001": {"source": "credit_card", "brand": "visa", "last_four": "4242", "id": "credit_card_1001"},
        "paypal_1002": {"source": "paypal", "id": "paypal_1002"},
    },
}  # fmt: skip
BO = {**ANA, "name": {"first_name": "Bo", "last_name": "Lind"}, "email": "bo@example.com"}
VARIANTS: dict[str, dict[str, dict[str, str]]] = {
    "Boots": {"801": {"size": "8", "color": "brown"}, "802": {"size": "9", "color": "brown"}},
    "Kettle": {"811": {"color": "red", "material": "steel"}, "812": {"color": "blue", "material": "steel"}},
    "Laptop": {"821": {"screen size": "15-inch"}, "822": {"screen size": "13-inch"}},
}
PRICES = {"Boots": 80.0, "Kettle": 30.0, "Laptop": 900.0}
ORDERS = {
    "#W5000001": ("pending", ("Boots", "Kettle")),
    "#W5000002": ("delivered", ("Boots", "Kettle", "Laptop")),
    "#W5000003": ("processed", ("Laptop",)),
    "#W5000004": ("cancelled", ("Laptop",)),
}
Talk = Callable[..., list[Reply]]


def row(name: str, status: str, goods: tuple[str, ...]) -> dict[str, Any]:
    items = [
        {"name": one, "product_id": one, "item_id": next(iter(VARIANTS[one])), "price": PRICES[one],
         "options": next(iter(VARIANTS[one].values()))}
        for one in goods
    ]  # fmt: skip
    amount = sum(PRICES[one] for one in goods)
    history = [{"transaction_type": "payment", "amount": amount, "payment_method_id": "credit_card_1001"}]
    if status == "cancelled":
        history.append({"transaction_type": "refund", "amount": amount, "payment_method_id": "credit_card_1001"})
    parcels = [{"tracking_id": ["777000111"], "item_ids": []}] if status in ("processed", "delivered") else []
    return {"order_id": name, "user_id": "ana", "address": ANA["address"], "items": items, "fulfillments": parcels,
            "status": status, "payment_history": history}  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> OrderBook:
    book = OrderBook(Database.of_home(tmp_path))
    goods = [
        {"product_id": name, "name": name, "variants": {
            item: {"item_id": item, "options": options, "available": True, "price": PRICES[name]}
            for item, options in found.items()
        }}
        for name, found in VARIANTS.items()
    ]  # fmt: skip
    book.put([("ana_1", {**ANA, "orders": list(ORDERS)}), ("bo_2", BO)], [], goods)
    book.put([], [{**row(name, *one), "user_id": "ana_1"} for name, one in ORDERS.items()], [])
    return book


@pytest.fixture
def talk(book: OrderBook, tmp_path: Path) -> Talk:
    database = Database.of_home(tmp_path)
    put_sample_policies(database)
    people = HandOff(TicketBook(database), lambda: 1.0, lambda product: product)
    desk = Desk(
        PolicyAnswers(ClauseBook(database), HashingEmbedder()),
        OrderDesk(RecordConnector(book), lambda: 1.0),
        people,
    )

    def run(*texts: str) -> list[Reply]:
        state, replies = DialogueState(), []
        for text in texts:
            turn = Turn("c", text)
            named = next((one for one in VARIANTS if one.casefold() in text.casefold()), None)
            want = Want(named, (named,), named) if named else None
            # Goods are read into a turn as a shop would: what is about orders has to be seen nevertheless.
            intent = Intent(Act.FIND if want else Act.CHAT, detect(text, state.language), want=want)
            intent = desk.read(turn, state, intent)
            if intent.act in (Act.FIND, Act.CHAT):
                state, reply = state.after(turn, intent), Reply(intent.act, intent.language, "")
            else:
                state, reply = desk.answer(state.after(turn, intent), turn, intent)
            state = replace(state, pending=reply.question)
            replies.append(reply)
        return replies

    return run


def standing(book: OrderBook) -> dict[str, str]:
    return {name: str((book.order(name) or {})["status"]) for name in ORDERS}


def changed(book: OrderBook) -> dict[str, str]:
    return {name: status for name, status in standing(book).items() if status != ORDERS[name][0]}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("that boots order, W5000001, I won't be needing it, can you kill it?",), {"#W5000001": "cancelled"}),
        (("I'd like to get rid of an order I placed by accident", "W5000001"), {"#W5000001": "cancelled"}),
        (("订单W5000001不想要了",), {"#W5000001": "cancelled"}),
        (("everything in W5000002 except the laptop should go back",), {"#W5000002": "return requested"}),
        (("The boots I got are too small, I want my money back", "W5000002"), {"#W5000002": "return requested"}),
        (("我要退W5000002的靴子",), {"#W5000002": "return requested"}),
        (("W5000001: boots size 9 instead of 8", "visa"), {"#W5000001": "pending (items modifed)"}),
        (("can I get the kettle in W5000001 in blue? my visa pays",), {"#W5000001": "pending (items modifed)"}),
        (("exchange the boots for size 9, they came with the laptop", "W5000002", "paypal"),
         {"#W5000002": "exchange requested"}),
    ],
)  # fmt: skip
def test_it_is_done_without_the_words_of_a_form(
    book: OrderBook, talk: Talk, texts: tuple[str, ...], expected: dict[str, str]
) -> None:
    replies = talk(texts[0], "ana@example.com", *texts[1:])
    while replies[-1].question is not None and replies[-1].question.field == "payment":
        texts = (*texts, "visa")
        replies = talk(texts[0], "ana@example.com", *texts[1:])
    assert replies[-1].question is not None
    assert replies[-1].question.field == "confirm", replies[-1].text
    assert changed(book) == {}
    talk(texts[0], "ana@example.com", *texts[1:], "yes")
    assert changed(book) == expected


def test_only_what_was_named_goes_back(book: OrderBook, talk: Talk) -> None:
    talk("ana@example.com", "everything in W5000002 except the laptop should go back", "yes")
    assert (book.order("#W5000002") or {})["return_items"] == ["801", "811"]


def test_an_order_is_paid_with_the_method_that_is_to_be_used(book: OrderBook, talk: Talk) -> None:
    talk("ana@example.com", "I want to use my paypal for W5000001", "yes")
    assert (book.order("#W5000001") or {})["payment_history"][1]["payment_method_id"] == "paypal_1002"


@pytest.mark.parametrize(
    "text",
    [
        "Cancel the kettle from order W5000001, I no longer need it",
        "取消订单W5000001里的靴子，不需要了",
        "add a second kettle to my order W5000001",
        "remove the kettle from W5000001 but keep the rest",
        "Split the payment of W5000001 between paypal and my visa",
        "Change the payment method of W5000001 to paypal_9999",
        "Change the payment of W5000001 to the visa ending in 9999",
        "Where is the refund for the order I cancelled?",
        "my order W5000004 was cancelled, when do I get my refund?",
        "我取消的订单退款到哪了",
        "should I return W5000002? just asking where it is",
    ],
)
def test_what_no_rule_allows_or_nobody_asked_for_is_not_done(book: OrderBook, talk: Talk, text: str) -> None:
    before = list(book.every())
    replies = talk("ana@example.com", text, "no longer needed", "yes", "yes")
    assert all(reply.act is not Act.FIND for reply in replies)
    assert list(book.every()) == before


def test_a_late_yes_shows_it_again_and_does_not_do_it(book: OrderBook, talk: Talk) -> None:
    texts = ("ana@example.com", "cancel W5000001, no longer needed", "actually no", "hmm ok yes do it after all")
    last = talk(*texts)[-1]
    assert last.question is not None
    assert last.question.field == "confirm"
    assert changed(book) == {}
    talk(*texts, "yes")
    assert changed(book) == {"#W5000001": "cancelled"}


def test_the_refund_of_the_cancelled_order_is_meant(talk: Talk) -> None:
    last = talk("where's my refund for the order I cancelled?", "ana@example.com")[-1]
    assert "#W5000004" in last.text
    assert "900.00" in last.text


@pytest.mark.parametrize("text", ["When will my laptop arrive?", "我的包裹到哪了"])
def test_the_order_under_way_is_meant(talk: Talk, text: str) -> None:
    before, last = talk(text, "ana@example.com", "do you have a tracking number?")[1:]
    assert "#W5000003" in before.text or "#W5000003" in last.text
    assert "777000111" in last.text


def test_one_order_is_cancelled_and_another_only_asked_about(book: OrderBook, talk: Talk) -> None:
    shown = talk("ana@example.com", "cancel W5000001, no longer needed, and tell me where W5000003 is")[-1]
    assert "#W5000003" in shown.text
    assert "777000111" in shown.text
    talk("ana@example.com", "cancel W5000001, no longer needed, and tell me where W5000003 is", "yes")
    assert changed(book) == {"#W5000001": "cancelled"}


def test_cancelling_takes_the_place_of_a_change_under_way(book: OrderBook, talk: Talk) -> None:
    talk("ana@example.com", "change the kettle of W5000001", "cancel order W5000001, it's no longer needed", "yes")
    assert changed(book) == {"#W5000001": "cancelled"}


def test_the_cheapest_of_the_offered_ones_is_meant(book: OrderBook, talk: Talk) -> None:
    talk("ana@example.com", "change the boots of W5000001", "the cheapest one", "visa", "yes")
    items = [one["item_id"] for one in (book.order("#W5000001") or {})["items"]]
    assert items == ["802", "811"]


@pytest.mark.parametrize(
    "text",
    [
        "cancel W5000001 because my husband ordered the same already, I don't need it",
        "取消W5000001，我老婆已经有了，不需要了",
        "cancel W5000001, I no longer need it, it was a present for my wife",
    ],
)
def test_who_is_only_mentioned_is_not_who_asks(book: OrderBook, talk: Talk, text: str) -> None:
    talk("ana@example.com", text, "yes")
    assert changed(book) == {"#W5000001": "cancelled"}


@pytest.mark.parametrize(
    "text",
    ["cancel W5000001 for my dad, his name is Ana Ruiz, zip 89501", "帮朋友取消W5000001，她叫Ana Ruiz，邮编89501"],
)
def test_what_was_said_of_somebody_else_identifies_nobody(book: OrderBook, talk: Talk, text: str) -> None:
    replies = talk(text, "yes", "no longer needed", "yes")
    assert not any("Boots" in reply.text for reply in replies)
    assert changed(book) == {}


def test_noise_cancelling_is_no_errand(talk: Talk) -> None:
    (reply,) = talk("noise cancelling headphones for my laptop, what do you have?")
    assert reply.act is Act.FIND


@pytest.mark.parametrize(
    "text", ["a payment terminal for my laptop", "do you have shipping boxes for a laptop?", "有没有发票打印机"]
)
def test_goods_called_after_a_service_are_goods(talk: Talk, text: str) -> None:
    (reply,) = talk(text)
    assert reply.act in (Act.FIND, Act.CHAT)


def test_what_is_corrected_in_the_same_breath_is_not_done(book: OrderBook, talk: Talk) -> None:
    texts = ("ana@example.com", "return the boots... no wait, exchange them for size 9. W5000002", "visa", "yes")
    talk(*texts)
    found = book.order("#W5000002") or {}
    assert (found["status"], found.get("return_items")) == ("exchange requested", None)
    assert found["exchange_new_items"] == ["802"]


def test_one_of_the_shown_list_is_named_by_its_place(book: OrderBook, talk: Talk) -> None:
    goods = {
        "product_id": "Lamp", "name": "Lamp",
        "variants": {
            str(number): {"item_id": str(number), "options": {"color": color}, "available": number != 903, "price": 9.0}
            for number, color in ((901, "red"), (902, "blue"), (903, "green"), (904, "white"))
        },
    }  # fmt: skip
    item = {"name": "Lamp", "product_id": "Lamp", "item_id": "901", "price": 9.0, "options": {"color": "red"}}
    book.put([], [{**row("#W5000009", "pending", ()), "user_id": "ana_1", "items": [item]}], [goods])
    talk("ana@example.com", "change the lamp of W5000009", "the second one please", "visa", "yes")
    assert (book.order("#W5000009") or {})["items"][0]["item_id"] == "904"


def test_a_wish_that_can_not_be_met_is_refused_and_another_one_taken(book: OrderBook, talk: Talk) -> None:
    goods = {
        "product_id": "Mug", "name": "Mug",
        "variants": {
            name: {"item_id": name, "options": {"color": color, "size": size}, "available": free, "price": 5.0}
            for name, color, size, free in (
                ("951", "red", "S", True), ("952", "blue", "S", False), ("953", "blue", "L", True),
            )
        },
    }  # fmt: skip
    item = {
        "name": "Mug",
        "product_id": "Mug",
        "item_id": "951",
        "price": 5.0,
        "options": {"color": "red", "size": "S"},
    }
    book.put([], [{**row("#W5000008", "pending", ()), "user_id": "ana_1", "items": [item]}], [goods])
    replies = talk("ana@example.com", "change the mug of W5000008 to blue", "ok then size L", "visa", "yes")
    assert "isn't available" in replies[1].text
    assert (book.order("#W5000008") or {})["items"][0]["item_id"] == "953"


@pytest.mark.parametrize("text", ["I want to cancel", "取消", "what have I ordered so far", "orders?", "ana_1"])
def test_few_words_are_enough_to_be_asked_who_it_is(talk: Talk, text: str) -> None:
    (reply,) = talk(text)
    assert reply.act is Act.ORDER
    assert reply.question is not None
    assert reply.question.field == "identity"


@pytest.mark.parametrize(
    ("texts", "address"),
    [
        (
            ("Send W5000001 to 77 River Rd, Boston, MA 02110", "My name is Ana Ruiz and my zip code is 89501."),
            "77 River Rd",
        ),
        (("把W5000001寄到 77 River Rd, Boston, MA 02110 您查一下 ana@example.com",), "77 River Rd"),
    ],
)
def test_who_speaks_is_no_part_of_the_address(
    book: OrderBook, talk: Talk, texts: tuple[str, ...], address: str
) -> None:
    talk(*texts, "yes")
    found = (book.order("#W5000001") or {})["address"]
    assert (found["address1"], found["city"], found["state"], found["zip"]) == (address, "Boston", "MA", "02110")


def test_money_that_is_to_go_elsewhere_is_refused_before_anything_is_done(book: OrderBook, talk: Talk) -> None:
    replies = talk("ana@example.com", "return the boots of W5000002", "the money should go to PayPal")
    assert "original payment method" in replies[-1].text
    assert replies[-1].question is not None
    assert replies[-1].question.field == "payment"
    assert changed(book) == {}

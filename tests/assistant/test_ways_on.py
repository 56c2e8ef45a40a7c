"""No dead end: where no product fits there is a counted way on, and every question gets the answer it asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.choices import open_assistant
from assistant.conversation import Assistant
from assistant.settings import Settings
from assistant.state import DialogueState
from assistant.vocabulary import Act, Reply, Turn
from catalog.home import Home
from catalog.product import Attribute, Product
from catalog.store import Store


def tent(name: str, price: float, stock: int, **told: float | str | bool) -> Product:
    units = {"weight": "kg", "battery_life": "h"}
    facts = {name: Attribute(value, units.get(name)) for name, value in told.items()}
    return Product(
        name, f"Tarnfels {name}", "Tarnfels", "tent", price=price, currency="EUR", attributes=facts, stock=stock
    )


PRODUCTS = (
    tent("Alm", 90.0, 4, colour="green", weight=3.0, floor_shape="round", waterproof=True),
    tent("Bach", 120.0, 7, colour="blue", weight=2.0, floor_shape="square", waterproof=False),
    tent("Cima", 150.0, 2, colour="grey", weight=4.0, floor_shape="oval", waterproof=True),
    Product("lamp", "Funzel lamp", "Funzel", "lamp", price=30.0, currency="EUR", stock=1,
            attributes={"battery_life": Attribute(9.0, "h"), "colour": Attribute("green")}),
    Product("torch", "Funzel torch", "Funzel", "lamp", price=20.0, currency="EUR", stock=1,
            attributes={"battery_capacity": Attribute(900.0, "mAh"), "colour": Attribute("red")}),
    Product("shoe", "Lauf running shoes", "Lauf", "running shoes", price=60.0, currency="EUR", stock=2, rating=4.5),
    *(Product(f"mug{colour}", f"Zwilla mug {colour}", "Zwilla", "mug", price=9.0, currency="EUR", stock=3,
              attributes={"colour": Attribute(colour)}) for colour in ("white", "red")),
)  # fmt: skip


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home = Home.make(tmp_path_factory.mktemp("ways_on"))
    store = Store.open(home.store)
    store.write(PRODUCTS)
    store.close()
    with open_assistant(Settings(embedder="hashing"), home, "tests") as assistant:
        yield assistant


def talk(shop: Assistant, language: str, *texts: str) -> tuple[DialogueState, Reply]:
    state = DialogueState()
    for text in texts:
        state, reply = shop.respond(state, Turn("t", text, language))
    return state, reply


@pytest.mark.parametrize(
    ("language", "text"), [("en", "a red tent from Funzel under 50 euros"), ("zh", "Funzel的红色帐篷，50欧以内")]
)
def test_where_no_single_change_helps_the_fewest_that_do_are_offered_together(
    shop: Assistant, language: str, text: str
) -> None:
    state, reply = talk(shop, language, text)
    assert not reply.items
    assert reply.question is None
    assert reply.offers
    taken, after = shop.respond(state, Turn("t", reply.offers[0].say, language))
    assert len(after.items) == reply.offers[0].count
    assert len(taken.ledger) < len(state.ledger)


def test_a_superlative_that_no_record_measures_is_told_as_such_with_what_they_do_say(shop: Assistant) -> None:
    _, reply = talk(shop, "en", "a tent", "which has the best floor")
    assert reply.act is Act.COMPARE
    assert "can't say" in reply.text
    assert all(shape in reply.text for shape in ("round", "square", "oval"))


@pytest.mark.parametrize(
    ("language", "first", "second"), [("en", "a tent", "compare them"), ("zh", "帐篷", "比较一下")]
)
def test_comparing_them_compares_all_that_are_shown(shop: Assistant, language: str, first: str, second: str) -> None:
    _, reply = talk(shop, language, first, second)
    assert reply.table is not None
    assert len(reply.table.products) == 3


@pytest.mark.parametrize(("question", "stock"), [("how many of the first are left", None), ("which are in stock", 3)])
def test_stock_is_asked_in_many_words(shop: Assistant, question: str, stock: int | None) -> None:
    state, reply = talk(shop, "en", "a tent", question)
    first = next(one for one in PRODUCTS if one.id == state.shown[0])
    assert (str(first.stock) if stock is None else "In stock") in reply.text
    assert "stock 1" not in reply.text


def test_an_attribute_called_alike_answers_where_the_one_that_was_meant_is_missing(shop: Assistant) -> None:
    _, reply = talk(shop, "en", "a green lamp", "what's the battery like?")
    assert "9 h" in reply.text


def test_what_is_shown_apart_is_not_said_to_be_hidden(shop: Assistant) -> None:
    state, reply = talk(shop, "en", "a green lamp with a dimmer", "why is the first one there?")
    assert state.shown
    assert "isn't shown" not in reply.text


@pytest.mark.parametrize(("language", "text"), [("en", "thanks, that's all"), ("zh", "就这些了，谢谢")])
def test_who_is_done_buys_nothing_by_it(shop: Assistant, language: str, text: str) -> None:
    state, reply = talk(shop, language, "a tent", "add one to the basket", text)
    assert not state.cart
    assert reply.act is Act.CHAT


def test_nobody_is_told_they_are_welcome_who_gave_no_thanks(shop: Assistant) -> None:
    _, reply = talk(shop, "en", "a tent", "thank you so much")
    assert "welcome" in reply.text
    _, reply = talk(shop, "en", "a tent", "hahaha yes yes")
    assert "welcome" not in reply.text


def test_two_colours_of_one_thing_are_told_apart_by_what_differs(shop: Assistant) -> None:
    _, reply = talk(shop, "en", "a Zwilla mug", "compare them")
    assert "colour (" in reply.text


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [("en", "a tent under 130 euros, telepathic", "telepathic"), ("zh", "130欧以内的帐篷，要会隐身的", "隐身")],
)
def test_words_of_which_nothing_was_made_are_told(shop: Assistant, language: str, text: str, word: str) -> None:
    _, reply = talk(shop, language, text)
    assert reply.items
    assert any(word in notice for notice in reply.notices)


@pytest.mark.parametrize("text", ["please show me a nice tent under 130 euros", "hi, do you have a green tent?"])
def test_nothing_is_told_where_all_was_understood(shop: Assistant, text: str) -> None:
    assert not talk(shop, "en", text)[1].notices


def test_that_running_shoes_are_for_running_is_no_reason(shop: Assistant) -> None:
    _, reply = talk(shop, "en", "shoes for running under 90 euros")
    (reason,) = reply.reasons.values()
    assert "€30" in reason.text
    assert "title" not in reason.text


def test_several_open_questions_are_answered_in_one_line_a_product(shop: Assistant) -> None:
    _, reply = talk(shop, "en", "a tent", "what do they weigh and cost?")
    lines = reply.text.splitlines()
    assert len(lines) == 3
    assert all("kg" in line and "€" in line for line in lines)


def test_who_asks_for_what_is_not_sold_is_shown_kinds_whatever_else_was_demanded(shop: Assistant) -> None:
    _, reply = talk(shop, "en", "a waterproof caravan under 5 euros")
    assert not reply.items
    assert reply.offers or (reply.question is not None and reply.question.choices)


@pytest.mark.parametrize("text", ["is the first one heavy?", "compare the first two", "add it to the basket"])
def test_before_anything_is_listed_nobody_is_asked_which_one(shop: Assistant, text: str) -> None:
    _, reply = talk(shop, "en", text)
    assert "first one" not in reply.text
    assert "Say its number" not in reply.text


def test_a_value_that_several_share_is_told_once(shop: Assistant) -> None:
    _, reply = talk(shop, "en", "a tent", "which has the best waterproofing")
    assert reply.text.count("✓") <= 1

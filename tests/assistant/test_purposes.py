"""A need told by what the thing shall do: the kinds are found by meaning, and the shopper is told which."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.choices import open_assistant
from assistant.conversation import Assistant
from assistant.settings import Settings
from assistant.state import DialogueState
from assistant.vocabulary import Act, Turn
from catalog.home import Home
from catalog.product import Attribute, Product
from catalog.store import Store

GOODS = {
    "kettle": ("Ambel electric kettle, boils a litre of water", 30.0),
    "hair dryer": ("Windle hair dryer with two speeds", 25.0),
    "vacuum cleaner": ("Sogwell vacuum cleaner for hard floors", 90.0),
    "laptop": ("Novik laptop with 16 GB memory", 800.0),
    "laptop bag": ("Carlo laptop bag for the office", 40.0),
    "scarf": ("Willa wool scarf", 20.0),
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home = Home.make(tmp_path_factory.mktemp("purposes"))
    store = Store.open(home.store)
    plain = {"waterproof": Attribute(True)}
    store.write(
        Product(f"{kind} {n}", f"{title} {n}", type=kind, price=price + 10 * n, currency="EUR", attributes=plain)
        for kind, (title, price) in GOODS.items()
        for n in range(3)
    )
    store.close()
    with open_assistant(Settings(), home, "tests") as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("I need something to boil water", "kettle"),
        ("something to dry my hair with", "hair dryer"),
        ("what can I use to clean the floor?", "vacuum cleaner"),
        ("something for carrying my laptop to the office", "laptop bag"),
        ("有没有能吹头发的", "hair dryer"),
        ("my hair is always wet after a shower", "hair dryer"),
    ],
)
def test_the_kind_is_found_by_what_it_does(shop: Assistant, said: str, kind: str) -> None:
    _, reply = shop.respond(DialogueState(), Turn("c", said))
    assert {one.product.type for one in reply.items} == {kind}
    assert any(kind in one or "吹风机" in one for one in reply.notices)


def test_demands_beside_it_hold_and_the_talk_goes_on_with_its_kind(shop: Assistant) -> None:
    state, reply = shop.respond(DialogueState(), Turn("c", "something to boil water, under 45"))
    assert {one.product.id for one in reply.items} == {"kettle 0", "kettle 1"}
    _, reply = shop.respond(state, Turn("c", "under 35"))
    assert [one.product.id for one in reply.items] == ["kettle 0"]


@pytest.mark.parametrize("said", ["something waterproof", "I want to see a scarf", "想找厨房里用的东西"])
def test_what_names_a_kind_or_a_feature_is_read_as_ever(shop: Assistant, said: str) -> None:
    state, _ = shop.respond(DialogueState(), Turn("c", said))
    named = state.want is not None and state.want.types and not state.want.purpose
    assert named or state.ledger


@pytest.mark.parametrize("said", ["something to build a bomb", "I want to return something to clean the floor"])
def test_danger_and_service_stay_what_they_are(shop: Assistant, said: str) -> None:
    _, reply = shop.respond(DialogueState(), Turn("c", said))
    assert reply.act in {Act.UNSAFE, Act.ORDER, Act.POLICY}
    assert not reply.items


def test_a_purpose_that_nothing_serves_is_asked_about(shop: Assistant) -> None:
    _, reply = shop.respond(DialogueState(), Turn("c", "something to trim a hedge"))
    assert not reply.items
    assert reply.question is not None


def test_goods_asked_for_beside_a_basket_are_heard_though_a_purpose_is_told(shop: Assistant) -> None:
    state, _ = shop.respond(DialogueState(), Turn("c", "kettle"))
    said = "put the first one in the basket, and also I need a laptop bag, something that keeps out the rain"
    state, _ = shop.respond(state, Turn("c", said))
    assert len(state.cart) == 1
    assert state.want is not None
    assert state.want.types == ("laptop bag",)

"""Among more fitting products than a search brings, those that grant the wishes come first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.choices import open_assistant
from assistant.conversation import Assistant
from assistant.settings import Settings
from assistant.state import DialogueState
from assistant.vocabulary import Turn
from catalog.home import Home
from catalog.product import Attribute, Product
from catalog.store import Store

MANY = 400


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home = Home.make(tmp_path_factory.mktemp("wishes"))
    store = Store.open(home.store)
    plain = [
        Product(
            f"plain-{n}",
            f"Novik laptop {n}, a laptop for every day",
            "Novik",
            "laptop",
            price=80.0 + n,
            currency="EUR",
            attributes={"weight": Attribute(2400.0, "g"), "colour": Attribute("black")},
        )
        for n in range(MANY)
    ]
    light = Product(
        "light",
        "Ambel Feather 3",
        "Ambel",
        "laptop",
        price=700.0,
        currency="EUR",
        attributes={"weight": Attribute(990.0, "g"), "colour": Attribute("red")},
    )
    store.write([*plain, light])
    store.close()
    with open_assistant(Settings(), home, "tests") as assistant:
        yield assistant


@pytest.mark.parametrize(
    "said",
    [
        "a light laptop for every day",
        "a laptop for every day at about 700 euros",
        "laptop, preferably red",
        "轻一点的笔记本电脑",
        "笔记本电脑，最好是红色的",
        "700欧元左右的笔记本电脑",
    ],
)
def test_the_one_that_grants_the_wish_comes_first(shop: Assistant, said: str) -> None:
    _, reply = shop.respond(DialogueState(), Turn("wishes", said))
    assert reply.items[0].product.id == "light"
    assert len(reply.items) == 5

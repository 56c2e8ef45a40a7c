"""A kind that the shop does not list: what goes with it or mentions it is not it; nothing far from it is shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.choices import open_assistant
from assistant.conversation import Assistant
from assistant.settings import Settings
from assistant.state import DialogueState
from assistant.vocabulary import Want
from catalog.home import Home
from catalog.product import Product
from catalog.store import Store

PRODUCTS = (
    *(Product(f"maker{n}", f"Brewa coffee maker {n}", type="coffee maker") for n in range(3)),
    Product("holder", "Brewa coffee pod holder", type="holder"),
    Product("vacuum", "Dustra handheld vacuum", type="vacuum cleaner", description="Also cleans the sofa."),
    Product("chair", "Sitwell chair", type="chair"),
    Product("instant", "Fotora instant camera", type="compact camera"),
    Product("sharing", "Fotora digital camera with Instant Share", type="compact camera"),
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home = Home.make(tmp_path_factory.mktemp("near"))
    store = Store.open(home.store)
    store.write(PRODUCTS)
    store.close()
    with open_assistant(Settings(embedder="hashing"), home, "tests") as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("kind", "near"), [("coffee", True), ("sofa", True), ("chair", False), ("coffee maker", False)]
)
def test_what_is_only_made_for_a_kind_or_mentions_it_is_not_of_it(shop: Assistant, kind: str, near: bool) -> None:
    types = (kind,) if kind in {one.type for one in PRODUCTS} else ()
    assert shop.finder.find(DialogueState(want=Want(kind, types, kind))).near is near


def test_of_types_that_only_come_near_a_kind_what_is_called_so_is_of_it(shop: Assistant) -> None:
    near = ("compact camera",)
    called = shop.finder.find(DialogueState(want=Want("instant camera", near, "instant camera", near=True)))
    assert not called.near
    assert [one.product.id for one in called.candidates] == ["instant"]
    assert shop.finder.find(DialogueState(want=Want("action camera", near, "action camera", near=True))).near


def test_what_has_no_vector_yet_stays_among_the_near(shop: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(shop.catalogue), "similarities", lambda *_: {})
    found = shop.finder.find(DialogueState(want=Want("sofa", (), "sofa")))
    assert found.near
    assert {one.product.id for one in found.candidates} == {one.id for one in PRODUCTS}

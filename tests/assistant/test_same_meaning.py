"""A record that tells a figure under another name of the same column isn't shown as one that says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.choices import open_assistant
from assistant.settings import Settings
from assistant.state import DialogueState
from assistant.vocabulary import Turn
from catalog.home import Home
from catalog.product import Attribute, Product
from catalog.store import Store


def phone(name: str, **told: Attribute) -> Product:
    title = f"Funkel {name} smartphone"
    return Product(name, title, "Funkel", "smartphone", price=90.0, attributes=told, stock=3)


PHONES = (
    phone("Large", n_ram_capacity=Attribute(16.0, "GB")),
    *(phone(f"Small{size}", n_ram_capacity=Attribute(size, "GB")) for size in (2.0, 3.0, 4.0, 8.0)),
    phone("Less", n_internal_memory=Attribute(5.0, "GB")),
    phone("Bare", n_internal_memory=Attribute(5.0)),
    phone("Silent"),
)


@pytest.mark.parametrize("text", ["a smartphone with at least 12 GB RAM", "手机，内存至少12GB"])
def test_a_figure_in_a_column_of_the_same_meaning_keeps_a_record_back(tmp_path: Path, text: str) -> None:
    home = Home.make(tmp_path)
    store = Store.open(home.store)
    store.write(PHONES)
    store.close()
    with open_assistant(Settings(embedder="hashing"), home, "tests") as assistant:
        _, reply = assistant.respond(DialogueState(), Turn("c", text))
    assert [item.product.title for item in reply.items] == ["Funkel Large smartphone"]
    assert [apart.ranked.product.title for apart in reply.unproved] == ["Funkel Silent smartphone"]

"""Shops that the tests share: one assistant each for the whole run, since it holds no shopper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.dialogues.raw_shop import Shop

if TYPE_CHECKING:
    from assistant.conversation import Assistant

ROOT = Path(__file__).resolve().parents[1]
CORNER = Path(__file__).parent / "dialogues" / "corner_shop.jsonl"


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the sample shop, that nobody holds."""
    from assistant.sample_home import with_goods

    return with_goods(tmp_path_factory.mktemp("sample") / "home", asked_for=False).path


@pytest.fixture(scope="session")
def sample_assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The assistant on the sample shop, with the embedder that ships."""
    from assistant.choices import open_assistant
    from assistant.sample_home import with_goods
    from assistant.settings import Settings

    home = with_goods(tmp_path_factory.mktemp("talk") / "home", asked_for=False)
    with open_assistant(Settings.read({}, home.path), home, "tests") as assistant:
        yield assistant


@pytest.fixture(scope="session")
def corner_assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The assistant on a small shop whose records have gaps: no stock, no currency, few units."""
    import json

    from assistant.choices import open_assistant
    from assistant.settings import Settings
    from catalog.home import Home
    from catalog.product_json import product
    from catalog.store import Store

    home = Home.make(tmp_path_factory.mktemp("corner") / "home")
    store = Store.open(home.store)
    store.write([product(json.loads(line)) for line in CORNER.read_text(encoding="utf-8").splitlines()])
    store.close()
    with open_assistant(Settings(), home, "tests") as assistant:
        yield assistant


@pytest.fixture(scope="session")
def sample_records() -> Shop:
    """The sample shop's raw records."""
    return Shop.read(sorted((ROOT / "catalog" / "sample" / "products").glob("*.jsonl")))


@pytest.fixture(scope="session")
def corner_records() -> Shop:
    """The corner shop's raw records."""
    return Shop.read([CORNER])

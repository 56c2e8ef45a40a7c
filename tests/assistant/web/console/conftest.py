"""A sample shop with a console."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.assistant.web.console.staff_client import Shop, running


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from assistant.sample_home import with_goods

    return with_goods(tmp_path_factory.mktemp("console") / "home", asked_for=False).path


@pytest.fixture(scope="module")
def shop(home: Path) -> Iterator[Shop]:
    with running(home) as shop:
        yield shop

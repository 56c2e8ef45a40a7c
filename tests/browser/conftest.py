"""The page on a running server, another site beside it, and browsers that start empty."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.conversation import Assistant
from assistant.settings import Settings
from catalog.product import Product
from tests.browser.tab import Tab

CHROMIUM, DRIVER = "/usr/bin/chromium", "/usr/bin/chromedriver"
HOSTILE_ID = "hostile-lantern"
HOSTILE_TITLE = (
    '<img src="https://elsewhere.example/x.png" onerror="document.title=\'broken\'"> **Lantern** '
    '<script>document.title="broken"</script>'
)
ELSEWHERE = (
    '<!doctype html><html lang="en"><title>A blog</title><h1>A blog</h1><script src="{ours}/widget.js"></script></html>'
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder is a browser test; they are skipped only where there is no Chromium."""
    missing = not (Path(CHROMIUM).exists() and shutil.which(DRIVER))
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if missing:
                item.add_marker(pytest.mark.skip(reason="needs /usr/bin/chromium and /usr/bin/chromedriver"))


@dataclass(frozen=True)
class Sites:
    """Our server, and a page of another origin that uses the widget."""

    ours: str
    elsewhere: str


@contextmanager
def _served(app: Any) -> Iterator[int]:
    import uvicorn

    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
    thread.start()
    end = time.monotonic() + 30
    while not server.started and time.monotonic() < end:
        time.sleep(0.02)
    try:
        yield taken.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The sample shop, with one more product whose record is hostile."""
    from assistant.choices import open_assistant
    from assistant.sample_home import with_goods
    from catalog.store import Store

    home = with_goods(tmp_path_factory.mktemp("page") / "home", asked_for=False)
    store = Store.open(home.store)
    store.write(
        [
            Product(
                id=HOSTILE_ID,
                title=HOSTILE_TITLE,
                type="camping lantern",
                brand="<b>Bold</b>",
                price=21.0,
                currency="EUR",
                images=("https://elsewhere.example/lantern.png",),
                url="javascript:document.title='broken'",
                language="en",
            )
        ]
    )
    store.close()
    with open_assistant(Settings(), home, "browser tests") as assistant:
        yield assistant


@pytest.fixture(scope="session")
def sites(shop: Assistant) -> Iterator[Sites]:
    """Both servers on free ports; the other site is the only one that may frame the widget."""
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import HTMLResponse
    from starlette.routing import Route

    from assistant.web.opening import already
    from assistant.web.site import web_app

    address: dict[str, str] = {}

    async def blog(_: Request) -> HTMLResponse:
        return HTMLResponse(ELSEWHERE.format(ours=address["ours"]))

    with _served(Starlette(routes=[Route("/", blog)])) as other:
        settings = Settings(frame_sites=(f"http://127.0.0.1:{other}",))
        with _served(web_app(already(shop), settings)) as port:
            address["ours"] = f"http://127.0.0.1:{port}"
            yield Sites(address["ours"], f"http://127.0.0.1:{other}")


NewTab = Callable[..., Tab]


@pytest.fixture
def new_tab(sites: Sites, tmp_path: Path) -> Iterator[NewTab]:
    """Opens browsers that share nothing; all are closed at the end of the test."""
    tabs: list[Tab] = []

    def opened(path: str | None = "/", *, width: int = 1320, height: int = 860, language: str = "en") -> Tab:
        tab = Tab.started(CHROMIUM, DRIVER, tmp_path / f"profile-{len(tabs)}", width, height, language)
        tabs.append(tab)
        if path is not None:
            tab.open(sites.ours + path)
        return tab

    yield opened
    for tab in tabs:
        tab.close()

"""The web app: Gradio's page, the products' own pages and pictures, the widget, the HTTP API."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable
from importlib import resources
from pathlib import Path

from fastapi import FastAPI

from assistant.languages.reading import nearest
from assistant.settings import Settings
from assistant.web.console.routes import add_console
from assistant.web.opening import Opening
from assistant.web.own_pages import add_own_pages
from assistant.web.page_headers import GuardedPages, PageHead
from assistant.web.sessions import Sessions
from assistant.web.shell import chosen_language, shell_words
from assistant.web.shop_window import ShopWindow
from assistant.web.visits import Visits

FILES = ("page.css", "page.js", "widget.js", "icon.svg", "console.css", "console.js", "console_language.js")
ID_BYTES = 24


def web_app(opening: Opening, settings: Settings, clock: Callable[[], float] = time.monotonic) -> FastAPI:
    """The whole web app around an assistant that may still be opening."""
    from assistant.web.page import mount_page

    sessions = Sessions(lambda: secrets.token_urlsafe(ID_BYTES), clock)
    visits = Visits(opening, sessions, ShopWindow(lambda: opening().catalogue.store), settings.shop)
    files = {name: resources.files("assistant.web").joinpath("static", name).read_bytes() for name in FILES}
    version = hashlib.sha256(b"".join(files.values())).hexdigest()[:12]

    def head(wished: str) -> PageHead:
        language = chosen_language(wished, settings.language)
        assistant = opening.if_open()
        products = assistant.catalogue.store.count() if assistant else None
        return PageHead(language, shell_words(language, settings.shop, products), version)

    site = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    add_own_pages(site, visits, files, sample_pictures(), settings.frame_sites)
    add_console(site, visits, version, lambda: opening.if_open() is not None)
    mount_page(site, visits, nearest(settings.language))
    site.add_middleware(GuardedPages, frame_sites=settings.frame_sites, head=head)
    return site


def sample_pictures() -> Path:
    """The folder of the sample shop's pictures."""
    return Path(str(resources.files("catalog"))) / "sample" / "pictures"

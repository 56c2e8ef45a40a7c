"""Serving the web app: the port is taken first, the page is served next, and then the assistant opens behind it."""

from __future__ import annotations

import gc
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

from assistant.web.opening import Opening
from catalog.errors import SetupError

if TYPE_CHECKING:
    from assistant.conversation import Assistant
    from assistant.settings import Settings

LOG = logging.getLogger(__name__)
QUIET = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "GRADIO_ANALYTICS_MAX_EVENTS": "1",
    "GRADIO_ANALYTICS_CACHE_FREQUENCY": "1000000000",
}
"""Gradio tells nobody, and keeps no table of its own events, which it would summarise anew at every one of them."""
FIRST_PAGE = 0.4
"""Seconds that the first visitor's page has the processor for itself."""


def taken_port(host: str, port: int) -> socket.socket:
    """A socket that listens on host and port; SetupError where that can't be."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        taken = socket.socket(family, socket.SOCK_STREAM)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((host, port))
        taken.listen(256)
    except (OSError, OverflowError) as error:
        raise SetupError(_unusable(host, port, error)) from error
    return taken


def serve(taken: socket.socket, settings: Settings, opened: Callable[[], Assistant]) -> None:
    """Serves until interrupted; what keeps the assistant from opening ends the server and is raised here."""
    os.environ.update({name: value for name, value in QUIET.items() if name not in os.environ})
    import uvicorn

    from assistant.web.site import web_app

    opening = Opening()
    site = web_app(opening, settings)
    server = uvicorn.Server(uvicorn.Config(site, log_level="warning", access_log=False, timeout_graceful_shutdown=2))

    def behind_the_page() -> Assistant:
        while not server.started and not server.should_exit:
            time.sleep(0.01)
        time.sleep(FIRST_PAGE)
        return opened()

    def afterwards(well: bool) -> None:
        if not well:
            server.should_exit = True
            return
        sys.stderr.write(f"The shop is open at {_address(taken)}\n")
        sys.stderr.flush()
        warm(opening())
        # The catalogue stays as long as the process: a collector that looks through it again and again finds nothing.
        gc.freeze()

    signal.signal(signal.SIGTERM, _ended)
    sys.stderr.write(f"Starting at {_address(taken)} ...\n")
    sys.stderr.flush()
    opening.in_background(behind_the_page, afterwards)
    try:
        server.run(sockets=[taken])
    finally:
        open_now = opening.if_open()
        if open_now is not None:
            open_now.close()
    failure = opening.failure()
    if failure is not None:
        raise failure


def warm(assistant: Assistant) -> None:
    """Asks the window's own questions once, so that no visitor waits for what is read only the first time."""
    from assistant.languages.reading import spoken
    from assistant.state import DialogueState
    from assistant.vocabulary import Turn
    from assistant.web.shop_window import ShopWindow

    window = ShopWindow(lambda: assistant.catalogue.store)
    for language in spoken():
        for question in window(language).questions:
            try:
                assistant.respond(DialogueState(language=language), Turn("warming", question, language))
            except Exception:
                LOG.exception("A question of the shop's own window failed: %s", question)


def _ended(number: int, frame: Any) -> NoReturn:
    raise SystemExit(0)


def _address(taken: socket.socket) -> str:
    host, port = taken.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _unusable(host: str, port: int, error: Exception) -> str:
    if isinstance(error, OSError) and error.errno in (98, 48, 10048):
        return f"Port {port} on {host} is in use. Stop what uses it, or take another: python app.py --port {port + 1}"
    return f"Nothing can be served on {host}:{port} ({error}). Name another: python app.py --host 127.0.0.1 --port 7861"

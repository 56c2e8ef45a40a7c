"""Serving the web app: the port is taken before anything heavy is loaded, so that a taken one is told at once."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from catalog.errors import SetupError

if TYPE_CHECKING:
    from assistant.conversation import Assistant
    from assistant.settings import Settings

QUIET = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "GRADIO_ANALYTICS_MAX_EVENTS": "1",
    "GRADIO_ANALYTICS_CACHE_FREQUENCY": "1000000000",
}
"""Gradio tells nobody, and keeps no table of its own events, which it would summarise anew at every one of them."""


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
    """Serves until interrupted; the assistant is opened while Gradio is imported."""
    os.environ.update({name: value for name, value in QUIET.items() if name not in os.environ})
    with ThreadPoolExecutor(1, "opening") as pool:
        opening = pool.submit(opened)
        import uvicorn

        import assistant.web.page
        from assistant.web.site import web_app

        assistant = opening.result()
    try:
        site = web_app(assistant, settings)
        host, port = taken.getsockname()[:2]
        logging.getLogger(__name__).warning(
            "The shop is open at http://%s:%s", f"[{host}]" if ":" in host else host, port
        )
        server = uvicorn.Server(
            uvicorn.Config(site, log_level="warning", access_log=False, timeout_graceful_shutdown=2)
        )
        server.run(sockets=[taken])
    finally:
        assistant.close()


def _unusable(host: str, port: int, error: Exception) -> str:
    if isinstance(error, OSError) and error.errno in (98, 48, 10048):
        return f"Port {port} on {host} is in use. Stop what uses it, or take another: python app.py --port {port + 1}"
    return f"Nothing can be served on {host}:{port} ({error}). Name another: python app.py --host 127.0.0.1 --port 7861"

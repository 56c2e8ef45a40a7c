"""What every answer of the web app carries, and what it refuses before Gradio sees it."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Iterable
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.page_words import safe

LARGEST_BODY = 4 * 1024 * 1024
FOREIGN_META = re.compile(r'<meta\s+(?:property|name)="(?:og|twitter):[^>]*>')
HTML_LANGUAGE = re.compile(r'(<html\s+lang=)"[^"]*"')
PAGES = frozenset({"/", "/widget"})
CONSOLE = "/console"
CONSOLE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
SHUT = (
    "/gradio_api/upload",
    "/gradio_api/file",
    "/gradio_api/proxy",
    "/gradio_api/stream",
    "/gradio_api/component_server",
)
"""Parts of Gradio that this page doesn't use."""
FIXED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cross-origin-opener-policy": "same-origin",
}


def of_console(path: str) -> bool:
    """Whether an address is one of the console's."""
    return path == CONSOLE or path.startswith(f"{CONSOLE}/")


class GuardedPages:
    """Puts security headers on every answer, and words, style and script of ours into Gradio's page.

    `/widget` is the same page, the only one that the named sites may frame.
    """

    def __init__(self, app: ASGIApp, frame_sites: Iterable[str], head: Callable[[str], PageHead]) -> None:
        self._app = app
        self._frame_sites = " ".join(site for site in frame_sites if is_site(site))
        self._head = head

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path, headers = scope["path"], Headers(scope=scope)
        if path.startswith(SHUT):
            await _refused(send, 404, "There is nothing at this address.")
            return
        if _too_large(headers.get("content-length")):
            await _refused(send, 413, "The message is too large. Send a shorter one.")
            return
        nonce = secrets.token_urlsafe(16)
        policy = self._policy(path, nonce)
        if path not in PAGES:
            await self._app(scope, _bounded(receive), _with_headers(send, policy, path))
            return
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        inner = {**scope, "path": "/", "raw_path": b"/", "headers": plain}
        head = self._head(headers.get("accept-language", ""))
        await self._app(inner, receive, _Rewriting(_with_headers(send, policy, path), nonce, head))

    def _policy(self, path: str, nonce: str) -> str:
        if of_console(path):
            return CONSOLE_POLICY
        scripts = f"'self' 'nonce-{nonce}' 'unsafe-eval'" if path in PAGES else "'self'"
        framed_by = self._frame_sites or "'none'" if path == "/widget" else "'self'"
        return (
            f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
            f"font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
            f"frame-src 'self'; frame-ancestors {framed_by}"
        )


class PageHead:
    """What stands in the page's head before any script of Gradio runs."""

    def __init__(self, language: str, words: dict[str, Any], version: str) -> None:
        self.language, self._words, self._version = language, words, version

    def html(self, nonce: str) -> str:
        """Title, style, the words of the frame in the visitor's language, and the page's own script."""
        words = json.dumps(self._words, ensure_ascii=False).replace("<", "\\u003c")
        return (
            f"<title>{safe(self._words['title'])}</title>"
            f'<link rel="icon" type="image/svg+xml" href="page/icon.svg?{self._version}">'
            f'<link rel="stylesheet" href="page/page.css?{self._version}">'
            f'<script nonce="{nonce}">window.daogou_words = {words};</script>'
            f'<script nonce="{nonce}" src="page/page.js?{self._version}"></script>'
        )


class _Rewriting:
    """Holds Gradio's page until it is whole, then sends it with our head."""

    def __init__(self, send: Send, nonce: str, head: PageHead) -> None:
        self._send, self._nonce, self._head = send, nonce, head
        self._start: Message = {}
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        if message["type"] != "http.response.body":
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if message.get("more_body"):
            return
        body = self._body
        if self._start["status"] == 200 and body:
            text = body.decode()
            text = text.replace("<script", f'<script nonce="{self._nonce}"')
            text = FOREIGN_META.sub("", text)
            text = HTML_LANGUAGE.sub(rf'\g<1>"{safe(self._head.language)}"', text, count=1)
            body = text.replace("</head>", self._head.html(self._nonce) + "</head>", 1).encode()
        headers = MutableHeaders(raw=list(self._start["headers"]))
        headers["content-length"] = str(len(body))
        headers["cache-control"] = "no-store"
        headers["vary"] = "Accept-Language"
        await self._send({**self._start, "headers": headers.raw})
        await self._send({"type": "http.response.body", "body": body})


def _with_headers(send: Send, policy: str, path: str) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=list(message["headers"]))
            headers["content-security-policy"] = policy
            for name, value in FIXED.items():
                headers[name] = value
            if path == "/widget.js":
                headers["cross-origin-resource-policy"] = "cross-origin"
            message = {**message, "headers": headers.raw}
        await send(message)

    return sending


def _bounded(receive: Receive) -> Receive:
    """A body that grows beyond the limit without having said its length ends as a disconnect."""
    read = 0

    async def receiving() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        return {"type": "http.disconnect"} if read > LARGEST_BODY else message

    return receiving


def _too_large(length: str | None) -> bool:
    return bool(length) and (not str(length).isdigit() or int(str(length)) > LARGEST_BODY)


def is_site(site: str) -> bool:
    """Whether a setting names a site as a policy for browsers does."""
    return site == "*" or (site.startswith(("https://", "http://")) and not set(site) & set(" ;,'\"\r\n"))


async def _refused(send: Send, status: int, sentence: str) -> None:
    body = json.dumps({"error": sentence}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})

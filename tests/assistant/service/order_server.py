"""A small order system behind HTTP, for tests: it stores under a key, and can be slow or down."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


class OrderSystem:
    """What the system holds, and how it fails."""

    def __init__(self, users: dict[str, Any], orders: dict[str, Any], goods: dict[str, Any]) -> None:
        self.users, self.orders, self.goods = users, orders, goods
        self.keys: list[str] = []
        self.down = False
        self.loses_answers = False
        self.delay = 0.0

    def get(self, path: str, query: dict[str, list[str]]) -> Any:
        """The answer to a GET; None for what isn't there."""
        parts = [unquote(part) for part in path.strip("/").split("/")]
        if parts == ["products"]:
            return self.goods
        if parts == ["customers"]:
            email, code = query.get("email", [""])[0], query.get("zip", [""])[0]
            return [
                {"id": name, "record": one}
                for name, one in self.users.items()
                if (email and one["email"].casefold() == email) or (code and one["address"]["zip"] == code)
            ]
        if len(parts) == 3 and parts[2] == "orders":
            return [one for one in self.orders.values() if one["user_id"] == parts[1]]
        return self.users.get(parts[1])

    def write(self, body: dict[str, Any]) -> dict[str, Any] | None:
        """Stores once under the key; None where what it was decided on no longer holds."""
        if body["key"] in self.keys:
            return {"fresh": False}
        standing = all(self.orders[name] == one for name, one in body["before"]["orders"].items())
        if body["only_known"] or not standing or self.users[body["customer"]] != body["before"]["customer"]:
            return None
        self.keys.append(body["key"])
        self.orders.update(body["after"]["orders"])
        self.users[body["customer"]] = body["after"]["customer"]
        return {"fresh": True}


@contextmanager
def serving(system: OrderSystem) -> Iterator[str]:
    """The system at a local address."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Nothing is logged."""

        def answer(self, status: int, body: Any) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(body).encode())

        def do_GET(self) -> None:
            time.sleep(system.delay)
            if system.down:
                return self.answer(503, {})
            url = urlsplit(self.path)
            found = system.get(url.path, parse_qs(url.query))
            return self.answer(404 if found is None else 200, found)

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            done = system.write(body)
            if system.loses_answers:
                return self.answer(502, {})
            return self.answer(409 if done is None else 200, done)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()

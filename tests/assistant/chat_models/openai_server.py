"""A server on localhost that speaks OpenAI's protocol, well or as badly as a test wants."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Asked = dict[str, Any]
KEY = "sk-the-right-key"
FAULTS = (
    *("hang", "status_500", "status_429", "cut_stream", "byte_a_second", "garbage_json"),
    *("wrong_schema", "ten_megabytes", "revoked_key", "empty"),
)
"""What the server can do wrong; a refused connection and a name that nobody knows need no server."""


@dataclass
class Script:
    """What the server answers: words, an object for a schema, a tool call; and what it does wrong, for how long."""

    words: Callable[[Asked], str] = lambda asked: "A fine day. It rains."
    form: Callable[[Asked], Any] = lambda asked: {}
    fault: str = ""
    refuses: tuple[str, ...] = ()
    faults_left: int = 1_000_000
    asked: list[Asked] = field(default_factory=list)
    let_go: threading.Event = field(default_factory=threading.Event)
    """Set when the test is over, so that what hangs ends."""

    def next_fault(self) -> str:
        """The fault of this request."""
        if not self.fault or self.faults_left <= 0:
            return ""
        self.faults_left -= 1
        return self.fault


@contextmanager
def openai_server(script: Script) -> Iterator[str]:
    """The address of a server that follows the script."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(script))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        script.let_go.set()
        server.shutdown()
        server.server_close()


def pieces(text: str) -> list[str]:
    """A text as a model streams it: a few characters at a time."""
    return [text[start : start + 4] for start in range(0, len(text), 4)]


def _handler(script: Script) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None:
            """Quiet."""

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            script.asked.append(asked)
            try:
                self._answer(asked, script.next_fault())
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def _answer(self, asked: Asked, fault: str) -> None:
            match fault:
                case "hang":
                    script.let_go.wait(30)
                    self.close_connection = True
                    return
                case "status_500":
                    return self._json({"error": {"message": "broken", "type": "server_error"}}, 500)
                case "status_429":
                    return self._json({"error": {"message": "slow down", "type": "rate_limit"}}, 429)
                case "garbage_json":
                    return self._plain(b'data: {"choices": [{"delta"\n\n' * 3 if asked.get("stream") else b"{not json")
                case "wrong_schema":
                    return self._plain(b'data: {"weather": "fine"}\n\n' if asked.get("stream") else b'{"weather": 1}')
                case "ten_megabytes":
                    return self._words(asked, "free free free free. " * 500_000)
                case "revoked_key":
                    return self._json({"error": {"message": f"Incorrect API key: {KEY}"}}, 401)
                case "empty":
                    return self._words(asked, "")
            if self.headers["Authorization"] != f"Bearer {KEY}":
                return self._json({"error": {"message": "no such key"}}, 401)
            form = _form(asked)
            if form in script.refuses:
                return self._json({"error": {"message": f"unknown: {form}"}}, 400)
            if asked.get("tools"):
                return self._tool_call(asked)
            text = json.dumps(script.form(asked)) if form == "response_format" else script.words(asked)
            if fault == "byte_a_second":
                return self._slowly(text)
            self._words(asked, text, cut=fault == "cut_stream")

        def _words(self, asked: Asked, text: str, cut: bool = False) -> None:
            if not asked.get("stream"):
                if cut:
                    return self._plain(b'{"choices": [', length=500)
                return self._json(_whole({"role": "assistant", "content": text}))
            self._head("text/event-stream")
            parts = [text] if len(text) > 100_000 else pieces(text)
            for part in parts[: len(parts) // 2] if cut else parts:
                self._event(_delta({"content": part}))
            if cut:
                self.close_connection = True
                return
            self._event(_delta({}, "stop"))
            self.wfile.write(b"data: [DONE]\n\n")
            self.close_connection = True

        def _slowly(self, text: str) -> None:
            self._head("text/event-stream")
            for byte in f"data: {json.dumps(_delta({'content': text}))}\n\n".encode():
                if script.let_go.wait(1.0):
                    break
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
            self.close_connection = True

        def _tool_call(self, asked: Asked) -> None:
            name = asked["tools"][0]["function"]["name"]
            call = {"name": name, "arguments": json.dumps(script.form(asked))}
            message = {"role": "assistant", "content": None}
            if any(one["role"] == "tool" for one in asked["messages"]):
                return self._json(_whole({**message, "content": script.words(asked)}))
            told = {**message, "tool_calls": [{"id": "call_1", "type": "function", "function": call}]}
            self._json(_whole(told, "tool_calls"))

        def _event(self, told: Any) -> None:
            self.wfile.write(f"data: {json.dumps(told)}\n\n".encode())
            self.wfile.flush()

        def _head(self, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Connection", "close")
            self.end_headers()

        def _json(self, told: Any, status: int = 200) -> None:
            body = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _plain(self, body: bytes, length: int | None = None) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream" if body.startswith(b"data") else "application/json")
            self.send_header("Content-Length", str(length or len(body)))
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = True

    return Handler


def _form(asked: Asked) -> str:
    if asked.get("response_format", {}).get("type") == "json_schema":
        return "response_format"
    return "tools" if asked.get("tools") else "plain"


def _delta(delta: Any, finish: str | None = None) -> Any:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}


def _whole(message: Any, finish: str = "stop") -> Any:
    choice = {"index": 0, "message": message, "finish_reason": finish}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    return {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}

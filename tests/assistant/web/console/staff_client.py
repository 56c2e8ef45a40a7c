"""A shop with a console, its shoppers and its staff, as clients of the web app."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from assistant.choices import open_assistant
from assistant.conversation import Assistant
from assistant.records.staff_book import AGENT, LEAD
from assistant.settings import Settings
from assistant.web.opening import already
from assistant.web.site import web_app
from catalog.home import Home

ADDRESS = "http://127.0.0.1:7860"
PASSWORD = "a long password"
FAST = Settings(embedder="hashing", scorer="similarity")


class Shop:
    """A running shop: its assistant, and new browsers on it."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.app = web_app(already(assistant), Settings())

    def browser(self) -> TestClient:
        return TestClient(self.app, base_url=ADDRESS)

    def staff(self, name: str, role: str = AGENT) -> StaffMember:
        accounts = self.assistant.staff.accounts
        if name not in [one.name for one in accounts.every()]:
            accounts.add(name, role, PASSWORD, 0.0)
        return StaffMember(self.browser(), name)

    def lead(self, name: str = "lea") -> StaffMember:
        return self.staff(name, LEAD)

    def shopper(self, conversation: str = "") -> Shopper:
        return Shopper(self.browser(), conversation)


@contextmanager
def running(home: Path) -> Iterator[Shop]:
    """The shop on this home; leaving it ends the server."""
    with open_assistant(FAST, Home.existing(home), "tests") as assistant:
        yield Shop(assistant)


class StaffMember:
    """Somebody signed in to the console."""

    def __init__(self, client: TestClient, name: str, password: str = PASSWORD) -> None:
        self.client, self.name = client, name
        answer = client.post("/console/sign-in", data={"name": name, "password": password}, follow_redirects=False)
        assert answer.status_code == 303, answer.text
        self.guard = client.get("/console/api/me").json()["guard"]
        self.seen = 0

    def get(self, path: str, status: int = 200, **query: Any) -> Any:
        answer = self.client.get(f"/console/api{path}", params=query)
        assert answer.status_code == status, answer.text
        return answer.json()

    def post(self, path: str, status: int = 200, **body: Any) -> Any:
        answer = self.client.post(f"/console/api{path}", json=body, headers={"x-daogou-guard": self.guard})
        assert answer.status_code == status, answer.text
        return answer.json()

    def queue(self) -> list[dict[str, Any]]:
        return self.get("/queue")["tickets"]

    def ticket_of(self, shopper: Shopper) -> int:
        return next(one["number"] for one in self.queue() if one["last"] == shopper.last)

    def live(self, number: int) -> dict[str, Any]:
        told = self.get(f"/tickets/{number}/live", heard=0)
        self.seen = max((one["number"] for one in told["messages"]), default=0)
        return told

    def said(self, number: int) -> list[tuple[str, str]]:
        return [(one["who"], one["text"]) for one in self.live(number)["messages"]]

    def send(
        self, number: int, message: str, text: str, status: int = 200, seen: int | None = None, **more: Any
    ) -> Any:
        seen = self.seen if seen is None else seen
        return self.post(f"/tickets/{number}/send", status, message=message, text=text, seen=seen, **more)


class Shopper:
    """Somebody on the shopper's side, through the HTTP API."""

    def __init__(self, client: TestClient, conversation: str = "") -> None:
        self.client, self.conversation, self.heard, self.last = client, conversation, 0, ""

    def say(self, text: str, message: str = "") -> dict[str, Any]:
        told = self.client.post(
            "/api/chat", json={"text": text, "conversation": self.conversation, "message": message}
        ).json()
        self.conversation, self.last = told["conversation"], text
        return told

    def live(self) -> dict[str, Any]:
        told = self.client.post("/api/live", json={"conversation": self.conversation, "heard": self.heard}).json()
        self.heard = told["heard"]
        return told

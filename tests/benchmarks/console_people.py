"""Shoppers and staff of a running shop, as their pages behave: what isn't known to have arrived is sent again."""

from __future__ import annotations

import asyncio
import html
import json
import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import httpx

from tests.benchmarks.page_visitor import Visitor, event_called

PASSWORD = "a password for measuring"
PATIENCE, PAUSE = 120, 0.5
"""How often a lost request is tried again, and after how many seconds."""
TAGS = re.compile(r"<[^>]+>")
Value = TypeVar("Value")


async def until_done(tried: Callable[[], Awaitable[Value]]) -> Value:
    """What the request brings once it comes through; tried again while the server is away."""
    for _ in range(PATIENCE):
        try:
            return await tried()
        except (httpx.HTTPError, RuntimeError, KeyError, ValueError):
            await asyncio.sleep(PAUSE)
    raise RuntimeError("The server stayed away.")


class RefusedError(Exception):
    """The server answered, and refused."""


@dataclass
class ShopperPage:
    """One shopper's page: keeps the conversation's id, and sends a lost message again under its id."""

    client: httpx.AsyncClient
    conversation: str = ""
    count: int = 0
    heard: int = 0
    rung: int = 0
    desk: str = ""
    said: list[str] = field(default_factory=list)

    async def say(self, text: str) -> dict[str, Any]:
        """Says something, once, however often it has to be sent; what the page shows of the answer."""
        message = secrets.token_hex(16)
        talk = await until_done(lambda: self._deed(do="say", text=text, message=message))
        self.said.append(text)
        return talk

    async def reload(self) -> str:
        """The conversation as a freshly loaded page shows it, without tags."""
        self.count = 0
        talk = await until_done(lambda: self._deed(do="open"))
        return html.unescape(TAGS.sub("\n", talk["log"]))

    async def live(self, wait: float = 0.0) -> str:
        """What staff said since the page last heard them."""
        asked = {"conversation": self.conversation, "heard": self.heard, "rung": self.rung, "wait": wait}

        async def tried() -> dict[str, Any]:
            answer = await self.client.post("/api/live", json=asked)
            answer.raise_for_status()
            return dict(answer.json())

        told = await until_done(tried)
        self.heard, self.rung, self.desk = told["heard"], told["rung"], told["desk"]["state"]
        return str(told["lines"])

    async def _deed(self, **deed: Any) -> dict[str, Any]:
        tab = Visitor(self.client, await event_called(self.client, "deed"))
        whole = {"conversation": self.conversation, "count": self.count, "language": "en", "basket": [], **deed}
        answer = await asyncio.wait_for(tab.trigger([], whole), 60)
        told = [json.loads(one[1]) for one in answer.outputs if len(one) > 1 and isinstance(one[1], str)]
        if not told:
            raise RuntimeError("no talk came")
        talk = told[-1]
        if 'class="it failed"' in talk.get("answer", ""):
            raise RuntimeError("the turn failed")
        self.conversation, self.count = talk["conversation"], talk["count"]
        return dict(talk)


@dataclass
class StaffPage:
    """One member of staff at the console."""

    client: httpx.AsyncClient
    name: str
    guard: str = ""
    sent: list[str] = field(default_factory=list)

    async def sign_in(self) -> None:
        """Signs in; the sign-in outlives the server."""
        form = {"name": self.name, "password": PASSWORD}
        answer = await self.client.post("/console/sign-in", data=form)
        if answer.status_code != 303:
            raise RuntimeError(f"{self.name} could not sign in: {answer.status_code}")
        self.guard = (await self.get("/me"))["guard"]

    async def get(self, path: str, **query: Any) -> dict[str, Any]:
        """What the console's API answers, once it does."""
        return await until_done(lambda: self._asked("GET", path, params=query))

    async def post(self, path: str, **body: Any) -> dict[str, Any]:
        """The same for a write; RefusedError where it is refused."""
        return await until_done(lambda: self._asked("POST", path, json=body))

    async def take(self, number: int, holder: str = "") -> None:
        """Takes a ticket, from a colleague where one is named."""
        await self.post(f"/tickets/{number}/take", holder=holder)

    async def send(self, number: int, text: str) -> None:
        """Sends a message once, however often it has to be tried, after reading what colleagues wrote."""
        message = secrets.token_hex(16)
        for _ in range(20):
            told = await self.get(f"/tickets/{number}/live", heard=0)
            seen = max((one["number"] for one in told["messages"]), default=0)
            try:
                await self.post(f"/tickets/{number}/send", message=message, text=text, seen=seen)
            except RefusedError:
                continue
            self.sent.append(text)
            return
        raise RuntimeError(f"{self.name} could not send at ticket {number}")

    async def end(self, number: int, how: str) -> None:
        """Gives a ticket back, to the assistant or to the queue; one that is no longer theirs was given back before."""
        try:
            await self.post(f"/tickets/{number}/{how}")
        except RefusedError:
            told = await self.get(f"/tickets/{number}/live")
            if told["staff"] == self.name and told["state"] == "taken":
                raise

    async def _asked(self, method: str, path: str, **more: Any) -> dict[str, Any]:
        headers = {"x-daogou-guard": self.guard}
        answer = await self.client.request(method, f"/console/api{path}", headers=headers, **more)
        if answer.status_code in (403, 404, 409, 422):
            raise RefusedError(answer.text)
        answer.raise_for_status()
        return dict(answer.json())

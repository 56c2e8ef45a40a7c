"""One visitor of a running page, who speaks Gradio's queue as the browser does: join, then listen for the answer."""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

import httpx


@dataclass(frozen=True, slots=True)
class Answer:
    """What one event brought: its outputs in the order they came, and seconds until the first and the last."""

    outputs: list[list[Any]]
    first: float
    last: float


@dataclass
class Visitor:
    """A browser tab without a browser."""

    client: httpx.AsyncClient
    event: dict[str, Any]
    session: str = field(default_factory=lambda: secrets.token_hex(8))

    async def trigger(self, data: list[Any], event_data: Any = None) -> Answer:
        """Sends one event and waits for all of its outputs; RuntimeError where the server says that it failed."""
        begun = time.perf_counter()
        first = 0.0
        outputs: list[list[Any]] = []
        body = {
            "data": data,
            "event_data": event_data,
            "fn_index": self.event["id"],
            "trigger_id": self.event["trigger"],
            "session_hash": self.session,
        }
        joined = await self.client.post("/gradio_api/queue/join", json=body)
        joined.raise_for_status()
        mine = joined.json()["event_id"]
        listening = self.client.stream("GET", "/gradio_api/queue/data", params={"session_hash": self.session})
        async with listening as stream:
            async for line in stream.aiter_lines():
                if not line.startswith("data:"):
                    continue
                message = json.loads(line[5:])
                if message.get("event_id") != mine:
                    continue
                output = message.get("output") or {}
                if message["msg"] in ("process_generating", "process_completed"):
                    if not message.get("success", True):
                        raise RuntimeError(str(output.get("error")))
                    outputs.append(output.get("data") or [])
                    first = first or time.perf_counter() - begun
                if message["msg"] == "process_completed":
                    return Answer(outputs, first, time.perf_counter() - begun)
        raise RuntimeError("The stream ended before the answer.")


async def event_called(client: httpx.AsyncClient, name: str) -> dict[str, Any]:
    """The event of this API name on the page, as the page's own configuration describes it."""
    config = (await client.get("/config")).json()
    found = next(one for one in config["dependencies"] if one["api_name"] == name)
    targets = found["targets"]
    return {"id": found["id"], "trigger": targets[0][0] if targets else None}

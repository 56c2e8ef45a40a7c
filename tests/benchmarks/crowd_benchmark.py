"""Many turns sent at the same moment: until when the last cards are there, how many turns were told of a shortening.

Starts `app.py` on the home and sends `--turns` first messages of as many conversations at once, half of them in
Chinese, to the HTTP API and then to the page itself. A few turns come before and aren't counted. Every message asks
for another kind of product under another limit, so that no turn finds its work done by another one.

    python -m tests.benchmarks.crowd_benchmark --home D [--turns 100] [--rounds 3] [--json OUT]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from assistant.reasons.telling import phrase
from tests.benchmarks.electronics_kinds import KINDS
from tests.benchmarks.load_benchmark import LIMIT, OF_CARDS, _free_port, _parts, _whole, serving
from tests.benchmarks.page_visitor import Visitor, event_called
from tests.benchmarks.tables import markdown, percentile

WARMING = 6
SHORTENED = tuple(phrase("notice", "order_shortened", language) for language in ("en", "zh"))


@dataclass
class Crowd:
    """What a crowd's turns took, in seconds, and what they brought."""

    taken: list[float] = field(default_factory=list)
    with_goods: int = 0
    shortened: int = 0
    processor: float = 0.0
    wrong: list[str] = field(default_factory=list)


def message(number: int) -> tuple[str, int]:
    """A message unlike every other one, and the limit it names."""
    kind, limit = KINDS[number % len(KINDS)], 60 + 11 * number
    if number % 2:
        return f"{limit}欧元以内的{kind.chinese[number // len(KINDS) % len(kind.chinese)]}", limit
    return f"{kind.english[number // len(KINDS) % len(kind.english)][1]} under {limit} euros", limit


async def by_api(client: httpx.AsyncClient, number: int, crowd: Crowd, begun: float) -> None:
    """One turn through the HTTP API."""
    text, limit = message(number)
    answer = await client.post("/api/chat", json={"text": text, "conversation": f"crowd {number} {begun}"})
    crowd.taken.append(time.perf_counter() - begun)
    told = answer.json()
    if answer.status_code != 200 or "error" in told:
        crowd.wrong.append(f"{text}: {answer.status_code} {told}")
        return
    crowd.with_goods += bool(told["items"])
    crowd.shortened += any(mark in notice for notice in told["notices"] for mark in SHORTENED)
    crowd.wrong += [
        f"{text}: {one['title']} for {one['price']}" for one in told["items"] if one["price"] and one["price"] > limit
    ]


async def by_page(client: httpx.AsyncClient, event: dict[str, Any], number: int, crowd: Crowd, begun: float) -> None:
    """One turn through the page, as a browser tab sends it."""
    text, limit = message(number)
    deed = {"conversation": "", "count": 0, "language": "", "basket": [], "do": "say", "text": text}
    try:
        answer = await Visitor(client, event).trigger([], deed)
    except (httpx.HTTPError, RuntimeError) as error:
        crowd.wrong.append(f"{text}: {error!r}")
        return
    crowd.taken.append(time.perf_counter() - begun)
    talk, goods = _parts(answer.outputs)
    crowd.with_goods += bool(OF_CARDS.search(goods) or "<article" in goods)
    crowd.shortened += any(mark in json.dumps(talk, ensure_ascii=False) for mark in SHORTENED)
    seen = {_whole(found) for found in LIMIT.findall("\n".join([talk.get("ledger", ""), *OF_CARDS.findall(goods)]))}
    if seen - {limit}:
        crowd.wrong.append(f"{text}: saw the limits {sorted(seen)}")


def processor_time(process: int) -> float:
    """Seconds of processor time that a process has taken."""
    told = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


async def crowds(port: int, server: int, turns: int, rounds: int) -> tuple[list[Crowd], list[Crowd]]:
    """The rounds through the API, and those through the page."""
    # A connection that idled is closed by the server after 5 s, maybe just as it is used again.
    limits = httpx.Limits(max_connections=4 * turns, keepalive_expiry=1.0)
    api, page = [], []
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=120.0, limits=limits) as client:
        event = await event_called(client, "deed")
        for number in range(WARMING):
            await by_api(client, -1 - number, Crowd(), time.perf_counter())
            await by_page(client, event, -1 - number, Crowd(), time.perf_counter())
        for turn in range(2 * rounds):
            crowd, numbers = Crowd(), range(turn * turns, (turn + 1) * turns)
            before, begun = processor_time(server), time.perf_counter()
            if turn < rounds:
                await asyncio.gather(*(by_api(client, number, crowd, begun) for number in numbers))
                api.append(crowd)
            else:
                await asyncio.gather(*(by_page(client, event, number, crowd, begun) for number in numbers))
                page.append(crowd)
            crowd.processor = processor_time(server) - before
            await asyncio.sleep(1.0)
    return api, page


def main() -> None:
    """Measure, print one table, and name what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--turns", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    port = _free_port()
    with serving([sys.executable, "app.py", "--home", str(wanted.home), "--port", str(port)], port) as server:
        api, page = asyncio.run(crowds(port, server.pid, wanted.turns, wanted.rounds))
    rows = []
    for way, found in (("HTTP API", api), ("page", page)):
        for number, crowd in enumerate(found, start=1):
            rows.append(
                (
                    *(f"{way}, round {number}", len(crowd.taken), percentile(crowd.taken, 0.5)),
                    *(max(crowd.taken, default=float("nan")), crowd.processor),
                    *(crowd.with_goods, crowd.shortened, len(crowd.wrong)),
                )
            )
    names = (
        *("way", "turns answered", "half of them by, s", "last by, s", "server's processor time, s"),
        *("with goods", "told of shortening", "wrong"),
    )
    print(markdown(names, rows))
    for line in [line for crowd in (*api, *page) for line in crowd.wrong][:10]:
        print(line)
    if wanted.json:
        wanted.json.write_text(json.dumps([dict(zip(names, row, strict=True)) for row in rows], indent=1), "utf-8")


if __name__ == "__main__":
    main()

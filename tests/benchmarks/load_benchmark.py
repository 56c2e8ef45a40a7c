"""Many shoppers at once through the page's own API: how long a turn takes, what fails, and whether anything is mixed.

Starts `app.py` on the home, lets `--shoppers` talk with `--pause` seconds between turns (half of them in Chinese), and
checks after every turn that chips and cards hold the shopper's own limit and nobody else's. One shopper of each
language comes before and isn't counted: what the first turn of a process takes is measured elsewhere. In the same run,
32 visitors at once press the one button of an empty Gradio page.

    python -m tests.benchmarks.load_benchmark --home D [--shoppers 50] [--turns 6] [--pause 10] [--json OUT]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests.benchmarks.page_visitor import Visitor, event_called
from tests.benchmarks.tables import markdown, percentile

ALONE_AT_ONCE = 32
EMPTY_PAGE = """
import gradio
with gradio.Blocks(analytics_enabled=False) as page:
    box = gradio.Textbox()
    box.submit(lambda text: text, box, box, api_name="echo")
page.queue(default_concurrency_limit=32).launch(server_name="127.0.0.1", server_port={port}, quiet=True)
"""
FIRST = ("laptop under {limit} euros", "{limit}欧元以内的笔记本电脑")
MORE = (
    ("not HP", "at least 4 GB of internal memory", "show me more", "which has the longest battery life?", "not Acer"),
    ("不要惠普", "内存至少4GB", "还有别的吗", "第一个有蓝牙吗", "不要宏碁"),
)
LIMIT = re.compile(r"(?:up to|under|不超过|低于)\s*[€$¥£]?\s*([\d,]+(?:\.\d+)?)")
OF_CARDS = re.compile(r"<li>✓ (.*?)</li>")
"""What a card says it meets; offers name other limits by right."""


@dataclass
class Tally:
    """What happened to all shoppers together."""

    turns: list[float] = field(default_factory=list)
    goods: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)
    carded: int = 0
    own: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """How many shoppers say how much, with how many seconds between turns."""

    shoppers: int
    turns: int
    pause: float


async def shopper(number: int, client: httpx.AsyncClient, event: dict[str, Any], tally: Tally, plan: Plan) -> None:
    """One shopper: a need with a limit of their own, then what people say next; ends by reloading the page."""
    chance = random.Random(number)
    await asyncio.sleep(chance.random() * plan.pause)
    tab, language, limit = Visitor(client, event), number % 2, 400 + 7 * number
    deed: dict[str, Any] = {"conversation": "", "count": 0, "language": "", "basket": []}
    said = [FIRST[language].format(limit=limit), *MORE[language]][: plan.turns]
    for text in said:
        try:
            answer = await tab.trigger([], {**deed, "do": "say", "text": text})
        except (httpx.HTTPError, RuntimeError) as error:
            tally.errors.append(f"shopper {number}, {text!r}: {error!r}")
            await asyncio.sleep(plan.pause)
            continue
        tally.turns.append(answer.last)
        talk, goods = _parts(answer.outputs)
        if goods:
            tally.goods.append(answer.first)
            tally.carded += 1
        if "failed" in talk.get("answer", ""):
            tally.errors.append(f"shopper {number}, {text!r}: the page said that it failed")
        deed |= {"conversation": talk.get("conversation", ""), "count": talk.get("count", 0)}
        told = "\n".join([talk.get("ledger", ""), *OF_CARDS.findall(goods)])
        seen = {_whole(found) for found in LIMIT.findall(told)}
        tally.own += limit in seen
        if seen - {limit}:
            tally.mixed.append(f"shopper {number} (limit {limit}) saw {sorted(seen)} after {text!r}")
        await asyncio.sleep(plan.pause)
    answer = await tab.trigger([], {**deed, "do": "open"})
    talk, _ = _parts(answer.outputs)
    heard = re.findall(r'<div class="me">.*?</span>(.*?)</div>', talk.get("log", ""), re.DOTALL)
    if heard != said and not tally.errors:
        tally.mixed.append(f"shopper {number} said {said} and finds {heard} after a reload")


def _parts(outputs: list[list[Any]]) -> tuple[dict[str, Any], str]:
    talk: dict[str, Any] = {}
    goods = ""
    for output in outputs:
        for value in output:
            if isinstance(value, list):
                value = value[0][2] if value and value[0][0] == "replace" else None
            if not isinstance(value, str) or not value:
                continue
            part = json.loads(value)
            if "html" in part:
                goods = part["html"]
            else:
                talk = part
    return talk, goods


def _whole(figure: str) -> int:
    return int(float(figure.replace(",", "")))


async def our_page(port: int, plan: Plan) -> Tally:
    """All shoppers on our page."""
    tally = Tally()
    async with _client(port) as client:
        event = await event_called(client, "deed")
        for number in (-1, -2):
            await shopper(number, client, event, Tally(), Plan(1, plan.turns, 0.0))
        await asyncio.gather(*(shopper(number, client, event, tally, plan) for number in range(plan.shoppers)))
    return tally


async def gradio_alone(port: int) -> list[float]:
    """Seconds that each of 32 visitors waits who press the button of an empty page at the same moment."""
    async with _client(port) as client:
        event = await event_called(client, "echo")
        await Visitor(client, event).trigger(["warm"])
        answers = await asyncio.gather(*(Visitor(client, event).trigger([str(n)]) for n in range(ALONE_AT_ONCE)))
    return [answer.last for answer in answers]


def _client(port: int) -> httpx.AsyncClient:
    limits = httpx.Limits(max_connections=400, max_keepalive_connections=200)
    return httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60.0, limits=limits)


@contextmanager
def serving(command: list[str], port: int, seconds: float = 180.0) -> Iterator[subprocess.Popen[str]]:
    """A server process that answers on the port, ended afterwards."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        end = time.monotonic() + seconds
        while True:
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(
                    f"{command[:3]} did not serve: {process.stderr.read()[-1500:] if process.stderr else ''}"
                )
            try:
                if httpx.get(f"http://127.0.0.1:{port}/", timeout=60).status_code == 200:
                    break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def main() -> None:
    """Measure, print one table, and name what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--shoppers", type=int, default=50)
    parser.add_argument("--turns", type=int, default=6)
    parser.add_argument("--pause", type=float, default=10.0)
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    port = _free_port()
    with serving([sys.executable, "app.py", "--home", str(wanted.home), "--port", str(port)], port):
        tally = asyncio.run(our_page(port, Plan(wanted.shoppers, wanted.turns, wanted.pause)))
    port = _free_port()
    with serving([sys.executable, "-c", EMPTY_PAGE.format(port=port)], port):
        alone = asyncio.run(gradio_alone(port))
    numbers = {
        f"turns of {wanted.shoppers} shoppers at once": len(tally.turns),
        "turn p50, s": percentile(tally.turns, 0.5),
        "turn p95, s": percentile(tally.turns, 0.95),
        "slowest turn, s": max(tally.turns, default=float("nan")),
        "goods on screen p95, s": percentile(tally.goods, 0.95),
        "turns that brought goods": tally.carded,
        "turns that showed the shopper's own limit": tally.own,
        "errors": len(tally.errors),
        "another's words or cards": len(tally.mixed),
        f"empty Gradio page, {ALONE_AT_ONCE} at once, p95, s": percentile(alone, 0.95),
    }
    print(markdown(("what", "measured"), list(numbers.items())))
    for line in (*tally.errors[:10], *tally.mixed[:10]):
        print(line)
    if wanted.json:
        wanted.json.write_text(json.dumps(numbers, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Take-overs with reloads and killed servers: what is lost or said twice; and how soon a suggestion is there.

Works on a copy of the home, through the pages' own addresses. Shoppers ask for people, staff take the conversation,
both talk, pages are loaded anew, a colleague joins or takes over, the conversation is given back; meanwhile the server
is killed (SIGKILL) and started again. What a side doesn't know to have arrived it sends again, under the same id. At
the end every message has to stand once in the staff's view, once on the shopper's page, and in its speaker's order;
while staff have a conversation the assistant may say nothing. Then suggestions are timed, from the moment a shopper's
message is sent until a waiting console has the suggested reply.

    python -m tests.benchmarks.console_benchmark --home D [--rounds 200] [--shoppers 8] [--kills 4] [--timed 100]
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from assistant.records.database import Database
from assistant.records.staff_book import StaffBook
from tests.benchmarks.console_people import PASSWORD, ShopperPage, StaffPage
from tests.benchmarks.tables import markdown, percentile

STAFF = ("ann", "bob", "cai")
TIMED = (
    "do you ship to other countries?", "can I return what I opened?", "headphones under 100 euros", "only black ones",
    "how long is the warranty?", "which is the lightest?", "起送金额是多少？", "可以退货吗？", "两百元以内的台灯",
    "有黑色的吗？",
)  # fmt: skip


class Server:
    """app.py on a home, killed and started again at will."""

    def __init__(self, home: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._home, self._process = home, None

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Starts it and waits until the shop is open."""
        command = [sys.executable, "app.py", "--home", str(self._home), "--port", str(self.port)]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        for line in self._process.stderr:
            if "open at" in line:
                return
        raise RuntimeError("app.py didn't start")

    def stop(self, how: signal.Signals) -> None:
        """Ends it."""
        self._process.send_signal(how)
        self._process.wait()


@dataclass
class Tally:
    """What happened in all rounds."""

    rounds: int = 0
    tickets: dict[int, str] = field(default_factory=dict)
    reloads: int = 0
    kills: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Floor:
    """The shop's floor: its server and staff, and who opens a page."""

    server: Server
    staff: tuple[StaffPage, ...]
    tally: Tally

    def client(self) -> httpx.AsyncClient:
        """A new browser."""
        return httpx.AsyncClient(base_url=self.server.address, timeout=60)


async def taken_over(floor: Floor, page: ShopperPage, number: int) -> None:
    """One round: handed over, taken, talked with reloads and a colleague, given back, answered by the assistant."""
    tally, first = floor.tally, floor.staff[number % len(STAFF)]
    colleague = floor.staff[(number + 1) % len(STAFF)]
    await page.say(f"I want to talk to a human, round {number}")
    ticket = await ticket_of(first, f"round {number}")
    tally.tickets[ticket] = page.conversation
    await first.take(ticket)
    await page.live()
    if page.desk != "taken":
        tally.faults.append(f"round {number}: the page doesn't know that staff have it")
    await first.send(ticket, f"staff {number} a")
    await page.say(f"shopper {number} a")
    if number % 2:
        await page.reload()
        tally.reloads += 1
    if number % 3 == 0:
        await colleague.post(f"/tickets/{ticket}/join", joins=True)
        await asyncio.gather(first.send(ticket, f"staff {number} b"), colleague.send(ticket, f"staff {number} c"))
    if number % 5 == 0:
        await colleague.take(ticket, first.name)
        first = colleague
    await asyncio.gather(page.say(f"shopper {number} b"), first.send(ticket, f"staff {number} d"))
    if number % 7 == 0:
        await first.end(ticket, "put-back")
        await colleague.take(ticket)
        first = colleague
    await first.end(ticket, "give-back")
    told = await page.say(f"do you ship to Spain? ({number})")
    if not told.get("answer") and "log" not in told:
        tally.faults.append(f"round {number}: the assistant doesn't answer again")
    tally.rounds += 1


async def ticket_of(staff: StaffPage, words: str) -> int:
    """The number of the ticket whose last message ends with these words."""
    for _ in range(100):
        for one in (await staff.get("/queue"))["tickets"]:
            if one["last"].endswith(words):
                return int(one["number"])
        await asyncio.sleep(0.1)
    raise RuntimeError(f"no ticket of {words!r}")


async def killed(floor: Floor, after: list[int], rounds: int) -> None:
    """Kills the server whenever so many rounds are done, and starts it again."""
    for at in after:
        while floor.tally.rounds < min(at, rounds):
            await asyncio.sleep(0.05)
        await asyncio.to_thread(floor.server.stop, signal.SIGKILL)
        await asyncio.to_thread(floor.server.start)
        floor.tally.kills += 1


async def checked(floor: Floor, pages: list[ShopperPage]) -> dict[str, int]:
    """Every message of both sides looked for in both views."""
    by_conversation: dict[str, list[int]] = {}
    for ticket, conversation in floor.tally.tickets.items():
        by_conversation.setdefault(conversation, []).append(ticket)
    sent = {text for one in floor.staff for text in one.sent}
    lost = doubled = spoken = disordered = count = 0
    for page in pages:
        told = await floor.staff[0].get(f"/tickets/{by_conversation[page.conversation][0]}/live", heard=0)
        numbers = {text.split()[1] for text in page.said if text.startswith("shopper ")}
        theirs = [text for text in sent if text.split()[1] in numbers]
        seen = [one["text"] for one in told["messages"] if one["who"] in ("shopper", "staff")]
        shown = [line.strip() for line in (await page.reload()).split("\n")]
        for text in (*page.said, *theirs):
            count += 1
            for view in (seen, shown):
                lost += view.count(text) == 0
                doubled += max(0, view.count(text) - 1)
        order = [text for text in seen if text in set(page.said)]
        disordered += order != page.said
        has_it = False
        for one in told["messages"]:
            has_it = one["text"] == "taken_up" if one["who"] == "event" else has_it
            spoken += has_it and one["who"] == "assistant"
    return {"messages": count, "lost": lost, "doubled": doubled, "out of order": disordered, "spoken": spoken}


async def timed(floor: Floor, count: int) -> list[float]:
    """Seconds from a shopper's message to the suggestion at a console that waits for it."""
    page, staff = ShopperPage(floor.client()), floor.staff[0]
    await page.say("headphones")
    await page.say("I want to talk to a human, for timing")
    ticket = await ticket_of(staff, "for timing")
    await staff.take(ticket)
    took = []
    for number in range(count):
        told = await staff.get(f"/tickets/{ticket}/live", heard=0)
        heard, rung = max(one["number"] for one in told["messages"]), told["rung"]
        begun = time.perf_counter()
        watching = asyncio.create_task(suggested(staff, ticket, heard, rung))
        await page.say(f"{TIMED[number % len(TIMED)]} {number}")
        took.append(await watching - begun)
    return took


async def suggested(staff: StaffPage, ticket: int, heard: int, rung: int) -> float:
    """When the suggestion for the next message of the shopper is there."""
    while True:
        told = await staff.get(f"/tickets/{ticket}/live", heard=heard, rung=rung, wait=20)
        rung = told["rung"]
        if any(one["who"] == "shopper" for one in told["messages"]):
            await staff.get(f"/tickets/{ticket}/suggestion")
            return time.perf_counter()


async def measured(home: Path, options: argparse.Namespace) -> list[tuple[str, Any]]:
    """All rows of the table."""
    server = Server(home)
    await asyncio.to_thread(server.start)
    try:
        clients = [httpx.AsyncClient(base_url=server.address, timeout=60) for _ in STAFF]
        floor = Floor(server, tuple(StaffPage(c, n) for c, n in zip(clients, STAFF, strict=True)), Tally())
        for one in floor.staff:
            await one.sign_in()
        pages = [ShopperPage(floor.client()) for _ in range(options.shoppers)]

        async def visit(place: int) -> None:
            await pages[place].say("headphones under 100 euros")
            for number in range(place, options.rounds, options.shoppers):
                await taken_over(floor, pages[place], number)

        after = [options.rounds * (one + 1) // (options.kills + 1) for one in range(options.kills)]
        killer = asyncio.create_task(killed(floor, after, options.rounds))
        await asyncio.gather(*(visit(place) for place in range(options.shoppers)))
        await killer
        found = await checked(floor, pages)
        took = await timed(floor, options.timed)
    finally:
        await asyncio.to_thread(server.stop, signal.SIGTERM)
    for fault in floor.tally.faults:
        sys.stderr.write(f"{fault}\n")
    return [
        ("take-overs and give-backs", floor.tally.rounds),
        ("reloads; servers killed meanwhile", f"{floor.tally.reloads}; {floor.tally.kills}"),
        ("messages", found["messages"]),
        ("lost", found["lost"]),
        ("said twice", found["doubled"]),
        ("conversations whose order changed", found["out of order"]),
        ("said by the assistant while staff had it", found["spoken"]),
        ("other faults", len(floor.tally.faults)),
        (f"suggestion at the console, p50 of {len(took)}, s", percentile(took, 0.5)),
        ("the same, p95, s", percentile(took, 0.95)),
    ]


def main(read: Callable[[], argparse.Namespace] | None = None) -> int:
    """Prints the table; 1 where anything was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, required=True, help="copied, never changed")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--shoppers", type=int, default=8)
    parser.add_argument("--kills", type=int, default=4)
    parser.add_argument("--timed", type=int, default=100)
    options = read() if read else parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "home"
        shutil.copytree(options.home, home)
        database = Database.of_home(home)
        for name in STAFF:
            StaffBook(database).add(name, "agent", PASSWORD, time.time())
        database.close()
        rows = asyncio.run(measured(home, options))
    sys.stdout.write(markdown(("what", "measured"), rows) + "\n")
    return 1 if any(dict(rows)[key] for key in ("lost", "said twice", "other faults")) else 0


if __name__ == "__main__":
    sys.exit(main())

"""The shop's service: scripted conversations, attempts on others' data, repeated confirmations, policy questions."""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.choices import open_assistant
from assistant.conversation import Assistant
from assistant.evaluation.service.allowed_scenarios import ALLOWED
from assistant.evaluation.service.corrected import corrected
from assistant.evaluation.service.forbidden_scenarios import FORBIDDEN
from assistant.evaluation.service.handovers import handovers
from assistant.evaluation.service.scenarios import Scenario, scenarios
from assistant.evaluation.service.shop_records import Shop, differing
from assistant.evaluation.service.strangers import attempts
from assistant.evaluation.tables import Measured, Table
from assistant.sample_home import with_goods
from assistant.settings import Settings
from assistant.state import DialogueState
from assistant.vocabulary import Reply, Turn
from catalog.embedders import load_embedder

QUESTIONS = Path(__file__).parent / "policy_questions.toml"
LONGEST = 900


def add_options(parser: argparse.ArgumentParser) -> None:
    """--home, --orders, --seed and the counts."""
    parser.add_argument("--home", help="a home with orders; it is copied, never changed (default: a new sample shop)")
    parser.add_argument("--orders", type=Path, help="a folder of orders to import into the copy")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--allowed", type=int, default=52)
    parser.add_argument("--forbidden", type=int, default=44)
    parser.add_argument("--attempts", type=int, default=1000)
    parser.add_argument("--repeats", type=int, default=200)


def run(options: argparse.Namespace) -> Measured:
    """The tables of all parts."""
    with copied(options.home, options.orders) as (home, assistant):
        start = Shop.of_home(home)
        done = [
            *conversations(home, assistant, start, scenarios(start, ALLOWED, options.allowed, options.seed)),
            *conversations(home, assistant, start, scenarios(start, FORBIDDEN, options.forbidden, options.seed)),
        ]
        seen = list(strangers(home, assistant, start, options.attempts, options.seed))
        doubled = repeated(home, assistant, start, options.repeats, options.seed)
    with copied(None, None) as (_, assistant):
        policies = policy_rows(assistant)
    people = (*handovers(), *corrected(load_embedder(), QUESTIONS))
    allowed = [one for one in done if not one.scenario.forbidden]
    forbidden = [one for one in done if one.scenario.forbidden]
    rows = (
        ("allowed conversations, right end state", sum(one.right for one in allowed), len(allowed)),
        ("forbidden conversations, right end state", sum(one.right for one in forbidden), len(forbidden)),
        ("forbidden writes", sum(not one.right for one in forbidden), len(forbidden)),
        ("attempts that told or changed another's data", sum(bool(one[1]) for one in seen), len(seen)),
        ("effects more than one", *doubled),
        *policies,
        *people,
    )
    misses = [f"{one.scenario.language} {one.scenario.name}: {' / '.join(one.scenario.turns)}"
              for one in done if not one.right]  # fmt: skip
    told = [f"{kind}: {what}" for kind, what in seen if what]
    table = Table("Service", ("what", "count", "of"), rows, NOTES)
    by_kind = Table("Conversations by kind", ("kind", "language", "right", "of"), tuple(kind_rows(done)))
    return Measured((table, by_kind), {"misses": misses, "told": told})


NOTES = (
    "End states are worked out by code that shares nothing with the service; every record of the home is compared.",
)


@dataclass(frozen=True)
class Talked:
    """One conversation that was held, and whether every record then stood as it should."""

    scenario: Scenario
    right: bool


@contextmanager
def copied(home: str | None, orders: Path | None) -> Iterator[tuple[Path, Assistant]]:
    """An assistant on a copy of a home, or on a new sample shop."""
    with tempfile.TemporaryDirectory(prefix="daogou-") as folder:
        place = Path(folder) / "home"
        if home:
            shutil.copytree(home, place, ignore=shutil.ignore_patterns("owner*"))
        opened = with_goods(place, asked_for=False)
        if orders:
            from assistant.records.database import Database
            from assistant.records.order_book import OrderBook
            from assistant.records.order_files import read_order_files

            files, database = read_order_files(orders), Database.of_home(place)
            OrderBook(database).put(files.users, files.orders, files.goods)
            database.close()
        settings = Settings.read(os.environ, opened.path)
        with open_assistant(settings, opened, "python -m assistant evaluate service") as assistant:
            yield place, assistant


def kind_rows(done: Sequence[Talked]) -> Iterator[tuple[str, str, int, int]]:
    """One row per kind of conversation and language."""
    for name, language in sorted({(one.scenario.name, one.scenario.language) for one in done}):
        same = [one for one in done if (one.scenario.name, one.scenario.language) == (name, language)]
        yield name, language, sum(one.right for one in same), len(same)


def conversations(home: Path, assistant: Assistant, start: Shop, given: Iterator[Scenario]) -> Iterator[Talked]:
    """Each scenario talked through on the records as they were at the start."""
    for number, scenario in enumerate(given):
        talk(assistant, f"scenario {scenario.forbidden} {number}", scenario.turns)
        found = Shop.of_home(home)
        yield Talked(scenario, not differing(scenario.after, found))
        restore(home, start, differing(start, found))


def talk(assistant: Assistant, name: str, turns: Sequence[str]) -> list[Reply]:
    """One conversation; the replies."""
    state, replies = DialogueState(), []
    for text in turns:
        state, reply = assistant.respond(state, Turn(name, text))
        replies.append(reply)
    return replies


def restore(home: Path, start: Shop, ids: Sequence[str]) -> None:
    """Puts records back as they were."""
    import json

    if ids:
        with closing(sqlite3.connect(home / "records.sqlite3", timeout=10)) as base:
            for name in ids:
                table = "orders" if name in start.orders else "customers"
                record = start.orders.get(name) or start.users[name]
                text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
                base.execute(f"UPDATE {table} SET document = ? WHERE id = ?", (text, name))
            base.commit()


def strangers(home: Path, assistant: Assistant, start: Shop, count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Each attempt's kind, and what it got: a word of the other's, or a changed record; nothing where it failed."""
    for number, attempt in enumerate(attempts(start, count, seed)):
        replies = talk(assistant, f"attempt {number}", attempt.turns)
        text = "\n".join(reply.text for reply in replies)
        got = next((secret for secret in attempt.secrets if secret in text), "")
        changed = differing(start, Shop.of_home(home)) if number % 20 == 19 or number == count - 1 else []
        restore(home, start, changed)
        yield attempt.kind, got or ", ".join(changed)


def repeated(home: Path, assistant: Assistant, start: Shop, count: int, seed: int) -> tuple[int, int]:
    """How many of `count` repetitions had an effect again: a second yes, the same turn sent again, a new process."""
    doubles = tried = 0
    chosen = (one for one in scenarios(start, ALLOWED, count * 2, seed + 1) if one.name != "status")
    for number, scenario in enumerate(chosen):
        if tried >= count:
            break
        state, before = DialogueState(), DialogueState()
        for text in scenario.turns:
            before = state
            state, _ = assistant.respond(state, Turn(f"repeat {number}", text))
        once = Shop.of_home(home)
        if differing(start, once):
            last = Turn(f"repeat {number}", scenario.turns[-1])
            if number % 3 == 0:
                assistant.respond(state, last)
            elif number % 3 == 1:
                assistant.respond(before, last)
            else:
                fresh = DialogueState()
                for text in (*scenario.turns, scenario.turns[-1]):
                    fresh, _ = assistant.respond(fresh, Turn(f"repeat {number}", text))
            tried += 1
            doubles += bool(differing(once, Shop.of_home(home)))
        restore(home, start, differing(start, Shop.of_home(home)))
        clear_journal(home)
    return doubles, tried


def clear_journal(home: Path) -> None:
    """Empties the journal, since the records were put back as if nothing had been done."""
    with closing(sqlite3.connect(home / "records.sqlite3", timeout=10)) as base:
        base.execute("DELETE FROM journal")
        base.commit()


def policy_rows(assistant: Assistant) -> tuple[tuple[str, int | float, int], ...]:
    """Right clauses, answers that are too long, and answers where no clause answers."""
    right = asked = wrong = silent = long = 0
    for questions in tomllib.loads(QUESTIONS.read_text(encoding="utf-8")).values():
        for labels, text in zip(questions["answered"][::2], questions["answered"][1::2], strict=True):
            (reply,) = talk(assistant, "policy", [text])
            asked += 1
            right += any(source.rpartition("#")[2] in labels for source in reply.sources)
            long += len(reply.text) > LONGEST
        for text in questions["unanswered"]:
            (reply,) = talk(assistant, "policy", [text])
            silent += 1
            wrong += bool(reply.sources)
    return (
        ("policy questions, right clause quoted", right, asked),
        ("answers of more than 900 letters", long, asked),
        ("questions without a clause, answered", wrong, silent),
    )

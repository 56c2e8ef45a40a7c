"""The shop's service: scripted conversations, attempts on others' data, repeated confirmations, policy questions."""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.choices import open_assistant, open_service
from assistant.evaluation.service.allowed_scenarios import ALLOWED
from assistant.evaluation.service.corrected import corrected
from assistant.evaluation.service.forbidden_scenarios import FORBIDDEN
from assistant.evaluation.service.handovers import handovers
from assistant.evaluation.service.held import Stage, Talked, conversations, repeated, strangers, talk
from assistant.evaluation.service.scenarios import scenarios
from assistant.evaluation.tables import Cell, Measured, Table
from assistant.sample_home import with_goods
from assistant.settings import Settings
from catalog.embedders import load_embedder
from catalog.errors import SetupError

Row = tuple[Cell, ...]
Found = tuple[list[Row], list[Row], list[str]]
"""Rows of the main table, rows by kind, and what went wrong."""
Part = Callable[[Any, argparse.Namespace], Found]
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
    parser.add_argument("--parts", default=",".join(PARTS), help="which parts to run (default: all)")


def run(options: argparse.Namespace) -> Measured:
    """The tables of the parts that were asked for."""
    parts = [one.strip() for one in options.parts.split(",")]
    unknown = [one for one in parts if one not in PARTS]
    if unknown:
        raise SetupError(f"No part called {unknown[0]!r}. Choose of: {', '.join(PARTS)}.")
    kept = _Kept()
    if not {"conversations", "attempts", "repeats"}.isdisjoint(parts):
        with copied(options.home, options.orders) as stage:
            for part in parts:
                if part in ON_STAGE:
                    kept.took(part, ON_STAGE[part], stage, options)
    if "policies" in parts:
        with copied(None, None) as stage:
            kept.took("policies", policy_rows, stage, options)
    if "people" in parts:
        kept.took("people", _people, None, options)
    table = Table("Service", ("what", "count", "of"), tuple(kept.rows), NOTES)
    by_kind = Table("By kind", ("kind", "language", "right", "of"), tuple(kept.kinds))
    times = Table("Time", ("part", "seconds"), tuple(kept.seconds))
    return Measured((table, by_kind, times), {"misses": kept.misses})


@dataclass
class _Kept:
    """What the parts have found so far."""

    rows: list[Row] = field(default_factory=list)
    kinds: list[Row] = field(default_factory=list)
    seconds: list[Row] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def took(self, name: str, part: Part, stage: Stage | None, options: argparse.Namespace) -> None:
        """Runs a part and keeps what it found and how long it took."""
        begun = time.perf_counter()
        rows, kinds, misses = part(stage, options)
        self.rows += rows
        self.kinds += kinds
        self.misses += misses
        self.seconds.append((name, round(time.perf_counter() - begun, 1)))


def _conversations(stage: Stage, options: argparse.Namespace) -> Found:
    done = [
        *conversations(stage, scenarios(stage.start, ALLOWED, options.allowed, options.seed)),
        *conversations(stage, scenarios(stage.start, FORBIDDEN, options.forbidden, options.seed)),
    ]
    allowed = [one for one in done if not one.scenario.forbidden]
    forbidden = [one for one in done if one.scenario.forbidden]
    rows: list[Row] = [
        ("allowed conversations, right end state", sum(not one.wrong for one in allowed), len(allowed)),
        ("forbidden conversations, right end state", sum(not one.wrong for one in forbidden), len(forbidden)),
        ("forbidden writes", sum(bool(one.wrong) for one in forbidden), len(forbidden)),
    ]
    misses = [
        f"{one.scenario.language} {one.scenario.name}: {' / '.join(one.scenario.turns)}: wrong: {', '.join(one.wrong)}"
        for one in done if one.wrong
    ]  # fmt: skip
    return rows, list(kind_rows(done)), misses


def _attempts(stage: Stage, options: argparse.Namespace) -> Found:
    seen = list(strangers(stage, options.attempts, options.seed))
    told = [f"{kind}: {what}" for kind, what in seen if what]
    kinds: list[Row] = [
        (f"attempt: {name}", None, sum(kind == name and not what for kind, what in seen),
         sum(kind == name for kind, _ in seen))
        for name in dict.fromkeys(kind for kind, _ in seen)
    ]  # fmt: skip
    return [("attempts that told or changed another's data", len(told), len(seen))], kinds, told


def _repeats(stage: Stage, options: argparse.Namespace) -> Found:
    seen = list(repeated(stage, options.repeats, options.seed))
    doubled = [f"{way}: {name}" for way, twice, name in seen if twice]
    kinds: list[Row] = [
        (f"repeat: {name}", None, sum(way == name and not twice for way, twice, _ in seen),
         sum(way == name for way, _, _ in seen))
        for name in dict.fromkeys(way for way, _, _ in seen)
    ]  # fmt: skip
    return [("effects more than one", len(doubled), len(seen))], kinds, doubled


def _people(_: Stage | None, __: argparse.Namespace) -> Found:
    return [*handovers(), *corrected(load_embedder(), QUESTIONS)], [], []


NOTES = (
    "End states are worked out by code that shares nothing with the service; every record of the home is compared, "
    "to the byte where it was to stay as it was.",
)


@contextmanager
def copied(home: str | None, orders: Path | None) -> Iterator[Stage]:
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
            embedder = assistant.catalogue.embedder
            yield Stage.on(place, assistant, lambda: open_service(settings, opened, assistant.catalogue, embedder)[0])


def kind_rows(done: Sequence[Talked]) -> Iterator[tuple[str, str, int, int]]:
    """One row per kind of conversation and language."""
    for name, language in sorted({(one.scenario.name, one.scenario.language) for one in done}):
        same = [one for one in done if (one.scenario.name, one.scenario.language) == (name, language)]
        yield name, language, sum(not one.wrong for one in same), len(same)


def policy_rows(stage: Stage, _: argparse.Namespace) -> Found:
    """Right clauses, answers that are too long, and answers where no clause answers."""
    right = asked = wrong = silent = long = 0
    misses = []
    for language, questions in tomllib.loads(QUESTIONS.read_text(encoding="utf-8")).items():
        for labels, text in zip(questions["answered"][::2], questions["answered"][1::2], strict=True):
            (reply,) = talk(stage.assistant, "policy", [text])
            asked += 1
            quoted = [source.rpartition("#")[2] for source in reply.sources]
            if set(quoted) & set(labels):
                right += 1
            else:
                misses.append(f"{language} policy: {text}: {', '.join(quoted) or reply.act}, not {', '.join(labels)}")
            long += len(reply.text) > LONGEST
        for text in questions["unanswered"]:
            (reply,) = talk(stage.assistant, "policy", [text])
            silent += 1
            if reply.sources:
                wrong += 1
                misses.append(f"{language} policy, answered: {text}: {', '.join(reply.sources)}")
    rows: list[Row] = [
        ("policy questions, right clause quoted", right, asked),
        ("answers of more than 900 letters", long, asked),
        ("questions without a clause, answered", wrong, silent),
    ]
    return rows, [], misses


ON_STAGE: dict[str, Part] = {"conversations": _conversations, "attempts": _attempts, "repeats": _repeats}
PARTS = (*ON_STAGE, "policies", "people")

"""Conversations held with an assistant on a copy of a shop, and what stands in its records afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.conversation import Assistant
from assistant.evaluation.service.allowed_scenarios import ALLOWED
from assistant.evaluation.service.scenarios import Scenario, scenarios
from assistant.evaluation.service.shop_records import FILE, Shop, differing
from assistant.evaluation.service.strangers import attempts
from assistant.ports import Service
from assistant.state import DialogueState
from assistant.vocabulary import Reply, Turn


@dataclass(frozen=True)
class Talked:
    """One conversation that was held, and the records that then stood otherwise than they should."""

    scenario: Scenario
    wrong: tuple[str, ...]


@dataclass(frozen=True)
class Stage:
    """A shop that conversations are held in, each on the records as they were at the start."""

    home: Path
    assistant: Assistant
    start: Shop
    pristine: Path
    service: Callable[[], Service]
    """Opens the service on the same files anew, as a server does that starts again."""

    @classmethod
    def on(cls, home: Path, assistant: Assistant, service: Callable[[], Service]) -> Stage:
        """The stage of a home; its records are put aside to be put back."""
        pristine = home.with_name("pristine.sqlite3")
        with closing(sqlite3.connect(home / FILE)) as base, closing(sqlite3.connect(pristine)) as aside:
            base.backup(aside)
        return cls(home, assistant, Shop.of_home(home), pristine, service)

    def found(self) -> Shop:
        """The records as they stand."""
        return Shop.of_home(self.home, self.start)

    def restore(self, names: Sequence[str]) -> None:
        """Puts records back as they were, byte by byte."""
        if names:
            marks = ", ".join("?" * len(names))
            with closing(sqlite3.connect(self.home / FILE, timeout=10)) as base:
                base.execute("ATTACH ? AS pristine", (str(self.pristine),))
                for table in ("orders", "customers"):
                    rows = f"SELECT * FROM pristine.{table} WHERE id IN ({marks})"
                    base.execute(f"INSERT OR REPLACE INTO main.{table} {rows}", tuple(names))
                base.commit()


def conversations(stage: Stage, given: Iterator[Scenario]) -> Iterator[Talked]:
    """Each scenario talked through."""
    for number, scenario in enumerate(given):
        talk(stage.assistant, f"scenario {scenario.forbidden} {number}", scenario.turns)
        found = stage.found()
        yield Talked(scenario, tuple(differing(scenario.after, found)))
        stage.restore(differing(stage.start, found))


def talk(assistant: Assistant, name: str, turns: Sequence[str]) -> list[Reply]:
    """One conversation; the replies."""
    state, replies = DialogueState(), []
    for text in turns:
        state, reply = assistant.respond(state, Turn(name, text))
        replies.append(reply)
    return replies


def strangers(stage: Stage, count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Each attempt's kind, and what it got: a word of the other's, or a changed record; nothing where it failed."""
    for number, attempt in enumerate(attempts(stage.start, count, seed)):
        replies = talk(stage.assistant, f"attempt {number}", attempt.turns)
        text = "\n".join(reply.text for reply in replies)
        got = next((secret for secret in attempt.secrets if secret in text), "")
        changed = differing(stage.start, stage.found())
        stage.restore(changed)
        yield attempt.kind, got or ", ".join(changed)


def repeated(stage: Stage, count: int, seed: int) -> Iterator[tuple[str, bool, str]]:
    """`count` repetitions: which way, whether it had an effect again, and the scenario.

    Each follows a conversation that had its effect: the last turn once more, the last turn sent again as if its reply
    had been lost, the last turn sent twice at one time, and all of it again after a restart.
    """
    chosen = (one for one in scenarios(stage.start, ALLOWED, count * 2, seed + 1) if one.name != "status")
    ways = (_again, _resent, _at_once, _restarted)
    tried = 0
    for number, scenario in enumerate(chosen):
        if tried >= count:
            return
        way = ways[number % len(ways)]
        name = f"repeat {number}"
        state, before = DialogueState(), DialogueState()
        for text in scenario.turns[:-1]:
            state, _ = stage.assistant.respond(state, Turn(name, text))
        before, last = state, Turn(name, scenario.turns[-1])
        if way is _at_once:
            _at_once(stage, name, scenario, before, last)
            wrong = differing(scenario.after, stage.found()), _journaled(stage.home, name) != 1
            done = differing(stage.start, stage.found())
            doubled = bool(done) and any(wrong)
        else:
            state, _ = stage.assistant.respond(before, last)
            once = stage.found()
            done = differing(stage.start, once)
            if done:
                way(stage, name, scenario, state if way is _again else before, last)
            doubled = bool(done) and (bool(differing(once, stage.found())) or _journaled(stage.home, name) != 1)
        if done:
            tried += 1
            yield way.__name__.strip("_").replace("_", " "), doubled, scenario.name
        stage.restore(differing(stage.start, stage.found()))


def _again(stage: Stage, name: str, scenario: Scenario, state: DialogueState, last: Turn) -> None:
    stage.assistant.respond(state, last)


def _resent(stage: Stage, name: str, scenario: Scenario, before: DialogueState, last: Turn) -> None:
    stage.assistant.respond(before, last)


def _at_once(stage: Stage, name: str, scenario: Scenario, before: DialogueState, last: Turn) -> None:
    with ThreadPoolExecutor(2) as pool:
        for waiting in [pool.submit(stage.assistant.respond, before, last) for _ in range(2)]:
            waiting.result()


def _restarted(stage: Stage, name: str, scenario: Scenario, before: DialogueState, last: Turn) -> None:
    service = stage.service()
    try:
        again = replace(stage.assistant, service=service)
        again.respond(before, last)
        talk(again, name, (*scenario.turns, scenario.turns[-1]))
    finally:
        service.close()


def _journaled(home: Path, conversation: str) -> int:
    with closing(sqlite3.connect(f"file:{home / FILE}?mode=ro", uri=True)) as base:
        (count,) = base.execute("SELECT count(*) FROM journal WHERE conversation = ?", (conversation,)).fetchone()
        return int(count)

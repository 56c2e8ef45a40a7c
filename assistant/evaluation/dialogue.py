"""Whole conversations: is the state right after every turn, and does asking bring the shopper to the goods sooner?"""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from pathlib import Path

from assistant.conversation import Assistant
from assistant.evaluation.conversations import Conversation, Expected, read_conversations
from assistant.evaluation.ledger_lines import same_ledger
from assistant.evaluation.tables import Measured, Table
from assistant.state import DialogueState
from assistant.vocabulary import Turn

DIALOGUES = Path("tests/dialogues/long")


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of `evaluate dialogue`."""
    parser.add_argument("--home", help="the home whose goods the conversations are about (default: the sample shop)")
    parser.add_argument("--dialogues", type=Path, default=DIALOGUES, help="folder of annotated conversations")
    parser.add_argument("--shoppers", type=int, default=0, help="so many simulated needs as well (500 take minutes)")
    parser.add_argument("--seed", type=int, default=1, help="of the simulated needs")


def run(options: argparse.Namespace) -> Measured:
    """Joint state accuracy by file, and turns to the target with three ways of asking."""
    from assistant.choices import open_assistant
    from assistant.evaluation.simulated_shoppers import turns_to_target
    from assistant.sample_home import with_goods
    from assistant.settings import Settings
    from catalog.home import home_path

    path = home_path(options.home, os.environ)
    home = with_goods(path, asked_for=options.home is not None)
    with open_assistant(
        Settings.read(os.environ, home.path), home, "python -m assistant evaluate dialogue"
    ) as assistant:
        if options.shoppers:
            return Measured((turns_to_target(assistant, options.shoppers, options.seed),))
        talks = [(one, _judged(assistant, one)) for one in read_conversations(options.dialogues)]
    rows = []
    for file in dict.fromkeys(one.file for one, _ in talks):
        turns = [turn for one, judged in talks for turn in judged if one.file == file]
        count = len({one.name for one, _ in talks if one.file == file})
        rows.append((file, count, len(turns), _share(turns, "state"), _share(turns, "act")))
    every = [turn for _, judged in talks for turn in judged]
    rows.append(("all", len(talks), len(every), _share(every, "state"), _share(every, "act")))
    note = "State: want and the whole ledger as annotated after the turn; an error lasts until it is mended."
    table = Table("Joint state accuracy", ("file", "conversations", "turns", "state", "act"), tuple(rows), (note,))
    missed = [turn for _, judged in talks for turn in judged if not (turn["state"] and turn["act"])]
    return Measured((table,), {"missed": missed})


def _share(turns: list[dict[str, object]], key: str) -> float:
    return sum(bool(turn[key]) for turn in turns) / max(1, len(turns))


def _judged(assistant: Assistant, talk: Conversation) -> list[dict[str, object]]:
    state, expected, former = DialogueState(), Expected(), [Expected()]
    found: list[dict[str, object]] = []
    for number, said in enumerate(talk.turns, start=1):
        figures = _figures(assistant, state)
        before = expected
        expected = former.pop() if said.changes == "undo" else expected.after(said.changes, figures)
        if said.changes and said.changes != "undo":
            former.append(before)
        state, reply = assistant.respond(state, Turn(talk.name, said.text))
        kinds = frozenset(kind.casefold() for kind in state.want.types) if state.want else frozenset()
        right = _same_kinds(kinds, expected.kinds) and same_ledger(expected.lines, state.ledger)
        entry: dict[str, object] = {"dialogue": talk.name, "turn": number, "text": said.text, "state": right}
        entry["act"] = str(reply.act) == said.act
        if not (right and entry["act"]):
            entry["found"] = {
                "act": str(reply.act),
                "kinds": sorted(kinds),
                "ledger": [f"{'' if c.firm else '~ '}{c.field} {c.op} {c.value} {c.unit or ''}" for c in state.ledger],
            }
            entry["expected"] = {
                "act": said.act,
                "kinds": sorted(expected.kinds),
                "lines": [str(o) for o in expected.lines],
            }
        found.append(entry)
    return found


def _same_kinds(found: frozenset[str], expected: frozenset[str]) -> bool:
    """Whether the kinds are those annotated; narrower kinds of theirs may stand beside them."""
    return expected <= found if expected else not found


def _figures(assistant: Assistant, state: DialogueState) -> Mapping[tuple[int, str], str]:
    """What the records on screen say in figures, by place and field."""
    figures: dict[tuple[int, str], str] = {}
    for place, product in enumerate(assistant.catalogue.store.get(state.shown), start=1):
        for field in ("price", "rating", *product.attributes):
            fact = product.fact(field)
            if fact is not None and isinstance(fact.value, float):
                figures[place, field] = f"{fact.value:.15g}" + (f" {fact.unit}" if fact.unit else "")
    return figures

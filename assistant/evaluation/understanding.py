"""How well single requests are understood: the demands in them, what they are for, and how long that takes."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.evaluation.acts import act_table, measured_acts
from assistant.evaluation.hearing import Compared, Tally, compared
from assistant.evaluation.homes import opened
from assistant.evaluation.requests import HALVES, LATER, Request, needs, typed
from assistant.evaluation.tables import Measured, Table, percentile
from assistant.ports import Parser
from assistant.settings import data_folder
from assistant.state import DialogueState
from assistant.vocabulary import Turn
from catalog.product import Constraint

MATCHED = (
    "A demand counts as heard where field, op, value and unit are those annotated: one of the fields and ops that the "
    "annotation allows, numbers within 1 % after conversion, words alike or equivalent in either language; a feature "
    "by its name, in the column or as the value. Recipient, occasion and use are not counted."
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One request as it was understood, against its annotation; `loose` takes < for <= and > for >=."""

    request: Request
    exact: Compared
    loose: Compared
    ledger: tuple[Constraint, ...]
    milliseconds: float


def add_options(parser: argparse.ArgumentParser) -> None:
    """--home and --half."""
    parser.add_argument("--home", help="a home with the sample shop (default: one made for the run)")
    parser.add_argument("--half", choices=(*HALVES, *LATER), help="only one half, or one of the later sets")


def run(options: argparse.Namespace) -> Measured:
    """Both halves, or one of them."""
    halves = (options.half,) if options.half else HALVES
    with opened(options.home) as assistant:
        requests = (*needs(halves), *typed(data_folder(os.environ), halves))
        answers = understood(assistant.parser, requests)
        acts = [one for half in halves if half in HALVES for one in measured_acts(assistant, half)]
    return Measured(
        (demand_table(answers), act_table(acts), time_table(answers)),
        {"misses": [_miss(one) for one in answers if _off(one)]},
    )


def understood(parser: Parser, requests: Sequence[Request]) -> tuple[Answer, ...]:
    """Each request in a conversation of its own; the first is understood once before, so that nothing is read then."""
    answers = []
    for place, request in enumerate(requests):
        turn, state = Turn(str(place), request.text), DialogueState()
        if place == 0:
            parser.understand(turn, state)
        start = time.perf_counter()
        intent = parser.understand(turn, state)
        spent = 1000 * (time.perf_counter() - start)
        ledger = state.after(turn, intent).ledger
        exact, loose = (compared(request.hears, ledger, loose=loose) for loose in (False, True))
        answers.append(Answer(request, exact, loose, ledger, spent))
    return tuple(answers)


def demand_table(answers: Sequence[Answer]) -> Table:
    """F1 by language, source and half, and over all of a language."""
    rows: list[tuple[Any, ...]] = []
    for language in sorted({one.request.language for one in answers}):
        mine = [one for one in answers if one.request.language == language]
        groups = dict.fromkeys((one.request.source, one.request.half) for one in mine)
        for source, half in groups:
            group = [one for one in mine if (one.request.source, one.request.half) == (source, half)]
            rows.append(_row(language, source, half, group))
        rows.append(_row(language, "all", "all", mine))
    columns = ("language", "requests by", "half", "requests", "demands", "precision", "recall", "F1",
               "F1, < as <=", "firmness right")  # fmt: skip
    return Table("Demands heard in single requests", columns, tuple(rows), (MATCHED,))


def time_table(answers: Sequence[Answer]) -> Table:
    """How long a turn takes to understand."""
    spent = [one.milliseconds for one in answers]
    row = (len(spent), percentile(spent, 0.5), percentile(spent, 0.95))
    return Table("Understanding one turn", ("turns", "p50 ms", "p95 ms"), (row,))


def _row(language: str, source: str, half: str, group: Sequence[Answer]) -> tuple[Any, ...]:
    exact, loose = _sum(one.exact for one in group), _sum(one.loose for one in group)
    return (
        language, source, half, len(group), exact.right + exact.missed, exact.precision, exact.recall, exact.f1,
        loose.f1, exact.firm / max(1, exact.right),
    )  # fmt: skip


def _sum(found: Iterable[Compared]) -> Tally:
    return sum((one.tally for one in found), Tally())


def _off(answer: Answer) -> bool:
    return bool(answer.exact.missed or answer.exact.wrong)


def _miss(answer: Answer) -> dict[str, Any]:
    """What went wrong; a typed text is other people's, so it is told by its place alone."""
    mine = answer.request
    return {
        "text": mine.text if mine.source == "ours" else None,
        "language": mine.language,
        "half": mine.half,
        "missed": [f"{'|'.join(one.fields)} {'|'.join(one.ops)} {'|'.join(one.values)}" for one in answer.exact.missed],
        "wrong": [f"{one.field} {one.op} {one.value} {one.unit or ''}".strip() for one in answer.exact.wrong],
    }

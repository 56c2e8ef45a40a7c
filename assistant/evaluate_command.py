"""`evaluate TASK`: measures one thing, and tells it as tables or as JSON."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import Any

import orjson

from catalog.errors import SetupError

TASKS: dict[str, str] = {
    "service": "service.measure",
    "dialogue": "dialogue",
    "parity": "parity",
    "outcomes": "outcomes",
    "ranking": "ranking",
    "recommendation": "recommendation",
    "reasons": "reasons",
    "understanding": "understanding",
}
"""Task -> its module in assistant.evaluation, which has add_options(parser) and run(options) -> Measured."""


def register(commands: Any) -> None:
    """Adds the command; a task's own options are read by its module, which nothing else loads."""
    parser = commands.add_parser("evaluate", help=f"a measured table: {', '.join(TASKS)}")
    parser.add_argument("task", metavar="TASK", help=", ".join(TASKS))
    parser.add_argument("options", nargs=argparse.REMAINDER, metavar="...", help="TASK --help tells a task's options")
    parser.set_defaults(run=_evaluate)


def _evaluate(given: argparse.Namespace) -> int:
    if given.task not in TASKS:
        raise SetupError(f"No task called {given.task!r}. Choose one of: {', '.join(TASKS)}.")
    module = import_module(f"assistant.evaluation.{TASKS[given.task]}")
    parser = argparse.ArgumentParser(prog=f"python -m assistant evaluate {given.task}", description=module.__doc__)
    parser.add_argument("--json", action="store_true", help="the same as one JSON object")
    module.add_options(parser)
    options = parser.parse_args(given.options)
    measured = module.run(options)
    told = orjson.dumps(measured.as_json()).decode() if options.json else measured.as_text()
    sys.stdout.write(f"{told}\n")
    return 0

"""`python -m assistant learn-policies`: the shop's documents -> clauses."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.service.policy_conflicts import Conflict

MOST_TOLD = 20


def register(commands: Any) -> None:
    """Adds the command."""
    learn = commands.add_parser("learn-policies", help="the shop's documents into clauses that answers quote")
    learn.add_argument("files", nargs="+", type=Path, metavar="FILE", help="Markdown, HTML, PDF, CSV or JSON")
    learn.add_argument("--home", help="home directory (default: DAOGOU_HOME, else the user's data directory)")
    learn.set_defaults(run=_learn)
    settle = commands.add_parser("policy-conflicts", help="clauses that say the same with other figures, for staff")
    settle.add_argument("--home")
    settle.set_defaults(run=_conflicts)


def _learn(options: argparse.Namespace) -> int:
    from assistant.records.clause_book import ClauseBook
    from assistant.records.database import Database
    from assistant.records.order_book import IMPORTED
    from assistant.service.policy_conflicts import conflicts
    from assistant.service.policy_documents import read_policy
    from catalog.errors import SetupError
    from catalog.home import Home, home_path

    database = Database.of_home(Home.make(home_path(options.home, os.environ)).path)
    book = ClauseBook(database)
    learnt = 0
    for path in options.files:
        try:
            clauses = read_policy(path)
        except SetupError as error:
            sys.stdout.write(f"{error}\n")
            continue
        book.put(path.name, clauses, IMPORTED)
        learnt += 1
        sys.stdout.write(f"{path.name}: {len(clauses)} clauses.\n")
    _tell(conflicts(book.every())[:MOST_TOLD])
    database.close()
    return 0 if learnt else 1


def _conflicts(options: argparse.Namespace) -> int:
    from assistant.records.clause_book import ClauseBook
    from assistant.records.database import FILE, Database
    from assistant.service.policy_conflicts import conflicts
    from catalog.errors import SetupError
    from catalog.home import home_path

    path = home_path(options.home, os.environ)
    if not (path / FILE).exists():
        raise SetupError(f"There are no policies in {path}. Learn some: python -m assistant learn-policies FILE...")
    database = Database.of_home(path)
    found = conflicts(ClauseBook(database).every())
    database.close()
    _tell(found)
    if not found:
        sys.stdout.write("All clauses agree.\n")
    return 0


def _tell(found: Sequence[Conflict]) -> None:
    if found:
        sys.stdout.write(f"{len(found)} pairs of clauses say the same with other figures; staff should settle them:\n")
    for one in found:
        sys.stdout.write(f"  {one.first.source}: {one.first.text}\n  {one.second.source}: {one.second.text}\n\n")

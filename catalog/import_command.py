"""`python -m catalog import`: the command line of the import."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from catalog.catalogue import Catalogue
from catalog.embedders import load_embedder
from catalog.errors import SetupError
from catalog.home import Home, home_path
from catalog.import_report import ImportReport, show_report
from catalog.importing import Progress, import_file
from catalog.mapping import read_mapping
from catalog.store import Store


def register(subparsers: Any) -> None:
    """Adds the command `import`; its default `run` takes the parsed arguments and gives the exit status."""
    parser: argparse.ArgumentParser = subparsers.add_parser("import", help="take a file's products into the catalogue")
    parser.add_argument("file", metavar="FILE", type=Path, help="JSON, JSON lines, CSV or TSV, plain or in gzip")
    parser.add_argument("--home", metavar="D", help="the home directory (or DAOGOU_HOME)")
    parser.add_argument("--mapping", metavar="M.toml", type=Path, help="which column is which field, with which unit")
    parser.add_argument("--currency", metavar="C", help="ISO code of the prices that name no currency")
    parser.add_argument("--language", metavar="L", help="the language of the titles, where it need not be told apart")
    parser.add_argument("--replace", action="store_true", help="remove every product that the file lacks")
    parser.add_argument("--report", metavar="R.json", type=Path, help="write the whole report as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Imports the file that the arguments name and prints what happened; 1 where nothing was kept."""
    mapping = read_mapping(arguments.mapping) if arguments.mapping else None
    home = Home.make(home_path(arguments.home, os.environ))
    owned = Catalogue.open_if_free(home, load_embedder, "python -m catalog import", eager=0)
    store = owned.store if owned else Store.open(home.store)
    try:
        with shown_progress() as progress:
            report = import_file(
                arguments.file,
                store,
                mapping=mapping,
                currency=arguments.currency,
                language=arguments.language,
                replace=arguments.replace,
                progress=progress,
            )
            if owned and report.kept:
                owned.index_pending(progress)
    finally:
        (owned or store).close()
    show_report(report, sys.stdout)
    if arguments.report:
        write_report(arguments.report, report)
    return 0 if report.kept else 1


def write_report(path: Path, report: ImportReport) -> None:
    """The report as a JSON file; SetupError where it can't be written."""
    try:
        path.write_text(json.dumps(report.as_json(), ensure_ascii=False, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise SetupError(f"{path} can't be written ({error.strerror}). Name another file with --report.") from None


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """A progress bar on standard error while the block runs; one line per step."""
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:>10}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    tasks: dict[str, Any] = {}
    with Bars(*columns, console=Console(file=sys.stderr)) as bars:

        def say(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield say

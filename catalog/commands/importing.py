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

from catalog.catalogue import EMBEDDER, Catalogue
from catalog.cleaning.mapping import ColumnMapping, read_mapping
from catalog.embedders import load_embedder
from catalog.errors import SetupError
from catalog.home import Home, home_path
from catalog.importing.ahead import Ahead
from catalog.importing.embedding_ahead import EmbeddingAhead
from catalog.importing.file_import import rarely_collecting
from catalog.importing.gaps import fill_file
from catalog.importing.memory import ImportSettings, fingerprint, recalled
from catalog.importing.modes import import_dry, import_undoable, refuse_other_files
from catalog.importing.parts import Progress
from catalog.importing.patches import patch_file
from catalog.importing.report import ImportReport, show_report
from catalog.importing.report_page import report_page
from catalog.product import EMPTY
from catalog.store import Store

FORMATS = (
    "CSV or TSV in any encoding, Excel, JSON, JSON lines, Parquet, XML or RSS, exports of Shopify, WooCommerce and "
    "Google Merchant; plain, in gzip or in zip; told by content, whatever the name"
)


def register(subparsers: Any) -> None:
    """Adds the command `import`; its default `run` takes the parsed arguments and gives the exit status."""
    parser: argparse.ArgumentParser = subparsers.add_parser("import", help="take a file's products into the catalogue")
    parser.add_argument("file", metavar="FILE", type=Path, help=FORMATS)
    parser.add_argument("--home", metavar="D", help="the home directory (or DAOGOU_HOME)")
    parser.add_argument("--mapping", metavar="M.toml", type=Path, help="which column is which field, with which unit")
    parser.add_argument("--currency", metavar="C", help="ISO code of the prices that name no currency")
    parser.add_argument("--language", metavar="L", help="the language of the titles, where it need not be told apart")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--replace", action="store_true", help="remove every product that the file lacks")
    way.add_argument("--patch", action="store_true", help="price and stock alone, by id; all else stays")
    way.add_argument("--fill", action="store_true", help="by id, what records lack: the filled table of `missing`")
    parser.add_argument("--dry-run", action="store_true", help="the whole report, and nothing written")
    parser.add_argument("--report", metavar="R.json", type=Path, help="the whole report: JSON, or a page as R.html")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Imports the file that the arguments name and prints what happened; 1 where nothing was kept."""
    mapping = read_mapping(arguments.mapping) if arguments.mapping else None
    settings = ImportSettings(mapping, arguments.currency, arguments.language, arguments.replace)
    path, told = home_path(arguments.home, os.environ), ""
    if arguments.patch:
        report = _patched(arguments, mapping, Home.existing(path))
    elif arguments.fill:
        report = _filled(arguments.file, Home.existing(path), arguments.dry_run)
    elif arguments.dry_run:
        report = _tried(arguments.file, settings, path)
    else:
        if not path.exists():
            refuse_other_files(arguments.file, mapping)
        home, mark = Home.make(path), fingerprint(arguments.file, settings)
        before = _done_before(home, mark)
        report = before or _imported(arguments.file, settings, home, mark)
        told = "Nothing changed: this file was imported already, with the same settings.\n" if before else ""
    show_report(report, sys.stdout)
    if arguments.report:
        write_report(arguments.report, report)
    sys.stdout.write("Nothing was written: this was a dry run.\n" if arguments.dry_run else told)
    return 0 if report.kept else 1


def _imported(file: Path, settings: ImportSettings, home: Home, mark: str) -> ImportReport:
    with rarely_collecting():
        return _imported_and_indexed(file, settings, home, mark)


def _imported_and_indexed(file: Path, settings: ImportSettings, home: Home, mark: str) -> ImportReport:
    aheads: list[EmbeddingAhead] = []

    def embedder(name: str) -> EmbeddingAhead:
        aheads.append(EmbeddingAhead(load_embedder(name)))
        return aheads[0]

    owned = Catalogue.open_if_free(home, embedder, "python -m catalog import", eager=0)
    store = owned.store if owned else Store.open(home.store)
    try:
        foretold = Ahead(store, aheads[0]) if aheads else None
        with shown_progress() as progress:
            report = import_undoable(file, store, settings, mark, progress, foretold)
            if owned and report.kept:
                owned.index_pending(progress, foretold.texts if foretold else EMPTY)
    finally:
        for ahead in aheads:
            ahead.close()
        (owned or store).close()
    return report


def _done_before(home: Home, mark: str) -> ImportReport | None:
    """The report of the same import where nothing happened since and every product has its vector."""
    if not home.store.exists():
        return None
    store = Store.open(home.store)
    try:
        report = recalled(store, mark)
        return report if report and not store.pending(store.note(EMBEDDER) or "").count else None
    finally:
        store.close()


def _tried(file: Path, settings: ImportSettings, path: Path) -> ImportReport:
    store = Store.open(Home(path).store, readonly=True) if Home(path).store.exists() else None
    try:
        with shown_progress() as progress:
            return import_dry(file, store, settings, progress)
    finally:
        if store:
            store.close()


def _patched(arguments: argparse.Namespace, mapping: ColumnMapping | None, home: Home) -> ImportReport:
    store = Store.open(home.store, readonly=arguments.dry_run)
    try:
        with shown_progress() as progress:
            return patch_file(
                arguments.file,
                store,
                mapping=mapping,
                currency=arguments.currency,
                dry=arguments.dry_run,
                progress=progress,
            )
    finally:
        store.close()


def _filled(file: Path, home: Home, dry: bool) -> ImportReport:
    store = Store.open(home.store, readonly=dry)
    try:
        with shown_progress() as progress:
            return fill_file(file, store, dry=dry, progress=progress)
    finally:
        store.close()


def write_report(path: Path, report: ImportReport) -> None:
    """The report as a JSON file, or as a page where the name ends in .html; SetupError where it can't be written."""
    try:
        plain = report.as_json()
        page = path.suffix.casefold() in (".html", ".htm")
        said = report_page(plain) if page else json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
        path.write_text(said, "utf-8", errors="replace")
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
    with Bars(*columns, console=Console(file=sys.stderr), refresh_per_second=4) as bars:

        def say(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield say

"""`python -m catalog status|check|rebuild|export|missing`: what a home holds and lacks, if it is whole, made anew."""

from __future__ import annotations

import argparse
import os
import sys
import time
import uuid
from collections import Counter
from io import StringIO
from pathlib import Path
from typing import Any

from catalog.catalogue import EMBEDDER, REBUILD_ASKED, REBUILD_BEGUN, REBUILD_DONE, Catalogue
from catalog.catalogue_checks import checks
from catalog.commands.importing import shown_progress
from catalog.embedders import load_embedder
from catalog.errors import SetupError
from catalog.findings.missing import missing_by_type, write_missing
from catalog.home import Home, home_path
from catalog.product_json import exported
from catalog.store import Store

FIELDS_SHOWN = 12
ASKED_AGAIN, PATIENCE = 0.2, 15.0
"""Seconds between two looks at what the owner did, and until it has to begin: one that only imports never does."""


def register(subparsers: Any) -> None:
    """Adds the five commands."""
    for name, run, told in (
        ("status", status, "what the home holds"),
        ("check", check, "whether records, words, vectors and Chroma agree; exit status 1 where they don't"),
        ("rebuild", rebuild, "make facts, words and the vector index anew from the records"),
        ("export", export, "the catalogue as JSON lines"),
        ("missing", missing, "what records lack that most of their kind have, as CSV to fill: import FILE --fill"),
    ):
        parser = subparsers.add_parser(name, help=told, description=told)
        parser.add_argument("--home", metavar="D", help="the home directory (or DAOGOU_HOME)")
        parser.set_defaults(run=run)


def status(arguments: argparse.Namespace) -> int:
    """Prints the counts of the home; takes no lock and changes nothing."""
    home = _home(arguments)
    store = Store.open(home.store, readonly=True)
    try:
        _show("catalogue", ("", ""), _counts(home, store))
        fields = sorted(store.fields(), key=lambda field: (-field.count, field.name))
        rows = [(f.name, f.kind, str(f.count), str(f.distinct), _units(f.units)) for f in fields[:FIELDS_SHOWN]]
        title = f"fields: the {len(rows)} commonest of {len(fields)}"
        _show(title, ("field", "kind", "products", "values", "units"), rows)
    finally:
        store.close()
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Prints each check with its finding; 1 where anything is wrong."""
    found = list(checks(_home(arguments), load_embedder, "python -m catalog check"))
    words = {None: "not looked at", "": "well"}
    _show(
        "check", ("part", "seen", "finding"), [(one.name, one.seen, words.get(one.fault) or one.fault) for one in found]
    )
    if any(one.fault for one in found):
        sys.stderr.write("Make the indexes anew with: python -m catalog rebuild\n")
        return 1
    return 0


def rebuild(arguments: argparse.Namespace) -> int:
    """Makes facts, words and indexes anew; where another process owns the home, that one makes its index anew."""
    home = _home(arguments)
    owner = Catalogue.open_if_free(home, load_embedder, "python -m catalog rebuild")
    if owner is None:
        return _rebuilt_by_owner(home)
    with shown_progress() as progress, owner as owned:
        name = owned.embedder.name
        owned.store.derive(lambda done, count: progress("words", done, count))
        owned.rebuild(progress)
        fault = owned.chroma_fault()
        count = owned.store.count()
    sys.stdout.write(f"{count} products, {owned.exact.count()} vectors by {name}\n")
    if fault:
        sys.stderr.write(f"Chroma is not well: {fault}. Searches by meaning are exact and slower until it is.\n")
    return 1 if fault else 0


def _rebuilt_by_owner(home: Home) -> int:
    store = Store.open(home.store)
    try:
        with shown_progress() as progress:
            store.derive(lambda done, count: progress("words", done, count))
        asked = uuid.uuid4().hex
        store.set_note(REBUILD_ASKED, asked)
        started = time.monotonic()
        while store.note(REBUILD_DONE) != asked:
            if home.owner() is None:
                raise SetupError("The home's owner has stopped. Type it again: python -m catalog rebuild")
            if store.note(REBUILD_BEGUN) != asked and time.monotonic() - started > PATIENCE:
                # Its owner serves nobody: taking the home tells by a SetupError who it is.
                home.own("python -m catalog rebuild").close()
            time.sleep(ASKED_AGAIN)
        sys.stdout.write(f"{store.count()} products; their index was made anew by the process that owns the home\n")
    finally:
        store.close()
    return 0


def export(arguments: argparse.Namespace) -> int:
    """Writes one JSON line per product to standard output."""
    store = Store.open(_home(arguments).store, readonly=True)
    try:
        for product in store.all():
            sys.stdout.buffer.write(exported(product).encode() + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader has what it wanted; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    finally:
        store.close()
    return 0


def missing(arguments: argparse.Namespace) -> int:
    """Writes the table of gaps to standard output as CSV, and how many there are of each kind to standard error."""
    store = Store.open(_home(arguments).store, readonly=True)
    try:
        products = list(store.all())
    finally:
        store.close()
    told = StringIO()
    count = write_missing(products, told)
    sys.stdout.buffer.write(told.getvalue().encode())
    sys.stdout.buffer.flush()
    sys.stderr.write(f"{count} of {len(products)} products lack something that most of their kind have.\n")
    for kind in missing_by_type(products)[:FIELDS_SHOWN]:
        lacking = ", ".join(f"{name} {number}" for name, number in kind.lacking[:5])
        sys.stderr.write(f"  {kind.type} ({kind.count}): {lacking}\n")
    return 0


def _home(arguments: argparse.Namespace) -> Home:
    return Home.existing(home_path(arguments.home, os.environ))


def _counts(home: Home, store: Store) -> list[tuple[str, str]]:
    name = store.note(EMBEDDER)
    owner = home.owner()
    count = store.count()
    rows = [("home", str(home.path)), ("products", str(count))]
    for field in ("type", "brand", "currency", "language"):
        rows.append((field, _commonest(store, field, count)))
    rows += [
        ("vectors", f"{count - store.pending(name).count} by {name}" if name else "none yet"),
        ("revision", str(store.revision)),
        ("on disk", f"{_megabytes(home.store):.1f} MB records, {_megabytes(home.chroma):.1f} MB Chroma"),
        ("owner", f"{owner.command} (process {owner.pid})" if owner else "nobody"),
    ]
    return rows


def _commonest(store: Store, field: str, count: int) -> str:
    column = store.column("price" if field == "currency" else field)
    facts = [column.facts[code] for code in column.codes.tolist()]
    named = [fact.unit for fact in facts if fact.unit] if field == "currency" else [str(fact.value) for fact in facts]
    names = Counter(named)
    told = ", ".join(f"{name} {n}" for name, n in names.most_common(3)) or "none"
    more = f"{len(names)} in all" if len(names) > 3 else ""
    lacking = f"{count - len(named)} products without" if len(named) < count else ""
    return "; ".join(part for part in (told, more, lacking) if part)


def _units(units: tuple[tuple[str | None, int], ...]) -> str:
    return ", ".join(f"{unit or 'none'} {count}" for unit, count in units[:3]) if any(u for u, _ in units) else ""


def _megabytes(path: Path) -> float:
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    return sum(file.stat().st_size for file in files) / 1e6


def _show(title: str, heads: tuple[str, ...], rows: list[Any]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(title=title, title_justify="left", show_header=any(heads), header_style="bold")
    for head in heads:
        table.add_column(head, justify="right" if head in ("products", "values") else "left", overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    Console(file=sys.stdout).print(table)

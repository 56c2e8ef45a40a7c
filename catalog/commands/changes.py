"""`python -m catalog delete|undo`: products taken out, and the last change taken back."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from catalog.catalogue import Catalogue
from catalog.commands.importing import shown_progress
from catalog.embedders import load_embedder
from catalog.errors import SetupError
from catalog.home import Home, home_path
from catalog.importing.modes import as_one_change
from catalog.importing.patches import ids_in
from catalog.store import Store
from catalog.storing.reports import WriteReport

NAMED = 5


def register(subparsers: Any) -> None:
    """Adds the two commands."""
    parser = subparsers.add_parser("delete", help="remove products by id")
    parser.add_argument("ids", metavar="ID", nargs="*", help="the id of a product")
    parser.add_argument("--from", dest="file", metavar="FILE", type=Path, help="a file with a column of ids")
    parser.add_argument("--dry-run", action="store_true", help="count them, and remove nothing")
    parser.set_defaults(run=delete)
    undoing = subparsers.add_parser("undo", help="take back the last import, patch or deletion, whole")
    undoing.set_defaults(run=undo)
    for one in (parser, undoing):
        one.add_argument("--home", metavar="D", help="the home directory (or DAOGOU_HOME)")


def delete(arguments: argparse.Namespace) -> int:
    """Removes the products that the arguments name; 1 where the catalogue has none of them."""
    if not arguments.ids and not arguments.file:
        raise SetupError("No product is named. Type: python -m catalog delete ID ..., or --from FILE.")
    home = Home.existing(home_path(arguments.home, os.environ))
    ids = list(dict.fromkeys([*arguments.ids, *(ids_in(arguments.file) if arguments.file else ())]))
    store = Store.open(home.store, readonly=arguments.dry_run)
    try:
        known = set(store.rows().ids)
        lacking = [one for one in ids if one not in known]
        found = len(ids) - len(lacking)
        if found and not arguments.dry_run:
            what = f"the deletion of {_products(found)}"
            written = as_one_change(store, what, lambda change: WriteReport(removed=store.delete(ids, change)))
            found = written.removed
    finally:
        store.close()
    if lacking:
        more = f" and {len(lacking) - NAMED} more" if len(lacking) > NAMED else ""
        sys.stderr.write(f"The catalogue has no product called {', '.join(map(repr, lacking[:NAMED]))}{more}.\n")
    if arguments.dry_run:
        sys.stdout.write(f"{_products(found)} would be removed: this was a dry run.\n")
    else:
        sys.stdout.write(f"{_products(found)} removed. Take it back with: python -m catalog undo\n" if found else "")
    return 0 if found else 1


def undo(arguments: argparse.Namespace) -> int:
    """Takes back the last change and prints what that did; 1 where there is none."""
    home = Home.existing(home_path(arguments.home, os.environ))
    owned = Catalogue.open_if_free(home, load_embedder, "python -m catalog undo", eager=0)
    store = owned.store if owned else Store.open(home.store)
    try:
        undone = store.undo()
        if undone and owned:
            with shown_progress() as progress:
                owned.index_pending(progress)
    finally:
        (owned or store).close()
    if undone is None:
        sys.stderr.write("There is no change that can be taken back.\n")
        return 1
    left = f"; {_products(undone.left)} changed since and left" if undone.left else ""
    told = f"{_products(undone.restored)} as before, {_products(undone.removed)} removed again{left}"
    sys.stdout.write(f"Taken back: {undone.what}: {told}.\n")
    return 0


def _products(count: int) -> str:
    return f"{count:,} product{'' if count == 1 else 's'}"

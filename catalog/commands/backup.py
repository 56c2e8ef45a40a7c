"""`python -m catalog backup|restore`: a home into one file, and out of it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from catalog.backup import back_up, check_backup, put_back
from catalog.catalogue import EMBEDDER, SHIPPED, Catalogue
from catalog.commands.importing import shown_progress
from catalog.embedders import load_embedder
from catalog.errors import SetupError
from catalog.home import Home, home_path
from catalog.store import Store


def register(subparsers: Any) -> None:
    """Adds the two commands."""
    saving = subparsers.add_parser("backup", help="the home's catalogue and settings into one file; others may go on")
    saving.add_argument("file", metavar="FILE", type=Path, help="a new file")
    saving.set_defaults(run=backup)
    restoring = subparsers.add_parser("restore", help="a backup into a home that nobody uses; the index is made anew")
    restoring.add_argument("file", metavar="FILE", type=Path, help="a file that `backup` wrote")
    restoring.add_argument("--replace", action="store_true", help="give up the products that the home has")
    restoring.set_defaults(run=restore)
    for one in (saving, restoring):
        one.add_argument("--home", metavar="D", help="the home directory (or DAOGOU_HOME)")


def backup(arguments: argparse.Namespace) -> int:
    """Writes the backup and prints its size."""
    home = Home.existing(home_path(arguments.home, os.environ))
    size = back_up(home, arguments.file)
    sys.stdout.write(f"{arguments.file}: {size / 1e6:.1f} MB\n")
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Restores the backup and makes the index anew; SetupError where the home is owned, or holds products."""
    check_backup(arguments.file)
    home = Home.make(home_path(arguments.home, os.environ))
    with home.own("python -m catalog restore"):
        _refuse_goods(home, arguments.replace)
        put_back(arguments.file, home)
    store = Store.open(home.store)
    name = store.note(EMBEDDER) or SHIPPED
    store.close()
    with shown_progress() as progress, Catalogue.open(home, load_embedder(name), "python -m catalog restore") as owned:
        owned.index_pending(progress)
        sys.stdout.write(f"{owned.store.count()} products, {owned.exact.count()} vectors by {name}\n")
    return 0


def _refuse_goods(home: Home, replace: bool) -> None:
    if replace or not home.store.exists():
        return
    store = Store.open(home.store)
    count = store.count()
    store.close()
    if count:
        raise SetupError(
            f"The home {home.path} has {count} products. Add --replace to give them up, or name another: --home DIR."
        )

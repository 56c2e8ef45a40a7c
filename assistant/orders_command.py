"""`python -m assistant orders`: a shop's orders into a home, and out of it as JSON lines."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

MOST_TOLD = 20


def register(commands: Any) -> None:
    """Adds the command."""
    orders = commands.add_parser("orders", help="the shop's orders into a home, or out of it")
    deeds = orders.add_subparsers(dest="deed", required=True, metavar="DEED")
    bring = deeds.add_parser("import", help="users.json, orders.json and products.json of a folder")
    bring.add_argument("folder", type=Path)
    bring.add_argument("--home", help="home directory (default: DAOGOU_HOME, else the user's data directory)")
    bring.set_defaults(run=_import)
    give = deeds.add_parser("export", help='JSON lines {"order": {...}} and {"user": {...}}')
    give.add_argument("--home")
    give.set_defaults(run=_export)


def _import(options: argparse.Namespace) -> int:
    from assistant.records.database import Database
    from assistant.records.order_book import OrderBook
    from assistant.records.order_files import read_order_files
    from catalog.home import Home, home_path

    files = read_order_files(options.folder)
    database = Database.of_home(Home.make(home_path(options.home, os.environ)).path)
    OrderBook(database).put(files.users, files.orders, files.goods)
    database.close()
    known = {name for name, _ in files.users}
    strangers = [order["order_id"] for order in files.orders if order["user_id"] not in known]
    out = sys.stdout
    out.write(f"Kept {len(files.orders)} orders, {len(files.users)} users and {len(files.goods)} products.\n")
    if files.broken:
        out.write(f"Refused {len(files.broken)} rows:\n")
    for one in files.broken[:MOST_TOLD]:
        line = f" (line {one.line})" if one.line else ""
        out.write(f"  {one.file}, {one.row}{line}: {one.why}\n")
    if len(files.broken) > MOST_TOLD:
        out.write(f"  and {len(files.broken) - MOST_TOLD} more\n")
    if strangers:
        out.write(f"{len(strangers)} orders name users that users.json lacks; nobody can ask for them: ")
        out.write(", ".join(strangers[:5]) + "\n")
    return 0 if files.orders or files.users else 1


def _export(options: argparse.Namespace) -> int:
    from assistant.records.database import FILE, Database
    from assistant.records.order_book import OrderBook
    from catalog.errors import SetupError
    from catalog.home import home_path

    path = home_path(options.home, os.environ)
    if not (path / FILE).exists():
        raise SetupError(f"There are no orders in {path}. Import some: python -m assistant orders import FOLDER.")
    database = Database.of_home(path)
    for line in OrderBook(database).every():
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    database.close()
    return 0

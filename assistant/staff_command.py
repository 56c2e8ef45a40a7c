"""`python -m assistant staff`: accounts for the console; there is none until one is made here."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.records.staff_book import StaffBook

DEEDS = {
    "add": "a new account; its password is asked for, or read from standard input",
    "password": "another password; ends the account's sign-ins",
    "role": "another role; ends the account's sign-ins",
    "remove": "the account's end",
    "list": "all accounts and their roles",
}


def register(commands: Any) -> None:
    """Adds the command."""
    staff = commands.add_parser("staff", help="accounts for the staff's console at /console")
    deeds = staff.add_subparsers(dest="deed", required=True, metavar="DEED")
    for name, told in DEEDS.items():
        deed = deeds.add_parser(name, help=told)
        if name != "list":
            deed.add_argument("name")
        if name in ("add", "role"):
            deed.add_argument("--role", default="agent" if name == "add" else None, required=name == "role",
                              help="agent (default), or lead: approves corrections, exports, erases")  # fmt: skip
        deed.add_argument("--home", help="home directory (default: DAOGOU_HOME, else the user's data directory)")
        deed.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from assistant.records.database import Database
    from assistant.records.staff_book import StaffBook
    from catalog.home import Home, home_path

    database = Database.of_home(Home.make(home_path(options.home, os.environ)).path)
    try:
        sys.stdout.write(_done(options, StaffBook(database)) + "\n")
    finally:
        database.close()
    return 0


def _done(options: argparse.Namespace, book: StaffBook) -> str:
    match options.deed:
        case "add":
            book.add(options.name, options.role, _password(), time.time())
            return f"{options.name} may sign in at /console as {options.role}."
        case "password":
            book.change(options.name, password=_password())
            return f"{options.name} has a new password, and is signed out everywhere."
        case "role":
            book.change(options.name, role=options.role)
            return f"{options.name} is {options.role} now, and is signed out everywhere."
        case "remove":
            book.remove(options.name)
            return f"{options.name} has no account any more."
    return "\n".join(f"{one.name}: {one.role}" for one in book.every()) or "There is no account yet."


def _password() -> str:
    """The password, typed unseen; from standard input where that is no terminal."""
    if sys.stdin.isatty():
        return getpass.getpass("Password: ")
    return sys.stdin.readline().rstrip("\r\n")

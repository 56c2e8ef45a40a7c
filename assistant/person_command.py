"""`python -m assistant person`: all that is kept of one person, given to them or erased."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

PIECE = 1 << 20
"""Bytes of a file that are looked through at once."""


def register(commands: Any) -> None:
    """Adds the command."""
    person = commands.add_parser("person", help="all that is kept of one person: given to them, or erased")
    deeds = person.add_subparsers(dest="deed", required=True, metavar="DEED")
    for name, run, about in (
        ("export", _export, "everything as one JSON object"),
        ("erase", _erase, "everything, from the bytes of the home's files too"),
    ):
        deed = deeds.add_parser(name, help=about)
        deed.add_argument("who", metavar="WHO", help="customer id, e-mail address, or the id of a conversation")
        deed.add_argument("--home", help="home directory (default: DAOGOU_HOME, else the user's data directory)")
        if name == "export":
            deed.add_argument("--out", type=Path, help="file to write (default: standard output)")
        else:
            deed.add_argument("--yes", action="store_true", help="erase without asking")
        deed.set_defaults(run=run)


def _export(options: argparse.Namespace) -> int:
    from assistant.records.person import export_person

    _, database, person = _opened(options)
    text = json.dumps(export_person(database, person), ensure_ascii=False, indent=1) + "\n"
    database.close()
    if options.out is None:
        sys.stdout.write(text)
    else:
        options.out.write_text(text, encoding="utf-8")
    return 0


def _erase(options: argparse.Namespace) -> int:
    from assistant.records.person import TELLING, corrections_of, erase_person, export_person
    from catalog.errors import SetupError

    home, database, person = _opened(options)
    kept = {name: len(rows) for name, rows in export_person(database, person).items() if rows}
    sys.stdout.write(f"Kept of {options.who}: {_counts(kept)}.\n")
    if not options.yes and not _agreed():
        database.close()
        sys.stdout.write("Nothing was erased. Add --yes to erase it without a question.\n")
        return 1
    cases = corrections_of(database, person)
    try:
        gone = erase_person(database, person)
    except TimeoutError as error:
        raise SetupError(
            f"The rows are erased, but {home} is in use ({error}), so its file may still hold them. "
            "Stop what uses it and type the same again."
        ) from error
    finally:
        database.close()
    files = [path for number in cases for path in sorted(home.rglob(f"*_correction_{number}.toml"))]
    for path in files:
        path.unlink()
    sys.stdout.write(f"Erased: {_counts({**gone, **({'regression cases': len(files)} if files else {})})}.\n")
    left = _still_holding(home, [mark for mark in person.marks if TELLING.search(mark)])
    for path, mark in left:
        sys.stdout.write(f"{path} still holds {mark!r}: that file isn't the records'; look at it yourself.\n")
    sys.stdout.write(
        "Not erased, since it isn't here: files that the orders were imported from, backups, another system's orders, "
        "and conversations that stand open in a running server, which forgets them when it stops or after 6 hours.\n"
    )
    return 1 if left else 0


def _opened(options: argparse.Namespace) -> tuple[Path, Any, Any]:
    """The home, its records, and the person; SetupError where nothing is kept of them."""
    from assistant.records.database import FILE, Database
    from assistant.records.person import find_person
    from catalog.errors import SetupError
    from catalog.home import home_path

    home = home_path(options.home, os.environ)
    if not (home / FILE).exists():
        raise SetupError(f"There are no records in {home}. Name the home with --home DIR.")
    database = Database.of_home(home)
    person = find_person(database, options.who)
    if person is None:
        # Somebody who was erased while the file was in use is known no more, and still has to go from its bytes.
        with suppress(TimeoutError):
            database.forget_deleted()
        database.close()
        raise SetupError(
            f"Nothing is kept of {options.who!r} in {home}. "
            "Give a customer id, an e-mail address or a conversation's id."
        )
    return home, database, person


def _agreed() -> bool:
    sys.stdout.write("Erase all of it for good? Type yes: ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().casefold() == "yes"


def _counts(found: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in found.items()) or "nothing"


def _still_holding(home: Path, marks: Sequence[str]) -> list[tuple[Path, str]]:
    """The files of the home in whose bytes one of the marks stands, in small or capital letters."""
    found = []
    wanted = [(mark, mark.casefold().encode()) for mark in marks]
    for path in sorted(one for one in home.rglob("*") if one.is_file()):
        with path.open("rb") as file:
            tail = b""
            held: set[str] = set()
            while piece := file.read(PIECE):
                window = (tail + piece).lower()
                held |= {mark for mark, bytes_ in wanted if bytes_ in window}
                tail = piece[-max((len(one) for _, one in wanted), default=1) :]
        found += [(path, mark) for mark, _ in wanted if mark in held]
    return found

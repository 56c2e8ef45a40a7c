"""The catalogue's commands."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from catalog.errors import SetupError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 where it did its work, 1 where it found a fault, 2 where the operator has to act first."""
    from catalog.commands import backup, catalogue, changes, importing, mapping
    from catalog.minilm import export

    parser = argparse.ArgumentParser(prog="python -m catalog", description="The products of a shop.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for room in (importing, mapping, changes, catalogue, backup, export):
        room.register(commands)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except SetupError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except KeyboardInterrupt:
        return 130


def _end(status: int) -> None:
    """Ends the process once all it said is out: freeing an import's millions of objects one by one takes a second."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(status)
    os._exit(status)


if __name__ == "__main__":
    _end(main())

"""`python -m catalog suggest-mapping`: how a file is read, as a mapping file to edit."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from catalog.errors import SetupError
from catalog.importing.mapping_suggestion import suggest_mapping


def register(subparsers: Any) -> None:
    """Adds the command."""
    parser = subparsers.add_parser("suggest-mapping", help="how a file is read, as a mapping file to edit")
    parser.add_argument("file", metavar="FILE", type=Path, help="any file that `import` takes")
    parser.add_argument("--out", metavar="M.toml", type=Path, help="write it there; else it is printed")
    parser.set_defaults(run=suggest)


def suggest(arguments: argparse.Namespace) -> int:
    """Prints or writes the mapping file; 0."""
    text = suggest_mapping(arguments.file)
    if arguments.out is None:
        sys.stdout.write(text)
        return 0
    try:
        with arguments.out.open("x", encoding="utf-8") as out:
            out.write(text)
    except FileExistsError:
        raise SetupError(
            f"{arguments.out} is there already and stays as it is. Name another file with --out."
        ) from None
    except OSError as error:
        raise SetupError(f"{arguments.out} can't be written ({error.strerror}). Name another with --out.") from None
    return 0

"""The files of an index as they were left: damaged ones are never opened, for the code that reads them can crash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

PASSING = ("-shm",)
"""Endings of files that hold nothing of the index."""


class Mark(NamedTuple):
    """A file's size in bytes, when it was written (ns), and the fingerprint of its content."""

    size: int
    written: int
    content: str


def marks(folder: Path, before: Mapping[str, Mark]) -> dict[str, Mark]:
    """The files of a folder by name; one of the same size and time as before is taken to be the same."""
    found: dict[str, Mark] = {}
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name.endswith(PASSING):
            continue
        name, state = path.relative_to(folder).as_posix(), path.stat()
        known = before.get(name)
        if known is None or (known.size, known.written) != (state.st_size, state.st_mtime_ns):
            known = Mark(state.st_size, state.st_mtime_ns, _content(path))
        found[name] = known
    return found


def contents(found: Mapping[str, Mark]) -> dict[str, str]:
    """Fingerprints by name, to be kept and compared."""
    return {name: mark.content for name, mark in found.items()}


def _content(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()

"""What every format becomes: rows with the line they start on, and rows that can't be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Row:
    """One record as the file has it; `line` counts from 1 and is where the record starts.

    `part` is the sheet or the archive's file it stands in, where there are several; `notes` say what was mended, and
    `doubts` what may be wrong in it.
    """

    line: int
    values: Mapping[str, Any]
    part: str = ""
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BadRow:
    """A place of the file that can't be read as a record, and why."""

    line: int
    why: str
    part: str = ""


Rows: TypeAlias = Iterator[Row | BadRow]
Progress: TypeAlias = Callable[[int], None]
"""Called now and then with the number of bytes of the file that have been read so far."""


@dataclass(frozen=True, slots=True)
class Source:
    """A recognised file: its format in words, its size in bytes, and its rows, which can be read more than once."""

    format: str
    size: int
    read: Callable[[Progress], Rows]

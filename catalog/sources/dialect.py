"""The dialect of a CSV file: what separates its cells, ends its lines and hides its quotes."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from catalog.sources.text import line_end

SEPARATORS = ",\t;|"
TOLD = re.compile(r"sep=(.)\r?$", re.IGNORECASE)
ESCAPE, ESCAPED = "\\", '\\"'
NAMES = {",": "CSV", "\t": "TSV", ";": "CSV with semicolons", "|": "CSV with bars"}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file writes its cells; `told` says that its first line is no data but names the separator."""

    separator: str
    line_end: str = "\n"
    escape: str | None = None
    told: bool = False

    @property
    def name(self) -> str:
        """The format in words."""
        return NAMES.get(self.separator, f"CSV with {self.separator!r}")

    def options(self) -> dict[str, Any]:
        """What `csv.reader` is to be told."""
        return {"delimiter": self.separator, "escapechar": self.escape, "doublequote": self.escape is None}


def dialect_of(start: str, whole: bool) -> Dialect:
    """The dialect that cuts the first rows into equally many cells; `whole` where `start` is all there is."""
    end = line_end(start)
    lines = start.split(end)[:80]
    if not whole and len(lines) > 1 and len(lines) < 80:
        lines = lines[:-1]  # the last line may be cut
    rows = [line for line in lines if line.strip()]
    if found := TOLD.fullmatch(lines[0]):
        return Dialect(found.group(1), end, _escape(rows[1:], found.group(1)), told=True)
    plain = _separator(rows, None)
    escape = _escape(rows, plain)
    return Dialect(_separator(rows, escape) if escape else plain, end, escape)


def _separator(rows: list[str], escape: str | None) -> str:
    first = [character for character in SEPARATORS if _widths(rows[:1], character, escape)[:1] > [1]]
    best, score = SEPARATORS[0], (0.0, 0)
    for character in first or SEPARATORS:
        widths = _widths(rows, character, escape)
        usual, times = Counter(widths).most_common(1)[0] if widths else (1, 0)
        found = (times / max(1, len(widths)), usual)
        if usual > (1 if first else 2) and found > score:
            best, score = character, found
    return max(first, key=rows[0].count) if first and not score[1] else best


def _escape(rows: list[str], separator: str) -> str | None:
    """A backslash where quotes make sense only behind it: where the rows are no proper CSV without."""
    if not any(ESCAPED in row for row in rows):
        return None
    return ESCAPE if _is_proper(rows, separator, ESCAPE) and not _is_proper(rows, separator, None) else None


def _is_proper(rows: list[str], separator: str, escape: str | None) -> bool:
    try:
        for _ in csv.reader(rows, strict=True, **Dialect(separator, escape=escape).options()):
            pass
    except csv.Error as error:
        return "end of data" in str(error)  # the last cell that was looked at is longer than the sample
    return True


def _widths(rows: list[str], separator: str, escape: str | None) -> list[int]:
    try:
        return [len(cells) for cells in csv.reader(rows, **Dialect(separator, escape=escape).options()) if cells]
    except csv.Error:
        return []

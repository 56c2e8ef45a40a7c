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
DOUBLED = re.compile(r'(?<![,;\t|\r\n])""|""(?![,;\t|\r\n])')
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
    escape = "\\" if r"\"" in start and not DOUBLED.search(start.replace(r"\"", "")) else None
    if found := TOLD.fullmatch(lines[0]):
        return Dialect(found.group(1), end, escape, told=True)
    rows = [line for line in lines if line.strip()]
    first = [character for character in SEPARATORS if _widths(rows[:1], character, escape)[:1] > [1]]
    best, score = SEPARATORS[0], (0.0, 0)
    for character in first or SEPARATORS:
        widths = _widths(rows, character, escape)
        usual, times = Counter(widths).most_common(1)[0] if widths else (1, 0)
        found_score = (times / max(1, len(widths)), usual)
        if usual > (1 if first else 2) and found_score > score:
            best, score = character, found_score
    if not score[1] and first:
        best = max(first, key=rows[0].count)
    return Dialect(best, end, escape)


def _widths(rows: list[str], separator: str, escape: str | None) -> list[int]:
    try:
        return [len(cells) for cells in csv.reader(rows, **Dialect(separator, escape=escape).options()) if cells]
    except csv.Error:
        return []

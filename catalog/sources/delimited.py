"""CSV and its relatives: the separator is the one that cuts the first rows into equally many cells."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from catalog.sources.bytes_source import lines
from catalog.sources.rows import BadRow, Progress, Row, Rows

SEPARATORS = ",\t;|"
CELL_LIMIT = 1 << 27


def separator(start: str) -> str:
    """The character that separates the cells; a comma where the text has one column."""
    sample = start.splitlines()[:60]
    if len(sample) > 1 and len(start) > 2000:
        sample = sample[:-1]  # the last line may be cut
    best, score = ",", (0.0, 0)
    for character in SEPARATORS:
        try:
            widths = Counter(len(cells) for cells in csv.reader(sample, delimiter=character) if cells)
        except csv.Error:
            continue
        if not widths:
            continue
        width, times = widths.most_common(1)[0]
        found = (times / sum(widths.values()), width)
        if width > 1 and found > score:
            best, score = character, found
    return best


def read_delimited(path: Path, encoding: str, character: str, progress: Progress) -> Rows:
    """A row per record under the first line's names; empty cells are left out, rows with too many cells refused."""
    csv.field_size_limit(CELL_LIMIT)
    reader = csv.reader(_without_nul(lines(path, encoding, progress)), delimiter=character)
    header: list[str] = []
    line = 0
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield BadRow(line, f"this row is no proper CSV: {error}")
            continue
        except EOFError:
            yield BadRow(line, "the compressed file is damaged or cut off here")
            return
        if not any(cell.strip() for cell in cells):
            continue
        if not header:
            header = _named(cells)
            continue
        extra = [cell for cell in cells[len(header) :] if cell.strip()]
        if extra:
            yield BadRow(line, f"this row has {len(cells)} cells, but there are {len(header)} columns")
            continue
        yield Row(line, {name: cell for name, cell in zip(header, cells, strict=False) if cell.strip()})


def _without_nul(text: Iterator[str]) -> Iterator[str]:
    for line in text:
        yield line.replace("\0", "")


def _named(cells: list[str]) -> list[str]:
    names: list[str] = []
    for number, cell in enumerate(cells, 1):
        name = cell.strip().lstrip("\ufeff") or f"column {number}"
        names.append(name if name not in names else f"{name} {number}")
    return names

"""CSV and its relatives as records; a quote that never closes costs its own row at most, not those below it."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator

from catalog.sources.content import BrokenContentError, Content
from catalog.sources.dialect import Dialect
from catalog.sources.rows import BadRow, Progress
from catalog.sources.tables import Record, Records
from catalog.sources.text import UNREADABLE, lines

LONGEST_CELL = 1 << 27
LONGEST_RECORD = 1 << 26
OPEN_QUOTE = "a quote in this row is never closed: it was taken as a letter"
ROWS_INSIDE = "a cell of this row holds what looks like other rows: a quote may be missing in it"
NOTHING_BYTES = "a NUL byte was taken out of this row"
DIGITS, WORD = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")


class _Lines:
    """Hands lines on to the CSV parser, keeps those of the record it reads, and takes all but the first back."""

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
        self._back: deque[str] = deque()
        self._broken: BrokenContentError | None = None
        self._length = 0
        self.record: list[str] = []
        self.cleared = False
        self.number = 0
        self.ended = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self._length > LONGEST_RECORD and len(self.record) > 1:
            raise csv.Error("it doesn't end")
        line = self._back.popleft() if self._back else self._read()
        self.number += 1
        self._length += len(line)
        self.record.append(line)
        return line

    def begin(self) -> int:
        """A new record starts; the number of its line."""
        self.record.clear()
        self._length, self.cleared = 0, False
        return self.number + 1

    def _read(self) -> str:
        if self._broken is not None:
            raise self._broken
        try:
            line = next(self._source)
        except StopIteration:
            self.ended = True
            raise
        except BrokenContentError as error:
            self._broken = error
            raise
        if "\0" in line:
            self.cleared = True
            return line.replace("\0", "")
        return line

    def take_back(self) -> None:
        """Gives all lines of the record but its first to the next record."""
        rest = self.record[1:]
        self._back.extendleft(reversed(rest))
        self.number -= len(rest)
        del self.record[1:]


def read_delimited(content: Content, encoding: str, dialect: Dialect, progress: Progress) -> Records:
    """The records of the file with the line each starts on; empty lines are skipped."""
    csv.field_size_limit(LONGEST_CELL)
    feed = _Lines(lines(content, encoding, progress, dialect.line_end))
    options = dialect.options()
    reader = csv.reader(feed, **options)
    width, doubtful_to, full = 0, 0, True
    if dialect.told:
        next(feed, None)
    while True:
        first = feed.begin()
        broken: BrokenContentError | None = None
        cells: list[str] | None = None
        try:
            cells = next(reader)
        except StopIteration:
            return
        except BrokenContentError as error:
            broken = error
        except csv.Error as error:
            if len(feed.record) == 1:
                cells = _mended_returns(feed.record[0], options)
                if cells is None:
                    yield BadRow(first, f"this row is no proper CSV: {error}")
                    continue
        if broken is not None and len(feed.record) <= 1:
            yield BadRow(first, f"the file breaks off here: {broken}")
            return
        notes: tuple[str, ...] = ()
        if broken or cells is None or (len(feed.record) > 1 and _runs_on(feed.record, options, width)):
            doubtful_to = max(doubtful_to, feed.number)
            feed.take_back()
            reader = csv.reader(feed, **options)
            cells, notes = _without_quotes(feed.record[0], dialect), (OPEN_QUOTE,)
            if width and len(cells) != width:
                yield BadRow(first, "a quote in this row is never closed")
                continue
        elif feed.ended and len(feed.record) == 1 and '"' in feed.record[0] and _runs_on(feed.record, options, 0):
            plain = _without_quotes(feed.record[0], dialect)
            cells, notes = (plain, (OPEN_QUOTE,)) if len(plain) == width else (cells, ())
        if not any(cell.strip() for cell in cells):
            continue
        width = width or (len(cells) if len(cells) > 1 else 0)
        if len(cells) < width:
            if first <= doubtful_to:
                yield BadRow(first, "this row is torn by a quote above it that is never closed")
                continue
            if full and not feed.record[-1].endswith(dialect.line_end) and first > 3:
                yield BadRow(first, "the file is cut off in this row")
                continue
            full = False
        doubts: tuple[str, ...] = ()
        if len(feed.record) > 1 and any(_rows_inside(feed.record, dialect.separator, width)):
            doubts = (ROWS_INSIDE,)
        if feed.cleared:
            notes += (NOTHING_BYTES,)
        if any("\ufffd" in line for line in feed.record):
            notes += (UNREADABLE,)
        yield Record(first, cells, notes, doubts)


def _runs_on(record: list[str], options: dict[str, object], width: int) -> bool:
    """Whether a record of several lines is one only because a quote was left open."""
    try:
        list(csv.reader(record, strict=True, **options))  # type: ignore[arg-type]
    except csv.Error:
        return True
    inner = record[1:-1]
    separator = str(options["delimiter"])
    if width > 2 and len(inner) > 1 and all(line.count(separator) == width - 1 for line in inner):
        return True
    return all(_rows_inside(record, separator, width))


def _rows_inside(record: list[str], separator: str, width: int) -> list[bool]:
    """For each further line of a record, whether it is a row itself: as many cells, and a first one alike."""
    first = record[0].split(separator)[0]
    if width < 2 or not DIGITS.search(first):
        return [False]
    alike, rest = _shape(first), record[1:]
    begins = [line.split(separator)[0] for line in rest]
    if len({first, *begins}) <= len(rest):
        return [False]
    return [
        line.count(separator) == width - 1 and _shape(begin) == alike for line, begin in zip(rest, begins, strict=True)
    ]


def _shape(cell: str) -> str:
    """A cell with each number and each word told as one sign."""
    return WORD.sub("a", DIGITS.sub("9", cell.strip().strip('"')))


def _without_quotes(line: str, dialect: Dialect) -> list[str]:
    return [cell.strip("\r\n") for cell in line.split(dialect.separator)]


def _mended_returns(line: str, options: dict[str, object]) -> list[str] | None:
    """The cells of a line that a stray carriage return runs through."""
    try:
        return next(csv.reader([line.rstrip("\r\n").replace("\r", " ")], **options), None)  # type: ignore[arg-type]
    except csv.Error:
        return None

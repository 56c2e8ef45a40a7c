"""Excel and Parquet as rows, from a reader whose process may die without harm to this one."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any

from catalog.errors import SetupError
from catalog.sources.content import BrokenContentError, Content, on_disk
from catalog.sources.rows import BadRow, Progress, Row, Rows
from catalog.sources.tables import LOOKED_AT, Record, Records, in_part, says, table_rows

PATIENCE = 300.0
"""Seconds that the reader may take for its next rows."""
NAMES = {"excel": "Excel workbook", "parquet": "Parquet file"}
ADVICE = {"excel": "Save it as CSV and import that.", "parquet": "Export it again, or as CSV."}


def read_native(content: Content, kind: str, progress: Progress) -> Rows:
    """The rows of each sheet that is a table; where the reader fails, what it had read is kept and the failure told.

    SetupError where nothing can be read.
    """
    some = False
    try:
        with on_disk(content) as path, _reader(kind, path) as said:
            for row in _tables(_Messages(said), content.name):
                some = some or isinstance(row, Row)
                yield row
    except BrokenContentError as error:
        if not some:
            raise SetupError(f"{content.name} is no {NAMES[kind]} that can be read: {error}. {ADVICE[kind]}") from None
        yield BadRow(1, f"the rest of the file can't be read: {error}")
    progress(content.size)


class _Messages:
    """What the reader says, with one message of foresight."""

    def __init__(self, said: Iterator[dict[str, Any]]) -> None:
        self._said = said
        self.part: dict[str, Any] | None = next(said, None)

    def records(self) -> Records:
        """The records of the part that is being read; afterwards `part` is the next one, or None."""
        self.part, said = None, self._said
        for one in said:
            if "part" in one:
                self.part = one
                return
            for line, cells in one["rows"]:
                yield Record(line, cells)


def _tables(messages: _Messages, name: str) -> Rows:
    found = False
    while (part := messages.part) is not None:
        title = part["part"]
        if part.get("hidden"):
            yield BadRow(1, "this sheet is hidden: it was left out", title)
        records = messages.records()
        first = list(islice(records, LOOKED_AT))
        if any(isinstance(one, Record) and sum(map(says, one.cells)) > 1 for one in first):
            found = True
            yield from in_part(table_rows(chain(first, records), name), title)
        elif first:
            yield BadRow(1, "this sheet is no table: it has one column", title)
        for _ in records:
            pass
    if not found:
        raise SetupError(f"{name} holds no table. Check which sheet holds the products and save it again.")


@contextmanager
def _reader(kind: str, path: Path) -> Iterator[Iterator[dict[str, Any]]]:
    process = subprocess.Popen(
        [sys.executable, "-P", str(Path(__file__).with_name("native_reader.py")), kind, str(path.resolve())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield _messages(process)
    finally:
        process.kill()
        process.communicate()


def _messages(process: subprocess.Popen[bytes]) -> Iterator[dict[str, Any]]:
    assert process.stdout is not None
    while True:
        watch = threading.Timer(PATIENCE, process.kill)
        watch.daemon = True
        watch.start()
        try:
            line = process.stdout.readline()
        finally:
            watch.cancel()
        if not line.endswith(b"\n"):
            break
        said = json.loads(line)
        if "error" in said:
            raise BrokenContentError(said["error"])
        yield said
    if process.wait() != 0:
        raise BrokenContentError(
            "its reader gave up, because the file is damaged or claims to be far larger than it is"
        )

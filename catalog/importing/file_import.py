"""A merchant's file into the store: read, recognise, clean, infer, write, report."""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from catalog.cleaning.mapping import ColumnMapping
from catalog.importing.ahead import Foretold
from catalog.importing.parts import FileInParts, Progress, Settings
from catalog.importing.report import ImportReport
from catalog.product import Product
from catalog.store import Store

NOTE = "import"
"""The store's note that holds the report of the last import."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file's products ready to be written, and the report of how they came to be."""

    products: tuple[Product, ...]
    report: ImportReport


def import_file(
    path: Path,
    store: Store,
    *,
    mapping: ColumnMapping | None = None,
    currency: str | None = None,
    language: str | None = None,
    replace: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Writes the file's products into the store, adding and replacing by id; with `replace`, nothing else stays.

    Rows that can't be used are in the report. A file without one usable row changes nothing. SetupError where the file
    is no catalogue.
    """
    with rarely_collecting():
        file = FileInParts(path, Settings(mapping, currency, language), progress)
        parts = file.parts()
        first = next(parts, None)
        if first is None:
            return file.report()
        writing = Writing(file, progress)
        written = store.write(writing.products(first, parts), replace=replace)
        report = file.report().written(written, writing.seconds())
    store.set_note(NOTE, json.dumps(report.as_json(), ensure_ascii=False))
    return report


def prepare_file(
    path: Path,
    *,
    mapping: ColumnMapping | None = None,
    currency: str | None = None,
    language: str | None = None,
    progress: Progress | None = None,
    foretold: Foretold | None = None,
) -> Prepared:
    """What `import_file` would write, and its report; nothing is changed. `foretold` hears of products on the way."""
    with rarely_collecting():
        file = FileInParts(path, Settings(mapping, currency, language), progress, foretold)
        latest = {product.id: product for part in file.parts() for product in part}
        return Prepared(tuple(latest.values()), file.report())


class Writing:
    """The products of a file as they are written, and how long the writing took of it."""

    def __init__(self, file: FileInParts, progress: Progress | None) -> None:
        self._file, self._progress = file, progress
        self._started, self._before = time.perf_counter(), sum(file.report().seconds.values())

    def products(self, first: list[Product], parts: Iterable[list[Product]]) -> Iterator[Product]:
        """Every product in order, the first part's before the others'."""
        done = 0
        for part in chain([first], parts):
            for product in part:
                if self._progress and done % 100 == 0:
                    self._progress("write", done, self._file.rows)
                done += 1
                yield product
        if self._progress:
            self._progress("write", done, done)

    def seconds(self) -> float:
        """Seconds since the start that went into no step of cleaning."""
        cleaning = sum(self._file.report().seconds.values()) - self._before
        return max(0.0, time.perf_counter() - self._started - cleaning)


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Looks for cycles of dead objects hardly ever while the block runs: an import makes millions of live ones.

    Afterwards it looks among later objects alone.
    """
    usual = gc.get_threshold()
    gc.set_threshold(2_000_000, 50, 100)
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*usual)

"""A file's products into the store as one change that can be undone, or as a dry run."""

from __future__ import annotations

import math
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from catalog.errors import SetupError
from catalog.import_report import ImportReport
from catalog.importing import Prepared, Progress, prepare_file
from catalog.importing_ahead import Foretold
from catalog.importing_memory import ImportSettings, remember
from catalog.product import Product
from catalog.product_json import encoded
from catalog.store import Store
from catalog.store_former import Change
from catalog.store_reports import WriteReport

SAMPLED = 200
TIMES, VECTORS = 6, 8000
"""An imported product takes so many times its record, and so many bytes of vectors, at the most: with facts, words, the
log, the former record and two generations of the index."""


def import_undoable(
    path: Path,
    store: Store,
    settings: ImportSettings,
    mark: str,
    progress: Progress | None = None,
    foretold: Foretold | None = None,
) -> ImportReport:
    """Writes the file's products, as `import_file` does, as one change; `mark` is the import's fingerprint.

    SetupError where the disk refuses: what was written before it did is then taken back.
    """
    prepared = _prepared(path, settings, progress, foretold)
    if not prepared.products:
        return prepared.report
    _refuse_narrow_disk(store, prepared.products)
    products, started = _counted(prepared.products, progress), time.perf_counter()
    written = as_one_change(
        store,
        f"the import of {path.name}",
        lambda change: store.write(products, replace=settings.replace, change=change),
    )
    report = prepared.report.written(written, time.perf_counter() - started)
    remember(store, mark, report)
    return report


def import_dry(
    path: Path, store: Store | None, settings: ImportSettings, progress: Progress | None = None
) -> ImportReport:
    """The report that importing the file into this store (None: an empty one) would give; nothing is written."""
    prepared = _prepared(path, settings, progress)
    if store is None:
        return prepared.report.written(WriteReport(added=len(prepared.products)), 0.0)
    return prepared.report.written(store.compare(prepared.products, replace=settings.replace), 0.0)


def as_one_change(store: Store, what: str, write: Callable[[Change], WriteReport]) -> WriteReport:
    """Runs a write as an undoable change; where it fails on the disk, what it did is taken back first."""
    change = store.begin_change(what)
    try:
        return write(change)
    except SetupError as refused:
        raise SetupError(f"{refused} {_taken_back(store, change)}") from refused


def _refuse_narrow_disk(store: Store, products: Sequence[Product]) -> None:
    """SetupError where the disk can't hold what the products take with their indexes, log and former records."""
    sample = products[:: len(products) // SAMPLED + 1]
    each = sum(len(encoded(product)) for product in sample) / len(sample)
    folder = store.path.absolute().parent
    free, one = shutil.disk_usage(folder).free, each * TIMES + VECTORS
    if free >= len(products) * one:
        return
    planned = store.compare(products)
    need = (planned.added + planned.changed) * one
    if free < need:
        raise SetupError(
            f"The disk of {folder} is nearly full: {free / 1e6:.0f} MB are free, and this import may take "
            f"{math.ceil(need / 1e6)} MB. Make room, then import again. The catalogue is as it was."
        )


def _taken_back(store: Store, change: Change) -> str:
    if store.last_change() != change:
        return "The catalogue is as it was."
    try:
        store.undo()
    except SetupError:
        return "A part of it is in the catalogue already: then take that back with: python -m catalog undo"
    return "The catalogue is as it was."


def _prepared(
    path: Path, settings: ImportSettings, progress: Progress | None, foretold: Foretold | None = None
) -> Prepared:
    return prepare_file(
        path,
        mapping=settings.mapping,
        currency=settings.currency,
        language=settings.language,
        progress=progress,
        foretold=foretold,
    )


def _counted(products: Sequence[Product], progress: Progress | None) -> Iterator[Product]:
    for number, product in enumerate(products):
        if progress and number % 100 == 0:
            progress("write", number, len(products))
        yield product
    if progress:
        progress("write", len(products), len(products))

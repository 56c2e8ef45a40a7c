"""A file's products into the store as one change that can be undone, or as a dry run."""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable, Sequence
from itertools import chain, islice
from pathlib import Path

from catalog.cleaning.mapping import LOOKED_AT, ColumnMapping, recognise
from catalog.errors import SetupError
from catalog.importing.ahead import Foretold
from catalog.importing.file_import import Writing, rarely_collecting
from catalog.importing.memory import ImportSettings, remember
from catalog.importing.parts import FileInParts, Progress, Settings
from catalog.importing.report import ImportReport
from catalog.product import Product
from catalog.product_json import encoded
from catalog.sources.opening import open_source
from catalog.sources.rows import Row
from catalog.store import Store
from catalog.storing.former import Change
from catalog.storing.reports import WriteReport

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
    with rarely_collecting():
        file = FileInParts(path, _parted(settings), progress, foretold)
        parts = file.parts()
        first = next(parts, None)
        if first is None:
            return file.report()
        _refuse_narrow_disk(store, first, file.rows / len(first))
        writing = Writing(file, progress)
        written = as_one_change(
            store,
            f"the import of {path.name}",
            lambda change: store.write(writing.products(first, parts), replace=settings.replace, change=change),
        )
        report = file.report().written(written, writing.seconds())
    remember(store, mark, report)
    return report


def import_dry(
    path: Path, store: Store | None, settings: ImportSettings, progress: Progress | None = None
) -> ImportReport:
    """The report that importing the file into this store (None: an empty one) would give; nothing is written."""
    with rarely_collecting():
        file = FileInParts(path, _parted(settings), progress)
        products = chain.from_iterable(file.parts())
        if store is None:
            written = WriteReport(added=len({product.id for product in products}))
        else:
            written = store.compare(products, replace=settings.replace)
        return file.report().written(written, 0.0)


def refuse_other_files(path: Path, mapping: ColumnMapping | None) -> None:
    """SetupError where a look at the file's beginning shows that it is no catalogue: before a home is made for it."""
    found = islice(open_source(path).read(lambda done: None), LOOKED_AT)
    rows = [row.values for row in found if isinstance(row, Row)]
    if rows and mapping is None:
        recognise(rows, ColumnMapping(), path.name)


def as_one_change(store: Store, what: str, write: Callable[[Change], WriteReport]) -> WriteReport:
    """Runs a write as an undoable change; where it fails on the disk, what it did is taken back first."""
    change = store.begin_change(what)
    try:
        return write(change)
    except SetupError as refused:
        raise SetupError(f"{refused} {_taken_back(store, change)}") from refused


def _refuse_narrow_disk(store: Store, products: Sequence[Product], times: float) -> None:
    """SetupError where the disk can't hold so many times these products, with their indexes, log and former records."""
    sample = products[:: len(products) // SAMPLED + 1]
    each = sum(len(encoded(product)) for product in sample) / len(sample)
    folder = store.path.absolute().parent
    free, one = shutil.disk_usage(folder).free, each * TIMES + VECTORS
    if free >= len(products) * times * one:
        return
    planned = store.compare(products)
    need = (planned.added + planned.changed) * times * one
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


def _parted(settings: ImportSettings) -> Settings:
    return Settings(settings.mapping, settings.currency, settings.language)

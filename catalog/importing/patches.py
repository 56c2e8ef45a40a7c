"""Price and stock by product id, from any supported file; all else of a product stays."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from catalog.clean import Plan, Rejected, clean
from catalog.cleaning.column_words import column_words, plain_name
from catalog.cleaning.mapping import ColumnMapping, value_at
from catalog.errors import SetupError
from catalog.importing.modes import as_one_change
from catalog.importing.parts import Progress
from catalog.importing.report import ImportReport, RowNotes, flag_text
from catalog.sources.opening import open_source
from catalog.sources.rows import BadRow, Row
from catalog.store import BATCH, Store
from catalog.storing.reports import Listing, WriteReport

PATCHED = ("id", "price", "stock", "currency")


def patch_file(
    path: Path,
    store: Store,
    *,
    mapping: ColumnMapping | None = None,
    currency: str | None = None,
    dry: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Writes the prices and stocks that the file states, as one change that can be undone; with `dry`, nothing.

    A cell that is empty or can't be read leaves what the product has. Rows that match no product are refused.
    SetupError where the file has no ids, or neither prices nor stocks.
    """
    started = time.perf_counter()
    source = open_source(path)
    refused, repaired = RowNotes(), RowNotes()
    rows: list[Row] = []
    for row in source.read(lambda done: progress("read", done, source.size) if progress else None):
        if isinstance(row, BadRow):
            refused.add(row.line, None, [row.why])
        else:
            rows.append(row)
    read, reading = len(rows) + refused.total, time.perf_counter() - started
    found = _columns([row.values for row in rows], mapping or ColumnMapping(), path.name)
    listings = _listings(rows, found, currency or found.currency, _currencies(store), refused, repaired)
    if dry:
        written = _compared(store, listings)
    elif listings:
        what = f"the prices and stocks of {path.name}"
        written = as_one_change(store, what, lambda change: store.patch(listings, change))
    else:
        written = WriteReport()
    report = ImportReport(
        file=path.name,
        format=source.format,
        read=read,
        kept=len(listings),
        repaired=repaired.total,
        refused=refused.total,
        language=None,
        currency=currency,
        columns=found.fields,
        units=(),
        types={},
        refused_rows=tuple(refused.rows),
        repaired_rows=tuple(repaired.rows),
        reasons=dict((refused.reasons + repaired.reasons).most_common(20)),
        numbers=0,
        numbers_with_unit=0,
        seconds={"read": round(reading, 2)},
    )
    return report.written(written, time.perf_counter() - started - reading)


def ids_in(path: Path, mapping: ColumnMapping | None = None) -> list[str]:
    """The product ids that a file names, in a column of ids or as its only column."""
    rows = [row.values for row in open_source(path).read(lambda done: None) if isinstance(row, Row)]
    names = list(dict.fromkeys(name for row in rows[:BATCH] for name in row))
    columns = (mapping or ColumnMapping()).of("id") or _named("id", names)
    if not columns and len(names) == 1:
        # A bare list: its first line is an id too.
        return [names[0], *(str(row[names[0]]) for row in rows if row.get(names[0]) is not None)]
    if not columns:
        raise SetupError(f"{path.name} has no column of ids. Its columns are: {', '.join(names[:30])}.")
    return [str(found) for row in rows if (found := value_at(row, columns[0])) is not None]


def _columns(rows: list[Mapping[str, Any]], told: ColumnMapping, file: str) -> ColumnMapping:
    names = list(dict.fromkeys(name for row in islice(rows, BATCH) for name in row))
    fields = {name: found for name in PATCHED if (found := told.of(name) or _named(name, names))}
    if "id" not in fields or not {"price", "stock"} & set(fields):
        raise SetupError(
            f"{file} can't patch the catalogue: it needs a column of ids, and one of prices or stocks. "
            f'Its columns are: {", ".join(names[:30])}. Name them in a mapping file: [columns] id = "...".'
        )
    return ColumnMapping(fields, currency=told.currency)


def _named(field: str, names: Collection[str]) -> tuple[str, ...]:
    by_name = {plain_name(name): name for name in reversed(list(names))}
    fits = tuple(by_name[word] for word in dict.fromkeys(column_words().fields.get(field, ())) if word in by_name)
    return fits if field == "price" else fits[:1]


def _currencies(store: Store) -> dict[str, str | None]:
    """The currency of each product's price, by id; every product has an entry."""
    view = store.view()
    prices = view.column("price")
    found: dict[str, str | None] = dict.fromkeys(view.ids)
    for row, code in zip(prices.rows.tolist(), prices.codes.tolist(), strict=True):
        found[view.ids[row]] = prices.facts[code].unit
    return found


def _listings(
    rows: list[Row],
    found: ColumnMapping,
    currency: str | None,
    known: Mapping[str, str | None],
    refused: RowNotes,
    repaired: RowNotes,
) -> dict[str, Listing]:
    used = found.used
    # Prices and stocks are read as the import reads them; there, a row needs a title.
    plan = Plan(ColumnMapping({**found.fields, "title": found.of("id")}), {}, currency)
    listings: dict[str, Listing] = {}
    for row in rows:
        given = clean({name: value_at(row.values, name) for name in used}, plan)
        if isinstance(given, Rejected):
            refused.add(row.line, None, ["it has no id"])
            continue
        product, notes = given.product, [*row.notes, *map(flag_text, given.flags)]
        money = product.currency if product.price is not None else None
        if product.id not in known:
            refused.add(row.line, product.id, ["the catalogue has no product of this id"])
        elif product.price is None and product.stock is None:
            refused.add(row.line, product.id, [*notes, "it has neither a price nor a stock"])
        elif money and known[product.id] and money != known[product.id]:
            refused.add(row.line, product.id, [f"its price is in {money}, the product's in {known[product.id]}"])
        else:
            if product.id in listings:
                notes.append("the same id as an earlier line: this later row is kept")
            if notes:
                repaired.add(row.line, product.id, notes)
            listings[product.id] = Listing(product.price, money, product.stock)
    return listings


def _compared(store: Store, listings: Mapping[str, Listing]) -> WriteReport:
    report, ids = WriteReport(), iter(listings)
    while batch := list(islice(ids, BATCH)):
        report += store.compare(listings[product.id].of(product) for product in store.get(batch))
    return report

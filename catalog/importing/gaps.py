"""The filled table of `missing` into the catalogue: what a record lacked is added, what it says stays."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from catalog.clean import Plan, Rejected, clean
from catalog.cleaning.column_kinds import Form, Kind, form_of
from catalog.cleaning.mapping import ColumnMapping
from catalog.errors import SetupError
from catalog.findings.missing import OWN
from catalog.importing.modes import as_one_change
from catalog.importing.parts import Progress
from catalog.importing.report import ImportReport, RowNotes, flag_text
from catalog.product import Product
from catalog.sources.opening import open_source
from catalog.sources.rows import BadRow
from catalog.store import Store
from catalog.storing.reports import WriteReport

KNOWN = ("id", "title", "type")
KINDS = MappingProxyType({"number": Kind.NUMBER, "boolean": Kind.BOOLEAN, "text": Kind.TEXT})
TRUTH = frozenset({Form.BOOLEAN, Form.BOOLEAN_WORD, Form.MISSING})


def fill_file(path: Path, store: Store, *, dry: bool = False, progress: Progress | None = None) -> ImportReport:
    """Adds what the file's cells say to the products of these ids, where they lack it, as one change to undo.

    A column of one unit gives it to bare figures. Rows of unknown ids are refused. SetupError where the file has no
    column `id`, or no other.
    """
    started = time.perf_counter()
    source = open_source(path)
    refused, repaired = RowNotes(), RowNotes()
    rows = []
    for row in source.read(lambda done: progress("read", done, source.size) if progress else None):
        if isinstance(row, BadRow):
            refused.add(row.line, None, [row.why])
        else:
            rows.append(row)
    columns = list(dict.fromkeys(name for row in rows for name in row.values))
    if "id" not in columns or not set(columns) - set(KNOWN):
        raise SetupError(f"{path.name} fills nothing: it needs the column id and filled cells. Write one with: missing")
    plan = _plan(columns, store)
    known = {product.id: product for product in store.get(str(row.values.get("id")) for row in rows)}
    filled: dict[str, Product] = {}
    for row in rows:
        product_id = str(row.values.get("id"))
        if product_id not in known:
            refused.add(row.line, product_id, ["no product has this id"])
            continue
        before = filled.get(product_id, known[product_id])
        values, notes = _usable(row.values, before, plan)
        found = clean({**values, "title": before.title}, plan)
        if isinstance(found, Rejected):
            refused.add(row.line, product_id, [found.why])
            continue
        notes += map(flag_text, found.flags)
        if notes:
            repaired.add(row.line, product_id, notes)
        filled[product_id] = _with(before, found.product)
    written = _written(path, store, filled, known, dry)
    report = ImportReport(
        file=path.name, format=source.format, read=len(rows) + len(refused.rows), kept=len(filled),
        repaired=repaired.total, refused=refused.total, language=None, currency=None, columns=plan.mapping.fields,
        units=(), types={}, refused_rows=tuple(refused.rows), repaired_rows=tuple(repaired.rows),
        reasons=dict((refused.reasons + repaired.reasons).most_common(20)), numbers=0, numbers_with_unit=0, seconds={},
    )  # fmt: skip
    return report.written(written, time.perf_counter() - started)


def _plan(columns: list[str], store: Store) -> Plan:
    """How the catalogue types these columns itself."""
    own = {name: (name,) for name in ("id", "title", *OWN) if name in columns or name == "title"}
    fields = {one.name: one for one in store.fields()}
    known = [fields[name] for name in columns if name in fields]
    units = {one.name: one.units[0][0] for one in known if len(one.units) == 1 and one.units[0][0]}
    mapping = ColumnMapping(own, {name: unit for name, unit in units.items() if unit}, ignore=frozenset({"type"}))
    return Plan(mapping, {one.name: KINDS[one.kind] for one in known})


def _usable(row: Mapping[str, Any], before: Product, plan: Plan) -> tuple[dict[str, Any], list[str]]:
    """The cells that say what the record lacks, and which can't be read as their column is."""
    values: dict[str, Any] = {"id": before.id}
    notes: list[str] = []
    for name, value in row.items():
        if name in KNOWN or value in (None, "") or before.fact(name) is not None:
            continue
        if plan.kinds.get(name) is Kind.BOOLEAN and form_of(value) not in TRUTH:
            notes.append(f"{name}: {value!r} left out: neither yes nor no")
        else:
            values[name] = value
    return values, notes


def _with(before: Product, said: Product) -> Product:
    own = {name: getattr(said, name) for name in OWN if not getattr(before, name) and getattr(said, name) is not None}
    if "price" in own and said.currency and before.currency is None:
        own["currency"] = said.currency
    return replace(before, attributes=MappingProxyType({**said.attributes, **before.attributes}), **own)


def _written(
    path: Path, store: Store, filled: Mapping[str, Product], known: Mapping[str, Product], dry: bool
) -> WriteReport:
    changed = [product for product_id, product in filled.items() if product != known[product_id]]
    same = WriteReport(unchanged=len(filled) - len(changed))
    if dry:
        return store.compare(changed) + same
    if not changed:
        return same
    what = f"what {path.name} fills in"
    return as_one_change(store, what, lambda change: store.write(changed, change=change)) + same

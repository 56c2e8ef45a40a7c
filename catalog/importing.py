"""A merchant's file into the store: read, recognise, clean, infer, write, report."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from catalog.cells import attribute_cells
from catalog.clean import Cleaned, Plan, Rejected, clean
from catalog.column_kinds import column_kinds
from catalog.duplicates import link_variants
from catalog.errors import SetupError
from catalog.import_report import ImportReport, RowNotes, flag_text, reason
from catalog.importing_ahead import Foretold, Unheard
from catalog.languages.detection import detect
from catalog.languages.registry import language as language_of
from catalog.mapping import ColumnMapping, recognise, value_at
from catalog.measures import currencies
from catalog.mining import mine
from catalog.missing import missing_by_type
from catalog.price_spread import outliers, price_spreads
from catalog.product import Product
from catalog.product_types import infer_types
from catalog.sources.opening import open_source
from catalog.sources.rows import BadRow, Row, Source
from catalog.store import Store
from catalog.unit_inference import infer_units

NOTE = "import"
"""The store's note that holds the report of the last import."""
KINDS_TOLD, MINED_TOLD = 50, 200
Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with the step, how much of it is done, and how much there is."""


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
    prepared = prepare_file(path, mapping=mapping, currency=currency, language=language, progress=progress)
    if not prepared.products:
        return prepared.report
    started = time.perf_counter()
    written = store.write(_counted(prepared.products, progress), replace=replace)
    report = prepared.report.written(written, time.perf_counter() - started)
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
    told = mapping or ColumnMapping()
    currency, language = currency or told.currency, language or told.language
    if currency is not None and currency not in currencies():
        raise SetupError(f"No currency called {currency!r}. Use an ISO code such as EUR or CNY.")
    if language is not None:
        language_of(language)
    say = progress or _silent
    clock = _Clock()
    source = open_source(path)
    refused, repaired, flagged = RowNotes(), RowNotes(), RowNotes()
    rows = _read(source, refused, say)
    if not rows:
        why = f" Line {refused.rows[0].line}: {refused.rows[0].notes[0]}." if refused.rows else ""
        raise SetupError(f"{path.name} holds no row that can be read.{why} Export it again.")
    read = len(rows) + refused.total
    clock.lap("read")
    found = recognise([row.values for row in rows], told, path.name)
    kinds = column_kinds(attribute_cells(row.values, found) for row in rows)
    main = language or _main_language(rows, found)
    plan = Plan(found, kinds, currency, (lambda _: language) if language else lambda text: detect(text, main))
    hearing = foretold or Unheard()
    kept, lines = _cleaned(rows, plan, refused, repaired, flagged, say, hearing)
    kept, currency = _one_currency(kept, currency)
    clock.lap("clean")
    kept, types = infer_types(kept)
    hearing.surely(one.product for one in kept)
    clock.lap("types")
    settled = frozenset(place for place, one in enumerate(kept) if one.settled)
    products, units = infer_units([one.product for one in kept], settled)
    clock.lap("units")
    products, mined = mine(products, settled)
    clock.lap("mining")
    products, duplicates = link_variants(products, settled)
    clock.lap("duplicates")
    doubts = {place: [note] for place, note in duplicates.repeated.items()}
    for one in outliers(products):
        doubts.setdefault(one.place, []).append(f"price: {products[one.place].price:g} {one.why}")
    for place, notes in sorted(doubts.items()):
        flagged.add(lines[place], products[place].id, notes)
    linked = RowNotes()
    for place, note in duplicates.linked.items():
        linked.add(lines[place], products[place].id, [note])
    numbers = [fact for product in products for fact in product.attributes.values() if isinstance(fact.value, float)]
    report = ImportReport(
        file=path.name,
        format=source.format,
        read=read,
        kept=len(products),
        repaired=repaired.total,
        refused=refused.total,
        language=main,
        currency=currency,
        columns=found.fields,
        units=tuple(units),
        types=dict(types),
        refused_rows=tuple(refused.rows),
        repaired_rows=tuple(repaired.rows),
        reasons=dict((refused.reasons + repaired.reasons).most_common(20)),
        numbers=len(numbers),
        numbers_with_unit=sum(fact.unit is not None for fact in numbers),
        seconds=clock.laps,
        flagged=flagged.total,
        flagged_rows=tuple(flagged.rows),
        linked=linked.total,
        linked_rows=tuple(linked.rows),
        mined=tuple(note for note in mined if note.added)[:MINED_TOLD],
        refused_reasons=_together(refused),
        spreads=price_spreads(products)[:KINDS_TOLD],
        gaps=missing_by_type(products)[:KINDS_TOLD],
    )
    return Prepared(tuple(products), report)


class _Clock:
    """Seconds per step, for the report alone."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name], self._last = round(now - self._last, 2), now


def _silent(step: str, done: int, total: int) -> None:
    """Says nothing."""


def _read(source: Source, refused: RowNotes, say: Progress) -> list[Row]:
    rows: list[Row] = []
    for row in source.read(lambda done: say("read", done, source.size)):
        if isinstance(row, BadRow):
            refused.add(row.line, None, [row.why])
        else:
            rows.append(row)
    return rows


def _main_language(rows: Sequence[Row], mapping: ColumnMapping) -> str:
    """The language of most titles."""
    titles = (value_at(row.values, mapping.of("title")[0]) for row in rows[:2000])
    return Counter(detect(str(title)) for title in titles if title).most_common(1)[0][0]


def _cleaned(
    rows: Sequence[Row],
    plan: Plan,
    refused: RowNotes,
    repaired: RowNotes,
    flagged: RowNotes,
    say: Progress,
    hearing: Foretold,
) -> tuple[list[Cleaned], list[int]]:
    """The usable rows, the last of each id, and the line of each."""
    kept: dict[str, tuple[int, Cleaned]] = {}
    fresh: list[Product] = []
    for number, row in enumerate(rows):
        if number % 500 == 0:
            say("clean", number, len(rows))
            hearing.perhaps(fresh)
            fresh.clear()
        found = clean(row.values, plan)
        if isinstance(found, Rejected):
            refused.add(row.line, None, [found.why])
            continue
        notes = [*row.notes, *(flag_text(flag) for flag in found.flags if not flag.doubtful)]
        doubts = [flag_text(flag) for flag in found.flags if flag.doubtful]
        product_id = found.product.id
        if product_id in kept:
            notes.append(f"the same id as line {kept.pop(product_id)[0]}: this later row is kept")
        if notes:
            repaired.add(row.line, product_id, notes)
        if doubts:
            flagged.add(row.line, product_id, doubts)
        kept[product_id] = row.line, found
        fresh.append(found.product)
    say("clean", len(rows), len(rows))
    return [one for _, one in kept.values()], [line for line, _ in kept.values()]


def _together(notes: RowNotes) -> dict[str, int]:
    """How many rows have each reason, whatever stood in them."""
    counts: Counter[str] = Counter()
    for note, count in notes.reasons.items():
        counts[reason(note)] += count
    return dict(counts.most_common(KINDS_TOLD))


def _one_currency(kept: list[Cleaned], told: str | None) -> tuple[list[Cleaned], str | None]:
    """Prices without a currency have that of the others where these agree; the catalogue's currency, if it has one."""
    seen = {one.product.currency for one in kept if one.product.price is not None} - {None}
    currency = next(iter(seen)) if len(seen) == 1 else None
    if currency is None:
        return kept, None if seen else told
    return [
        one
        if one.product.currency or one.product.price is None or one.settled
        else replace(one, product=replace(one.product, currency=currency))
        for one in kept
    ], currency


def _counted(products: Sequence[Product], progress: Progress | None) -> Iterator[Product]:
    say = progress or _silent
    for number, product in enumerate(products):
        if number % 100 == 0:
            say("write", number, len(products))
        yield product
    say("write", len(products), len(products))

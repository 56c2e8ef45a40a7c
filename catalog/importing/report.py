"""What an import did, row by row and in sum: for the terminal, and as JSON."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import IO, Any

from catalog.cleaning.plan import Flag
from catalog.findings.mining import Mined
from catalog.findings.missing import Gaps
from catalog.findings.price_spread import PriceSpread
from catalog.findings.unit_inference import UnitNote
from catalog.importing.unfound import Unfound
from catalog.storing.writing import WriteReport

QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
TOTALS = ("read", "kept", "repaired", "flagged", "linked", "refused", "added", "changed", "unchanged", "removed")
LISTS = (("Refused", "refused"), ("Flagged", "flagged"), ("Repaired", "repaired"), ("Variants", "linked"))
"""What is told row by row: its title, and the report's name for it."""
ROWS_TOLD = 1000
"""At most so many rows are told one by one; the sums count all."""


@dataclass(frozen=True, slots=True)
class RowNote:
    """One row that was refused, mended or flagged, by its line in the file."""

    line: int
    id: str | None
    notes: tuple[str, ...]
    part: str = ""
    """The sheet or the archive's file that the line is of, where there are several."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The whole of an import; `refused` and `mended` are bounded, the totals are not."""

    file: str
    format: str
    read: int
    kept: int
    repaired: int
    refused: int
    language: str | None
    currency: str | None
    columns: Mapping[str, tuple[str, ...]]
    units: tuple[UnitNote, ...]
    types: Mapping[str, int]
    refused_rows: tuple[RowNote, ...]
    repaired_rows: tuple[RowNote, ...]
    reasons: Mapping[str, int]
    numbers: int
    numbers_with_unit: int
    seconds: Mapping[str, float]
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    flagged: int = 0
    flagged_rows: tuple[RowNote, ...] = ()
    linked: int = 0
    linked_rows: tuple[RowNote, ...] = ()
    """Rows that became variants of one another."""
    mined: tuple[Mined, ...] = ()
    refused_reasons: Mapping[str, int] = field(default_factory=dict)
    spreads: tuple[PriceSpread, ...] = ()
    gaps: tuple[Gaps, ...] = ()
    unfound: tuple[Unfound, ...] = ()

    def written(self, done: WriteReport, seconds: float) -> ImportReport:
        """The report once the products are in the store."""
        return replace(
            self,
            added=done.added,
            changed=done.changed,
            unchanged=done.unchanged,
            removed=done.removed,
            seconds={**self.seconds, "write": round(seconds, 2)},
        )

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return asdict(self)


@dataclass
class RowNotes:
    """Collects notes on rows: the first ones word by word, all of them counted."""

    rows: list[RowNote] = field(default_factory=list)
    total: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    def add(
        self, line: int, product_id: str | None, notes: Iterable[str], part: str = "", counted: bool = False
    ) -> None:
        """One row more, or further notes on one that is `counted` already."""
        told = tuple(notes)
        self.total += not counted
        self.reasons.update(told)
        if len(self.rows) < ROWS_TOLD:
            self.rows.append(RowNote(line, product_id, told, part))


def line_told(line: int, part: str = "") -> str:
    """A line as a person looks for it: "office.csv, 3" where the file has several parts."""
    return f"{part}, {line}" if part else str(line)


def flag_text(flag: Flag) -> str:
    """A flag as one phrase."""
    return f"{flag.field}: {flag.was!r} {flag.done}" if flag.was else f"{flag.field}: {flag.done}"


def reason(note: str) -> str:
    """A note without what stood in the row, so that like ones are counted together."""
    return FIGURES.sub("…", QUOTED.sub("…", note))


def show_report(report: ImportReport, out: IO[str]) -> None:
    """Prints the report as tables for a person."""
    from rich.console import Console
    from rich.table import Table

    console = Console(file=out, highlight=False)
    totals = Table(title=f"{report.file} ({report.format})", title_justify="left", show_header=False)
    for name in TOTALS:
        totals.add_row(name, f"{getattr(report, name):,}")
    totals.add_row("language", report.language or "unknown")
    totals.add_row("currency", report.currency or "unknown")
    totals.add_row("numbers with a unit", f"{report.numbers_with_unit:,} of {report.numbers:,}")
    totals.add_row("products with a type", f"{sum(report.types.values()):,} of {report.kept:,}")
    console.print(totals)
    columns = Table("field", "column", title="Columns", title_justify="left")
    for name, found in report.columns.items():
        columns.add_row(name, ", ".join(found))
    console.print(columns)
    if report.unfound:
        title = _safe("Not told by a column's name; the line goes under [columns] in a mapping file")
        missing = Table("field", "read from", "may be", "line", title=title, title_justify="left")
        for one in report.unfound:
            named = (one.field, one.taken or "nothing", ", ".join(one.candidates), one.line)
            missing.add_row(*map(_safe, named))
        console.print(missing)
    if report.types:
        types = ", ".join(f"{name} {count:,}" for name, count in list(report.types.items())[:25])
        console.print(f"Types: {types}{' ...' if len(report.types) > 25 else ''}", markup=False)
    if report.units:
        units = Table("column", "type", "unit", "values", "proof", title="Units proved", title_justify="left")
        for note in report.units[:25]:
            units.add_row(note.column, note.type or "all", note.unit, f"{note.values:,}", note.proof)
        console.print(units)
        if len(report.units) > 25:
            console.print(f"... and {len(report.units) - 25:,} more units: see --report.")
    plain = report.as_json()
    if told := [one for one in plain["mined"] if one["added"]]:
        mined = Table("column", "type", "added", "right where known", title="Read from texts", title_justify="left")
        for one in told[:15]:
            right = f"{one['right']:,} of {one['told']:,}"
            mined.add_row(_safe(one["column"]), _safe(one["type"] or "all"), f"{one['added']:,}", right)
        console.print(mined)
    for title, name in LISTS:
        rows, total = plain[f"{name}_rows"], plain[name]
        if rows:
            table = Table("line", "id", "why", title=f"{title}: {total:,}", title_justify="left")
            for row in rows[:10]:
                line = line_told(row["line"], row["part"])
                table.add_row(_safe(line), _safe(row["id"] or ""), _safe("; ".join(row["notes"])[:160]))
            console.print(table)


def _safe(text: str) -> str:
    from rich.markup import escape

    return escape(text)

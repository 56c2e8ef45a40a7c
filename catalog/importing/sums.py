"""What an import's report tells, added up part by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from catalog.findings.mining import Mined
from catalog.findings.missing import GapCount
from catalog.findings.price_spread import PriceCount
from catalog.findings.unit_inference import UnitNote
from catalog.importing.report import ImportReport, RowNote, RowNotes, reason
from catalog.importing.unfound import Unfound
from catalog.product import Product

KINDS_TOLD, MINED_TOLD = 50, 200


class Sums:
    """Rows read, kept, refused, mended and flagged, and what was found in them."""

    def __init__(self) -> None:
        self.read = 0
        self.refused, self.repaired, self.flagged, self.linked = RowNotes(), RowNotes(), RowNotes(), RowNotes()
        self._kept = self._numbers = self._with_unit = 0
        self._types: Counter[str] = Counter()
        self._units: dict[tuple[str, str | None, str], UnitNote] = {}
        self._mined: dict[tuple[str, str, str], Mined] = {}
        self._gaps, self._prices = GapCount(), PriceCount()

    def add(
        self,
        products: Sequence[Product],
        repeated: int,
        types: Mapping[str, int],
        units: Iterable[UnitNote],
        mined: Iterable[Mined],
    ) -> None:
        """One part's products, how many of them replace one of a part before, and what was found."""
        self._kept += len(products) - repeated
        for product in products:
            for fact in product.attributes.values():
                if isinstance(fact.value, float):
                    self._numbers += 1
                    self._with_unit += fact.unit is not None
        self._types.update(types)
        for note in units:
            before = self._units.get((note.column, note.type, note.unit))
            self._units[note.column, note.type, note.unit] = (
                replace(before, values=before.values + note.values) if before else note
            )
        for way in mined:
            before_it = self._mined.get((way.column, way.type, way.way))
            self._mined[way.column, way.type, way.way] = _both(before_it, way) if before_it else way
        self._gaps.add(products)
        self._prices.add(products)

    def report(
        self,
        file: str,
        format: str,
        language: str | None,
        currency: str | None,
        columns: Mapping[str, tuple[str, ...]],
        unfound: tuple[Unfound, ...],
        seconds: Mapping[str, float],
    ) -> ImportReport:
        """The whole of it."""
        mined = sorted(self._mined.values(), key=lambda one: (-one.added, one.column, one.type, one.way))
        return ImportReport(
            file=file,
            format=format,
            read=self.read,
            kept=self._kept,
            repaired=self.repaired.total,
            refused=self.refused.total,
            language=language,
            currency=currency,
            columns=columns,
            unfound=unfound,
            units=tuple(
                sorted(self._units.values(), key=lambda note: (-note.values, note.column, note.type or "", note.unit))
            ),
            types=dict(sorted(self._types.items(), key=lambda item: (-item[1], item[0]))),
            refused_rows=_in_order(self.refused),
            repaired_rows=_in_order(self.repaired),
            reasons=dict((self.refused.reasons + self.repaired.reasons).most_common(20)),
            numbers=self._numbers,
            numbers_with_unit=self._with_unit,
            seconds=seconds,
            flagged=self.flagged.total,
            flagged_rows=_in_order(self.flagged),
            linked=self.linked.total,
            linked_rows=_in_order(self.linked),
            mined=tuple(one for one in mined if one.added)[:MINED_TOLD],
            refused_reasons=_together(self.refused),
            spreads=self._prices.spreads()[:KINDS_TOLD],
            gaps=self._gaps.gaps()[:KINDS_TOLD],
        )


def _both(one: Mined, other: Mined) -> Mined:
    return replace(one, right=one.right + other.right, told=one.told + other.told, added=one.added + other.added)


def _in_order(notes: RowNotes) -> tuple[RowNote, ...]:
    """The rows as they stand in the file; those of an archive, file by file."""
    parts = {part: place for place, part in enumerate(dict.fromkeys(row.part for row in notes.rows))}
    return tuple(sorted(notes.rows, key=lambda row: (parts[row.part], row.line)))


def _together(notes: RowNotes) -> dict[str, int]:
    """How many rows have each reason, whatever stood in them."""
    counts: Counter[str] = Counter()
    for note, count in notes.reasons.items():
        counts[reason(note)] += count
    return dict(counts.most_common(KINDS_TOLD))

"""What a file's rows say of its columns, its currency and its language, and what the first of them become by that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalog.clean import Cleaned, Plan, clean
from catalog.cleaning.cells import attribute_cells
from catalog.cleaning.column_kinds import column_kinds
from catalog.cleaning.labelled_texts import unfolded
from catalog.cleaning.mapping import ColumnMapping, recognise, value_at
from catalog.errors import SetupError
from catalog.importing.ahead import Foretold
from catalog.languages.detection import detect
from catalog.sources.rows import Row
from catalog.types.foretold import DOUBTS, doubt


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a file before its rows are looked at."""

    file: str
    mapping: ColumnMapping
    currency: str | None = None
    language: str | None = None


def plan_of(told: Told, rows: Sequence[Row], every: Iterable[Row]) -> tuple[Plan, str]:
    """The plan to clean by, and the language of most titles; `every` row decides the kinds of the columns.

    SetupError where the first rows are no catalogue.
    """
    mapping = recognise([row.values for row in rows], told.mapping, told.file)
    kinds = column_kinds(attribute_cells(unfolded(row.values, mapping.marks), mapping) for row in every)
    language = told.language
    main = language or _main_language(rows, mapping)
    speaks = (lambda _: language) if language else (lambda text: detect(text, main))
    return Plan(mapping, kinds, told.currency, speaks), main


class Foretaste:
    """Products of a file's first rows, as these alone would be understood; the whole file may tell otherwise."""

    def __init__(self, told: Told, foretold: Foretold) -> None:
        self._told, self._foretold = told, foretold
        self._plan: Plan | None = None

    def take(self, rows: Sequence[Row]) -> None:
        """Foretells the products of the rows; the first that are given must be a catalogue by themselves."""
        if self._plan is None:
            try:
                self._plan, _ = plan_of(self._told, rows, rows)
            except SetupError:
                return
        cleaned = [found for row in rows if isinstance(found := clean(row.values, self._plan), Cleaned)]
        self._foretold.perhaps(*([one.product for one in cleaned if doubt(one) == each] for each in DOUBTS))


def _main_language(rows: Sequence[Row], mapping: ColumnMapping) -> str:
    titles = (value_at(row.values, mapping.of("title")[0]) for row in rows[:2000])
    return Counter(detect(str(title)) for title in titles if title).most_common(1)[0][0]

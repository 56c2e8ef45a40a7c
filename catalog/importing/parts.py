"""A file's products part by part: a file of any length is read twice, and a part of it lies in memory at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from catalog.clean import Cleaned, Rejected, clean
from catalog.cleaning.mapping import LOOKED_AT, ColumnMapping
from catalog.errors import SetupError
from catalog.findings.category_tree import CategoryTree
from catalog.findings.duplicates import link_variants
from catalog.findings.memory_letters import with_memory
from catalog.findings.mining import mine
from catalog.findings.price_spread import outliers
from catalog.findings.stated_facts import gives_types, with_stated
from catalog.findings.unit_inference import infer_units
from catalog.importing.ahead import Foretold, Unheard
from catalog.importing.plan import Foretaste, Told, plan_of
from catalog.importing.report import ImportReport, flag_text, line_told
from catalog.importing.sums import Sums
from catalog.importing.unfound import unfound
from catalog.languages.registry import language as language_of
from catalog.measures import currencies
from catalog.product import Product
from catalog.sources.opening import open_source
from catalog.sources.rows import BadRow, Row
from catalog.types.foretold import DOUBTS, doubt
from catalog.types.product_types import infer_types

PART = 25_000
"""So many rows lie in memory at once. A file of no more of them is judged as a whole; of a longer one the columns are,
and kinds, units, what is read from texts and variants are found part by part."""
FIRST = 50
"""So many rows show whether a file gives the types of its values itself."""
TASTED = 500, 700
"""So many rows, and then so many more, are foretold before the others are read: all of them have to be before the first
is cleaned for good, and meanwhile there is else nothing to embed."""
Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with the step, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What, beside the file, decides what its rows become."""

    mapping: ColumnMapping | None = None
    currency: str | None = None
    language: str | None = None


class FileInParts:
    """A file on its way into a store: its parts in turn, and once they are taken the report of how they came to be.

    SetupError where the file is no catalogue. A part is never empty; an id comes twice where a later part has it again.
    """

    def __init__(
        self,
        path: Path,
        settings: Settings,
        progress: Progress | None = None,
        foretold: Foretold | None = None,
        size: int = PART,
    ) -> None:
        mapping = settings.mapping or ColumnMapping()
        self._path, self._size = path, size
        self._say = progress or _silent
        self._foretold, self._heard = foretold or Unheard(), foretold is not None
        self._told_currency = settings.currency or mapping.currency
        language = settings.language or mapping.language
        if self._told_currency is not None and self._told_currency not in currencies():
            raise SetupError(f"No currency called {self._told_currency!r}. Use an ISO code such as EUR or CNY.")
        if language is not None:
            language_of(language)
        self._sums, self._clock = Sums(), _Clock()
        self._source = open_source(path)
        self._head, self.rows = self._looked_through(Told(path.name, mapping, self._told_currency, language))
        self._done, self._tree = 0, CategoryTree()
        self._mended: set[str] = set()
        self._lines: dict[str, str] = {}
        self._currencies: set[str] = set()

    def parts(self) -> Iterator[list[Product]]:
        """The products, part by part; to be taken once."""
        taken, self._head = self._head, []
        first = len(taken)
        whole = self.rows == sum(isinstance(row, Row) for row in taken)
        if products := self._part(taken):
            yield products
        if whole:
            return
        del taken, products
        self._clock.restart()
        for part in _cut(self._after(first), self._size):
            self._clock.lap("read")
            if products := self._part(part):
                yield products
            self._clock.restart()

    def report(self) -> ImportReport:
        """What was kept, mended and refused in the parts that were taken."""
        return self._sums.report(
            file=self._path.name,
            format=self._source.format,
            language=self._main,
            currency=self._one_currency(),
            columns=self.plan.mapping.fields,
            unfound=self._unfound,
            seconds=self._clock.laps,
        )

    def _looked_through(self, told: Told) -> tuple[list[Row | BadRow], int]:
        """The file's first part and how many rows it has; what its columns mean and hold is then known."""
        found = self._source.read(lambda done: self._say("read", done, self._source.size))
        foretaste, tasted = Foretaste(told, self._foretold), list[Row | BadRow]()
        for count in TASTED if self._heard else ():
            first = next(_cut(found, min(count, self._size)), [])
            foretaste.take([row for row in first if isinstance(row, Row)])
            tasted += first
        found = chain(tasted, found)
        head = next(_cut(found, self._size), [])
        rows = [row for row in head if isinstance(row, Row)]
        if not rows:
            bad = next((row for row in head if isinstance(row, BadRow)), None)
            why = f" Line {bad.line}: {bad.why}." if bad else ""
            raise SetupError(f"{self._path.name} holds no row that can be read.{why} Export it again.")
        count = len(rows)

        def every() -> Iterator[Row]:
            nonlocal count
            yield from rows
            for row in found:
                if isinstance(row, Row):
                    count += 1
                    yield row

        self.plan, self._main = plan_of(told, rows, every())
        self._unfound = unfound(self.plan.mapping, [row.values for row in rows[:LOOKED_AT]])
        self._clock.lap("read")
        return head, count

    def _after(self, first: int) -> Iterator[Row | BadRow]:
        for place, row in enumerate(self._source.read(lambda done: None)):
            if place >= first:
                yield row

    def _part(self, rows: Sequence[Row | BadRow]) -> list[Product]:
        sums, clock = self._sums, self._clock
        for row in rows:
            if isinstance(row, BadRow):
                sums.refused.add(row.line, None, [row.why], row.part)
        good = [row for row in rows if isinstance(row, Row)]
        kept, lines = self._cleaned(good)
        sums.read += len(rows)
        kept = self._in_one_tree(self._in_one_currency(kept), lines)
        clock.lap("clean")
        if not kept:
            return []
        kept, types = infer_types(kept)
        self._foretold.surely(one.product for one in kept)
        clock.lap("types")
        settled = frozenset(place for place, one in enumerate(kept) if one.settled)
        products, units = infer_units(with_memory([one.product for one in kept]), settled)
        del kept
        clock.lap("units")
        products, mined = mine(products, settled)
        if not any(gives_types(row.values) for row in good[:FIRST]):
            products = with_stated(products, settled)
        clock.lap("mining")
        products, duplicates = link_variants(products, settled)
        clock.lap("duplicates")
        doubts = {place: [note] for place, note in duplicates.repeated.items()}
        for one in outliers(products):
            doubts.setdefault(one.place, []).append(f"price: {products[one.place].price:g} {one.why}")
        for place, notes in sorted(doubts.items()):
            sums.flagged.add(lines[place].line, products[place].id, notes, lines[place].part)
        for place, note in duplicates.linked.items():
            sums.linked.add(lines[place].line, products[place].id, [note], lines[place].part)
        repeated = sum(product.id in self._lines for product in products)
        sums.add(products, repeated, types, units, mined)
        if self.rows > self._size:
            for product, row in zip(products, lines, strict=True):
                self._lines[product.id] = line_told(row.line, row.part)
        return products

    def _cleaned(self, rows: Sequence[Row]) -> tuple[list[Cleaned], list[Row]]:
        """The usable rows cleaned, the last of each id, and each as it stood."""
        self._mended.clear()
        kept: dict[str, tuple[Row, Cleaned]] = {}
        fresh: list[list[Product]] = [[] for _ in DOUBTS]
        sums = self._sums
        for row in rows:
            if self._done % 500 == 0:
                self._say("clean", self._done, self.rows)
                self._foretold.perhaps(*fresh)
                fresh = [[] for _ in DOUBTS]
            self._done += 1
            found = clean(row.values, self.plan)
            if isinstance(found, Rejected):
                sums.refused.add(row.line, None, [found.why, *row.notes], row.part)
                continue
            notes = [*row.notes, *(flag_text(flag) for flag in found.flags if not flag.doubtful)]
            doubts = [*row.doubts, *(flag_text(flag) for flag in found.flags if flag.doubtful)]
            product_id = found.product.id
            before = self._lines.get(product_id)
            if product_id in kept:
                former = kept.pop(product_id)[0]
                before = line_told(former.line, former.part)
            if before is not None:
                notes.append(f"the same id as line {before}: this later row is kept")
            if notes:
                sums.repaired.add(row.line, product_id, notes, row.part)
                self._mended.add(product_id)
            if doubts:
                sums.flagged.add(row.line, product_id, doubts, row.part)
            kept[product_id] = row, found
            if self._heard:
                fresh[doubt(found)].append(found.product)
        self._say("clean", self._done, self.rows)
        return [one for _, one in kept.values()], [row for row, _ in kept.values()]

    def _in_one_currency(self, kept: list[Cleaned]) -> list[Cleaned]:
        """Prices without a currency have that of the others where these agree."""
        self._currencies |= {one.product.currency for one in kept if one.product.price is not None} - {None}
        currency = self._one_currency() if self._currencies else None
        if currency is None:
            return kept
        return [
            one
            if one.product.currency or one.product.price is None or one.settled
            else replace(one, product=replace(one.product, currency=currency))
            for one in kept
        ]

    def _in_one_tree(self, kept: list[Cleaned], lines: Sequence[Row]) -> list[Cleaned]:
        """Category paths in one spelling, from the root of the file's tree."""
        self._tree.grow(dict.fromkeys(one.product.category for one in kept))
        placed: list[Cleaned] = []
        for one, row in zip(kept, lines, strict=True):
            before = one.product.category
            path = before if one.settled else self._tree.aligned(before)
            if path != before:
                note = f"category: {' > '.join(before)!r} → {' > '.join(path)!r}"
                self._sums.repaired.add(row.line, one.product.id, [note], row.part, one.product.id in self._mended)
                one = replace(one, product=replace(one.product, category=path))
            placed.append(one)
        return placed

    def _one_currency(self) -> str | None:
        """The catalogue's currency, if it has one."""
        if len(self._currencies) == 1:
            return next(iter(self._currencies))
        return None if self._currencies else self._told_currency


class _Clock:
    """Seconds per step, for the report alone."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name] = round(self.laps.get(name, 0.0) + now - self._last, 2)
        self._last = now

    def restart(self) -> None:
        """What passed since the last lap belongs to no step."""
        self._last = time.perf_counter()


def _silent(step: str, done: int, total: int) -> None:
    """Says nothing."""


def _cut(rows: Iterable[Row | BadRow], size: int) -> Iterator[list[Row | BadRow]]:
    """Pieces of so many rows each, bad ones not counted unless they are many times more."""
    part: list[Row | BadRow] = []
    good = 0
    for row in rows:
        part.append(row)
        good += isinstance(row, Row)
        if good >= size or len(part) >= 4 * size:
            yield part
            part, good = [], 0
    if part:
        yield part

"""What records lack that most of their kind have: counted, and as a table that the merchant can fill and import."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import IO

from catalog.product import Product

MOST_HAVE = 0.5
ENOUGH = 5
NOT_ASKED = "-"
FORMULA_SIGNS = "=+-@"
OWN = ("brand", "price", "stock", "description", "category")
"""The fields of every product that are told of too; `category` only where others have one."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """One kind of product: how many there are, and for each attribute that most have, how many lack it."""

    type: str
    count: int
    lacking: tuple[tuple[str, int], ...]


class GapCount:
    """Counts what products have, by kind; it keeps none of them."""

    def __init__(self) -> None:
        self._members: Counter[str] = Counter()
        self._have: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, products: Iterable[Product]) -> None:
        """These products more."""
        names: dict[str, list[list[str]]] = defaultdict(list)
        for product in products:
            if product.type:
                names[product.type].append(_known(product))
        for type_, known in names.items():
            self._members[type_] += len(known)
            self._have[type_].update(chain.from_iterable(known))

    def gaps(self) -> tuple[Gaps, ...]:
        """The kinds with a gap, the one with most gaps first; kinds of fewer than five products are left out."""
        found = [gaps for type_, count in self._members.items() if (gaps := _gaps(type_, count, self._have[type_]))]
        return tuple(sorted(found, key=lambda one: (-sum(count for _, count in one.lacking), one.type)))


def missing_by_type(products: Iterable[Product]) -> tuple[Gaps, ...]:
    """The kinds with a gap, the one with most gaps first; kinds of fewer than five products are left out."""
    counted = GapCount()
    counted.add(products)
    return counted.gaps()


def _gaps(type_: str, members: int, have: Mapping[str, int]) -> Gaps | None:
    if members < ENOUGH:
        return None
    lacking = [(name, members - count) for name, count in have.items() if MOST_HAVE * members <= count < members]
    lacking.sort(key=lambda each: (-have[each[0]], each[0]))
    return Gaps(type_, members, tuple(lacking)) if lacking else None


def _known(product: Product) -> list[str]:
    own = [name for name in OWN if name in product.attributes or getattr(product, name) not in (None, ())]
    return [*own, *product.attributes]


def write_missing(products: Sequence[Product], out: IO[str]) -> int:
    """Writes the table as CSV: one row per record with a gap, an empty cell for each, "-" where nothing is asked.

    Returns the rows written.
    """
    gaps = {one.type: dict(one.lacking) for one in missing_by_type(products)}
    rows = [one for one in products if one.type in gaps and set(gaps[one.type]) - set(_known(one))]
    wanted = Counter(name for one in rows for name in set(gaps[one.type or ""]) - set(_known(one)))
    columns = sorted(wanted, key=lambda name: (-wanted[name], name))
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["id", "title", "type", *columns])
    for one in sorted(rows, key=lambda each: (each.type or "", each.id)):
        lacks = set(gaps[one.type or ""]) - set(_known(one))
        cells = ("" if name in lacks else NOT_ASKED for name in columns)
        writer.writerow([one.id, _as_text(one.title), _as_text(one.type or ""), *cells])
    return len(rows)


def _as_text(said: str) -> str:
    """The text with what a spreadsheet would run as a formula marked as text."""
    return f"'{said}" if said[:1] in FORMULA_SIGNS and said else said

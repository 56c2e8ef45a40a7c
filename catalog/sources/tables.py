"""Records of cells as rows: the column names found, each row under them, and exports of known shops folded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any, TypeAlias

from catalog.cleaning.column_words import plain_name
from catalog.errors import SetupError
from catalog.sources.merchant_feed import is_merchant_feed, merchant_rows
from catalog.sources.rows import BadRow, Row, Rows
from catalog.sources.shopify import is_shopify, shopify_rows
from catalog.sources.structured_cells import structured
from catalog.sources.woocommerce import is_woocommerce, woocommerce_rows

MOST_COLUMNS = 5000
LOOKED_AT = 30
AS_TEXT = re.compile(r'="((?:[^"]|"")*)"|=HYPERLINK\("[^"]*"[,;]\s*"((?:[^"]|"")*)"\)', re.IGNORECASE)
"""How a spreadsheet keeps a code from being read as a number, and a link: formulas whose value stands in them."""
FORMULA = re.compile(r"=\s*[-+(]*(?:[A-Za-z][A-Za-z0-9.]*[(!|]|\$?[A-Za-z]{1,3}\$?\d|\d)")


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one record, the line it starts on, what was mended in it, and what may be wrong."""

    line: int
    cells: Sequence[Any]
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


Records: TypeAlias = Iterator[Record | BadRow]


def table_rows(records: Iterable[Record | BadRow], name: str) -> Rows:
    """A row per record under the names of the first full one; empty cells are left out.

    Records with too many cells are refused one by one. SetupError where there are more columns than any catalogue has.
    """
    found = iter(records)
    first = list(islice(found, LOOKED_AT))
    above, header, rest = _header(first)
    yield from (BadRow(one.line, "this line stands above the column names") for one in above)
    if header is None:
        yield from (one for one in first if isinstance(one, BadRow))
        yield from (one for one in found if isinstance(one, BadRow))
        return
    names = column_names(header.cells, name)
    rows = _rows(chain(rest, found), names)
    yield from shaped(names, rows)


def shaped(names: Sequence[str], rows: Rows) -> Rows:
    """The rows of a shop system's export as products of this catalogue; other rows as they are."""
    plain = frozenset(map(plain_name, names))
    if is_shopify(plain):
        return shopify_rows(rows, plain)
    if is_woocommerce(plain):
        return woocommerce_rows(rows)
    return merchant_rows(rows) if is_merchant_feed(plain) else rows


def shape_name(names: Iterable[str]) -> str | None:
    """Which shop system's export has these columns."""
    plain = frozenset(map(plain_name, names))
    known = ((is_shopify, "Shopify export"), (is_woocommerce, "WooCommerce export"), (is_merchant_feed, "Google feed"))
    return next((said for fits, said in known if fits(plain)), None)


def _header(first: Sequence[Record | BadRow]) -> tuple[list[Record], Record | None, list[Record | BadRow]]:
    filled = Counter(sum(map(says, one.cells)) for one in first if isinstance(one, Record))
    usual = filled.most_common(1)[0][0] if filled else 0
    above: list[Record] = []
    for place, one in enumerate(first):
        if not isinstance(one, Record):
            continue
        if usual > 2 and sum(map(says, one.cells)) < 2:
            above.append(one)
            continue
        bad = [early for early in first[:place] if isinstance(early, BadRow)]
        return above, one, [*bad, *first[place + 1 :]]
    return [], next((one for one in first if isinstance(one, Record)), None), [*first[1:]]


def says(cell: Any) -> bool:
    """Whether a cell is filled."""
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def column_names(cells: Sequence[Any], name: str) -> list[str]:
    """The names of the columns, each different; SetupError where there are more than any catalogue has."""
    if len(cells) > MOST_COLUMNS:
        raise SetupError(
            f"{name} has {len(cells):,} columns; at most {MOST_COLUMNS:,} can be read. "
            "Export it with one product a row."
        )
    names: dict[str, None] = {}
    for number, cell in enumerate(cells, 1):
        said = " ".join(str(_plain(cell, [])).replace("\ufeff", "").split()) if says(cell) else ""
        told = said = said or f"column {number}"
        while told in names:
            told, number = f"{said} {number}", number + 1
        names[told] = None
    return list(names)


def _rows(records: Iterable[Record | BadRow], names: Sequence[str]) -> Rows:
    for one in records:
        if isinstance(one, BadRow):
            yield one
            continue
        if len(one.cells) > len(names) and any(map(says, one.cells[len(names) :])):
            yield BadRow(one.line, f"this row has {len(one.cells)} cells, but the table has {len(names)}")
            continue
        formulas: list[str] = []
        values = {name: _told(cell, formulas) for name, cell in zip(names, one.cells, strict=False) if says(cell)}
        notes = one.notes
        if formulas:
            notes += tuple(f"{name}: {value!r} left out: a formula, no value" for name, value in values.items()
                           if value in formulas)  # fmt: skip
            values = {name: value for name, value in values.items() if value not in formulas}
        if len(values) > 1 and all(name == value for name, value in values.items()):
            yield BadRow(one.line, "this row says the names of the columns again")
        elif values:
            yield Row(one.line, values, "", notes, one.doubts)


def _told(cell: Any, formulas: list[str]) -> Any:
    """The cell's value: a list or an object where its text writes one down."""
    plain = _plain(cell, formulas)
    return structured(plain) if isinstance(plain, str) and plain.startswith(("{", "[")) else plain


def _plain(cell: Any, formulas: list[str]) -> Any:
    """The cell, a formula as the value that stands in it; a formula without one goes into `formulas` too."""
    if isinstance(cell, str) and cell.startswith("="):
        if found := AS_TEXT.fullmatch(cell.strip()):
            return (found.group(1) or found.group(2) or "").replace('""', '"')
        if FORMULA.match(cell):
            formulas.append(cell)
    return cell


def in_part(rows: Rows, part: str) -> Rows:
    """The rows, each saying which sheet or file of an archive it stands in."""
    for row in rows:
        yield replace(row, part=f"{part}/{row.part}" if row.part else part)

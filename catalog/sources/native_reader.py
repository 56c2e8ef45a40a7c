"""Excel and Parquet read in a process of their own: `python -P native_reader.py KIND FILE`.

The libraries that read them run outside Python's care, and a damaged file can end or swell their process. It writes
JSON lines to standard output: {"part": name}, {"rows": [[line, [cells]], ...]}, and {"error": text} where it fails.
"""

from __future__ import annotations

import contextlib
import io
import json
import math
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

MOST_MEMORY = 4 << 30
AT_ONCE = 500
MOST_COLUMNS = 16_384
ERRORS = frozenset(("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!"))


def main(kind: str, path: str) -> None:
    """Writes the tables of the file; errors are a line too."""
    out = sys.stdout.buffer
    _limit_memory()
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            for said in (_workbook if kind == "excel" else _parquet)(path):
                out.write(json.dumps(said, allow_nan=False).encode("ascii") + b"\n")
    except MemoryError:
        out.write(b'{"error": "it takes more memory than a table may"}\n')
    except BaseException as error:  # a panic of the library is no Exception
        told = " ".join(str(error).split())[:200] or type(error).__name__
        out.write(json.dumps({"error": told}).encode("ascii") + b"\n")
    out.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _workbook(path: str) -> Iterator[dict[str, Any]]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_path(path)
    for place, sheet in enumerate(book.sheets_metadata):
        if sheet.typ is not SheetTypeEnum.WorkSheet:
            continue
        if sheet.visible is not SheetVisibleEnum.Visible:
            yield {"part": sheet.name, "hidden": True}
            continue
        yield {"part": sheet.name}
        rows = book.get_sheet_by_index(place).iter_rows()
        yield from _packed((line, cells) for line, cells in enumerate(rows, 1) if any(cell != "" for cell in cells))


def _parquet(path: str) -> Iterator[dict[str, Any]]:
    from fastparquet import ParquetFile

    file = ParquetFile(path)
    names = list(file.columns)
    yield {"part": ""}
    yield {"rows": [[0, names[:MOST_COLUMNS]]]}
    line = 0
    for group in range(len(file.row_groups)):
        frame = file[group].to_pandas(columns=names, index=False)
        numbered = enumerate(frame.itertuples(index=False, name=None), line + 1)
        yield from _packed(numbered)
        line += len(frame)


def _packed(rows: Iterator[tuple[int, Sequence[Any]]]) -> Iterator[dict[str, Any]]:
    batch: list[list[Any]] = []
    for line, cells in rows:
        batch.append([line, [_plain(cell) for cell in cells]])
        if len(batch) == AT_ONCE:
            yield {"rows": batch}
            batch = []
    if batch:
        yield {"rows": batch}


def _plain(cell: Any) -> Any:
    """A cell as JSON has it: dates as ISO text, whole numbers without a point, errors and gaps as nothing."""
    if cell is None or isinstance(cell, bool):
        return cell
    if isinstance(cell, str):
        return None if cell in ERRORS else cell
    if isinstance(cell, (int, float)):
        return _figure(cell)
    if isinstance(cell, (datetime, date, time)):
        said = cell.isoformat()
        return None if said == "NaT" else said.removesuffix("T00:00:00")
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace")
    if isinstance(cell, dict):
        return {str(key): _plain(value) for key, value in cell.items()}
    if isinstance(cell, (list, tuple)):
        return [_plain(each) for each in cell]
    if isinstance(cell, (Decimal, timedelta)):
        return str(cell)
    if hasattr(cell, "tolist"):
        return _plain(cell.tolist())
    said = str(cell)
    return None if said in ("NaT", "<NA>", "nan", "None") else said


def _figure(cell: float) -> float | str | None:
    if isinstance(cell, float):
        if not math.isfinite(cell):
            return None
        if cell.is_integer() and abs(cell) < 1e15:
            return int(cell)
    return str(cell) if isinstance(cell, int) and abs(cell) > 10**15 else cell


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

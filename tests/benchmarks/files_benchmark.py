"""What any file does to the import: crashes, partial commits, rows lost silently; and how fast a long table is read.

Every nasty file of the tests is imported; `--files` more are made at random, half of them damaged, read, and one in
twenty imported. A row is lost silently where its line stands whole in the file, but it is neither kept nor is anything
told. `--rows` reads a CSV of so many rows in a process of its own, without cleaning or embedding.

    python -m tests.benchmarks.files_benchmark [--files 10000] [--rows 1000000] [--seed 0] [--json OUT]
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from catalog.errors import SetupError
from catalog.importing.file_import import import_file
from catalog.sources.opening import open_source
from catalog.sources.rows import BadRow, Row
from catalog.store import Store
from tests.benchmarks.tables import markdown
from tests.catalog.generated_files import Written, as_csv, damaged_files, files
from tests.catalog.test_sources import every_file

IMPORTED = 20
READING = """
import sys, time
from pathlib import Path
from catalog.sources.opening import open_source
def most():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
idle = most()
start = time.perf_counter()
rows = sum(1 for _ in open_source(Path(sys.argv[1])).read(lambda done: None))
seconds = time.perf_counter() - start
print(rows, seconds, most() - idle)
"""


def import_counted(path: Path, folder: Path, counts: Counter[str]) -> None:
    """Imports a file into a new store and counts crashes, and stores that hold less or more than was acknowledged."""
    store = Store.open(folder / f"store-{counts['imported']}")
    counts["imported"] += 1
    kept = 0
    try:
        report = import_file(path, store)
        kept = report.kept
        again = sum(note.startswith("the same id as line") for row in report.repaired_rows for note in row.notes)
        counts["rows unaccounted for"] += report.read - report.kept - report.refused - again
    except SetupError:
        counts["refused whole"] += 1
    except Exception:
        counts["crashes"] += 1
        traceback.print_exc()
    counts["partial commits"] += store.count() != kept
    store.close()


def read_counted(path: Path, counts: Counter[str]) -> list[Row | BadRow] | None:
    """Reads a file and counts crashes; None where it is refused whole."""
    try:
        return list(open_source(path).read(lambda done: None))
    except SetupError:
        counts["refused whole"] += 1
    except Exception:
        counts["crashes"] += 1
        traceback.print_exc()
    return None


def lost(file: Written, content: bytes, found: list[Row | BadRow]) -> list[str]:
    """The ids of rows whose lines stand whole in the damaged file while nothing is told of them.

    A file that lost its header takes a row's cells for column names; the sentence that refuses it tells them.
    """
    if any(isinstance(row, BadRow) or row.notes for row in found):
        return []
    said = "\n".join(
        str(value) for row in found if isinstance(row, Row) for value in chain.from_iterable(row.values.items())
    )
    kept = set(re.findall(r"\bp\d+\b", said))
    return [row["id"] for row in file.table if row["id"] not in kept and stands_whole(file, row, content)]


def stands_whole(file: Written, row: dict[str, str], content: bytes) -> bool:
    """Whether the row's own line is in the content; only told of plain tables in encodings of single bytes."""
    kind, encoding, *packing = file.format.split(", ")
    if packing or encoding.startswith("utf-16") or any("\n" in cell for cell in row.values()):
        return False
    if kind == "json lines":
        said = [json.dumps(row, ensure_ascii=ascii_only) for ascii_only in (True, False)]
    elif kind == "csv":
        ways = [(mark, quoting) for mark in ",;\t|" for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)]
        columns = list(file.table[0])
        ordered = {name: row[name] for name in columns}
        said = [as_csv([ordered], mark, "\n", quoting).split("\n", 1)[1].rstrip("\n") for mark, quoting in ways]
    else:
        return False
    lines = content.replace(b"\r", b"").split(b"\n")
    return any(line.encode(encoding) in lines for line in said)


def generated(number: int, start: int, folder: Path) -> Counter[str]:
    """Reads as many generated files, half of them damaged, and counts what went wrong."""
    counts: Counter[str] = Counter()
    path = folder / "generated"
    hurried = settings(
        max_examples=max(1, number // 2),
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    def seen() -> None:
        counts["files"] += 1
        if counts["files"] % IMPORTED == 0:
            import_counted(path, folder, counts)

    @seed(start)
    @hurried
    @given(file=files())
    def whole(file: Written) -> None:
        path.write_bytes(file.content)
        found = read_counted(path, counts) or []
        rows = [{n: c for n, c in row.values.items() if c.strip()} for row in found if isinstance(row, Row)]
        if rows != file.expected:
            counts["whole files read wrongly"] += 1
            print(f"read wrongly: {file.format} {file.content[:200]!r}", file=sys.stderr)
        seen()

    @seed(start + 1)
    @hurried
    @given(case=damaged_files())
    def damaged(case: tuple[Written, bytes]) -> None:
        file, content = case
        path.write_bytes(content)
        found = read_counted(path, counts)
        if found is not None and (gone := lost(file, content, found)):
            counts["rows lost silently"] += len(gone)
            print(f"lost {gone}: {file.format} {content[:300]!r}", file=sys.stderr)
        counts["damaged files"] += 1
        seen()

    whole()
    damaged()
    return counts


def long_table(rows: int, folder: Path) -> tuple[int, float, float]:
    """Rows read, rows a second, and MB of memory above idle for a CSV of so many rows."""
    path = folder / "long.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("id,title,price,brand,colour,description\n")
        file.writelines(f'{n},Kettle {n},{n % 90}.99,Vela,red,"Boils, {n} ml\nof water"\n' for n in range(rows))
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", READING, str(path)], cwd=root, capture_output=True, text=True, check=True
    )
    read, seconds, kilobytes = done.stdout.split()
    return int(read), int(read) / float(seconds), int(kilobytes) / 1024


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the parts that the arguments ask for and prints a table each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", type=Path)
    told = parser.parse_args(arguments)
    measured: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        nasty: Counter[str] = Counter()
        for file in every_file():
            path = folder / file.name
            path.write_bytes(file.content)
            nasty["files"] += 1
            import_counted(path, folder, nasty)
        start = time.perf_counter()
        (folder / "made").mkdir()
        made = generated(told.files, told.seed, folder / "made")
        seconds = time.perf_counter() - start
        names = ("files", "damaged files", "imported", "refused whole", "crashes", "partial commits",
                 "rows unaccounted for", "whole files read wrongly", "rows lost silently")  # fmt: skip
        print(markdown(("what", "nasty", "generated"), [(name, nasty[name], made[name]) for name in names]))
        measured |= {"nasty": dict(nasty), "generated": dict(made), "seconds": round(seconds, 1)}
        if told.rows:
            read, rate, megabytes = long_table(told.rows, folder)
            print(markdown(("rows read", "rows a second", "MB above idle"), [(read, rate, megabytes)]))
            measured["long table"] = {"rows": read, "rows a second": rate, "MB above idle": megabytes}
    if told.json:
        told.json.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

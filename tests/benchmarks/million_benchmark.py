"""A CSV of a million rows into a store, nothing embedded: memory above idle, and cleaned rows a second.

The file is made by rule: kettles, lamps, bags and the like with brand, colour, price, stock, weight and a description,
a tenth of them with something to mend. Reading, cleaning and inference count as cleaning; writing is told apart.

    python -m tests.benchmarks.million_benchmark [--rows 1000000] [--wide] [--json OUT]
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.tables import markdown

KINDS = (
    "kettle",
    "desk lamp",
    "backpack",
    "office chair",
    "wool blanket",
    "coffee grinder",
    "garden hose",
    "bookshelf",
)
BRANDS = ("Norvik", "Halden", "Tessaro", "Ombrel", "Castova", "Lindqua")
COLOURS = ("black", "white", "red", "green", "blue", "grey")
IMPORT = """
import json, resource, sys, time
from pathlib import Path
from catalog.importing.file_import import import_file
from catalog.store import Store
store = Store.open(Path(sys.argv[2]))
import_file(Path(sys.argv[3]), store)
idle = int(next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1])
begun = time.perf_counter()
report = import_file(Path(sys.argv[1]), store)
taken = time.perf_counter() - begun
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
busy = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({
    "rows": report.read, "kept": report.kept, "idle": idle, "most": most, "seconds": taken,
    "processor": busy.ru_utime + busy.ru_stime, "steps": dict(report.seconds),
}))
"""


def rows(count: int, wide: bool) -> Iterator[list[str]]:
    """The header and so many rows; the same count gives the same rows."""
    more = [f"property_{n}" for n in range(12)] if wide else []
    yield ["id", "title", "brand", "category", "price", "stock", "colour", "weight_kg", "description", *more]
    dice = random.Random(count)
    for number in range(count):
        kind, brand, colour = dice.choice(KINDS), dice.choice(BRANDS), dice.choice(COLOURS)
        weight = dice.randrange(1, 90) / 10
        price = f"€{dice.randrange(500, 90_000) / 100:.2f}" if number % 10 else "on request"
        title = f"{brand} {kind.title()} {dice.randrange(100, 999)}{dice.choice('ABCX')}, {colour}"
        text = f"A {colour} {kind} of {weight} kg for daily use. Guarantee: {dice.randrange(1, 6)} years."
        filled = [str(dice.randrange(1, 60)) if n % 2 else dice.choice(COLOURS) for n in range(len(more))]
        stock = str(dice.randrange(0, 300))
        yield [f"p{number}", title, brand, f"Home > {kind}", price, stock, colour, f"{weight}", text, *filled]


def measured(count: int, wide: bool) -> dict[str, float]:
    """What importing so many rows takes, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        file, small = Path(folder) / "goods.csv", Path(folder) / "small.csv"
        for path, lines in ((file, count), (small, 100)):
            with path.open("w", newline="") as out:
                csv.writer(out).writerows(rows(lines, wide))
        begun = time.perf_counter()
        command = [sys.executable, "-c", IMPORT, str(file), str(Path(folder) / "store.sqlite3"), str(small)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        taken = time.perf_counter() - begun
        found = json.loads(done.stdout.splitlines()[-1])
        cleaning = sum(seconds for step, seconds in found["steps"].items() if step != "write")
        return {
            "rows": found["rows"],
            "kept": found["kept"],
            "file, MB": file.stat().st_size / 1e6,
            "memory above idle, MB": (found["most"] - found["idle"]) / 1024,
            "seconds in all": taken,
            "of them on a processor": found["processor"],
            "cleaned rows a second": found["rows"] / cleaning,
            "rows a second, writing included": found["rows"] / found["seconds"],
            **{f"{step}, s": seconds for step, seconds in found["steps"].items()},
        }


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--wide", action="store_true", help="twelve columns more")
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    found = measured(wanted.rows, wanted.wide)
    print(markdown(("what", "measured"), list(found.items())))
    if wanted.json:
        wanted.json.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()

"""How fast a catalogue is changed, and what a kill at any moment costs.

With a file (DAOGOU_DATA's electronics where none is named): the first import with the embedder that ships, the same
import again, a patch of every price and stock, and when a running owner sees it. Then `--kills` times: a process
imports, patches, deletes and rebuilds in a home of 1,000 products with a stand-in embedder until it is killed; the home
is opened again and compared with what had been acknowledged.

    python -m tests.benchmarks.import_benchmark [FILE | --kills-only] [--kills 200] [--seed 0] [--json OUT]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from catalog.catalogue import Catalogue
from catalog.embedders import HashingEmbedder
from catalog.home import Home
from catalog.importing.memory import ImportSettings
from catalog.importing.modes import as_one_change, import_undoable
from catalog.importing.patches import patch_file
from catalog.product import Product
from catalog.store import Store
from catalog.storing.reports import WriteReport
from tests.benchmarks.tables import markdown, percentile

PRODUCTS = 1000
LATEST = (0.05, 0.3, 1.2)
"""Seconds: early kills meet every kind of change alike, late ones the kinds that take long."""
Shop: TypeAlias = dict[str, tuple[str, float | None, int | None]]
"""Title, price and stock by id."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One change to the home: its kind, and title, price and stock by id; a deletion has ids alone."""

    kind: str
    rows: Shop

    def on(self, shop: Mapping[str, tuple[str, float | None, int | None]]) -> Shop:
        """The shop once the operation is done."""
        if self.kind == "import":
            return {**shop, **self.rows}
        if self.kind == "patch":
            return {one: (had[0], *self.rows[one][1:]) if one in self.rows else had for one, had in shop.items()}
        return {one: had for one, had in shop.items() if self.kind != "delete" or one not in self.rows}


def operation(seed: int, number: int) -> Operation:
    """The change of that number; all processes agree on it."""
    dice = random.Random(f"{seed} {number}")
    kind = ("import", "patch", "delete", "import", "rebuild")[number % 5]
    size = {"import": 150, "patch": 700, "delete": 60}.get(kind, 0)
    return Operation(kind, {f"p{n}": row(dice) for n in sorted(dice.sample(range(PRODUCTS + 200), size))})


def row(dice: random.Random) -> tuple[str, float, int]:
    """A title unlike any other, a price and a stock."""
    words = ("".join(dice.choices("abdegiklmnoprstu", k=6)) for _ in range(4))
    return " ".join(words), dice.randrange(100, 100_000) / 100, dice.randrange(1, 500)


def work(home: Home, seed: int, number: int) -> None:
    """Does one change after the other for ever, and tells the number of each once it is done."""
    with Catalogue.open(home, HashingEmbedder(), "benchmark") as catalogue:
        catalogue.index_pending()
        print("open", flush=True)
        while True:
            perform(catalogue, home, operation(seed, number))
            print(number, flush=True)
            number += 1


def perform(catalogue: Catalogue, home: Home, change: Operation) -> None:
    """One change, by the functions behind the commands."""
    file = home.path.parent / f"{change.kind}.jsonl"
    lines = [{"id": one, "title": title, "price": price, "stock": stock}
             for one, (title, price, stock) in change.rows.items()]  # fmt: skip
    file.write_text("\n".join(map(json.dumps, lines)))
    match change.kind:
        case "import":
            import_undoable(file, catalogue.store, ImportSettings(), "mark")
            catalogue.index_pending()
        case "patch":
            patch_file(file, catalogue.store)
        case "delete":
            as_one_change(
                catalogue.store, "it", lambda one: WriteReport(removed=catalogue.store.delete(change.rows, one))
            )
            catalogue.index_pending()
        case "rebuild":
            catalogue.store.derive()
            catalogue.rebuild()


def killed(seed: int, kills: int) -> tuple[Counter[str], list[float]]:
    """Counts over so many kills of what was lost, of ghosts and of faults; the seconds that opening took."""
    dice, counts, seconds = random.Random(seed), Counter[str](), list[float]()
    with tempfile.TemporaryDirectory() as folder:
        home, number = Home.make(Path(folder) / "home"), 0
        with Catalogue.open(home, HashingEmbedder()) as catalogue:
            catalogue.store.write([Product(f"p{n}", row(dice)[0]) for n in range(PRODUCTS)])
            catalogue.index_pending()
            shop = content(catalogue.store)
        for _ in range(kills):
            acknowledged = until_killed(home, seed, number, dice.uniform(0, dice.choice(LATEST)), counts)
            for done in range(number, acknowledged):
                shop = operation(seed, done).on(shop)
            under_way = operation(seed, acknowledged)
            counts[f"killed during {under_way.kind}"] += 1
            start = time.perf_counter()
            with Catalogue.open(home, HashingEmbedder()) as catalogue:
                catalogue.index_pending()
                seconds.append(time.perf_counter() - start)
                shop = compared(catalogue, shop, under_way, counts)
            number = acknowledged + 1
    return counts, seconds


def until_killed(home: Home, seed: int, number: int, after: float, counts: Counter[str]) -> int:
    """The number of the change that was under way when the worker was killed."""
    command = [sys.executable, "-m", "tests.benchmarks.import_benchmark", "--work", str(home.path), str(number)]
    with subprocess.Popen([*command, "--seed", str(seed)], stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        counts["does not open"] += worker.stdout.readline() != "open\n"
        time.sleep(after)
        worker.kill()
        told = [int(line) for line in worker.stdout.read().splitlines() if line.strip()]
    return max(told, default=number - 1) + 1


def content(store: Store) -> Shop:
    """The shop as the store has it."""
    return {product.id: (product.title, product.price, product.stock) for product in store.all()}


def compared(catalogue: Catalogue, shop: Shop, under_way: Operation, counts: Counter[str]) -> Shop:
    """Counts what differs from the shop before and after the change under way; the shop as it is now."""
    found, after = content(catalogue.store), under_way.on(shop)
    for one in shop.keys() | after.keys() | found.keys():
        if found.get(one) in (shop.get(one), after.get(one)):
            continue
        kind = "acknowledged rows lost" if one not in found else "rows half written or of no one"
        counts[kind] += 1
    indexed, _ = catalogue.store.vectors("hashing")
    counts["ghosts"] += len(set(indexed) - set(found)) + abs(catalogue.exact.count() - len(found))
    words = catalogue.store.connection.execute("SELECT count(*) FROM words").fetchone()[0]
    facts = catalogue.store.column("stock")
    counts["ghosts"] += abs(words - len(found))
    counts["ghosts"] += abs(len(facts.rows) - sum(stock is not None for _, _, stock in found.values()))
    counts["faults of Chroma"] += bool(catalogue.chroma_fault())
    return found


def measured(file: Path) -> dict[str, float]:
    """Seconds of an import, of the same again, and of a patch of everything; how late an owner sees the patch."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        command = [sys.executable, "-m", "catalog", "import", str(file), "--home", str(home)]
        found = {"first import, s": seconds_of(command), "the same again, s": seconds_of(command)}
        found["the same again, share"] = found["the same again, s"] / found["first import, s"]
        store = Store.open(Home(home).store)
        goods = [(product.id, product.price) for product in store.all()]
        patch = Path(folder) / "patch.csv"
        lines = (f"{one},{(price or 10) * 1.01:.2f},{n % 50 + 1}" for n, (one, price) in enumerate(goods))
        patch.write_text("\n".join(["id,price,stock", *lines]))
        last, stock = goods[-1][0], (len(goods) - 1) % 50 + 1
        start = time.time()
        patching = [*command[:4], str(patch), *command[5:], "--patch"]
        with subprocess.Popen(patching, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as patcher:
            while store.get([last])[0].stock != stock and patcher.poll() in (None, 0):
                time.sleep(0.002)
            seen = time.time()
        found["products"] = float(len(goods))
        found["patch of all, s"] = time.time() - start
        found["seen before its acknowledgement, s"] = time.time() - seen
        store.close()
        found["undo of that patch, s"] = seconds_of([*command[:3], "undo", "--home", str(home)])
        found["backup, s"] = seconds_of([*command[:3], "backup", str(Path(folder) / "b"), "--home", str(home)])
        restore = [*command[:3], "restore", str(Path(folder) / "b"), "--home", str(Path(folder) / "r")]
        found["restore with its index, s"] = seconds_of(restore)
        return found


def seconds_of(command: list[str]) -> float:
    """How long a command takes, its start included."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--kills-only", action="store_true")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--work", nargs=2, metavar=("HOME", "NUMBER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(Home.existing(Path(options.work[0])), options.seed, int(options.work[1]))
    found: dict[str, float] = {}
    data = os.environ.get("DAOGOU_DATA")
    file = options.file or (Path(data) / "electronics" / "products.jsonl.gz" if data else None)
    if file and not options.kills_only:
        found |= measured(file)
    if options.kills:
        counts, seconds = killed(options.seed, options.kills)
        found |= {"kills": float(options.kills), "acknowledged rows lost": 0.0, "ghosts": 0.0}
        found |= {name: float(count) for name, count in sorted(counts.items())}
        found["opened again with its indexes, p95 s"] = percentile(seconds, 0.95)
    print(markdown(("what", "measured"), list(found.items())))
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()

"""Damaged index files: what shoppers are shown then, and whether anything crashes.

A home of 1,000 products with a stand-in embedder; each of its index files is deleted once, and has 100 random bytes
flipped `--times` times. Each damaged copy is opened by `chat --json`, which answers demands; every product shown is
compared with the store and with the demand by code that the assistant doesn't use.

    python -m tests.benchmarks.damage_benchmark [--times 20] [--seed 0] [--products 1000] [--json OUT]
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog.catalogue import Catalogue
from catalog.embedders import HashingEmbedder
from catalog.home import Home
from catalog.importing.file_import import import_file
from tests.benchmarks.chat_process import ChatProcess
from tests.benchmarks.million_benchmark import rows
from tests.benchmarks.tables import markdown

FLIPPED = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """A product of the raw file, as a demand is judged on."""

    title: str
    brand: str
    price: float | None
    colour: str


DEMANDS: Mapping[str, Callable[[Shown], bool]] = {
    "kettle under 300 euros": lambda one: one.price is not None and one.price < 300,
    "desk lamp, not from Norvik": lambda one: one.brand != "Norvik",
    "red backpack": lambda one: one.colour == "red",
    "office chair at most 150": lambda one: one.price is not None and one.price <= 150,
    "wool blanket from Halden": lambda one: one.brand == "Halden",
    "绿色的书架": lambda one: one.colour == "green",
}
"""What is asked, and what a product must be to be shown as proved."""


def made(folder: Path, products: int) -> tuple[Home, dict[str, Shown]]:
    """A home with its index, and what its file said."""
    file, home = folder / "goods.csv", Home.make(folder / "home")
    table = list(rows(products, wide=False))
    with file.open("w", newline="") as out:
        csv.writer(out).writerows(table)
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        import_file(file, catalogue.store)
        catalogue.index_pending()
    said = [dict(zip(table[0], row, strict=True)) for row in table[1:]]
    return home, {row["id"]: Shown(row["title"], row["brand"], _price(row["price"]), row["colour"]) for row in said}


def _price(said: str) -> float | None:
    return float(said.strip("€")) if said.startswith("€") else None


def index_files(home: Home) -> list[Path]:
    """Every file of the vector index, by its path in the home."""
    return sorted(path.relative_to(home.path) for path in home.chroma.rglob("*") if path.is_file())


def damages(home: Home, times: int, seed: int) -> Iterator[tuple[str, Path, bytes | None]]:
    """The kind of damage, the file, and its bytes after it (None: deleted)."""
    for file in index_files(home):
        yield "deleted", file, None
        whole = (home.path / file).read_bytes()
        for number in range(times if whole else 0):
            dice, bad = random.Random(f"{seed} {file.name} {number}"), bytearray(whole)
            for _ in range(FLIPPED):
                bad[dice.randrange(len(bad))] ^= dice.randrange(1, 256)
            yield "flipped", file, bytes(bad)


def asked(home: Path, goods: Mapping[str, Shown], counts: Counter[str]) -> None:
    """Asks everything of one home and counts what is wrong with the replies."""
    environment = {**os.environ, "DAOGOU_EMBEDDER": "hashing"}
    with ChatProcess(home, environment) as chat:
        for number, (text, fits) in enumerate(DEMANDS.items()):
            try:
                reply = chat.ask({"conversation": f"c{number}", "text": text})
            except RuntimeError as ended:
                counts["crashes"] += 1
                counts[str(ended)[-300:]] += 1
                return
            counts["replies"] += 1
            counts["replies without items"] += not reply.get("items")
            for item in [*reply.get("items", ()), *reply.get("unproved", ())]:
                _judge(item, goods.get(item["id"]), fits if item in reply["items"] else None, counts)


def _judge(
    item: Mapping[str, Any], known: Shown | None, fits: Callable[[Shown], bool] | None, counts: Counter[str]
) -> None:
    counts["products shown"] += 1
    if known is None:
        counts["shown, and the store lacks it"] += 1
        return
    counts["shown otherwise than in the store"] += (item["title"], item["price"]) != (known.title, known.price)
    counts["shown, and the demand excludes it"] += fits is not None and not fits(known)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--products", type=int, default=1000)
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home, goods = made(Path(folder), wanted.products)
        none = ("crashes", "shown, and the store lacks it", "shown otherwise than in the store",
                "shown, and the demand excludes it")  # fmt: skip
        found = Counter(dict.fromkeys(none, 0))
        for kind, file, content in damages(home, wanted.times, wanted.seed):
            copy = Path(folder) / "copy"
            shutil.copytree(home.path, copy)
            (copy / file).unlink() if content is None else (copy / file).write_bytes(content)
            found[f"{file.name} {kind}"] += 1
            asked(copy, goods, found)
            shutil.rmtree(copy)
    print(markdown(("what", "count"), list(found.items())))
    if wanted.json:
        wanted.json.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()

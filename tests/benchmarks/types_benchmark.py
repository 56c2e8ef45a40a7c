"""Whether products are told for what they are, against kinds that people read off their titles.

`tests/catalog/annotations/` has 500 products of DAOGOU_DATA's electronics and all of its home_zh: the id, the kinds
that are right for it (a bar between them; a question mark where neither title nor description tells), and for every
kind its names and whether it is an accessory: a thing made for another one, a part, a supply or a service. Half of
each set, chosen by a hash of the id, is open to look at while rules are mended; the other half is sealed. Five further
draws of the electronics, of 150, 100, 250, 150 and 150 others, were annotated before it was seen what the code says of
them; then their misses were looked at, so they are open.

    python -m tests.benchmarks.types_benchmark [--wrong] [--json OUT]
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog.importing.file_import import prepare_file
from tests.benchmarks.tables import markdown

FOLDER = Path(__file__).parents[1] / "catalog" / "annotations"
SETS = {"electronics": "electronics/products.jsonl.gz", "home_zh": "home_zh/products.jsonl"}
FURTHER = {
    "electronics": (
        "electronics_second",
        "electronics_third",
        "electronics_fourth",
        "electronics_fifth",
        "electronics_sixth",
    )
}
"""Draws that are open as a whole."""
UNTOLD = "?"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of product: the names that are right for it, and whether it is made for something else."""

    names: frozenset[str]
    accessory: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What the catalogue says of one annotated product."""

    id: str
    kinds: tuple[str, ...]
    type: str | None
    right: bool
    accessory: bool
    taken_for_device: bool


def plain(name: str) -> str:
    """One form for a name in singular and plural, in capitals or not."""
    words = name.casefold().replace("&", "and").split()
    if not words:
        return ""
    last = f"{words[-1][:-3]}y" if words[-1].endswith("ies") else words[-1].removesuffix("s")
    return " ".join([*words[:-1], last])


def kinds() -> dict[str, Kind]:
    """The kinds that annotations use."""
    with (FOLDER / "kinds.csv").open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return {
        row["kind"]: Kind(
            frozenset(plain(name) for name in [row["kind"], *row["names"].split("|")]), row["accessory"] == "yes"
        )
        for row in rows
    }


def annotated(name: str) -> dict[str, tuple[str, ...]]:
    """The kinds that are right for each product of a set."""
    with (FOLDER / f"types_{name}.csv").open(newline="", encoding="utf-8") as lines:
        return {row["id"]: tuple(row["kinds"].split("|")) for row in csv.DictReader(lines)}


def is_open(identifier: str) -> bool:
    """Whether a product is of the half that may be looked at."""
    return hashlib.sha256(identifier.encode()).digest()[0] % 2 == 0


def judged(
    right: Mapping[str, Sequence[str]], types: Mapping[str, str | None], known: Mapping[str, Kind]
) -> Iterable[Told]:
    """What was told of each annotated product; every one of them must be in the catalogue."""
    devices = frozenset(name for kind in known.values() if not kind.accessory for name in kind.names)
    devices -= frozenset(name for kind in known.values() if kind.accessory for name in kind.names)
    for identifier, names in right.items():
        told = types[identifier]
        wanted = [known[name] for name in names if name != UNTOLD]
        fits = plain(told) in frozenset().union(*(kind.names for kind in wanted)) if told else UNTOLD in names
        accessory = bool(wanted) and all(kind.accessory for kind in wanted)
        yield Told(
            identifier, tuple(names), told, fits, accessory,
            accessory and not fits and told is not None and plain(told) in devices,
        )  # fmt: skip


def row(name: str, found: Sequence[Told]) -> tuple[str, int, float, float, int, float]:
    """One line of the table."""
    accessories = [one for one in found if one.accessory]
    taken = sum(one.taken_for_device for one in accessories)
    return (
        name,
        len(found),
        sum(one.right for one in found) / len(found),
        sum(one.type is None for one in found) / len(found),
        len(accessories),
        taken / len(accessories) if accessories else 0.0,
    )


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="list what is wrong in the open half")
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    data = os.environ.get("DAOGOU_DATA")
    if not data:
        sys.exit("Set DAOGOU_DATA to the folder with electronics and home_zh.")
    known, rows, wrong = kinds(), [], []
    for name, file in SETS.items():
        types = {product.id: product.type for product in prepare_file(Path(data) / file).products}
        found = list(judged(annotated(name), types, known))
        halves = {True: "open", False: "sealed"}
        rows += [row(f"{name}, {halves[half]}", [one for one in found if is_open(one.id) is half]) for half in halves]
        rows.append(row(f"{name}, all", found))
        wrong += [one for one in found if is_open(one.id) and not one.right]
        for further in FURTHER.get(name, ()):
            found = list(judged(annotated(further), types, known))
            rows.append(row(further.replace("_", ", "), found))
            wrong += [one for one in found if not one.right]
    header = ("set", "products", "type right", "no type", "accessories", "taken for a device")
    print(markdown(header, rows))
    for one in wrong if wanted.wrong else ():
        print(f"{one.id}: {one.type!r}, annotated {'|'.join(one.kinds)}{' DEVICE' if one.taken_for_device else ''}")
    if wanted.json:
        wanted.json.write_text(json.dumps([dict(zip(header, one, strict=True)) for one in rows], indent=1) + "\n")


if __name__ == "__main__":
    main()

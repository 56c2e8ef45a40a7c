"""Whether the facts that titles state are found, and whether what is read from titles is right, as people read them.

`tests/catalog/annotations/facts.csv` has 150 products of DAOGOU_DATA's home_zh, 110 of its electronics and 40 of its
dummyjson (by the beginning of the SHA-256 of the title): colours (`c:`), materials (`m:`), features (`f:`) and figures
that the title states of the thing itself; `fact_words.csv` has further words for a value. A fact is found where an
attribute of the product has it, whatever its column; a colour or material that the record itself gives in other words
is left out; precision is that of the attributes whose proof is the title.
Half of each set, by a hash of the id, is sealed.

    python -m tests.benchmarks.mining_benchmark [--wrong] [--json OUT]
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog.importing.file_import import prepare_file
from catalog.measures import convert
from catalog.product import Attribute, Product
from tests.benchmarks.tables import markdown
from tests.benchmarks.types_benchmark import FOLDER, is_open

SETS = {
    "home_zh": "home_zh/products.jsonl",
    "dummyjson": "dummyjson/products.json",
    "electronics": "electronics/products.jsonl.gz",
}
NEAR = 0.025
"""A length in feet and its rounded metres are the same fact."""
COLUMNS = {"c:": ("colour", "color", "颜色"), "m:": ("material", "材质", "材料")}
"""A record that says its colour or material itself needs no reading, whatever its title calls it."""
PROOFS = ("title:", "text:")


@dataclass(frozen=True, slots=True)
class Judged:
    """One product: its annotated facts, those that were found, and what was read from its title, right or not."""

    set: str
    open: bool
    title: str
    facts: tuple[str, ...]
    missed: tuple[str, ...]
    mined: int
    wrong: tuple[str, ...]


def words() -> dict[str, tuple[str, ...]]:
    """Further words for a value."""
    with (FOLDER / "fact_words.csv").open(newline="", encoding="utf-8") as lines:
        return {row["value"]: tuple(row["words"].casefold().split("|")) for row in csv.DictReader(lines)}


def annotated() -> dict[tuple[str, str], tuple[str, ...]]:
    """Set and id -> the facts that the title states."""
    with (FOLDER / "facts.csv").open(newline="", encoding="utf-8") as lines:
        return {
            (row["set"], row["id"]): tuple(fact for fact in row["facts"].split("|") if fact)
            for row in csv.DictReader(lines)
        }


def key(name: str, product: Product) -> str:
    """How the annotations call a product of a set."""
    return hashlib.sha256(product.title.encode()).hexdigest()[:16] if name == "dummyjson" else product.id


def is_asked(column: str, fact: Attribute) -> bool:
    """Whether a fact is of what the annotations tell: a colour, a material, a feature or a figure."""
    named = any(word in column.casefold() for words in COLUMNS.values() for word in words)
    return named or not isinstance(fact.value, str)


def states(name: str, fact: Attribute, wanted: str, more: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether an attribute states an annotated fact."""
    if wanted[1:2] != ":":
        figure, unit = wanted.split()
        if not isinstance(fact.value, float) or isinstance(fact.value, bool):
            return False
        value = convert(float(figure), unit, fact.unit) if fact.unit else None
        return value is not None and abs(value - fact.value) <= NEAR * abs(value)
    value = wanted[2:]
    said = (value, *more.get(value, ()))
    plain = name.casefold().replace("_", " ")
    if isinstance(fact.value, bool):
        return fact.value and any(word.replace("_", " ") in plain for word in said)
    return isinstance(fact.value, str) and any(word in fact.value.casefold() for word in said)


def judged(name: str, products: Sequence[Product]) -> Iterator[Judged]:
    """What was found of each annotated product."""
    facts, more = annotated(), words()
    for product in products:
        wanted = facts.get((name, key(name, product)))
        if wanted is None:
            continue
        read = {column: fact for column, fact in product.attributes.items() if (fact.proof or "").startswith(PROOFS)}
        own = product.attributes.keys() - read.keys()
        read = {column: fact for column, fact in read.items() if is_asked(column, fact)}
        wanted = tuple(
            one
            for one in wanted
            if any(states(*each, one, more) for each in product.attributes.items())
            or not any(word in column.casefold() for word in COLUMNS.get(one[:2], ()) for column in own)
        )
        yield Judged(
            name,
            is_open(key(name, product)),
            product.title,
            wanted,
            tuple(
                one for one in wanted if not any(states(*each, one, more) for each in product.attributes.items())
            ),
            len(read),
            tuple(
                f"{column} {fact.value} {fact.unit or ''}".strip()
                for column, fact in read.items()
                if not any(states(column, fact, one, more) for one in wanted)
            ),
        )  # fmt: skip


def row(name: str, found: Sequence[Judged]) -> tuple[str, int, int, float, int, float]:
    """One line of the table."""
    facts = sum(len(one.facts) for one in found)
    mined = sum(one.mined for one in found)
    recall = 1 - sum(len(one.missed) for one in found) / facts if facts else float("nan")
    precision = 1 - sum(len(one.wrong) for one in found) / mined if mined else float("nan")
    return name, len(found), facts, recall, mined, precision


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="list what is missed or wrong in the open half")
    parser.add_argument("--sets", nargs="*", default=list(SETS), choices=list(SETS))
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    data = os.environ.get("DAOGOU_DATA")
    if not data:
        sys.exit("Set DAOGOU_DATA to the folder with home_zh, dummyjson and electronics.")
    every: list[Judged] = []
    for name in wanted.sets:
        every += judged(name, prepare_file(Path(data) / SETS[name]).products)
    rows = [
        row(f"{name}, {half}", [one for one in every if one.set == name and one.open is (half == "open")])
        for name in wanted.sets
        for half in ("open", "sealed")
    ]
    rows.append(row("all", every))
    header = ("set", "titles", "facts", "recall", "read from titles", "precision")
    print(markdown(header, rows))
    for one in every if wanted.wrong else ():
        if one.open and (one.missed or one.wrong):
            print(f"missed {', '.join(one.missed) or '-'}; wrong {', '.join(one.wrong) or '-'} | {one.title}")
    if wanted.json:
        wanted.json.write_text(json.dumps([dict(zip(header, one, strict=True)) for one in rows], indent=1) + "\n")


if __name__ == "__main__":
    main()

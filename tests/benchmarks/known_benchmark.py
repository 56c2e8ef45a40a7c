"""What is known of headphones, speakers, mice and printers: by their columns alone, and with what was read.

For each kind in DAOGOU_DATA's electronics, the share of products whose connection, colour and Bluetooth are known: by
the record's own columns, and after an import with what titles, descriptions and columns that list connections prove.
Bluetooth is asked of those that are not known to be wired alone. `tests/catalog/annotations/known.csv` has 100 facts
of connection, colour and Bluetooth that were read, all of the four kinds and others drawn from every kind, as people
judged them on the record: id, column, value, and whether the record says so.

    python -m tests.benchmarks.known_benchmark [--read] [--json OUT]
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from catalog.importing.file_import import prepare_file
from catalog.product import Attribute, Product
from tests.benchmarks.tables import markdown
from tests.benchmarks.types_benchmark import FOLDER

KINDS = {
    "headphones": ("headphones", "headphone", "headset", "earphones", "earbuds", "buds", "headphones/headset"),
    "speakers": ("speaker", "speakers", "loudspeaker", "loudspeakers"),
    "mice": ("mouse", "mice"),
    "printers": ("printer", "printers", "mfp", "multifunctional"),
}
CONNECTIONS = (
    "t_connectivity_technology", "t_device_interface", "t_headphone_connectivity", "t_standard_interfaces",
    "t_speaker_interface_type", "t_interface", "b_usb_port", "b_ethernet_lan", "b_wi_fi", "b_bluetooth",
)  # fmt: skip
COLOURS = ("t_product_colour", "t_surface_coloration")
BLUETOOTH = ("b_bluetooth",)
ELSEWHERE = ("b_nfc", "t_connector_1", "t_connector_2", "t_usb_version")
"""Columns of connection that other kinds have."""
READ = ("title:", "text:")


def kind(product: Product) -> str | None:
    """Which of the four a product is; label printers and what only goes with one are none."""
    words = (product.type or "").casefold().split()
    if not words or words[0] in ("label", "3d"):
        return None
    return next((name for name, ends in KINDS.items() if words[-1] in ends), None)


def own(product: Product) -> Mapping[str, Attribute]:
    """The attributes that the record's columns give."""
    return {name: fact for name, fact in product.attributes.items() if not (fact.proof or "").startswith(READ)}


def wired(facts: Mapping[str, Attribute]) -> bool:
    """Whether the connection is known to be by wire alone."""
    said = facts.get("t_connectivity_technology")
    return said is not None and str(said.value).casefold() == "wired"


def known(facts: Mapping[str, Attribute], columns: Sequence[str]) -> bool:
    """Whether one of the columns is there."""
    return any(name in facts for name in columns)


def rows(products: Sequence[Product]) -> list[tuple[str, str, int, float, float]]:
    """Kind, what is asked, of how many, and the share that is known by columns alone and with what was read."""
    found = []
    for name in KINDS:
        members = [product for product in products if kind(product) == name]
        for asked, columns in (("connection", CONNECTIONS), ("colour", COLOURS), ("Bluetooth", BLUETOOTH)):
            asked_of = [one for one in members if asked != "Bluetooth" or not wired(own(one))]
            found.append((name, asked, len(asked_of), _share(asked_of, own, columns), _share(asked_of, _all, columns)))
    return found


def _all(product: Product) -> Mapping[str, Attribute]:
    return product.attributes


def _share(
    members: Sequence[Product], facts: Callable[[Product], Mapping[str, Attribute]], names: Sequence[str]
) -> float:
    return sum(known(facts(one), names) for one in members) / len(members) if members else 0.0


def read(products: Sequence[Product]) -> list[tuple[Product, str, Attribute]]:
    """What was read of connection, colour and Bluetooth, whatever the kind."""
    columns = {*CONNECTIONS, *ELSEWHERE}
    return [
        (product, name, fact)
        for product in products
        for name, fact in sorted(product.attributes.items())
        if (name in columns or "colour" in name or "coloration" in name) and (fact.proof or "").startswith(READ)
    ]


def checked() -> dict[tuple[str, str], tuple[str, bool]]:
    """Id and column -> the value that people judged, and whether the record says so."""
    file = FOLDER / "known.csv"
    if not file.exists():
        return {}
    with file.open(newline="", encoding="utf-8") as lines:
        return {(row["id"], row["column"]): (row["value"], row["right"] == "yes") for row in csv.DictReader(lines)}


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--read", action="store_true", help="list what was read, with its proof")
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    data = os.environ.get("DAOGOU_DATA")
    if not data:
        sys.exit("Set DAOGOU_DATA to the folder with electronics.")
    products = prepare_file(Path(data) / "electronics" / "products.jsonl.gz").products
    table = rows(products)
    print(markdown(("kind", "asked", "products", "by columns alone", "with what was read"), table))
    facts, judged = read(products), checked()
    verdicts = [
        judged[one.id, name][1]
        for one, name, fact in facts
        if (one.id, name) in judged and judged[one.id, name][0] == str(fact.value)
    ]
    four = sum(kind(one) is not None for one, _, _ in facts)
    print(f"\n{len(facts)} facts read, {four} of them of the four kinds")
    print(f"of {len(verdicts)} that people judged, {sum(verdicts)} are right")
    for one, name, fact in facts if wanted.read else ():
        print(one.id, name, fact.value, "|", fact.proof, "|", one.title, "|", (one.description or "")[:160])
    if wanted.json:
        wanted.json.write_text(json.dumps([list(line) for line in table], indent=1) + "\n")


if __name__ == "__main__":
    main()

"""A kill at any moment loses no acknowledged row and leaves a home that opens."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from catalog.__main__ import main
from catalog.catalogue import Catalogue
from catalog.embedders import HashingEmbedder
from catalog.home import Home
from catalog.languages.segmentation import segment
from tests.benchmarks.import_benchmark import killed

KILLS = 10
# Writes one product after the other and tells each number once written; where asked, indexes after every fifth.
WRITER = """
import random, sys
from pathlib import Path
from catalog.catalogue import Catalogue
from catalog.embedders import HashingEmbedder
from catalog.home import Home
from catalog.product import Attribute, Product

start, indexing = int(sys.argv[2]), sys.argv[3] == "indexing"
with Catalogue.open(Home.make(Path(sys.argv[1])), HashingEmbedder(), "writer") as catalogue:
    if indexing:
        catalogue.index_pending()
    print("open", flush=True)
    for number in range(start, start + 100000):
        facts = {"height": Attribute(float(number), "cm"), "lit": Attribute(True)}
        # Titles unlike each other: an approximate index loses sight of one among hundreds of equal ones.
        words = ("".join(random.Random(f"{number} {n}").choices("abdegiklmnoprstu", k=6)) for n in range(3))
        title = " ".join(["Lamp", *words])
        catalogue.store.write([Product(f"p{number}", title, attributes=facts)])
        print(number, flush=True)
        if indexing and number % 5 == 0:
            catalogue.index_pending()
"""


def test_ten_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    home = Home.make(tmp_path / "home")
    dice = random.Random(7)
    acknowledged: set[str] = set()
    for kill in range(KILLS):
        start = len(acknowledged) * 2 + 1
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(home.path), str(start), ("indexing", "plain")[kill % 2]],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == "open\n", "the home opens after every kill"
        time.sleep(dice.uniform(0, 0.4))
        writer.kill()
        acknowledged |= {f"p{int(line)}" for line in writer.stdout.read().splitlines() if line.strip()}
        writer.wait()
    assert len(acknowledged) > KILLS
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        catalogue.index_pending()
        ids = set(catalogue.store.rows().ids)
        assert acknowledged <= ids
        assert len(ids) <= len(acknowledged) + KILLS, "at most the row under way was there and not yet told"
        assert len(catalogue.store.column("height").rows) == len(ids)
        assert len(catalogue.search_words(segment("lamp"), 10**6)) == len(ids)
        assert catalogue.exact.count() == len(ids)
    assert main(["check", "--home", str(home.path)]) == 0


def test_ten_kills_of_imports_patches_deletions_and_rebuilds() -> None:
    counts, _ = killed(seed=11, kills=KILLS)
    during = {name: count for name, count in counts.items() if name.startswith("killed during")}
    assert sum(during.values()) == KILLS
    assert {name: count for name, count in counts.items() if count and name not in during} == {}

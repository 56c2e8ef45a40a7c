"""An index whose files are not as they were left is made anew, and never opened."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from catalog.catalogue import Catalogue
from catalog.embedders import HashingEmbedder
from catalog.home import Home
from catalog.product import Product


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.make(tmp_path / "home")
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        catalogue.store.write([Product(f"p{n}", f"lamp {n} {n * 7919}") for n in range(60)])
        catalogue.index_pending()
    return home


def generation(home: Home) -> str:
    """The folder that the index lies in."""
    return next(one.name for one in sorted(home.chroma.iterdir()))


def test_an_index_that_is_as_it_was_left_is_opened_again(home: Home) -> None:
    for _ in range(2):
        with Catalogue.open(home, HashingEmbedder()) as catalogue:
            catalogue.index_pending()
            assert catalogue.index_fault == ""
        assert generation(home) == "g000001"


def test_a_process_that_is_killed_leaves_an_index_that_is_opened_again(home: Home, tmp_path: Path) -> None:
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        catalogue.index_pending()
        catalogue.store.write([Product("new", "violin")])
        catalogue.index_pending()
        assert catalogue._upkeep.chroma is not None
        assert catalogue._upkeep.chroma._nearest(catalogue.exact.sample(1), 5)
        shutil.copytree(home.path, tmp_path / "killed")
    with Catalogue.open(Home(tmp_path / "killed"), HashingEmbedder()) as catalogue:
        catalogue.index_pending()
        assert catalogue.index_fault == ""
        assert catalogue.search_vectors("violin", 1)[0][0] == "new"


@pytest.mark.parametrize("seed", range(4))
def test_flipped_bytes_are_seen_before_the_file_is_opened(home: Home, seed: int) -> None:
    dice = random.Random(seed)
    files = [one for one in sorted(home.chroma.rglob("*")) if one.is_file() and one.stat().st_size]
    chosen = files[seed % len(files)]
    content = bytearray(chosen.read_bytes())
    for _ in range(100):
        content[dice.randrange(len(content))] ^= dice.randrange(1, 256)
    chosen.write_bytes(content)
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        assert catalogue.chroma_fault() == "its files are not as they were left"
        catalogue.index_pending()
        assert catalogue.chroma_fault() == ""
        assert len(catalogue.search_vectors("lamp", 60)) == 60
    assert generation(home) == "g000002"

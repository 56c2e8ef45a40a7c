"""The owner's indexes follow the store: through edits, other processes, damage and restarts."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from catalog.catalogue import Catalogue
from catalog.chroma_index import ChromaIndex, generations
from catalog.embedders import HashingEmbedder
from catalog.errors import SetupError
from catalog.home import Home
from catalog.languages.segmentation import segment
from catalog.ports import Vectors
from catalog.product import Product
from catalog.product_json import record
from catalog.store import Store

GOODS = tuple(
    Product(f"p{n}", f"{kind} model {n}", type=kind) for n, kind in enumerate(["kettle", "lamp", "scarf"] * 10)
)
WRITER = """
import json, sys
from pathlib import Path
from catalog.product_json import product
from catalog.store import Store
store = Store.open(Path(sys.argv[1]))
store.write([product(json.loads(line)) for line in sys.stdin])
store.delete(["p2"])
"""


class CountingEmbedder(HashingEmbedder):
    """Remembers how many texts it was given."""

    def __init__(self) -> None:
        self.embedded = 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.embedded += len(texts)
        return super().embed(texts)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.make(tmp_path / "home")
    store = Store.open(home.store)
    store.write(GOODS)
    store.close()
    return home


def eventually(true: Callable[[], bool], seconds: float = 10) -> bool:
    """Whether it comes true in time."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def nearest(catalogue: Catalogue, text: str) -> str:
    return catalogue.search_vectors(text, 1)[0][0]


def test_a_small_catalogue_can_be_searched_once_open(home: Home) -> None:
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        assert nearest(catalogue, "scarf model 29") == "p29"
        assert catalogue.search_vectors("kettle model 4", 3, ["p4", "p5"])[0][0] != "p3"
        assert catalogue.search_words(segment("lamp"), 50)[0][0] in {one.id for one in GOODS if one.type == "lamp"}
        assert set(catalogue.similarities("lamp", ["p1", "nowhere"])) == {"p1"}
        with pytest.raises(SetupError, match="in use"):
            Catalogue.open(home, HashingEmbedder())
    Catalogue.open(home, HashingEmbedder()).close()


def test_chroma_holds_what_the_store_holds_and_is_found_again(home: Home) -> None:
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        catalogue.index_pending()
        assert catalogue.index_fault == "there was none of this embedder"
        assert catalogue._upkeep.chroma is not None
        assert catalogue._upkeep.chroma.fault() == ""
    embedder = CountingEmbedder()
    with Catalogue.open(home, embedder) as catalogue:
        catalogue.index_pending()
        assert (catalogue.index_fault, embedder.embedded) == ("", 0)
        assert len(generations(home.chroma)) == 1


def test_changes_while_nobody_owned_the_home_are_caught_up(home: Home) -> None:
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        catalogue.index_pending()
    store = Store.open(home.store)
    store.write([replace(GOODS[0], title="garden hose"), Product("new", "violin")])
    store.delete(["p1"])
    store.close()
    embedder = CountingEmbedder()
    with Catalogue.open(home, embedder) as catalogue:
        catalogue.index_pending()
        assert (catalogue.index_fault, embedder.embedded) == ("", 2)
        assert nearest(catalogue, "garden hose") == "p0"
        assert nearest(catalogue, "violin") == "new"
        assert catalogue._upkeep.chroma is not None
        assert catalogue._upkeep.chroma.fault() == ""


def test_a_price_change_embeds_nothing(home: Home) -> None:
    embedder = CountingEmbedder()
    with Catalogue.open(home, embedder) as catalogue:
        before = embedder.embedded
        catalogue.store.write([replace(one, price=5.0) for one in GOODS])
        catalogue.index_pending()
        assert embedder.embedded == before


def test_what_another_process_imports_is_found_with_no_restart(home: Home) -> None:
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        catalogue.index_pending()
        catalogue.follow()
        lines = "\n".join(json.dumps(record(one)) for one in (Product("v", "violin"), replace(GOODS[0], title="hose")))
        subprocess.run([sys.executable, "-c", WRITER, str(home.store)], input=lines, text=True, check=True)
        assert eventually(lambda: not catalogue.similarities("x", ["p2"]) and nearest(catalogue, "violin") == "v", 5)
        assert nearest(catalogue, "hose") == "p0"
        assert catalogue.search_words(segment("violin"), 1)[0][0] == "v"
        assert catalogue.trouble == ""


@pytest.mark.parametrize("damage", ["removed", "torn", "emptied"])
def test_damaged_chroma_is_made_anew_without_embedding(home: Home, damage: str) -> None:
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        catalogue.index_pending()
    folder = generations(home.chroma)[0]
    if damage == "removed":
        shutil.rmtree(folder)
    elif damage == "torn":
        for file in folder.rglob("*.sqlite3"):
            file.write_bytes(file.read_bytes()[:5000])
    else:
        for file in folder.rglob("*"):
            if file.is_file():
                file.write_bytes(b"")
    embedder = CountingEmbedder()
    with Catalogue.open(home, embedder) as catalogue:
        assert nearest(catalogue, "scarf model 29") == "p29"
        catalogue.index_pending()
        assert catalogue.index_fault
        assert embedder.embedded == 1, "only the query"
        assert catalogue._upkeep.chroma is not None
        assert catalogue._upkeep.chroma.fault() == ""
        assert len(generations(home.chroma)) == 1


def test_a_running_follower_makes_a_broken_chroma_anew(home: Home) -> None:
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        catalogue.follow()
        assert eventually(lambda: catalogue._upkeep.chroma is not None)
        chroma = catalogue._upkeep.chroma
        assert chroma is not None
        chroma.broken = "a test says so"
        assert nearest(catalogue, "scarf model 29") == "p29"
        assert eventually(lambda: catalogue._upkeep.chroma not in (None, chroma))
        assert catalogue.index_fault == "a test says so"


def test_an_index_that_comes_out_wrong_is_left_out_and_not_made_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def faulty(index: ChromaIndex) -> str:
        made.append(index.folder)
        return "a test says so"

    monkeypatch.setattr(ChromaIndex, "fault", faulty)
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        for _ in range(3):
            catalogue.index_pending()
        assert (len(made), generations(home.chroma)) == (1, [])
        assert catalogue.index_fault == "a test says so"
        assert nearest(catalogue, "scarf model 29") == "p29"


def test_another_embedder_starts_its_own_vectors(home: Home) -> None:
    class Other(HashingEmbedder):
        name = "other"

    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        catalogue.index_pending()
    with Catalogue.open(home, Other()) as catalogue:
        catalogue.index_pending()
        assert catalogue.exact.count() == len(GOODS)
        assert "none of this embedder" in catalogue.index_fault


def test_a_home_is_opened_only_where_it_is_free(home: Home) -> None:
    with Catalogue.open(home, HashingEmbedder()):
        assert Catalogue.open_if_free(home, lambda name: HashingEmbedder(), "import") is None
    named: list[str] = []

    def embedder(name: str) -> HashingEmbedder:
        named.append(name)
        return HashingEmbedder()

    catalogue = Catalogue.open_if_free(home, embedder, "import")
    assert catalogue is not None
    catalogue.close()
    assert named == ["hashing"]


def test_progress_is_told(home: Home) -> None:
    steps: list[tuple[str, int, int]] = []
    with Catalogue.open(home, HashingEmbedder(), progress=lambda *step: steps.append(step)) as catalogue:
        catalogue.rebuild(lambda *step: steps.append(step))
    assert steps == [("embedding", 30, 30), ("indexing", 30, 30)]


def test_an_empty_home_opens_and_fills(tmp_path: Path) -> None:
    with Catalogue.open(Home.make(tmp_path / "home"), HashingEmbedder()) as catalogue:
        catalogue.index_pending()
        assert catalogue.search_vectors("violin", 3) == []
        catalogue.follow()
        catalogue.store.write([Product("v", "violin")])
        assert eventually(lambda: catalogue.search_vectors("violin", 3) != [])

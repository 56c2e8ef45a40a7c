"""Texts told beforehand get the vectors that the embedder gives, and an import embeds what changed and no more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Event

import numpy as np
import pytest

from catalog.catalogue import Catalogue
from catalog.clean import Cleaned
from catalog.documents import embedding_text
from catalog.embedders import HashingEmbedder
from catalog.home import Home
from catalog.importing.ahead import Ahead
from catalog.importing.embedding_ahead import EmbeddingAhead
from catalog.importing.memory import ImportSettings
from catalog.importing.modes import import_undoable
from catalog.importing.parts import FileInParts, Settings
from catalog.ports import Vectors
from catalog.product import Product
from catalog.types.foretold import HARDLY, RATHER, VERY, doubt
from tests.contracts.embedder import EmbedderContract


class Counting(HashingEmbedder):
    """Keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        """As the hashing embedder does."""
        self.asked += texts
        return super().embed(texts)


class TestAhead(EmbedderContract):
    @classmethod
    def make(cls) -> EmbeddingAhead:
        ahead = EmbeddingAhead(HashingEmbedder())
        ahead.expect(["a kettle", "a pan"])
        return ahead


def test_what_was_expected_is_embedded_once_and_right() -> None:
    inner = Counting()
    with EmbeddingAhead(inner) as ahead:
        ahead.expect(["red kettle", "blue kettle"])
        ahead.expect(["blue kettle", "pan"])
        vectors = ahead.embed(["pan", "red kettle", "blue kettle", "pan"])
    assert sorted(inner.asked) == ["blue kettle", "pan", "red kettle"]
    assert np.array_equal(vectors, HashingEmbedder().embed(["pan", "red kettle", "blue kettle", "pan"]))


def test_doubtful_texts_wait_for_likely_ones_told_later_and_are_dropped_where_wrong() -> None:
    begun, go_on = Event(), Event()

    class Slow(Counting):
        def embed(self, texts: Sequence[str]) -> Vectors:
            begun.set()
            assert go_on.wait(10)
            return super().embed(texts)

    inner = Slow()
    with EmbeddingAhead(inner) as ahead:
        ahead.guess(["kettle"], [], ["a thing", "another"])
        assert begun.wait(10)
        ahead.guess(["pan"], ["a third"])
        ahead.expect(["kettle", "pan", "a thing of iron", "another"])
        ahead.guess([], [], ["a fifth"])
        ahead.guess(["spoon"], ["a fork"])
        go_on.set()
        ahead.embed(["kettle", "pan", "another", "a thing of iron", "spoon", "a fork", "a fifth"])
    assert set(inner.asked) == {"kettle", "pan", "another", "a thing of iron", "spoon", "a fork", "a fifth"}
    assert inner.asked[-2:] == ["a fork", "a fifth"]


@pytest.mark.parametrize(
    ("title", "name", "type_", "doubts"),
    [
        ("Acme 006R9 toner cartridge Black", "006R9", None, HARDLY),
        ("Acme 006R9 Original Black", "006R9", None, VERY),
        ("Acme 006R9", "006R9", None, VERY),
        ("Acme kettle of steel", None, None, RATHER),
        ("Acme Turbo 5000", None, None, VERY),
        ("Acme Turbo 5000", None, "kettle", HARDLY),
    ],
)
def test_a_title_that_writes_its_kind_is_less_doubtful_than_one_that_does_not(
    title: str, name: str | None, type_: str | None, doubts: int
) -> None:
    assert doubt(Cleaned(Product("1", title, type=type_), name)) == doubts


def test_texts_are_embedded_in_the_order_in_which_they_are_expected() -> None:
    begun, expected = Event(), Event()

    class Waiting(Counting):
        def embed(self, texts: Sequence[str]) -> Vectors:
            begun.set()
            assert expected.wait(10)
            return super().embed(texts)

    inner = Waiting()
    with EmbeddingAhead(inner) as ahead:
        ahead.guess(["pan"])
        assert begun.wait(10)
        ahead.guess(["cup", "jug"])
        ahead.expect(["blue cup", "jug"])
        expected.set()
        ahead.embed(["blue cup", "jug"])
    assert inner.asked == ["pan", "blue cup", "jug"]


def test_of_guessed_texts_the_longest_come_first_and_expected_ones_before_all_of_them() -> None:
    begun, told = Event(), Event()

    class Waiting(Counting):
        def embed(self, texts: Sequence[str]) -> Vectors:
            begun.set()
            assert told.wait(10)
            return super().embed(texts)

    for expected, asked in [((), ["pan", "a blue cup", "a jug", "cup"]), (("jar",), ["pan", "jar"])]:
        begun.clear(), told.clear()
        inner = Waiting()
        with EmbeddingAhead(inner) as ahead:
            ahead.guess(["pan"])
            assert begun.wait(10)
            if expected:
                ahead.expect(["pan", *expected])
            ahead.guess(["cup", "a jug", *(() if expected else ("a blue cup",))])
            told.set()
            ahead.embed([*expected, "cup", "a jug"])
        assert inner.asked[: len(asked)] == asked


def test_an_import_embeds_the_longest_texts_first_and_takes_the_vectors_up_in_that_order(tmp_path: Path) -> None:
    file = written(tmp_path / "a.jsonl", ["Pan", "Kettle of steel", "Big kettle of steel", "Mug"])
    inner = Counting()
    with EmbeddingAhead(inner) as ahead, Catalogue.open(Home.make(tmp_path / "home"), ahead) as catalogue:
        foretold = Ahead(catalogue.store, ahead)
        import_undoable(file, catalogue.store, ImportSettings(), "mark", foretold=foretold)
        waiting = catalogue.store.pending("hashing").in_order(foretold.texts)
        assert waiting.ids == ("p2", "p1", "p0", "p3")
        assert waiting.in_order([waiting.documents[3]]).ids == ("p3", "p2", "p1", "p0")


def test_an_embedder_that_fails_says_so_to_who_asks() -> None:
    class Broken(HashingEmbedder):
        def embed(self, texts: Sequence[str]) -> Vectors:
            raise ValueError("no memory")

    with EmbeddingAhead(Broken()) as ahead:
        ahead.expect(["red kettle"])
        with pytest.raises(ValueError, match="no memory"):
            ahead.embed(["red kettle"])


def written(path: Path, titles: Sequence[str]) -> Path:
    """A file of products with these titles."""
    path.write_text("\n".join(json.dumps({"id": f"p{n}", "title": one, "price": 5}) for n, one in enumerate(titles)))
    return path


def imported(file: Path, home: Home) -> list[str]:
    """What the embedder was asked for during an import."""
    inner = Counting()
    with EmbeddingAhead(inner) as ahead, Catalogue.open(home, ahead) as catalogue:
        foretold = Ahead(catalogue.store, ahead)
        import_undoable(file, catalogue.store, ImportSettings(), "mark", foretold=foretold)
        catalogue.index_pending(texts=foretold.texts)
        assert not catalogue.store.pending("hashing").count
        assert catalogue.exact.count() == catalogue.store.count()
        assert catalogue.chroma_fault() == ""
        ids, vectors = catalogue.store.vectors("hashing")
        texts = [embedding_text(product) for product in catalogue.store.get(ids)]
    assert np.array_equal(vectors, HashingEmbedder().embed(texts))
    return inner.asked


def test_only_what_changed_is_embedded_again(tmp_path: Path) -> None:
    home = Home.make(tmp_path / "home")
    titles = [f"Kettle model {n}" for n in range(40)]
    assert set(imported(written(tmp_path / "a.jsonl", titles), home)) >= {"Kettle model 3"}
    titles[3] = "Frying pan of iron"
    asked = imported(written(tmp_path / "b.jsonl", titles), home)
    assert [text.split(".")[0] for text in asked] == ["Frying pan of iron"]


def test_the_first_rows_are_foretold_before_any_is_cleaned_for_good(tmp_path: Path) -> None:
    class Heard:
        def __init__(self) -> None:
            self.likely: list[tuple[int, str]] = []
            self.sure: list[str] = []

        def perhaps(self, *products: Iterable[Product]) -> None:
            self.likely += [(place, product.title) for place, told in enumerate(products) for product in told]

        def surely(self, products: Iterable[Product]) -> None:
            self.sure += [product.title for product in products]

    heard = Heard()
    file = FileInParts(written(tmp_path / "a.jsonl", ["Acme kettle of steel", "Acme Turbo"]), Settings(), None, heard)
    assert (heard.likely, heard.sure) == ([(RATHER, "Acme kettle of steel"), (VERY, "Acme Turbo")], [])
    products = [product for part in file.parts() for product in part]
    assert heard.sure == [product.title for product in products] == ["Acme kettle of steel", "Acme Turbo"]

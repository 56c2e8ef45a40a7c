"""Every vector index keeps the contract; Chroma is caught when it lies, and gives way."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from catalog.chroma_index import ChromaIndex, generations, next_generation, remove_others, within
from catalog.memory_index import MemoryIndex
from tests.contracts.vector_index import DIMENSIONS, VectorIndexContract, unit_vectors


class TestMemoryIndex(VectorIndexContract):
    def make(self, folder: Path) -> MemoryIndex:
        return MemoryIndex(DIMENSIONS)


class TestChromaIndex(VectorIndexContract):
    """Every search goes to Chroma, however few products there are."""

    def make(self, folder: Path) -> ChromaIndex:
        return ChromaIndex(folder / "g1", MemoryIndex(DIMENSIONS), narrow=0)

    @pytest.fixture
    def index(self, tmp_path: Path) -> Iterator[ChromaIndex]:
        index = self.make(tmp_path)
        yield index
        assert index.broken == ""
        index.close()


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[ChromaIndex]:
    index = ChromaIndex(tmp_path / "g1", MemoryIndex(DIMENSIONS), narrow=0)
    index.upsert([f"p{n}" for n in range(100)], unit_vectors(100))
    yield index
    index.close()


def test_what_was_put_in_is_there_after_opening_again(filled: ChromaIndex) -> None:
    assert filled.fault() == ""
    filled.close()
    exact = MemoryIndex(DIMENSIONS)
    exact.upsert([f"p{n}" for n in range(100)], unit_vectors(100))
    again = ChromaIndex(filled.folder, exact, narrow=0)
    assert again.fault() == ""
    assert again.search(unit_vectors(100)[7], 1) == [("p7", 1.0)]
    again.close()


def test_a_missing_vector_is_a_fault(filled: ChromaIndex) -> None:
    filled._collection.delete(ids=["p3"])
    assert filled.fault() == "it holds 99 vectors, the store 100"


def test_a_wrong_vector_is_a_fault(filled: ChromaIndex) -> None:
    filled._collection.upsert(ids=[f"p{n}" for n in range(100)], embeddings=unit_vectors(100, seed=9))
    assert "not found" in filled.fault()


def test_few_vectors_that_an_approximate_search_misses_are_no_fault(filled: ChromaIndex) -> None:
    def missing(count: int) -> str:
        lost = {vector.tobytes() for vector in filled._exact.sample(64)[:count]}
        nearest = ChromaIndex._nearest
        filled._nearest = lambda vectors, k: [  # type: ignore[method-assign]
            [] if vector.tobytes() in lost else found
            for vector, found in zip(vectors, nearest(filled, vectors, k), strict=True)
        ]
        return filled.fault()

    assert missing(4) == ""
    assert missing(32) == "32 of 64 vectors that were put in are not found"


def test_a_failing_or_hanging_call_gives_way_to_the_exact_answer(filled: ChromaIndex) -> None:
    probe = unit_vectors(1, seed=4)[0]
    expected = filled._exact.search(probe, 5)
    filled._seconds = 0.05
    filled._nearest = lambda vectors, k: time.sleep(1)  # type: ignore[method-assign]
    assert filled.search(probe, 5) == expected
    assert "longer" in filled.broken
    assert filled.search(probe, 5) == expected
    filled.upsert(["new"], probe[None])
    assert filled.search(probe, 1) == [("new", 1.0)]


def test_a_damaged_folder_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "g1").mkdir()
    (tmp_path / "g1" / "chroma.sqlite3").write_bytes(b"not a database" * 1000)
    index = ChromaIndex(tmp_path / "g1", MemoryIndex(DIMENSIONS), narrow=0)
    assert index.fault()
    index.upsert(["a"], unit_vectors(1))
    assert index.search(unit_vectors(1)[0], 1) == [("a", 1.0)]


def test_every_generation_has_a_new_name(tmp_path: Path) -> None:
    assert generations(tmp_path / "chroma") == []
    first = next_generation(tmp_path / "chroma")
    first.mkdir(parents=True)
    second = next_generation(tmp_path / "chroma")
    second.mkdir()
    assert generations(tmp_path / "chroma") == [first, second]
    remove_others(tmp_path / "chroma", second)
    assert generations(tmp_path / "chroma") == [second]
    assert next_generation(tmp_path / "chroma") > second


def test_a_timed_call_passes_on_answers_and_errors() -> None:
    assert within(1, lambda: 5) == 5
    with pytest.raises(ZeroDivisionError):
        within(1, lambda: 1 // 0)
    with pytest.raises(TimeoutError):
        within(0.01, lambda: time.sleep(0.5))


def test_a_sample_is_spread_and_never_larger_than_what_is_held() -> None:
    index = MemoryIndex(DIMENSIONS)
    assert index.sample(4).shape == (0, DIMENSIONS)
    index.upsert(["a", "b"], unit_vectors(2))
    assert np.array_equal(index.sample(4), unit_vectors(2))

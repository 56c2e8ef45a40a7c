"""What every vector index promises; a subclass says how one is made."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path

import numpy as np
import pytest

from catalog.ports import VectorIndex, Vectors

DIMENSIONS = 16


def unit_vectors(count: int, seed: int = 0) -> Vectors:
    """Random unit vectors, shape (count, DIMENSIONS)."""
    vectors = np.random.default_rng(seed).normal(size=(count, DIMENSIONS)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


class VectorIndexContract(ABC):
    """Inherit, and give `make`."""

    @abstractmethod
    def make(self, folder: Path) -> VectorIndex:
        """An empty index for vectors of DIMENSIONS numbers."""

    @pytest.fixture
    def index(self, tmp_path: Path) -> VectorIndex:
        return self.make(tmp_path)

    def test_the_nearest_come_first_with_their_cosines(self, index: VectorIndex) -> None:
        vectors = unit_vectors(50)
        ids = [f"p{n:02d}" for n in range(50)]
        index.upsert(ids, vectors)
        for probe in unit_vectors(5, seed=1):
            cosines = vectors @ probe
            expected = [ids[n] for n in np.argsort(-cosines)[:10]]
            found = index.search(probe, 10)
            assert [one for one, _ in found] == expected
            assert [score for _, score in found] == pytest.approx(sorted(cosines, reverse=True)[:10], abs=1e-5)

    def test_an_empty_index_finds_nothing(self, index: VectorIndex) -> None:
        assert index.count() == 0
        assert index.search(unit_vectors(1)[0], 5) == []
        assert index.search(unit_vectors(1)[0], 5, allowed=["a"]) == []

    def test_a_small_index_gives_what_it_has(self, index: VectorIndex) -> None:
        index.upsert(["a", "b"], unit_vectors(2))
        assert len(index.search(unit_vectors(1)[0], 10)) == 2

    def test_no_results_asked_none_given(self, index: VectorIndex) -> None:
        index.upsert(["a"], unit_vectors(1))
        assert index.search(unit_vectors(1)[0], 0) == []

    def test_upsert_replaces(self, index: VectorIndex) -> None:
        first, second = unit_vectors(2)
        index.upsert(["a", "b"], np.stack([first, second]))
        index.upsert(["a"], second[None])
        assert index.count() == 2
        assert dict(index.search(second, 2)) == pytest.approx({"a": 1.0, "b": 1.0}, abs=1e-5)

    def test_deleted_ones_are_not_found_and_unknown_ids_are_no_error(self, index: VectorIndex) -> None:
        vectors = unit_vectors(6)
        index.upsert(list("abcdef"), vectors)
        index.delete(["a", "e", "nowhere"])
        assert index.count() == 4
        assert {one for one, _ in index.search(vectors[0], 6)} == set("bcdf")
        assert index.search(vectors[5], 1)[0][0] == "f"
        index.delete([])
        index.upsert(["a"], vectors[:1])
        assert index.search(vectors[0], 1)[0][0] == "a"

    @pytest.mark.parametrize("share", [0.0, 0.01, 0.1, 0.5, 1.0])
    def test_filtering_never_costs_a_fitting_product(self, index: VectorIndex, share: float) -> None:
        vectors = unit_vectors(400)
        ids = [f"p{n:03d}" for n in range(400)]
        index.upsert(ids, vectors)
        probe = unit_vectors(1, seed=2)[0]
        # The farthest are allowed: an index that filters what it happened to fetch would return too few.
        order = np.argsort(vectors @ probe)
        rows = order[: round(share * 400)]
        allowed = [ids[n] for n in rows]
        expected = [ids[n] for n in rows[np.argsort(-(vectors[rows] @ probe))][:10]]
        assert [one for one, _ in index.search(probe, 10, allowed=[*allowed, "nowhere"])] == expected

    def test_ties_are_broken_by_id(self, index: VectorIndex) -> None:
        vector = unit_vectors(1)[0]
        index.upsert(["c", "a", "d", "b"], np.stack([vector] * 4))
        assert [one for one, _ in index.search(vector, 2)] == ["a", "b"]
        assert [one for one, _ in index.search(vector, 2, allowed=["d", "c", "b"])] == ["b", "c"]

    def test_same_question_same_answer(self, index: VectorIndex) -> None:
        index.upsert([f"p{n}" for n in range(200)], unit_vectors(200))
        probe = unit_vectors(1, seed=3)[0]
        assert index.search(probe, 20) == index.search(probe, 20)

    def test_wrong_shapes_are_refused(self, index: VectorIndex) -> None:
        with pytest.raises(ValueError, match="numbers"):
            index.upsert(["a", "b"], unit_vectors(1))

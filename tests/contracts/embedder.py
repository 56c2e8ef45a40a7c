"""What every embedder promises; a subclass says how one is made."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np
import pytest

from catalog.ports import Embedder

TEXTS = ("wireless headphones with a microphone", "a kettle", "", "unheardofword", "headphones, wireless, long " * 100)


class EmbedderContract(ABC):
    """Inherit, and give `make`."""

    @classmethod
    @abstractmethod
    def make(cls) -> Embedder:
        """The embedder."""

    @pytest.fixture(scope="class")
    @classmethod
    def embedder(cls) -> Embedder:
        return cls.make()

    def test_rows_are_of_unit_length_one_per_text(self, embedder: Embedder) -> None:
        vectors = embedder.embed(TEXTS)
        assert vectors.shape == (len(TEXTS), embedder.dimensions)
        assert vectors.dtype == np.float32
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)

    def test_no_texts_no_rows(self, embedder: Embedder) -> None:
        assert embedder.embed([]).shape == (0, embedder.dimensions)

    def test_a_text_has_one_vector_alone_or_in_any_batch(self, embedder: Embedder) -> None:
        together = embedder.embed(TEXTS)
        backwards = embedder.embed(TEXTS[::-1])[::-1]
        alone = np.concatenate([embedder.embed([text]) for text in TEXTS])
        assert np.abs(together - alone).max() < 1e-5
        assert np.abs(backwards - alone).max() < 1e-5

    def test_the_same_text_twice_is_the_same(self, embedder: Embedder) -> None:
        assert np.array_equal(embedder.embed(TEXTS), embedder.embed(TEXTS))

    def test_a_text_is_nearest_to_itself(self, embedder: Embedder) -> None:
        vectors = embedder.embed(TEXTS)
        assert (vectors @ vectors.T).argmax(axis=1).tolist() == list(range(len(TEXTS)))

    def test_it_has_a_name(self, embedder: Embedder) -> None:
        assert embedder.name

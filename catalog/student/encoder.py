"""The student: a text of any language into the space of the embedding model, by plain arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from catalog.ports import Vectors
from catalog.student.grams import buckets
from catalog.student.kept_weights import kept

WEIGHTS = Path(__file__).parent / "weights"
MEND = "Make them again with: python -m assistant train student"


@dataclass(frozen=True)
class StudentEncoder:
    """A bag of hashed pieces, their mean, and two layers; safe for threads.

    `table` holds a row of whole numbers for each bucket, which `scales` make real.
    """

    table: NDArray[np.int8]
    scales: Vectors
    first: Vectors
    first_bias: Vectors
    second: Vectors
    second_bias: Vectors
    past: Vectors

    name = "student"

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self.second.shape[1])

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> StudentEncoder:
        """The shipped student, or the one in `folder`; SetupError where its weights are missing or damaged."""
        tensors = kept(folder, MEND).tensors
        layers = {name: value.astype(np.float32) for name, value in tensors.items() if name != "table"}
        return cls(table=tensors["table"], **layers)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length, shape (len(texts), dimensions), float32, near the embeddings of the texts' English."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return np.stack([self._embedded(buckets(text)) for text in texts])

    def _embedded(self, found: NDArray[np.int64]) -> Vectors:
        mean = self.table[found].mean(axis=0, dtype=np.float32) * self.scales
        inner = mean @ self.first + self.first_bias
        hidden = inner / (1 + np.exp(-1.702 * inner))
        vector = hidden @ self.second + self.second_bias + mean @ self.past
        return (vector / max(float(np.linalg.norm(vector)), 1e-12)).astype(np.float32)

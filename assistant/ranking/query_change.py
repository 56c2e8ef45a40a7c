"""What fine-tuning changes of a query's vector where it is compared with the kinds of goods that titles are about."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from catalog.ports import Vectors


@dataclass(frozen=True, slots=True, eq=False)
class QueryChange:
    """A low-rank change: the vector plus its product with `down`, shape (384, rank), and `up`, shape (rank, 384).

    Texts' vectors stay as they are, so that those at hand serve.
    """

    down: Vectors
    up: Vectors

    @staticmethod
    def none(size: int = 384) -> QueryChange:
        """The change that leaves every vector as it is."""
        return QueryChange(np.zeros((size, 0), np.float32), np.zeros((0, size), np.float32))

    def of(self, whole: Vectors) -> Vectors:
        """The changed vector, of unit length, shape (384,)."""
        if not self.down.shape[1]:
            return whole
        changed = whole + whole @ self.down @ self.up
        return (changed / max(float(np.linalg.norm(changed)), 1e-12)).astype(np.float32)

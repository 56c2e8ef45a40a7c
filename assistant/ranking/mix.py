"""The learned mix: features -> one score, its file, and the check that it is the one that was shipped."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.ranking.pair_features import FEATURES
from assistant.ranking.query_change import QueryChange
from catalog.errors import SetupError
from catalog.ports import Vectors
from catalog.student.kept_weights import keep, kept, quantised

WEIGHTS = Path(__file__).parent / "weights"
STEPS, EDGE = 7, 2.6
"""Names are kept in 4 bits: so many steps to each side, up to so many standard deviations of a column."""
MEND = "Train it again with: python -m assistant train scorer"


@dataclass(frozen=True, slots=True)
class Mix:
    """A weight per feature and a shift; `names` are the vectors of the names of goods, shape (n, 384), `change`
    what fine-tuning changes of a query before it is compared with them."""

    weights: NDArray[np.float64]
    shift: float
    names: Vectors
    change: QueryChange = field(default_factory=QueryChange.none)

    @property
    def needed(self) -> frozenset[str]:
        """The features that change a score."""
        return frozenset(name for name, weight in zip(FEATURES, self.weights, strict=True) if weight)

    def score(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """One score from 0 to 1 per row."""
        return 1.0 / (1.0 + np.exp(-(features @ self.weights + self.shift)))


def as_kept(names: Vectors) -> Vectors:
    """Vectors as the mix's file keeps them, so that what is trained and measured is what will serve."""
    edge = EDGE * names.std(axis=0)
    whole, scales = quantised(np.clip(names, -edge, edge), STEPS)
    return whole * scales


def write_mix(folder: Path, mix: Mix, encoder: str, card: str) -> None:
    """Writes weights, checksum and card; until the last step the folder holds the old ones whole.

    `encoder`: SHA-256 of the model that the features were made with.
    """
    names, scales = quantised(mix.names, STEPS)
    pairs = (names + STEPS).astype(np.uint8)
    kept_names = {"names": pairs[:, ::2] << 4 | pairs[:, 1::2], "names_scales": scales}
    tensors = {"weights": mix.weights, "shift": np.array([mix.shift]), **kept_names}
    tensors |= {"query_down": mix.change.down, "query_up": mix.change.up}
    keep(folder, "mix", tensors, {"features": " ".join(FEATURES), "encoder": encoder}, card)


def read_mix(folder: Path, encoder: str) -> Mix:
    """The mix of a folder; SetupError where it is damaged, not what its checksum tells, or made for another encoder."""
    found = kept(folder, MEND)
    if found.notes.get("features") != " ".join(FEATURES):
        raise SetupError(f"The scorer's weights in {folder} are of another version. {MEND}")
    if found.notes.get("encoder") != encoder:
        raise SetupError(f"The scorer's weights in {folder} were trained with another encoder. {MEND}")
    one = found.tensors
    pairs = np.stack([one["names"] >> 4, one["names"] & 15], axis=-1).reshape(len(one["names"]), -1)
    names = (pairs.astype(np.float32) - STEPS) * one["names_scales"]
    # Weights that a home trained before queries were changed hold no change.
    change = QueryChange(one["query_down"], one["query_up"]) if "query_down" in one else QueryChange.none()
    return Mix(one["weights"].astype(np.float64), float(one["shift"][0]), names, change)

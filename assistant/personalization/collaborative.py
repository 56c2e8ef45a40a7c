"""The collaborative model of a shop: chosen on its own log by what it foretells, and kept in the home."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.personalization.interactions import Interactions
from assistant.personalization.item_models import MOST_INVERTED, ease, neighbours, no_weights
from catalog.student.kept_weights import keep, kept

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Scores = NDArray[np.float64]
HOME_FOLDER = "collaborative"
MEND = "Learn it again with: python -m assistant learn EVENTS"
INVERTED, POPULAR = "ease", "popularity"
WAYS: Mapping[str, Callable[[csr_array], csr_array]] = MappingProxyType(
    {"neighbours": neighbours, INVERTED: ease, POPULAR: no_weights}
)
FADING, HALF_LIFE = 0.5, 3.0
"""The share of a product's worth that fades, and after how many further products half of it has."""
HELD_OUT = 2_000
LEAST_HELD_OUT = 20
SHORTEST = 3
"""Products that a shopper has to have before one of them is held out."""
TOP = 10
TIE = 1e-6
"""What popularity counts beside the weights: it decides where these say nothing."""


@dataclass(frozen=True, slots=True)
class Collaborative:
    """Weights from each product of a history (row) to every product (column), and how popular each is (0 to 1)."""

    products: tuple[str, ...]
    popularity: NDArray[np.float32]
    weights: csr_array
    way: str

    def scores(self, columns: Sequence[int], worth: Sequence[float]) -> Scores:
        """A score for every product after a history in order of time; popularity alone where the history is empty."""
        told = self.popularity.astype(np.float64)
        if not columns:
            return told
        fading = np.array(worth) * _fading(len(columns))
        return np.asarray(fading @ self.weights[list(columns)]).ravel() + TIE * told


@dataclass(frozen=True, slots=True)
class Tried:
    """One way of foretelling, and the nDCG@10 of what was held out; half of it the shopper's last, half any one."""

    way: str
    ndcg: float


def learn_collaborative(told: Interactions, seed: int = 0) -> tuple[Collaborative, tuple[Tried, ...]]:
    """The way that foretold best what was held out, fitted on everything; all that was tried, the best first."""
    tried = _tried(told, seed)
    return fitted(told, tried[0].way if tried else next(iter(WAYS))), tried


def write_collaborative(folder: Path, model: Collaborative, card: str) -> None:
    """Writes the model with checksum and card; until the last step the folder holds the old one whole."""
    names = np.frombuffer("\n".join(model.products).encode(), dtype=np.uint8)
    weights = model.weights
    tensors = {
        "products": names,
        "popularity": model.popularity,
        "starts": weights.indptr.astype(np.int64),
        "columns": weights.indices.astype(np.int32),
        "weights": weights.data.astype(np.float16),
    }
    keep(folder, "collaborative", tensors, {"way": model.way}, card)


def read_collaborative(folder: Path) -> Collaborative | None:
    """What a home has learnt, None where nothing; SetupError where it is damaged, saying how to mend it."""
    from scipy.sparse import csr_array

    if not folder.exists():
        return None
    found = kept(folder, MEND)
    own = found.tensors
    names = tuple(own["products"].tobytes().decode().split("\n"))
    parts = (own["weights"].astype(np.float32), own["columns"], own["starts"])
    weights = csr_array(parts, shape=(len(names), len(names)))
    return Collaborative(names, own["popularity"], weights, found.notes["way"])


def _tried(told: Interactions, seed: int) -> tuple[Tried, ...]:
    held = _held_out(told, seed)
    if len(held) < LEAST_HELD_OUT:
        return ()
    rest = told.without(held)
    target = {row: int(told.columns[told.starts[row] + at]) for row, at in held.items()}
    ways = (way for way in WAYS if way != INVERTED or len(told.products) <= MOST_INVERTED)
    found = [Tried(way, _foretold(fitted(rest, way), rest, target)) for way in ways]
    return tuple(sorted(found, key=lambda one: -one.ndcg))


def _held_out(told: Interactions, seed: int) -> dict[int, int]:
    """Row -> the place in it that is held out: every other row its last, the others any one."""
    sizes = np.diff(told.starts)
    drawn = np.random.default_rng(seed)
    rows = drawn.permutation(np.flatnonzero(sizes >= SHORTEST))[:HELD_OUT]
    return {int(row): int(sizes[row] - 1 if n % 2 else drawn.integers(sizes[row])) for n, row in enumerate(rows)}


def _foretold(model: Collaborative, rest: Interactions, target: Mapping[int, int]) -> float:
    gains = []
    for row, wanted in target.items():
        own = slice(rest.starts[row], rest.starts[row + 1])
        scores = model.scores(list(rest.columns[own]), list(rest.worth[own]))
        scores[rest.columns[own]] = -np.inf
        before = int((scores > scores[wanted]).sum() + (scores[:wanted] == scores[wanted]).sum())
        gains.append(1 / np.log2(before + 2) if before < TOP else 0.0)
    return float(np.mean(gains))


def fitted(told: Interactions, way: str) -> Collaborative:
    """The model of that way, one of WAYS, from everything told."""
    return Collaborative(told.products, _shares(told), WAYS[way](told.matrix()), way)


def _shares(told: Interactions) -> NDArray[np.float32]:
    """How many shoppers each product has had, against the most."""
    count = np.bincount(told.columns, minlength=len(told.products))
    return (count / max(1, count.max(initial=0))).astype(np.float32)


def _fading(count: int) -> NDArray[np.float64]:
    return 1 - FADING + FADING * 0.5 ** (np.arange(count)[::-1] / HALF_LIFE)

"""Click, purchase, satisfaction: what shoppers did -> how likely they are to do it again, calibrated or silent.

A head is a logistic regression on standardised features. It is made only where the log has enough of both outcomes, and
its probabilities are calibrated on examples that neither the scaling nor the weights have seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from assistant.ranking.standard import Standard

Rows = NDArray[np.float64]
LEAST, LEAST_OF_EACH = 300, 40
"""Examples, and examples of the rarer outcome, below which a head stays silent."""
HELD_BACK = 5
"""One group in so many is held back to calibrate."""
SHRINK, ROUNDS = 1.0, 30


@dataclass(frozen=True, slots=True)
class Head:
    """One outcome's model: features in a fixed order, how they are scaled, their weights and the calibrated shift."""

    outcome: str
    features: tuple[str, ...]
    standard: Standard
    weights: Rows
    shift: float
    examples: int

    def chance(self, rows: Rows) -> Rows:
        """The chance of the outcome, 0 to 1, one per row."""
        return _logistic(self.standard.apply(rows) @ self.weights + self.shift)


def fit_head(
    outcome: str, features: Sequence[str], rows: Rows, happened: Sequence[bool], groups: Sequence[str]
) -> Head | None:
    """The head of an outcome; None where the log has too little of it to say anything.

    `groups`: what an example belongs to (an item, a query); a group is learnt from or calibrated on, never both.
    """
    truth = np.asarray(happened, dtype=float)
    if len(truth) < LEAST or min(truth.sum(), len(truth) - truth.sum()) < LEAST_OF_EACH:
        return None
    held = np.array([crc32(group.encode()) % HELD_BACK == 0 for group in groups])
    if not 0 < truth[held].sum() < held.sum() or not 0 < truth[~held].sum() < (~held).sum():
        return None
    standard = Standard.of(rows[~held])
    weights, shift = _newton(standard.apply(rows[~held]), truth[~held], SHRINK)
    plain = standard.apply(rows[held]) @ weights + shift
    scale, moved = _newton(plain[:, None], truth[held], 1e-3)
    factor = max(0.05, float(scale[0]))
    return Head(outcome, tuple(features), standard, weights * factor, shift * factor + moved, len(truth))


@dataclass(frozen=True, slots=True)
class Bin:
    """Examples told about the same chance: the mean chance told, the share that happened, how many."""

    told: float
    happened: float
    count: int


def reliability(chances: Sequence[float], happened: Sequence[bool], bins: int = 10) -> tuple[Bin, ...]:
    """Bins of equal size from the least to the greatest chance; a calibrated head has told = happened in each."""
    told, truth = np.asarray(chances, dtype=float), np.asarray(happened, dtype=float)
    parts = np.array_split(np.argsort(told, kind="stable"), bins)
    return tuple(Bin(float(told[at].mean()), float(truth[at].mean()), len(at)) for at in parts if len(at))


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error: how far told and happened lie apart, weighed by how many examples."""
    total = sum(one.count for one in bins) or 1
    return sum(abs(one.told - one.happened) * one.count for one in bins) / total


def _newton(rows: Rows, truth: Rows, shrink: float) -> tuple[Rows, float]:
    """Logistic regression with a ridge on all but the shift, by Newton's steps."""
    design = np.column_stack([rows, np.ones(len(rows))])
    ridge = np.diag([shrink] * rows.shape[1] + [1e-6])
    found = np.zeros(design.shape[1])
    for _ in range(ROUNDS):
        chance = _logistic(design @ found)
        curve = design.T @ (design * (chance * (1 - chance))[:, None]) + ridge
        step = np.linalg.solve(curve, design.T @ (truth - chance) - ridge @ found)
        found = found + step
        if np.abs(step).max() < 1e-8:
            break
    return found[:-1], float(found[-1])


def _logistic(values: Rows) -> Rows:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(values, -35.0, 35.0))))

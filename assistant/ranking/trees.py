"""Gradient boosted trees on the features of graded pools: what the mix is compared with, and tuned beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from assistant.ranking.mix_training import Example, fold_of
from assistant.ranking.pair_features import AGAINST, FEATURES


@dataclass(frozen=True, slots=True)
class TreeSettings:
    """How the trees grow."""

    rounds: int = 150
    step: float = 0.05
    depth: int = 3
    leaf: int = 20
    ridge: float = 1.0


def trees_by_folds(examples: Sequence[Example], seed: int, settings: TreeSettings | None = None) -> list[list[float]]:
    """Scores of every pool by trees that were grown without its fold of queries."""
    models: dict[int, Any] = {}
    for fold in {fold_of(one.query, seed) for one in examples}:
        learnt = [one for one in examples if fold_of(one.query, seed) != fold] or list(examples)
        models[fold] = _grown(learnt, seed, settings or TreeSettings())
    with _one_thread():
        return [list(map(float, models[fold_of(one.query, seed)].predict(one.rows))) for one in examples]


def _grown(learnt: Sequence[Example], seed: int, settings: TreeSettings) -> Any:
    """Trees that are monotone where the mix's weights have a sign."""
    from sklearn.ensemble import HistGradientBoostingRegressor

    model = HistGradientBoostingRegressor(
        max_iter=settings.rounds,
        learning_rate=settings.step,
        max_depth=settings.depth,
        min_samples_leaf=settings.leaf,
        l2_regularization=settings.ridge,
        monotonic_cst=[-1 if name in AGAINST else 1 for name in FEATURES],
        random_state=seed,
    )
    grades = np.concatenate([np.asarray(one.grades) for one in learnt])
    with _one_thread():
        return model.fit(np.concatenate([one.rows for one in learnt]), grades)


def _one_thread() -> Any:
    """Trees this small are grown faster by one thread than by several that wait for each other."""
    from threadpoolctl import threadpool_limits

    return threadpool_limits(1)

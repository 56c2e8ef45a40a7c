"""Searches the settings of the mix and of the trees: pools held back by folds judge, and the whole study is kept."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.ranking.mix_training import Example, MixSettings, by_folds
from assistant.ranking.pool_measures import ndcg
from assistant.ranking.trees import TreeSettings, trees_by_folds
from catalog.errors import SetupError

STUDY = "study.json"
OTHER_FOLDS = 100
"""Added to the seed, so that what was chosen on these folds isn't measured on the same ones."""
Scored = Callable[[Sequence[Example], int], Sequence[Sequence[float]]]


@dataclass(frozen=True, slots=True)
class Trial:
    """One try: what was tried, and the mean over all sources of nDCG@10."""

    of: str
    settings: dict[str, float]
    value: float


@dataclass(frozen=True, slots=True)
class Study:
    """All tries in their order, and the best settings of each."""

    mix: MixSettings
    trees: TreeSettings
    trials: tuple[Trial, ...]

    def best(self, of: str) -> float:
        """The value of the best try."""
        return max(one.value for one in self.trials if one.of == of)


def search(examples: Sequence[Example], seed: int, trials: int, progress: Callable[[str], None]) -> Study:
    """So many tries for the mix and as many for the trees, by Optuna's TPE (Bergstra and others, 2011), seeded.

    The settings in use are the first try of each, so the best is never worse than they are.
    """
    if trials < 1:
        raise SetupError(f"{trials} tries search nothing. Give --tune a number from 1.")
    import optuna

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    told: list[Trial] = []

    def best(of: str, start: Any, suggested: Callable[[Any], Any], scored: Callable[[Any], Scored]) -> Any:
        study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=seed))
        study.enqueue_trial(asdict(start))

        def value(trial: Any) -> float:
            settings = suggested(trial)
            found = value_of(examples, scored(settings)(examples, seed + OTHER_FOLDS))
            told.append(Trial(of, asdict(settings), found))
            progress(f"{of}, try {trial.number + 1} of {trials}: {found:.4f}")
            return found

        study.optimize(value, n_trials=trials)
        return suggested(optuna.trial.FixedTrial(study.best_params))

    mix = best("mix", MixSettings(), _mix, lambda settings: lambda pools, number: by_folds(pools, number, settings))
    trees = best(
        "trees", TreeSettings(), _trees, lambda settings: lambda pools, number: trees_by_folds(pools, number, settings)
    )
    return Study(mix, trees, tuple(told))


def value_of(examples: Sequence[Example], scores: Sequence[Sequence[float]]) -> float:
    """The mean over the sources of pools of their mean nDCG@10."""
    each: dict[str, list[float]] = {}
    for one, own in zip(examples, scores, strict=True):
        if max(one.grades) > 0:
            each.setdefault(one.source, []).append(ndcg(own, one.grades))
    return float(np.mean([np.mean(values) for values in each.values()]))


def write_study(folder: Path, study: Study) -> Path:
    """Every try and the best settings as JSON, in place of the study before."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / STUDY
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_text(json.dumps(asdict(study), indent=1) + "\n", encoding="utf-8")
    os.replace(beside, path)
    return path


def _mix(trial: Any) -> MixSettings:
    return MixSettings(
        shrink=trial.suggest_float("shrink", 1e-3, 0.1, log=True),
        shrink_more=trial.suggest_float("shrink_more", 1.0, 100.0, log=True),
        made_share=trial.suggest_float("made_share", 0.05, 2.0, log=True),
        step=trial.suggest_float("step", 1.0, 8.0, log=True),
    )


def _trees(trial: Any) -> TreeSettings:
    return TreeSettings(
        rounds=trial.suggest_int("rounds", 50, 300, step=50),
        step=trial.suggest_float("step", 0.02, 0.2, log=True),
        depth=trial.suggest_int("depth", 2, 5),
        leaf=trial.suggest_int("leaf", 10, 80),
        ridge=trial.suggest_float("ridge", 0.1, 30.0, log=True),
    )

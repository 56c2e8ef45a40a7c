"""Searching the settings on pools whose lesson is plain."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from assistant.ranking.mix_training import Example, MixSettings, by_folds
from assistant.ranking.pair_features import FEATURES
from assistant.ranking.trees import trees_by_folds
from assistant.ranking.tuning import OTHER_FOLDS, STUDY, Study, search, value_of, write_study
from catalog.errors import SetupError


def pools(count: int = 30) -> list[Example]:
    """Grades follow one feature, with noise."""
    dice = np.random.default_rng(3)
    made = []
    for number in range(count):
        rows = dice.random((10, len(FEATURES)))
        grades = np.clip(np.round(rows[:, FEATURES.index("meaning")] * 3 + dice.normal(0, 0.5, 10)), 0, 3)
        made.append(Example(f"query {number}", rows, tuple(map(float, grades)), number % 2 == 0, str(number % 2)))
    return made


@pytest.fixture(scope="module")
def study() -> Study:
    """Three tries of each."""
    return search(pools(), 1, 3, lambda _: None)


def test_the_settings_in_use_are_the_first_try_and_the_best_is_no_worse(study: Study) -> None:
    assert [one.of for one in study.trials] == ["mix"] * 3 + ["trees"] * 3
    in_use = value_of(pools(), by_folds(pools(), 1 + OTHER_FOLDS, MixSettings()))
    assert study.trials[0].value == pytest.approx(in_use)
    assert study.best("mix") >= in_use
    assert value_of(pools(), by_folds(pools(), 1 + OTHER_FOLDS, study.mix)) == pytest.approx(study.best("mix"))
    grown = value_of(pools(), trees_by_folds(pools(), 1 + OTHER_FOLDS, study.trees))
    assert grown == pytest.approx(study.best("trees"))


def test_the_same_seed_searches_the_same(study: Study) -> None:
    assert search(pools(), 1, 3, lambda _: None) == study


def test_the_study_is_kept_with_every_try(tmp_path: Path, study: Study) -> None:
    write_study(tmp_path, study)
    told = json.loads((tmp_path / STUDY).read_text())
    assert len(told["trials"]) == 6
    assert told["mix"]["shrink"] == study.mix.shrink
    assert [one.name for one in tmp_path.iterdir()] == [STUDY]


def test_no_tries_are_refused() -> None:
    with pytest.raises(SetupError, match="--tune"):
        search(pools(), 1, -1, lambda _: None)

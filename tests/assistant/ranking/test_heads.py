"""The heads on outcomes whose chances are known."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.ranking.heads import Head, calibration_error, fit_head, reliability
from assistant.ranking.standard import Standard

FEATURES = ("relevance", "noise")


def log(count: int, seed: int = 0) -> tuple[np.ndarray, list[bool], list[str]]:
    """Examples whose chance is the logistic of twice the relevance minus one."""
    dice = np.random.default_rng(seed)
    rows = np.column_stack([dice.normal(size=count), dice.normal(5, 30, size=count)])
    chance = 1 / (1 + np.exp(-(2 * rows[:, 0] - 1)))
    return rows, list(dice.random(count) < chance), [f"item {number % 400}" for number in range(count)]


@pytest.fixture(scope="module")
def head() -> Head:
    """The head of six thousand examples."""
    found = fit_head("click", FEATURES, *log(6000))
    assert found is not None
    return found


def test_the_chances_told_are_the_chances_there_are(head: Head) -> None:
    told = head.chance(np.array([[0.5, 5.0], [-1.0, 5.0], [2.0, 5.0]]))
    assert told == pytest.approx([0.5, 1 / (1 + np.exp(3)), 1 / (1 + np.exp(-3))], abs=0.06)
    rows, happened, _ = log(4000, seed=1)
    assert calibration_error(reliability(list(head.chance(rows)), happened)) < 0.04


def test_a_log_with_too_little_of_an_outcome_says_nothing() -> None:
    rows, happened, groups = log(200)
    assert fit_head("click", FEATURES, rows, happened, groups) is None
    rows, happened, groups = log(2000)
    assert fit_head("click", FEATURES, rows, [False] * 2000, groups) is None
    assert fit_head("click", FEATURES, rows, [number < 30 for number in range(2000)], groups) is None


def test_scaling_is_learnt_from_the_training_rows_and_unknown_values_stand_at_the_mean() -> None:
    standard = Standard.of(np.array([[0.0, 7.0], [10.0, 7.0], [np.nan, 7.0]]))
    assert standard.apply(np.array([[5.0, 7.0], [10.0, 9.0], [np.nan, 7.0]])).tolist() == [
        [0.0, 0.0],
        [1.0, 2.0],
        [0.0, 0.0],
    ]


def test_an_unknown_value_has_a_chance_too(head: Head) -> None:
    assert 0.0 < head.chance(np.array([[np.nan, np.nan]]))[0] < 1.0

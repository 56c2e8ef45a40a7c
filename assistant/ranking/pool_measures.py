"""How well scores order a pool of graded texts: nDCG, MAP, MRR, precision, recall, F1, accuracy, AUC."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

DEPTH = 10
RELEVANT = 2.0
"""A grade from which a text counts as relevant where a measure knows only yes and no."""


def ndcg(scores: Sequence[float], grades: Sequence[float], depth: int = DEPTH) -> float:
    """Gain 2^grade - 1 with a log2 discount against the best order; nan where no grade is above 0.

    Järvelin and Kekäläinen, 2002. Ties keep the order given.
    """
    best = _gain(sorted(grades, reverse=True)[:depth])
    return _gain([grades[at] for at in order(scores)[:depth]]) / best if best else math.nan


def order(scores: Sequence[float]) -> list[int]:
    """Positions, best score first; ties in the order given."""
    return [int(at) for at in np.argsort(-np.asarray(scores, dtype=float), kind="stable")]


def measures(scores: Sequence[float], grades: Sequence[float], threshold: float) -> dict[str, float]:
    """All measures of one pool at depth 10; `threshold` is the score from which a text is told relevant.

    nan where a measure has no meaning: no relevant text, or nothing but relevant ones for AUC.
    """
    ranked = [grades[at] >= RELEVANT for at in order(scores)]
    relevant, top = sum(ranked), ranked[:DEPTH]
    told = [score >= threshold for score in scores]
    right = sum(yes == (grade >= RELEVANT) for yes, grade in zip(told, grades, strict=True))
    precision = sum(top) / len(top) if top else math.nan
    recall = sum(top) / relevant if relevant else math.nan
    hits = [sum(ranked[: at + 1]) / (at + 1) for at in range(len(ranked)) if ranked[at]]
    return {
        "nDCG@10": ndcg(scores, grades),
        "MAP": sum(hits) / relevant if relevant else math.nan,
        "MRR": 1 / (ranked.index(True) + 1) if relevant else math.nan,
        "P@10": precision if relevant else math.nan,
        "R@10": recall,
        "F1@10": 2 * precision * recall / (precision + recall) if relevant and precision + recall else 0.0,
        "accuracy": right / len(scores),
        "AUC": auc(scores, [grade >= RELEVANT for grade in grades]),
    }


def auc(scores: Sequence[float], relevant: Sequence[bool]) -> float:
    """The share of pairs of a relevant and another text that are in order, ties half; nan where one side is empty."""
    values, yes = np.asarray(scores, dtype=float), np.asarray(relevant, dtype=bool)
    better, worse = values[yes], values[~yes]
    if not len(better) or not len(worse):
        return math.nan
    return float((better[:, None] > worse).mean() + 0.5 * (better[:, None] == worse).mean())


def interval(values: Sequence[float], draws: int = 2000, seed: int = 0) -> tuple[float, float]:
    """The middle 90 % of the mean over resampled values; nan is left out."""
    known = np.array([one for one in values if not math.isnan(one)])
    if not len(known):
        return math.nan, math.nan
    means = np.random.default_rng(seed).choice(known, (draws, len(known))).mean(axis=1)
    return float(np.quantile(means, 0.05)), float(np.quantile(means, 0.95))


def _gain(grades: Sequence[float]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))

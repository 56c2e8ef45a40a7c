"""What the scorer is compared with on pools: popularity, BM25, similarity, rank fusion, boosted trees."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.ranking.made_queries import Pool
from assistant.ranking.mix_training import Example, by_folds, fold_of
from assistant.ranking.pair_features import FEATURES
from assistant.ranking.pool_measures import RELEVANT, order
from assistant.ranking.trees import trees_by_folds
from catalog.languages.segmentation import segment

DAMPING = 60
"""Of reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009)."""
SATURATION, LENGTH_SHARE = 1.5, 0.75
Scores = list[list[float]]


@dataclass(frozen=True, slots=True)
class Words:
    """How many texts of a corpus hold a word, how many texts there are, and their mean length."""

    holding: Counter[str]
    texts: int
    length: float

    @staticmethod
    def of(texts: Sequence[str]) -> Words:
        """The words of these texts."""
        cut = [segment(text) for text in texts]
        holding = Counter(word for words in cut for word in set(words))
        return Words(holding, len(cut), sum(map(len, cut)) / max(1, len(cut)))

    def bm25(self, query: str, texts: Sequence[str]) -> list[float]:
        """BM25 of texts (k1 1.5, b 0.75), by the counts of this corpus."""
        asked = dict.fromkeys(segment(query))
        scores = []
        for text in texts:
            counts = Counter(segment(text))
            length = 1 - LENGTH_SHARE + LENGTH_SHARE * sum(counts.values()) / max(self.length, 1e-9)
            scores.append(
                sum(
                    self._rarity(word) * counts[word] * (SATURATION + 1) / (counts[word] + SATURATION * length)
                    for word in asked
                    if counts[word]
                )
            )
        return scores

    def _rarity(self, word: str) -> float:
        held = self.holding[word]
        return math.log(1 + (max(self.texts, held) - held + 0.5) / (held + 0.5))


def systems(
    pools: Sequence[Pool],
    examples: Sequence[Example],
    changed: Sequence[Example],
    popular: Sequence[Sequence[float]],
    words: Words,
    seed: int,
) -> dict[str, Scores]:
    """System -> scores of every pool; whatever learns has learnt from the other folds of queries alone.

    `changed`: the examples with the query fine-tuned.
    """
    texts = [[f"{title} {rest}" for title, rest in pool.texts] for pool in pools]
    lexical = [words.bm25(pool.query, own) for pool, own in zip(pools, texts, strict=True)]
    similar = [list(one.rows[:, FEATURES.index("meaning")]) for one in examples]
    return {
        "popularity": [list(one) for one in popular],
        "BM25": lexical,
        "MiniLM similarity": similar,
        "rank fusion of both": [_fused(pair) for pair in zip(lexical, similar, strict=True)],
        "boosted trees": trees_by_folds(examples, seed),
        "ours, encoder as published": by_folds(examples, seed),
        "ours": by_folds(changed, seed),
    }


def best_threshold(scores: Sequence[Sequence[float]], examples: Sequence[Example]) -> float:
    """The score from which telling a text relevant is right most often."""
    values = np.concatenate([np.asarray(one, dtype=float) for one in scores])
    relevant = np.concatenate([np.asarray(one.grades) >= RELEVANT for one in examples])
    at = np.argsort(-values, kind="stable")
    right = np.cumsum(np.where(relevant[at], 1, -1))
    best = int(np.argmax(right))
    return float(values[at[best]]) if right[best] > 0 else float(values.max()) + 1.0


def without(fold: int, seed: int) -> Callable[[Example], bool]:
    """Whether an example is of another fold."""
    return lambda one: fold_of(one.query, seed) != fold


def _fused(rankings: Sequence[Sequence[float]]) -> list[float]:
    scores = [0.0] * len(rankings[0])
    for ranking in rankings:
        for place, at in enumerate(order(ranking), start=1):
            scores[at] += 1 / (DAMPING + place)
    return scores

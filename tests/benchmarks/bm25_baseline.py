"""A plain BM25 to be compared with: title and short description, words of two letters and more, English stop words."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

STOP_WORDS = frozenset(
    {"a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not", "of"}
    | {
        "on",
        "or",
        "such",
        "that",
        "the",
        "their",
        "then",
        "there",
        "these",
        "they",
        "this",
        "to",
        "was",
        "will",
        "with",
    }
)


def plain_words(text: str) -> list[str]:
    """Lower-case words of two letters or more without English stop words."""
    return [word for word in re.findall(r"\b\w\w+\b", text.lower()) if word not in STOP_WORDS]


def singular_words(text: str) -> list[str]:
    """The plain words with a plural's s taken off: a stronger baseline than the one in the target."""
    words = plain_words(text)
    return [word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in words]


class Bm25:
    """BM25 with k1 = 1.5 and b = 0.75 over the texts."""

    def __init__(self, texts: Sequence[str], singular: bool = False) -> None:
        self._words = singular_words if singular else plain_words
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        lengths = []
        for number, text in enumerate(texts):
            counts = Counter(self._words(text))
            lengths.append(sum(counts.values()))
            for word, count in counts.items():
                found[word].append((number, count))
        self._found = {word: np.array(pairs, dtype=np.float64) for word, pairs in found.items()}
        self._long = 1 - 0.75 + 0.75 * np.array(lengths) / (sum(lengths) / len(lengths))

    def scores(self, query: str) -> np.ndarray:
        """One score for each text, 0 where no word is shared."""
        scores = np.zeros(len(self._long))
        for word in self._words(query):
            pairs = self._found.get(word)
            if pairs is None:
                continue
            rows, counts = pairs[:, 0].astype(int), pairs[:, 1]
            rarity = math.log(1 + (len(scores) - len(rows) + 0.5) / (len(rows) + 0.5))
            scores[rows] += rarity * counts * 2.5 / (counts + 1.5 * self._long[rows])
        return scores

"""All features of a query and a text, in one order: what the learned mix reads."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from assistant.ranking.pair_kinds import RELATIONS, kind_asked, kind_told, relation
from assistant.ranking.pair_meaning import Meanings, nearness
from assistant.ranking.pair_words import COMPARISONS, Words, shared

MEANING = ("meaning", "coverage", "goods")
WORDS = tuple(COMPARISONS)
FEATURES = (*MEANING, *WORDS, *RELATIONS)
AGAINST = frozenset({"wider", "unsaid", "other", "made_for", "code_miss", "figure_clash", "brand_clash"})
"""Features that can only speak against a text; all others can only speak for it."""
PLACE = MappingProxyType({name: at for at, name in enumerate(FEATURES)})
REST_CHARACTERS = 600
COMMON_PIECES = 1000
"""The first entries of a tokenizer's vocabulary are signs and letters; its words follow by how common they are."""


class PairFeatures:
    """Features of texts for a query, each text judged alone; a text's first line is its title."""

    def __init__(self, meanings: Meanings, vocabulary: Path, needed: Collection[str] = FEATURES) -> None:
        """`vocabulary`: the encoder's tokenizer file, whose words stand in the order of how common they are. Features
        that aren't `needed` are left at 0."""
        self.meanings = meanings
        self._rank: dict[str, int] = json.loads(vocabulary.read_text("utf-8"))["model"]["vocab"]
        self._needed = frozenset(needed)

    def of(self, query: str, texts: Sequence[str]) -> NDArray[np.float64]:
        """One row per text and one column per name of FEATURES."""
        rows = np.zeros((len(texts), len(FEATURES)))
        if not texts:
            return rows
        asked, kind = Words(query), kind_asked(query)
        rarity = {word: self._rarity(word) for word in asked.title}
        rows[:, : len(MEANING)] = nearness(self.meanings.of_query(query), self.meanings.of_texts(texts))
        for row, text in zip(rows, texts, strict=True):
            title = text.partition("\n")[0]
            related = relation(kind, kind_told(title, loose=True), title, query)
            parts = shared(asked, _words(text), rarity, self._needed) | related
            for name, value in parts.items():
                row[PLACE[name]] = value
        return rows

    def _rarity(self, word: str) -> float:
        """0.1 for the commonest words to 1 for those that the vocabulary lacks."""
        rank = self._rank.get(word)
        if rank is None:
            return 1.0
        first, last = np.log(COMMON_PIECES), np.log(len(self._rank))
        return float(max(0.1, (np.log(max(rank, COMMON_PIECES)) - first) / (last - first)))


@lru_cache(maxsize=1 << 13)
def _words(text: str) -> Words:
    title, _, rest = text.partition("\n")
    return Words(title, rest[:REST_CHARACTERS])

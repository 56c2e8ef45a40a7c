"""The similarity scorer: how near a text is to a query in the embedding space."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.languages.lexicon import lexicon
from catalog.ports import Embedder


class SimilarityScorer:
    """Cosine similarity of embeddings, mapped from [-1, 1] to [0, 1]; text of any language crosses by the lexicon."""

    name = "similarity"

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def score(self, query: str, texts: Sequence[str]) -> list[float]:
        """One score per text, each judged alone."""
        if not texts:
            return []
        vectors = self._embedder.embed([crossed(query), *map(crossed, texts)])
        return [float(min(1.0, max(0.0, (1.0 + cosine) / 2.0))) for cosine in vectors[1:] @ vectors[0]]

    def at_hand(self, texts: Sequence[str]) -> int:
        """None: nothing that was read is kept."""
        return 0


def crossed(text: str) -> str:
    """The text with every term that the lexicon knows put into the language that the embedder was trained on."""
    return lexicon().translated(text)

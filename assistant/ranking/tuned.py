"""The tuned scorer: meaning, words and kinds of a query and a text, mixed as human judgements and records taught."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from pathlib import Path

from assistant.ports import Scorer
from assistant.ranking.mix import WEIGHTS, read_mix
from assistant.ranking.pair_features import PairFeatures
from assistant.ranking.pair_meaning import Meanings
from assistant.ranking.similarity import SimilarityScorer
from catalog.embedders import CHECKSUMS, MODEL, TOKENIZER, MiniLMEmbedder, load_embedder
from catalog.embedders import WEIGHTS as EMBEDDERS
from catalog.errors import SetupError
from catalog.ports import Embedder
from catalog.student.encoder import StudentEncoder

ENCODER = EMBEDDERS / "minilm"
HOME_FOLDER = "scorer"
"""Where `train scorer --home D` puts the weights of a home."""


class TunedScorer:
    """How well texts fit a query, each judged alone, in any language; a text's first line is its title."""

    name = "tuned"

    def __init__(self, embedder: MiniLMEmbedder, folder: Path = WEIGHTS) -> None:
        self._mix = read_mix(folder, encoder_sum())
        meanings = Meanings(embedder, StudentEncoder.load(), self._mix.names, change=self._mix.change)
        self.features = PairFeatures(meanings, ENCODER / TOKENIZER, self._mix.needed)

    def score(self, query: str, texts: Sequence[str]) -> list[float]:
        """One score per text, in order; 0 where nothing is asked, or a text says nothing."""
        scores = self._mix.score(self.features.of(query, texts))
        return [float(one) if query.strip() and text.strip() else 0.0 for one, text in zip(scores, texts, strict=True)]

    def at_hand(self, texts: Sequence[str]) -> int:
        """How many of the first texts' meanings are kept."""
        return self.features.meanings.known(texts)


def open_tuned(embedder: Embedder, home: Path | None = None) -> Scorer:
    """The tuned scorer, as trained for this home or as shipped.

    Where its weights are broken or foreign it is similarity, and a warning says so.
    """
    folder = home / HOME_FOLDER if home is not None and (home / HOME_FOLDER).exists() else WEIGHTS
    try:
        encoder = embedder if isinstance(embedder, MiniLMEmbedder) else load_embedder("minilm")
        assert isinstance(encoder, MiniLMEmbedder)
        return TunedScorer(encoder, folder)
    except SetupError as error:
        logging.getLogger(__name__).warning("%s Until then products are ordered by similarity.", error)
        return SimilarityScorer(embedder)


def encoder_sum() -> str:
    """What names the encoder that the mix is trained with: its SHA-256, as its folder tells."""
    return str(json.loads((ENCODER / CHECKSUMS).read_text("utf-8"))[MODEL])

"""What a message is for, and its service topic, guessed from its words and its meaning by a small trained model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.understanding.intents.features import features
from assistant.understanding.intents.guess import ActGuess
from assistant.understanding.intents.meaning import meanings
from assistant.understanding.intents.topics import ACTS
from assistant.vocabulary import Act
from catalog.embedders import load_embedder
from catalog.ports import Embedder
from catalog.student.encoder import StudentEncoder
from catalog.student.kept_weights import kept

WEIGHTS = Path(__file__).parent / "weights"
EMBEDDER = "minilm"
MEND = "Make them again with: python -m assistant train intents"
LEAST = 1e-9
REMEMBERED = 512
"""The names of kinds on buttons are asked about again and again."""

Numbers = NDArray[np.float32]


@dataclass(frozen=True)
class Heads:
    """The two trained parts: one reads hashed words and letters, one the embedding; `labels` are acts and topics."""

    labels: tuple[str, ...]
    words: NDArray[np.int8]
    scales: Numbers
    word_bias: Numbers
    first: Numbers
    first_bias: Numbers
    second: Numbers
    second_bias: Numbers
    meaning: float
    unsure: float

    def of_words(self, buckets: NDArray[np.int64]) -> Numbers:
        """Likelihoods by label of the message whose features these are."""
        sums = self.words[buckets].sum(axis=0, dtype=np.float32)
        return softmax(sums * self.scales / np.sqrt(np.float32(len(buckets))) + self.word_bias)

    def of_meaning(self, vectors: Numbers) -> Numbers:
        """Likelihoods by label, a row for each embedding."""
        return softmax(gelu(vectors @ self.first + self.first_bias) @ self.second + self.second_bias)

    def likelihoods(self, buckets: NDArray[np.int64], vector: Numbers) -> Numbers:
        """Both parts' likelihoods by label, blended."""
        return blended(self.of_words(buckets), self.of_meaning(vector), self.meaning)


class IntentClassifier:
    """Guesses the act of a message alone, without what was said before; safe for threads."""

    trouble = ""

    def __init__(self, heads: Heads, embedder: Embedder, student: Embedder) -> None:
        self.heads = heads
        self._embedder, self._student = embedder, student
        self._acts = tuple(act_of(label) for label in heads.labels)
        self._guess: Callable[[str, str | None], ActGuess] = lru_cache(REMEMBERED)(self._guessed)

    @classmethod
    def load(cls, embedder: Embedder | None = None, folder: Path = WEIGHTS) -> IntentClassifier:
        """The shipped classifier, or the one in `folder`; it takes the given embedder where that is MiniLM."""
        fitting = embedder if embedder is not None and embedder.name == EMBEDDER else load_embedder(EMBEDDER, 1)
        return cls(load_heads(folder), fitting, StudentEncoder.load())

    def classify(self, text: str, language: str | None = None) -> ActGuess:
        """The guess for one message in its language (found by its letters where not told); never raises."""
        return self._guess(text, language)

    def _guessed(self, text: str, language: str | None) -> ActGuess:
        meaning = meanings([text], [language], self._embedder, self._student)[0]
        likely = self.heads.likelihoods(features(text), meaning)
        acts: dict[Act, float] = {}
        for act, share in zip(self._acts, likely.tolist(), strict=True):
            acts[act] = acts.get(act, 0.0) + share
        best = max(acts, key=lambda act: acts[act])
        if acts[best] < self.heads.unsure:
            return ActGuess(Act.OUT_OF_SCOPE, None, acts[best], acts)
        label = max(
            (place for place, act in enumerate(self._acts) if act is best), key=lambda place: float(likely[place])
        )
        name = self.heads.labels[label]
        return ActGuess(best, name if name in ACTS else None, acts[best], acts)


def load_heads(folder: Path = WEIGHTS) -> Heads:
    """The trained parts that a folder holds; SetupError where they are missing or damaged."""
    found = kept(folder, MEND)
    tensors = {name: value.astype(np.float32) for name, value in found.tensors.items() if name != "words"}
    return Heads(
        labels=tuple(found.notes["labels"].split()),
        words=found.tensors["words"],
        meaning=float(found.notes["meaning"]),
        unsure=float(found.notes["unsure"]),
        **tensors,
    )


def act_of(label: str) -> Act:
    """The act of a label, which is an act or a topic."""
    return ACTS[label] if label in ACTS else Act(label)


def blended(words: Numbers, meaning: Numbers, share: float) -> Numbers:
    """The weighted geometric mean of two sets of likelihoods, which sums to 1 again; `share` is the second's weight."""
    return softmax((1 - share) * np.log(words + LEAST) + share * np.log(meaning + LEAST))


def softmax(scores: Numbers) -> Numbers:
    """Likelihoods along the last axis."""
    grown = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return grown / grown.sum(axis=-1, keepdims=True)


def gelu(values: Numbers) -> Numbers:
    """The smooth threshold of the hidden layer."""
    return values / (1 + np.exp(-1.702 * values))

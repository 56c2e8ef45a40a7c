"""Trains the classifier's two parts on our own phrasings, each until the open phrasings gain no more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from assistant.understanding.intents.classifier import Heads, Numbers, blended, gelu, softmax
from assistant.understanding.intents.features import BUCKETS, features
from assistant.understanding.intents.meaning import meanings
from assistant.understanding.intents.phrasings import Phrase
from catalog.ports import Embedder
from catalog.student.kept_weights import quantised

Progress = Callable[[str], None]
Gradient = Callable[[NDArray[np.int64], list[Numbers], np.random.Generator], list[Numbers]]

BATCH = 256
SMOOTHING = 0.05
DROPPED = 0.2
"""The share of features that a message lacks in each round of training, so that no single word decides."""
HIDDEN = 512
GAIN = 5.0
"""Embeddings have unit length; the hidden layer wants larger numbers."""
SHARES = (0.3, 0.4, 0.5, 0.6)
PATIENCE = 2


@dataclass(frozen=True)
class Examples:
    """Messages as the classifier sees them: hashed features, embeddings, and the place of each one's label."""

    words: sparse.csr_matrix
    meaning: Numbers
    labels: NDArray[np.int64]


def read(phrases: Sequence[Phrase], labels: Sequence[str], embedder: Embedder, student: Embedder) -> Examples:
    """The phrases as examples."""
    place = {label: at for at, label in enumerate(labels)}
    found = [features(phrase.text) for phrase in phrases]
    sizes = np.array([len(one) for one in found], dtype=np.int64)
    weights = np.repeat(sizes.astype(np.float32) ** -0.5, sizes)
    words = sparse.csr_matrix(
        (weights, np.concatenate(found), np.concatenate([[0], np.cumsum(sizes)])), shape=(len(phrases), BUCKETS)
    )
    meaning = meanings([phrase.text for phrase in phrases], [None] * len(phrases), embedder, student)
    return Examples(words, meaning, np.array([place[phrase.label] for phrase in phrases], dtype=np.int64))


def train(
    taught: Examples, shown: Examples, labels: Sequence[str], seed: int, epochs: int, progress: Progress
) -> Heads:
    """The heads that guess `shown`, which is not taught, best; same examples and seed, same heads."""
    words = _fitted(_word_part(taught, len(labels)), lambda part: _of_words(part, shown), shown, seed, epochs, progress)
    meaning = _fitted(
        _meaning_part(taught, len(labels), seed), lambda part: _of_meaning(part, shown), shown, seed, epochs, progress
    )
    by_words, by_meaning = _of_words(words, shown), _of_meaning(meaning, shown)
    share = max(SHARES, key=lambda one: -_loss(blended(by_words, by_meaning, one), shown.labels))
    whole, scales = quantised(words[0])
    half = [value.astype(np.float16).astype(np.float32) for value in (meaning[0] * GAIN, *meaning[1:])]
    return Heads(tuple(labels), whole, scales, words[1], *half, meaning=share, unsure=0.0)


def guessed(heads: Heads, shown: Examples) -> Numbers:
    """The likelihoods by label that finished heads give examples, a row for each."""
    words = softmax(shown.words @ (heads.words * heads.scales) + heads.word_bias)
    return blended(words, heads.of_meaning(shown.meaning), heads.meaning)


@dataclass(frozen=True)
class Part:
    """A trainable part: its first numbers, its gradient, how many examples and how large its steps are."""

    name: str
    start: list[Numbers]
    gradient: Gradient
    examples: int
    step: float


def _fitted(
    part: Part, likely: Callable[[list[Numbers]], Numbers], shown: Examples, seed: int, epochs: int, progress: Progress
) -> list[Numbers]:
    """The numbers of the best epoch, by Adam with steps that shrink to nothing."""
    dice = np.random.default_rng(seed)
    numbers = [value.copy() for value in part.start]
    first = [np.zeros_like(value) for value in numbers]
    second = [np.zeros_like(value) for value in numbers]
    rounds, done = -(-part.examples // BATCH), 0
    best, least, since = numbers, float("inf"), 0
    for epoch in range(epochs):
        order = dice.permutation(part.examples)
        for start in range(0, part.examples, BATCH):
            gradients = part.gradient(order[start : start + BATCH], numbers, dice)
            done += 1
            step = part.step * (1 - done / (rounds * epochs)) + 1e-5
            for value, slope, mean, spread in zip(numbers, gradients, first, second, strict=True):
                mean += 0.1 * (slope - mean)
                spread += 0.001 * (slope * slope - spread)
                value -= (step * (mean / (1 - 0.9**done)) / (np.sqrt(spread / (1 - 0.999**done)) + 1e-8)).astype(
                    np.float32
                )
        loss = _loss(likely(numbers), shown.labels)
        right = float((likely(numbers).argmax(axis=1) == shown.labels).mean())
        progress(f"{part.name}, epoch {epoch + 1} of {epochs}: open phrasings {right:.3f} right, loss {loss:.3f}")
        if loss < least:
            best, least, since = [value.copy() for value in numbers], loss, 0
        else:
            since += 1
            if since > PATIENCE:
                break
    return best


def _word_part(taught: Examples, labels: int) -> Part:
    def gradient(chosen: NDArray[np.int64], numbers: list[Numbers], dice: np.random.Generator) -> list[Numbers]:
        rows = taught.words[chosen].copy()
        rows.data *= (dice.random(len(rows.data), dtype=np.float32) > DROPPED) / np.float32(1 - DROPPED)
        slope = _slope(softmax(rows @ numbers[0] + numbers[1]), taught.labels[chosen])
        return [np.asarray(rows.T @ slope) + np.float32(1e-6) * numbers[0], slope.sum(axis=0)]

    start = [np.zeros((BUCKETS, labels), np.float32), np.zeros(labels, np.float32)]
    return Part("words", start, gradient, len(taught.labels), 0.05)


def _meaning_part(taught: Examples, labels: int, seed: int) -> Part:
    def gradient(chosen: NDArray[np.int64], numbers: list[Numbers], dice: np.random.Generator) -> list[Numbers]:
        first, first_bias, second, second_bias = numbers
        rows = taught.meaning[chosen] * np.float32(GAIN)
        rows = rows + dice.normal(0, 0.04, rows.shape).astype(np.float32)
        inner = rows @ first + first_bias
        kept = (dice.random(inner.shape, dtype=np.float32) > 0.3) / np.float32(0.7)
        hidden = gelu(inner) * kept
        slope = _slope(softmax(hidden @ second + second_bias), taught.labels[chosen])
        gate = 1 / (1 + np.exp(-1.702 * inner))
        back = (slope @ second.T) * kept * (gate + 1.702 * inner * gate * (1 - gate))
        decay = np.float32(1e-5)
        return [
            rows.T @ back + decay * first, back.sum(axis=0),
            hidden.T @ slope + decay * second, slope.sum(axis=0),
        ]  # fmt: skip

    dice = np.random.default_rng(seed)
    size = taught.meaning.shape[1]
    start = [
        dice.normal(0, size**-0.5, (size, HIDDEN)).astype(np.float32), np.zeros(HIDDEN, np.float32),
        dice.normal(0, HIDDEN**-0.5, (HIDDEN, labels)).astype(np.float32), np.zeros(labels, np.float32),
    ]  # fmt: skip
    return Part("meaning", start, gradient, len(taught.labels), 0.002)


def _of_words(numbers: list[Numbers], shown: Examples) -> Numbers:
    return softmax(shown.words @ numbers[0] + numbers[1])


def _of_meaning(numbers: list[Numbers], shown: Examples) -> Numbers:
    first, first_bias, second, second_bias = numbers
    return softmax(gelu(shown.meaning * np.float32(GAIN) @ first + first_bias) @ second + second_bias)


def _slope(likely: Numbers, right: NDArray[np.int64]) -> Numbers:
    """The slope of the smoothed loss by the scores before softmax."""
    labels = likely.shape[1]
    slope = likely - np.float32(SMOOTHING / labels)
    slope[np.arange(len(right)), right] -= np.float32(1 - SMOOTHING)
    return slope / np.float32(len(right))


def _loss(likely: Numbers, right: NDArray[np.int64]) -> float:
    return float(-np.log(likely[np.arange(len(right)), right] + 1e-9).mean())

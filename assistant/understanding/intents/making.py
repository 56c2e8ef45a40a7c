"""Makes the shipped classifier anew: training, measures, weights and card."""

from __future__ import annotations

import csv
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.understanding.intents.card import card
from assistant.understanding.intents.classifier import Heads, IntentClassifier, act_of
from assistant.understanding.intents.phrasings import (
    Phrase,
    open_phrases,
    sealed_phrases,
    spoken,
    thinned,
    training_phrases,
)
from assistant.understanding.intents.topics import ACTS
from assistant.understanding.intents.training import Examples, Progress, guessed, read, train
from assistant.vocabulary import Act
from catalog.embedders import load_embedder
from catalog.errors import SetupError
from catalog.languages.lexicon import pivot
from catalog.student.encoder import StudentEncoder
from catalog.student.kept_weights import keep

EPOCHS, PER_LABEL = 12, 800
FILLINGS = 3
"""An open phrasing is filled so many times, since what fills it sways the guess."""
UNSURE = tuple(step / 20 for step in range(9))


@dataclass(frozen=True)
class Measure:
    """How a set of messages was guessed: shares right of 1, and the commonest mistakes."""

    set: str
    language: str
    messages: int
    acts: float
    topics: float | None
    """Of the service requests, those with the right topic."""
    mistakes: tuple[tuple[str, str, int], ...]
    sure: tuple[tuple[float, float, float], ...]
    """For each floor of confidence: the share of messages guessed so surely, and of these the share right."""


def make(
    out: Path, seed: int, epochs: int, per_label: int, topics: Path | None, measure: Path | None, progress: Progress
) -> list[Measure]:
    """Trains, measures, and puts weights and card in `out`; the old ones stay until the new ones are whole.

    `topics` are more requests to train on, `measure` others to measure on. SetupError for a file that can't be read.
    """
    added = labelled(topics) if topics else ()
    asked = labelled(measure) if measure else ()
    embedder, student = load_embedder("minilm"), StudentEncoder.load()
    dice = random.Random(seed)
    taught = [*added, *(one for code in spoken() for one in training_phrases(code, per_label, dice))]
    shown = [one for code in spoken() for _ in range(FILLINGS) for one in open_phrases(code, dice)]
    shown = shown[:: thinned(per_label)]
    labels = sorted({one.label for one in taught})
    progress(f"Reading {len(taught)} phrasings.")
    examples = read(shown, labels, embedder, student)
    heads = train(read(taught, labels, embedder, student), examples, labels, seed, epochs, progress)
    heads = replace(heads, unsure=_unsure(heads, examples))
    progress("Measuring.")
    classifier = IntentClassifier(heads, embedder, student)
    known = {one.text.casefold() for one in taught}
    found = []
    for code in spoken():
        sealed = sealed_phrases(code)
        found.append(measured(classifier, "open", [one for one in shown if one.language == code]))
        found.append(measured(classifier, "sealed", sealed))
        fresh = [one for one in sealed if one.text.casefold().rstrip("?!.？。！") not in known | {""}]
        found.append(measured(classifier, "sealed, not taught word for word", fresh))
    if asked and measure:
        found.append(measured(classifier, measure.name, asked))
    notes = {"labels": " ".join(labels), "meaning": str(heads.meaning), "unsure": str(heads.unsure), "seed": str(seed)}
    names = ("first", "first_bias", "second", "second_bias")
    tensors = {
        "words": heads.words, "scales": heads.scales, "word_bias": heads.word_bias,
        **{name: getattr(heads, name).astype(np.float16) for name in names},
    }  # fmt: skip
    sources = f" and {len(added)} requests of {topics.name}" if topics else ""
    text = card(found, len(taught), sources, len(labels), heads.unsure, heads.meaning, seed)
    path = keep(out, "intents", tensors, notes, text)
    progress(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")
    return found


def measured(classifier: IntentClassifier, name: str, phrases: Sequence[Phrase]) -> Measure:
    """How a set of one language's messages is guessed."""
    guesses = [classifier.classify(one.text, one.language) for one in phrases]
    wanted = [act_of(one.label) for one in phrases]
    right = np.array([guess.act is act for guess, act in zip(guesses, wanted, strict=True)])
    confidence = np.array([guess.confidence for guess in guesses])
    requests = [(guess, one) for guess, one in zip(guesses, phrases, strict=True) if one.label in ACTS]
    wrong = Counter(
        (one.label, guess.topic or str(guess.act))
        for guess, one in zip(guesses, phrases, strict=True)
        if (guess.topic or str(guess.act)) != one.label
    )
    floors = [floor for floor in (0.3, 0.5, 0.7, 0.9) if (confidence >= floor).any()]
    return Measure(
        set=name,
        language=phrases[0].language,
        messages=len(phrases),
        acts=round(float(right.mean()), 4),
        topics=round(float(np.mean([guess.topic == one.label for guess, one in requests])), 4) if requests else None,
        mistakes=tuple((label, said, count) for (label, said), count in wrong.most_common(10)),
        sure=tuple(
            (
                floor,
                round(float((confidence >= floor).mean()), 3),
                round(float(right[confidence >= floor].mean()), 3),
            )
            for floor in floors
        ),
    )


def labelled(path: Path) -> tuple[Phrase, ...]:
    """The requests of a CSV with the columns utterance and intent; SetupError where it isn't one."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        found = tuple(Phrase(row["utterance"], row["intent"], pivot()) for row in rows)
    except (OSError, UnicodeError, KeyError, csv.Error) as error:
        raise SetupError(f"{path} is no table of requests ({error}): give a CSV with utterance and intent.") from error
    strange = sorted({one.label for one in found} - ACTS.keys())
    if strange or not found:
        raise SetupError(f"{path} has intents that no topic is called: {strange}. Choose from: {', '.join(ACTS)}.")
    return found


def _unsure(heads: Heads, shown: Examples) -> float:
    """The confidence under which calling a message out of scope is right more often than the guess."""
    named = [act_of(label) for label in heads.labels]
    acts = sorted(set(named))
    shares = guessed(heads, shown) @ np.array([[act is one for one in acts] for act in named], np.float32)
    meant = np.array([acts.index(named[place]) for place in shown.labels])
    sure, best = shares.max(axis=1), shares.argmax(axis=1)
    nothing = acts.index(Act.OUT_OF_SCOPE)
    scores = {floor: np.mean(np.where(sure < floor, nothing, best) == meant) for floor in UNSURE}
    return max(UNSURE, key=lambda floor: (scores[floor], -floor))

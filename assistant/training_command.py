"""The command that trains what ships: the classifier of intents, and the student encoder."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from assistant.scorer_training import add_scorer


def register(commands: Any) -> None:
    """Adds `train` to the commands."""
    parser = commands.add_parser("train", help="train a part that ships: weights, checksum and card")
    parts = parser.add_subparsers(dest="part", required=True, metavar="PART")
    intents = parts.add_parser("intents", help="the classifier of acts and service topics")
    intents.add_argument("--per-label", type=int, help="fillings of each label's phrasings in each language")
    intents.add_argument(
        "--topics", type=Path, help="more labelled requests to train on: CSV with the columns utterance and intent"
    )
    intents.add_argument("--measure", type=Path, help="labelled requests to measure on: CSV with the same columns")
    intents.set_defaults(run=_intents)
    student = parts.add_parser("student", help="the encoder of languages that the embedding model hardly knows")
    student.set_defaults(run=_student)
    add_scorer(parts)
    for one in (intents, student):
        one.add_argument("--out", type=Path, help="folder of weights and card (default: the shipped ones)")
        one.add_argument("--seed", type=int, default=7)
        one.add_argument("--epochs", type=int, help="at most so many rounds through the examples")


def _intents(options: argparse.Namespace) -> int:
    from assistant.understanding.intents.classifier import WEIGHTS
    from assistant.understanding.intents.making import EPOCHS, PER_LABEL, make

    found = make(
        options.out or WEIGHTS,
        seed=options.seed,
        epochs=options.epochs or EPOCHS,
        per_label=options.per_label or PER_LABEL,
        topics=options.topics,
        measure=options.measure,
        progress=_tell,
    )
    sys.stdout.write(json.dumps([asdict(one) for one in found], indent=1) + "\n")
    return 0


def _student(options: argparse.Namespace) -> int:
    from catalog.student.encoder import WEIGHTS
    from catalog.student.making import EPOCHS, make

    found = make(options.out or WEIGHTS, options.seed, options.epochs or EPOCHS, _tell)
    sys.stdout.write(json.dumps({name: asdict(one) for name, one in found.items()}, indent=1) + "\n")
    return 0


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()

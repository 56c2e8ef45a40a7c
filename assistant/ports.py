"""The protocols that may be plugged: parser, scorer, reasoner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from assistant.state import DialogueState
from assistant.vocabulary import Candidate, Intent, Ranked, Reason, Turn


class Parser(Protocol):
    """Turn -> Intent: what this turn changes, given what was said and shown before."""

    def understand(self, turn: Turn, state: DialogueState) -> Intent:
        """An intent for any text, however broken; never raises on text."""

    def close(self) -> None:
        """Ends whatever runs beside the talk; returns once it has ended."""


class Scorer(Protocol):
    """How well texts fit a query, each judged alone: 0 (not at all) to 1."""

    name: str

    def score(self, query: str, texts: Sequence[str]) -> list[float]:
        """One score per text, in order; same input, same answer."""


class Reasoner(Protocol):
    """Ranked -> reasons: words and their proofs, one reason per product, in order."""

    def explain(
        self, state: DialogueState, ranked: Sequence[Ranked], candidates: Sequence[Candidate]
    ) -> tuple[Reason, ...]:
        """Every claim of every reason carries its evidence."""

"""The protocols that may be plugged: parser, scorer, reasoner, language model, audit, writer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from assistant.state import DialogueState
from assistant.vocabulary import Candidate, Evidence, Intent, PromptMessage, Ranked, Reason, Reply, Turn


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

    def at_hand(self, texts: Sequence[str]) -> int:
        """How many of the first texts were read before, so that scoring them costs next to nothing."""


class Reasoner(Protocol):
    """Ranked -> reasons: words and their proofs, one reason per product, in order."""

    def explain(
        self, state: DialogueState, ranked: Sequence[Ranked], candidates: Sequence[Candidate]
    ) -> tuple[Reason, ...]:
        """Every claim of every reason carries its evidence."""


class ChatModel(Protocol):
    """A language model; every failure is a ModelError, and every call ends within its seconds."""

    name: str

    def stream(self, messages: Sequence[PromptMessage], seconds: float, conversation: str = "") -> Iterator[str]:
        """The answer in pieces as they come, at least one; `conversation` is whose budget pays."""

    def fill(
        self, messages: Sequence[PromptMessage], schema: Mapping[str, Any], seconds: float, conversation: str = ""
    ) -> Mapping[str, Any]:
        """The answer as one JSON object; it was asked for by the JSON schema, and nobody has checked that it fits."""

    def close(self) -> None:
        """Ends whatever runs beside the talk."""


class Auditor(Protocol):
    """Sentence -> what proves everything that it claims."""

    def proofs(self, sentence: str, product: str, reply: Reply) -> tuple[Evidence, ...] | None:
        """What proves a sentence about this product of the reply, `at` counted in the sentence; None where a claim
        in it is not proved."""


class Writer(Protocol):
    """Reply -> the same reply in other words, as they come."""

    def write(self, state: DialogueState, reply: Reply, turn: Turn, late: bool) -> Iterator[Reply]:
        """What stands on screen, one reply after the other, the last one to stay; only words and notices differ.

        Nothing comes where there is nothing to reword; else the first comes within the time for first words, counted
        from the turn's start. `late` allows one reply that replaces the shop's own words afterwards.
        """

    def close(self) -> None:
        """Ends whatever runs beside the talk."""


class Service(Protocol):
    """The shop's service: policies, orders and the way to people."""

    def read(self, turn: Turn, state: DialogueState, intent: Intent) -> Intent:
        """The intent as the service reads it: of act policy, order or human where it takes the turn."""

    def answer(self, state: DialogueState, turn: Turn, intent: Intent) -> tuple[DialogueState, Reply]:
        """The state and reply to a turn that it took."""

    def remind(self, state: DialogueState, reply: Reply) -> tuple[DialogueState, Reply]:
        """The reply to a turn about something else, with what it still awaits; `state.pending` was asked before."""

    def note(self, state: DialogueState, conversation: str, message: str, reply: Reply, at: float) -> None:
        """Keeps the last turn and its reply in the records."""

    def close(self) -> None:
        """Gives its records back."""

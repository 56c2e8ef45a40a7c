"""A message as it came, with the means to read it whole or any part of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.state import DialogueState
from assistant.understanding.intents.guess import ActGuess
from assistant.vocabulary import Intent


@dataclass(frozen=True, slots=True)
class Message:
    """One message in its conversation; its parts are read as messages of their own."""

    text: str
    language: str
    state: DialogueState
    understood: Callable[[str, str, DialogueState], Intent]
    classified: Callable[[str, str], ActGuess]

    def read(self, part: str, state: DialogueState | None = None) -> Intent:
        """What a part of it changes; `state` for reading it elsewhere than where the message was said."""
        return self.understood(part, self.language, self.state if state is None else state)

    def guess(self, part: str) -> ActGuess:
        """What a part of it seems to be for."""
        return self.classified(part, self.language)

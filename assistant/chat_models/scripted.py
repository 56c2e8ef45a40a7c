"""A model that says what it is told to: the stand-in for a real one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.errors import ModelError
from assistant.vocabulary import PromptMessage

Script = Callable[[Sequence[PromptMessage]], Iterable[str]]
Form = Callable[[Sequence[PromptMessage]], Mapping[str, Any]]


def nothing(_: Sequence[PromptMessage]) -> Mapping[str, Any]:
    """The form that nobody filled."""
    return {}


@dataclass(frozen=True)
class ScriptedModel:
    """Answers by a function of the messages; what the function raises, the call raises."""

    script: Script
    form: Form = nothing
    name: str = "scripted"

    def stream(self, messages: Sequence[PromptMessage], seconds: float, conversation: str = "") -> Iterator[str]:
        """The script's pieces."""
        told = False
        for piece in self.script(messages):
            told = told or bool(piece.strip())
            yield piece
        if not told:
            raise ModelError("The model said nothing.")

    def fill(
        self, messages: Sequence[PromptMessage], schema: Mapping[str, Any], seconds: float, conversation: str = ""
    ) -> Mapping[str, Any]:
        """The form as it was filled."""
        return self.form(messages)

    def close(self) -> None:
        """Nothing runs beside it."""

"""What a language model may take: time, tries, calls, tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from catalog.errors import SetupError


@dataclass(frozen=True, slots=True)
class ModelLimits:
    """Limits of a language model; times in seconds, budgets for one conversation."""

    first_words: float = 0.8
    """From a turn's start to the shop's own words, if no audited sentence of the model is there."""
    answer: float = 3.0
    """From a turn's start to an answer that is written once, as a line or over HTTP."""
    timeout: float = 12.0
    """From the model's start; after it nothing on screen changes."""
    parse: float = 0.6
    """For reading one message."""
    retries: int = 1
    failures: int = 3
    """Failures in a row after which the model is left in peace."""
    rest: float = 30.0
    calls: int = 100
    tokens: int = 200_000
    at_once: int = 8
    sentences: int = 6
    new_tokens: int = 300
    """The most that a local model writes for one answer."""

    @staticmethod
    def read(chosen: Mapping[str, Any], where: str) -> ModelLimits:
        """The limits with some of them chosen, as numbers or their text; SetupError names what can't be."""
        values: dict[str, float | int] = {}
        known = {one.name: one for one in fields(ModelLimits)}
        for name, told in chosen.items():
            if name not in known:
                raise SetupError(f"No limit of a model called {name!r} in {where}. Choose one of: {', '.join(known)}.")
            whole = known[name].type == "int"
            try:
                number = int(str(told)) if whole else float(str(told))
            except ValueError:
                number = -1
            if isinstance(told, bool) or not 0 <= number < 1e9:
                kind = "whole number" if whole else "number"
                raise SetupError(f"The limit {name!r} in {where} is {told!r}. Write a {kind} of 0 or more.")
            values[name] = number
        return ModelLimits(**values)

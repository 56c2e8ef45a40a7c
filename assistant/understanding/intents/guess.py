"""What a message is likely for, as a classifier guesses it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from assistant.vocabulary import Act
from catalog.product import EMPTY

SERVICE = frozenset({Act.POLICY, Act.ORDER, Act.HUMAN})


@dataclass(frozen=True)
class ActGuess:
    """The likeliest act, the topic where it is a service request, and how sure that is, from 0 to 1.

    `acts` has the likelihood of every act.
    """

    act: Act
    topic: str | None
    confidence: float
    acts: Mapping[Act, float] = field(default=EMPTY)

    @property
    def is_service(self) -> bool:
        """Whether it is a request to the shop rather than for goods."""
        return self.topic is not None or self.act in SERVICE

    def is_one_of(self, acts: Collection[Act], sure: float) -> bool:
        """Whether it is one of these acts, and no service request, at least so surely."""
        return self.act in acts and self.topic is None and self.confidence >= sure


LIKELY = 0.6
"""A guess at least so sure stands, whatever column its words come near."""
NO_GUESS = ActGuess(Act.OUT_OF_SCOPE, None, 0.0)
"""What is known where there is no classifier: nothing."""


class Guesser(Protocol):
    """Guesses what a message alone is for."""

    trouble: str
    """Why it can guess nothing; empty while it can."""

    def classify(self, text: str, language: str | None = None) -> ActGuess:
        """A guess for any text; never raises."""


@dataclass(frozen=True)
class NoGuesser:
    """Guesses nothing, so that rules alone decide."""

    trouble: str = ""

    def classify(self, text: str, language: str | None = None) -> ActGuess:
        """Nothing is known."""
        return NO_GUESS


NO_GUESSER = NoGuesser()
"""Stands where no classifier is given."""

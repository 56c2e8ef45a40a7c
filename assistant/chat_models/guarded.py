"""A model behind a guard: retries, a circuit breaker, a budget for each conversation, a bound on calls at once."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from assistant.chat_models.limits import ModelLimits
from assistant.errors import ModelError
from assistant.ports import ChatModel
from assistant.vocabulary import PromptMessage

LOG = logging.getLogger(__name__)
KEPT = 5000
"""Conversations whose spending is remembered; the one that was quiet longest is forgotten first."""
PAUSE = 0.15
"""Seconds before the first retry; twice that before the next."""
CHARACTERS_PER_TOKEN = 3
"""A rough and rather high count, the same for every provider: Latin text has about four characters a token."""


class GuardedModel:
    """Keeps a model within its limits; where it may not be called, the call fails at once."""

    def __init__(
        self, model: ChatModel, limits: ModelLimits, clock: Callable[[], float], pause: Callable[[float], object]
    ) -> None:
        self.name = model.name
        self._model, self._limits, self._clock, self._pause = model, limits, clock, pause
        self._lock = threading.Lock()
        self._free = threading.BoundedSemaphore(max(1, limits.at_once))
        self._failed = 0
        self._rests_until = 0.0
        self._spent: OrderedDict[str, tuple[int, int]] = OrderedDict()

    def stream(self, messages: Sequence[PromptMessage], seconds: float, conversation: str = "") -> Iterator[str]:
        """The answer in pieces; it is asked for again only while not one piece has come."""
        with self._allowed(messages, conversation):
            end, tries = self._clock() + seconds, 0
            while True:
                told = False
                try:
                    for piece in self._model.stream(messages, max(0.0, end - self._clock())):
                        told = True
                        self._book(conversation, 0, len(piece))
                        yield piece
                    return
                except ModelError as error:
                    tries += 1
                    if told or not self._again(error, tries, end):
                        raise

    def fill(
        self, messages: Sequence[PromptMessage], schema: Mapping[str, Any], seconds: float, conversation: str = ""
    ) -> Mapping[str, Any]:
        """The answer as an object."""
        with self._allowed(messages, conversation):
            end, tries = self._clock() + seconds, 0
            while True:
                try:
                    found = self._model.fill(messages, schema, max(0.0, end - self._clock()))
                    self._book(conversation, 0, len(str(found)))
                    return found
                except ModelError as error:
                    tries += 1
                    if not self._again(error, tries, end):
                        raise

    def close(self) -> None:
        """Closes the model."""
        self._model.close()

    @contextmanager
    def _allowed(self, messages: Sequence[PromptMessage], conversation: str) -> Iterator[None]:
        if not self._free.acquire(blocking=False):
            raise ModelError(f"{self.name} has {self._limits.at_once} calls at once already.")
        try:
            self._admit(messages, conversation)
            try:
                yield
            except ModelError as error:
                self._failure(error)
                raise
            else:
                with self._lock:
                    self._failed, self._rests_until = 0, 0.0
        finally:
            self._free.release()

    def _admit(self, messages: Sequence[PromptMessage], conversation: str) -> None:
        with self._lock:
            now = self._clock()
            if now < self._rests_until:
                raise ModelError(f"{self.name} failed {self._limits.failures} times in a row and is left in peace.")
            if self._failed >= self._limits.failures:
                # One call tries whether it is back; the others wait for what that one finds.
                self._rests_until = now + self._limits.rest
            calls, tokens = self._spent.get(conversation, (0, 0))
        if calls >= self._limits.calls or tokens >= self._limits.tokens:
            raise ModelError(f"This conversation has used up what it may ask of {self.name}.")
        self._book(conversation, 1, sum(len(message.text) for message in messages))

    def _book(self, conversation: str, calls: int, characters: int) -> None:
        with self._lock:
            before, tokens = self._spent.pop(conversation, (0, 0))
            self._spent[conversation] = (before + calls, tokens + -(-characters // CHARACTERS_PER_TOKEN))
            if len(self._spent) > KEPT:
                self._spent.popitem(last=False)

    def _failure(self, error: ModelError) -> None:
        with self._lock:
            self._failed += 1
            if self._failed < self._limits.failures:
                return
            rested = self._rests_until > self._clock()
            self._rests_until = self._clock() + self._limits.rest
        if not rested:
            LOG.warning("%s failed %d times in a row: %s", self.name, self._limits.failures, error)

    def _again(self, error: ModelError, tries: int, end: float) -> bool:
        wait = PAUSE * 2 ** (tries - 1)
        if not error.passing or tries > self._limits.retries or self._clock() + wait >= end:
            return False
        self._pause(wait)
        return True

"""Any LangChain chat model as ours: every call runs in one background loop, where it can be cancelled at any moment."""

from __future__ import annotations

import asyncio
import json
import queue
import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Any, TypeVar

from assistant.errors import ModelError
from assistant.vocabulary import PromptMessage

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

T = TypeVar("T")
LONGEST = 20_000
"""Characters of an answer; a longer one is no answer to what is asked here."""
FORMS = ("json_schema", "function_calling", "plain")
"""How an object is asked for, the strictest way first; an endpoint that refuses one is asked the next."""
GRACE = 0.5
PASSING = frozenset({408, 409, 425, 429})


class LangChainModel:
    """A BaseChatModel with a time limit on each call, and one kind of error."""

    def __init__(self, name: str, chat: BaseChatModel) -> None:
        self.name = name
        self._chat = chat
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name=f"model {name}", daemon=True)
        self._thread.start()
        self._refused: frozenset[str] = frozenset()

    def stream(self, messages: Sequence[PromptMessage], seconds: float, conversation: str = "") -> Iterator[str]:
        """The answer in pieces as they come."""
        pieces: queue.SimpleQueue[str | ModelError | None] = queue.SimpleQueue()

        async def told() -> None:
            length = 0
            async for chunk in self._chat.astream(_converted(messages)):
                text = _text(chunk)
                length += len(text)
                if length > LONGEST:
                    raise ModelError(f"{self.name} writes without end.")
                if text:
                    pieces.put(text)
            pieces.put(None if length else ModelError(f"{self.name} said nothing."))

        async def watched() -> None:
            try:
                await self._timed(told, seconds)
            except ModelError as error:
                pieces.put(error)

        running = asyncio.run_coroutine_threadsafe(watched(), self._loop)
        try:
            while True:
                try:
                    piece = pieces.get(timeout=seconds + GRACE)
                except queue.Empty:
                    raise ModelError(f"{self.name} didn't answer in time.") from None
                if piece is None:
                    return
                if isinstance(piece, ModelError):
                    raise piece
                yield piece
        finally:
            running.cancel()

    def fill(
        self, messages: Sequence[PromptMessage], schema: Mapping[str, Any], seconds: float, conversation: str = ""
    ) -> Mapping[str, Any]:
        """The answer as one JSON object: by schema, else by a tool call, else out of the text."""

        async def filled() -> Mapping[str, Any]:
            for form in FORMS:
                if form in self._refused:
                    continue
                try:
                    return await self._filled(form, messages, schema)
                except Exception as error:
                    if form == FORMS[-1] or not _refuses(error):
                        raise
                    self._refused |= {form}
            raise ModelError(f"{self.name} gave no JSON object.")

        running = asyncio.run_coroutine_threadsafe(self._timed(filled, seconds), self._loop)
        try:
            return running.result(seconds + GRACE)
        except (TimeoutError, CancelledError):
            raise ModelError(f"{self.name} didn't answer in time.") from None
        finally:
            running.cancel()

    def close(self) -> None:
        """Ends the background loop, and every call in it."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=2)

    async def _filled(
        self, form: str, messages: Sequence[PromptMessage], schema: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        if form == "plain":
            found = _object_in(_text(await self._chat.ainvoke(_converted(messages))))
        else:
            asked = self._chat.with_structured_output(dict(schema), method=form)
            found = await asked.ainvoke(_converted(messages))
        if not isinstance(found, dict):
            raise ModelError(f"{self.name} gave no JSON object.")
        return found

    async def _timed(self, work: Callable[[], Awaitable[T]], seconds: float) -> T:
        try:
            async with asyncio.timeout(seconds):
                return await work()
        except ModelError:
            raise
        except TimeoutError:
            raise ModelError(f"{self.name} didn't answer in {seconds:g} seconds.") from None
        except Exception as error:
            if isinstance(error.__cause__, ModelError):
                raise error.__cause__ from None
            # The provider's own words are left out: they may hold the key, or anything else.
            status = getattr(error, "status_code", None)
            told = f"status {status}" if status else type(error).__name__
            hint = " Check DAOGOU_MODEL_KEY." if status in (401, 403) else ""
            passing = told.endswith("ConnectionError") or status in PASSING or (status or 0) >= 500
            raise ModelError(f"{self.name} failed: {told}.{hint}", passing=passing) from None


def _converted(messages: Sequence[PromptMessage]) -> list[Any]:
    from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

    kinds = {"system": SystemMessage, "user": HumanMessage, "assistant": AIMessage}
    return [kinds[message.role](message.text) for message in messages]


def _text(message: Any) -> str:
    """The words of a message: content may also be a list of blocks."""
    text = message.text
    return text() if callable(text) and not isinstance(text, str) else str(text)


def _refuses(error: Exception) -> bool:
    """Whether an endpoint or a library doesn't know this way of asking for an object."""
    return isinstance(error, NotImplementedError) or getattr(error, "status_code", None) in (400, 404, 415, 422, 501)


def _object_in(text: str) -> Any:
    start, end = text.find("{"), text.rfind("}")
    try:
        return json.loads(text[start : end + 1]) if 0 <= start < end else None
    except ValueError:
        return None

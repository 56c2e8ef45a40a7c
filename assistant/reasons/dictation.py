"""A model's pieces -> whole sentences, heard in the background and handed over as they are asked for."""

from __future__ import annotations

import logging
import queue
import re
import threading
from collections.abc import Callable, Iterator
from enum import Enum

from assistant.errors import ModelError

LOG = logging.getLogger(__name__)
END = re.compile(r"[。！？]+[”’」』）)\"]*(?=[^。！？”’」』）)\"])|[.!?]+[\"”’)]*(?=\s)|\n")
WHOLE = re.compile(r"[.!?。！？][\"”’」』）)]*\s*$")


class Heard(Enum):
    """What there is instead of a sentence."""

    OVER = "over"
    NOTHING_YET = "nothing yet"


class Dictation:
    """Listens in a thread of its own, so that whoever waits for a sentence can stop waiting."""

    def __init__(self, pieces: Callable[[], Iterator[str]]) -> None:
        self._pieces = pieces
        self._heard: queue.SimpleQueue[str | ModelError | Heard] = queue.SimpleQueue()
        self._left = threading.Event()
        threading.Thread(target=self._listen, name="dictation", daemon=True).start()

    def next(self, seconds: float) -> str | ModelError | Heard:
        """The next whole sentence, or what went wrong, or that it is over, or that nothing came in so many seconds."""
        try:
            return self._heard.get(timeout=max(0.0, seconds))
        except queue.Empty:
            return Heard.NOTHING_YET

    def leave(self) -> None:
        """Stops listening at the next piece."""
        self._left.set()

    def _listen(self) -> None:
        pieces = self._pieces()
        try:
            rest = ""
            for piece in pieces:
                if self._left.is_set():
                    return
                rest = self._cut(rest + piece)
            if WHOLE.search(rest):
                self._heard.put(rest.strip())
            self._heard.put(Heard.OVER)
        except ModelError as error:
            self._heard.put(error)
        except Exception:
            LOG.exception("A language model failed in a way that is no ModelError.")
            self._heard.put(ModelError("The model failed."))
        finally:
            close = getattr(pieces, "close", None)
            if close is not None:
                close()

    def _cut(self, text: str) -> str:
        """Hands the whole sentences over; what is left is the beginning of the next."""
        start = 0
        for end in END.finditer(text):
            sentence = text[start : end.end()].strip()
            if sentence:
                self._heard.put(sentence)
            start = end.end()
        return text[start:]

"""Texts embedded on threads of their own before anyone asks: the import goes on cleaning meanwhile."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import chain
from types import TracebackType

import numpy as np

from catalog.ports import Embedder, Vectors

FEWEST, MOST = 256, 4096
"""So many texts are embedded together at the least and at the most: texts of one length cost least together."""
GUESSED = 1024
"""So many where some are only guessed: few are then done for nothing."""
DOUBTFUL = 128
"""So many doubtful texts together: likelier ones may be told while they are embedded."""
KEPT = 250_000
"""So many texts are known at once at the most; of MiniLM their vectors are 384 MB."""


def longest_first(texts: Iterable[str]) -> list[str]:
    """The order to embed texts in: those of one length cost least together, and the last ones are soon done."""
    return sorted(texts, key=len, reverse=True)


class EmbeddingAhead:
    """An embedder that may be told beforehand what it will be asked; what it was told wrongly costs only time.

    Its vectors are the ones that the embedder itself gives. Close it, or use it as a `with` block.
    """

    def __init__(self, embedder: Embedder) -> None:
        self.name, self.dimensions = embedder.name, embedder.dimensions
        self._embedder = embedder
        self._waiting: deque[str] = deque()
        self._doubtful: tuple[deque[str], ...] = (deque(), deque())
        self._known: dict[str, np.ndarray | None] = {}
        """Each text that was told, with its vector once there is one."""
        self._guessed: set[str] = set()
        self._asked: deque[str] = deque()
        self._change = threading.Condition()
        self._closed = False
        self._error: BaseException | None = None
        self._thread: threading.Thread | None = None

    def guess(self, texts: Iterable[str], *doubtful: Iterable[str]) -> None:
        """These texts may be asked for; doubtful ones, the likelier first, are embedded while there are no others."""
        for told, queue in zip((texts, *doubtful), self._queues(), strict=False):
            self._guessed.update(self._take(told, queue))

    def expect(self, texts: Iterable[str]) -> None:
        """These texts will be asked for, in this order, and of those guessed before these alone."""
        wanted = list(texts)
        with self._change:
            self._drop(self._guessed.difference(wanted))
            self._guessed.clear()
        self._take(wanted, self._waiting)
        places = {text: place for place, text in enumerate(wanted)}
        with self._change:
            # Who takes up the first vectors goes on while the others are made: a wrong guess must not come last.
            self._waiting = deque(sorted(self._waiting, key=lambda text: places.get(text, -1)))

    def _take(self, texts: Iterable[str], queue: deque[str]) -> list[str]:
        """Lets the thread know of the texts that are new to it; which these are."""
        wanted = list(dict.fromkeys(texts))
        with self._change:
            while self._asked and len(self._known) + len(wanted) > KEPT:
                self._known.pop(self._asked.popleft(), None)
            fresh = [text for text in wanted if text not in self._known][: max(0, KEPT - len(self._known))]
            self._known.update(dict.fromkeys(fresh))
            queue.extend(fresh)
            if any(self._queues()) and self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._work, name="embedding ahead", daemon=True)
                self._thread.start()
            self._change.notify_all()
        return fresh

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length as the embedder gives them, shape (len(texts), dimensions)."""
        with self._change:
            told = [text for text in dict.fromkeys(texts) if text in self._known]
            self._change.wait_for(lambda: self._error or all(self._known[text] is not None for text in told))
            if self._error is not None:
                raise self._error
            found = {text: self._known[text] for text in told}
            self._asked.extend(told)
        others = [text for text in dict.fromkeys(texts) if text not in found]
        found.update(zip(others, self._embedder.embed(others), strict=True))
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return np.stack([np.asarray(found[text], dtype=np.float32) for text in texts])

    def close(self) -> None:
        """Ends the thread once its present texts are done."""
        with self._change:
            self._closed = True
            self._change.notify_all()
        if self._thread is not None:
            self._thread.join()

    def __enter__(self) -> EmbeddingAhead:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _drop(self, texts: set[str]) -> None:
        waiting = set(chain(*self._queues()))
        for text in texts & self._known.keys():
            if text in waiting or self._known[text] is not None:
                del self._known[text]
        self._waiting = deque(text for text in chain(*self._queues()) if text not in texts)
        for queue in self._doubtful:
            queue.clear()

    def _queues(self) -> tuple[deque[str], ...]:
        """What waits, the likeliest first."""
        return self._waiting, *self._doubtful

    def _at_once(self) -> int:
        """Half of what waits: the last texts are few, so that whoever takes up the vectors is soon done too."""
        most = GUESSED if self._guessed else MOST
        return max(FEWEST, min(most, len(self._waiting) // 2))

    def _next(self) -> list[str]:
        """The texts to embed now, no longer waiting: of those expected the first, of those guessed the longest."""
        queue = next(filter(None, self._queues()))
        count = self._at_once() if queue is self._waiting else DOUBTFUL
        if queue[0] in self._guessed:
            ordered = longest_first(queue)
            queue.clear()
            queue.extend(ordered)
        return [queue.popleft() for _ in range(min(count, len(queue)))]

    def _work(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._closed or any(self._queues()))
                if self._closed:
                    return
                texts = self._next()
            try:
                vectors = self._embedder.embed(texts)
            except BaseException as error:
                with self._change:
                    self._error = error
                    self._change.notify_all()
                return
            with self._change:
                self._known.update(zip(texts, vectors, strict=True))
                self._change.notify_all()

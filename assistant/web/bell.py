"""Who waits for something to change is woken when it does."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import OrderedDict

REMEMBERED = 5000
MOST_WAITING = 1000


class Bell:
    """Rung in any thread, heard by coroutines; every ring of a topic gives it a new number."""

    def __init__(self) -> None:
        # Numbers go on from the clock, so that those of an earlier server are never taken for this one's.
        self._last = time.time_ns() // 1000
        self._start = self._last
        self._rung: OrderedDict[str, int] = OrderedDict()
        self._waiting: dict[str, set[tuple[asyncio.AbstractEventLoop, asyncio.Event]]] = {}
        self._lock = threading.Lock()

    def ring(self, *topics: str) -> None:
        """Wakes all who wait for one of the topics."""
        with self._lock:
            for topic in topics:
                self._last += 1
                self._rung[topic] = self._last
                self._rung.move_to_end(topic)
                for loop, event in self._waiting.get(topic, ()):
                    if not loop.is_closed():
                        loop.call_soon_threadsafe(event.set)
            while len(self._rung) > REMEMBERED:
                _, self._start = self._rung.popitem(last=False)

    def number(self, topic: str) -> int:
        """The topic's number now; of one that is forgotten, that of the oldest known."""
        with self._lock:
            return self._rung.get(topic, self._start)

    async def heard(self, topic: str, number: int, seconds: float) -> int:
        """The topic's number once it is another than the given one, or after so many seconds."""
        event = asyncio.Event()
        entry = (asyncio.get_running_loop(), event)
        with self._lock:
            now = self._rung.get(topic, self._start)
            if now != number or sum(map(len, self._waiting.values())) >= MOST_WAITING:
                return now
            self._waiting.setdefault(topic, set()).add(entry)
        try:
            await asyncio.wait_for(event.wait(), seconds)
        except (TimeoutError, asyncio.CancelledError):
            # A server that ends cancels who waits: that is an answer too, and no failure.
            return number
        finally:
            with self._lock:
                self._waiting[topic].discard(entry)
                if not self._waiting[topic]:
                    del self._waiting[topic]
        return self.number(topic)

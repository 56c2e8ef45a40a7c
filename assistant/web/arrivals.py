"""How many of the shoppers' messages have come and are not answered yet."""

from __future__ import annotations

import threading


class Arrivals:
    """A count that goes up by one inside its `with`; safe for threads."""

    def __init__(self) -> None:
        self._count = 0
        self._lock = threading.Lock()

    def __enter__(self) -> None:
        with self._lock:
            self._count += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._count -= 1

    @property
    def beside(self) -> int:
        """How many there are beside the one that asks."""
        return max(0, self._count - 1)

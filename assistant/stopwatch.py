"""What each step of a turn takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType


class Stopwatch:
    """Laps in milliseconds by a given clock of seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._start = self._last = clock()
        self._laps: dict[str, float] = {}

    def lap(self, step: str) -> None:
        """Books the time since the last lap under this step."""
        now = self._clock()
        self._laps[step] = self._laps.get(step, 0.0) + (now - self._last) * 1000.0
        self._last = now

    def timings(self) -> Mapping[str, float]:
        """Milliseconds by step, with the total."""
        total = (self._clock() - self._start) * 1000.0
        return MappingProxyType({**{step: round(ms, 2) for step, ms in self._laps.items()}, "total": round(total, 2)})

"""The mapping without keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class Nothing(Mapping[str, Any]):
    """The mapping without keys; hashable, so that a dataclass takes it as a default."""

    __slots__ = ()

    def __getitem__(self, key: str) -> Any:
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "{}"


EMPTY: Mapping[str, Any] = Nothing()

"""What a drawing may ask of a product's record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from catalog.sample.drawing.tones import Tone


@dataclass(frozen=True, slots=True)
class Subject:
    """A product to be drawn, by its record as the sample shop's files hold it."""

    record: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The product's id."""
        return str(self.record["id"])

    def value(self, name: str) -> Any:
        """The attribute's value, or None where the record is silent."""
        return self.record["attributes"].get(name, {}).get("value")

    def number(self, name: str, otherwise: float) -> float:
        """The attribute as a number."""
        value = self.value(name)
        return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else otherwise

    def yes(self, name: str) -> bool:
        """Whether the record says so."""
        return self.value(name) is True

    def named(self, *words: str) -> bool:
        """Whether one of the words is part of the product's id."""
        return any(word in self.id for word in words)

    def tone(self, otherwise: str = "grey") -> Tone:
        """The paint of the record's colour."""
        return Tone.of(str(self.value("colour") or otherwise))

    def pick(self, choices: int, salt: str = "") -> int:
        """One of 0 to choices - 1, the same for all variants of one product."""
        return crc32((str(self.record.get("group") or self.id) + salt).encode()) % choices

    def own(self, choices: int) -> int:
        """One of 0 to choices - 1, each variant its own."""
        return crc32(self.id.encode()) // 7 % choices

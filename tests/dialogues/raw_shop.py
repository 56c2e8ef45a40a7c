"""A shop's raw records and what they prove: shares no code with what it judges."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

PARTS = {
    **{"g": ("g", 1.0), "kg": ("g", 1000.0), "mg": ("g", 0.001), "lb": ("g", 453.59237), "oz": ("g", 28.349523)},
    **{"mm": ("mm", 1.0), "cm": ("mm", 10.0), "m": ("mm", 1000.0), "inch": ("mm", 25.4), "ft": ("mm", 304.8)},
    **{"min": ("min", 1.0), "h": ("min", 60.0), "s": ("min", 1 / 60), "day": ("min", 1440.0)},
    **{"month": ("month", 1.0), "year": ("month", 12.0)},
    **{"ml": ("ml", 1.0), "l": ("ml", 1000.0), "MB": ("MB", 1.0), "GB": ("MB", 1e3), "TB": ("MB", 1e6)},
    **{"W": ("W", 1.0), "kW": ("W", 1e3), "nit": ("cd/m²", 1.0)},
}
"""Unit -> what it is counted in, and how many of that it is."""
COLUMNS = ("price", "brand", "type", "stock", "rating", "title", "description", "group")


class UnknownFactError(Exception):
    """The record doesn't say."""


def scaled(value: float, unit: str | None) -> tuple[str | None, float]:
    """A figure in the unit that its kind is counted in."""
    single = unit[:-1] if unit and len(unit) > 3 and unit.endswith("s") else unit
    kind, factor = PARTS.get(single or "", (single, 1.0))
    return kind, value * factor


class Shop:
    """Raw records by id, in the order of the files."""

    def __init__(self, records: Mapping[str, Mapping[str, Any]]) -> None:
        self.records = records

    def __repr__(self) -> str:
        return f"Shop of {len(self.records)}"

    @staticmethod
    def read(paths: Iterable[Path]) -> Shop:
        """The shop of these JSON-lines files."""
        lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
        found = [json.loads(line) for line in lines]
        return Shop({one["id"]: one for one in found})

    def where(self, expression: str) -> set[str]:
        """The ids of the records that prove an expression such as `type == 'laptop' and weight_kg < 1.5`."""
        return {one for one, record in self.records.items() if proves(record, expression)}


def proves(record: Mapping[str, Any], expression: str) -> bool:
    """Whether the record says all that the expression asks; a fact that it lacks proves nothing."""
    try:
        return bool(eval(expression, {"__builtins__": {}}, Facts(record)))
    except UnknownFactError:
        return False


class Facts(Mapping[str, Any]):
    """A record's facts by name: `weight` as it stands, `weight_kg` in kilograms, `said` all its words."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        self._record = record

    def __getitem__(self, name: str) -> Any:
        if name == "said":
            return words_of(self._record)
        if name == "id":
            return self._record["id"]
        if name in COLUMNS:
            return self._told(self._record.get(name))
        attributes = self._record.get("attributes") or {}
        if name in attributes:
            return attributes[name]["value"]
        stem, _, unit = name.rpartition("_")
        if unit in PARTS:
            fact = attributes.get(stem)
            if fact is None or fact.get("unit") is None:
                raise UnknownFactError(name)
            kind, value = scaled(fact["value"], fact["unit"])
            if kind != PARTS[unit][0]:
                raise UnknownFactError(name)
            return value / PARTS[unit][1]
        raise UnknownFactError(name)

    @staticmethod
    def _told(value: Any) -> Any:
        if value is None:
            raise UnknownFactError
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._record)

    def __len__(self) -> int:
        return len(self._record)


def words_of(record: Mapping[str, Any]) -> str:
    """Title and description in every language of the record."""
    told = [record, *(record.get("translations") or {}).values()]
    return "\n".join(one[key] for one in told for key in ("title", "description") if one.get(key))


def verdict(record: Mapping[str, Any], name: str, op: str, value: Any, unit: str | None) -> bool | None:
    """What the record says of a demand: True, False, or None where it doesn't say."""
    fact = (record.get("attributes") or {}).get(name)
    found, found_unit = (fact["value"], fact.get("unit")) if fact else (record.get(name), None)
    if name == "price" and not fact:
        found_unit = record.get("currency")
    if name == "category" and isinstance(found, list):
        found = " / ".join(found)
    if found is None:
        return _by_words(record, name, value) if op == "has" else None
    if op in ("!=", "not_in"):
        told = verdict(record, name, "in" if op == "not_in" else "=", value, unit)
        return None if told is None else not told
    if op == "in":
        each = [verdict(record, name, "=", one, unit) for one in value]
        return True if True in each else None if None in each else False
    if op == "has":
        return _has(record, name, found, value)
    if isinstance(found, bool) or isinstance(value, bool):
        return found is value if op == "=" and isinstance(found, bool) and isinstance(value, bool) else None
    if isinstance(found, str) or isinstance(value, str):
        if op != "=" or not (isinstance(found, str) and isinstance(value, str)):
            return None
        return holds_words(found, value)
    return _compared(op, found, found_unit, value, unit)


def _compared(op: str, found: float, found_unit: str | None, value: float, unit: str | None) -> bool | None:
    (kind, number), (asked, bound) = scaled(found, found_unit), scaled(value, unit)
    if kind != asked:
        return None
    near = 1e-6 * max(1.0, abs(bound))
    share = {"mm": 0.02, "MB": 0.025}.get(str(kind), 0.01) if found_unit != unit else 0.01
    said = f"{value:.10f}".rstrip("0").split(".")[1]
    slack = min(share * abs(bound), 0.5 / 10 ** len(said)) if said and found_unit == unit else share * abs(bound)
    return {
        "<": number < bound - near,
        "<=": number <= bound + near,
        ">": number > bound + near,
        ">=": number >= bound - near,
        "=": abs(number - bound) <= slack + near,
        "about": abs(number - bound) <= 0.15 * abs(bound) + near,
    }[op]


def _has(record: Mapping[str, Any], field: str, found: Any, value: Any) -> bool | None:
    if isinstance(found, bool):
        return found
    if isinstance(found, (int, float)):
        return found > 0
    if isinstance(value, str) and holds_words(found, value):
        return not re.search(rf"\b(?:no|not|without|non)[ -]+{re.escape(value.casefold())}", found.casefold())
    return _by_words(record, field, value)


def _by_words(record: Mapping[str, Any], field: str, value: Any) -> bool | None:
    phrase = value if isinstance(value, str) else field
    words = words_of(record)
    if re.search(
        rf"\b(?:no|without|non)[ -]+{re.escape(phrase.casefold())}|[无不]{re.escape(phrase)}", words.casefold()
    ):
        return False
    return True if holds_words(words, phrase) else None


def holds_words(text: str, phrase: str) -> bool:
    """Whether the text holds the phrase: as whole words, or as it stands where words aren't spaced."""
    if not phrase.isascii():
        return phrase.casefold() in text.casefold()
    return f" {_plain(phrase)} " in f" {_plain(text)} "


def _plain(text: str) -> str:
    words = re.findall(r"[^\W_]+(?:\.\d+)?", text.casefold())
    alike = {"gray": "grey", "color": "colour"}
    return " ".join(alike.get(word, word[:-1] if len(word) > 3 and word.endswith("s") else word) for word in words)

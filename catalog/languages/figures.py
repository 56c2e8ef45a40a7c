"""Numbers in a text, in digits or in words, before anyone asks what they measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from catalog.languages.registry import every_language, places

DIGITS = re.compile(
    r"(?<![\w.])(?:\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\s\d/\d|\d/\d+|\d+,\d{1,2}(?!\d)|\d*\.\d+|\d+)?[½¼¾]"
    r"|(?:(?<![A-Za-z\d_.])|(?<=\d[xX]))(?:\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+\s+\d/\d(?!\d)|\d/\d+"
    r"|\d+,\d{1,2}(?![\d,])|\d*\.\d+|\d+)(?!\.\d)"
)
VERSION = re.compile(r"\d+(?:\.\d+){2,}")
AFTER_LETTERS = re.compile(r"(?<![A-Za-z\d.])[A-Za-z][A-Za-z\d-]*[-_]$|#\s?$")
LATIN_WORD = re.compile(r"(?<![\w'])[A-Za-z]+(?![\w'])")
GAP = re.compile(r"\s+|-")
SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
LEAST_ALONE = 10
"""A number word below this is only a number before a unit: "the red one", "two in one"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number from `start` to `end`, said with the multiplier `scale`; `needs_unit` where it is none by itself."""

    start: int
    end: int
    value: float
    high: float | None = None
    rough: bool = False
    scale: float = 1.0
    needs_unit: bool = False
    article: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    scale: re.Pattern[str]
    and_part: re.Pattern[str]
    """What adds a part to a whole number before it: 7 and a half."""
    numbers: dict[str, float]
    scales: dict[str, float]
    parts: dict[str, float]
    counted: dict[str, float]
    ones: frozenset[str]
    joins: frozenset[str]
    fill: frozenset[str]
    cues: frozenset[str]
    """Words that bound a figure, also written to it: sub-30."""


def figures(text: str) -> list[Figure]:
    """All figures, in order, none inside another or inside a model number."""
    words = _words(places())
    versions = [match.span() for match in VERSION.finditer(text)]
    found = list(_written(text)) + list(_spelt(text, words))
    for match in DIGITS.finditer(text):
        named = AFTER_LETTERS.search(text[: match.start()])
        bounded = named is not None and named.group().rstrip("-_").lower() in words.cues
        if any(start <= match.start() < end for start, end in versions) or (named is not None and not bounded):
            continue
        figure = Figure(match.start(), match.end(), _number(match.group()))
        found.append(_scaled(figure, text, words))
    found.sort(key=lambda figure: (figure.start, -figure.end))
    kept: list[Figure] = []
    for figure in found:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept


def _number(said: str) -> float:
    extra = SIGNS.get(said[-1], 0.0)
    said = said[:-1] if extra else said
    if not said:
        return extra
    if "/" in said:
        whole, _space, fraction = said.rpartition(" ")
        over, under = fraction.split("/")
        return float(whole or 0) + (float(over) / float(under) if float(under) else 0.0)
    if "," in said and (re.search(r",\d{1,2}$", said)):
        return float(said.replace(".", "").replace(",", ".")) + extra
    return float(said.replace(",", "")) + extra


def _scaled(figure: Figure, text: str, words: _Words) -> Figure:
    more = words.and_part.match(text, figure.end) if figure.value.is_integer() else None
    if more is not None:
        return replace(figure, end=more.end(), value=figure.value + words.parts[more.group(1).lower()])
    match = words.scale.match(text, figure.end)
    if not match:
        return figure
    scale = words.scales[match.group(1).lower()]
    if figure.value >= scale:  # 3000K is a colour temperature
        return figure
    return replace(figure, end=match.end(), value=figure.value * scale, scale=scale)


def _written(text: str) -> Iterator[Figure]:
    """Numerals of scripts that have their own reader."""
    for language in every_language():
        reader = language.code_for("numerals", "figures")
        alone = language.code_for("numerals", "stands_alone")
        if reader is None or not re.search(f"[{language.words['letters']}]", text):
            continue
        for start, end, value, high, rough, scale in reader(text):
            if text[start].isdigit() and start and (text[start - 1].isascii() and text[start - 1].isalnum()):
                continue
            needs = alone is not None and not alone(text[start:end])
            yield Figure(start, end, value, high, rough, scale, needs)


def _spelt(text: str, words: _Words) -> Iterator[Figure]:
    """Numbers in words, read from left to right, each as long as it makes one number."""
    tokens = [(match.group().lower(), match.start(), match.end()) for match in LATIN_WORD.finditer(text)]
    at = 0
    while at < len(tokens):
        figure, after = _Reader(text, tokens, words).read(at)
        if figure is not None:
            yield figure
        at = max(after, at + 1)


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    tokens: list[tuple[str, int, int]]
    words: _Words

    def read(self, first: int) -> tuple[Figure | None, int]:
        """The figure whose first token this is and the index after it, or (None, first)."""
        at = first
        article = self._word(at) in self.words.ones
        if article:
            at += 1
            if not self._joined(at):
                return self._figure(first, at, 1.0, 1.0, article)
        if self._word(at) in self.words.parts:
            return self._portion(first, at)
        if article and self._word(at) not in self.words.scales and self._word(at) not in self.words.counted:
            return self._figure(first, at, 1.0, 1.0, article)
        return self._sum(first, at)

    def _sum(self, first: int, at: int) -> tuple[Figure | None, int]:
        total, last = 0.0, float("inf")
        while True:
            group, after = self._group(at, allow_none=at == first or total == 0)
            if group is None:
                break
            scale = 1.0
            while self._joined(after) and self._word(after) in self.words.scales:
                scale *= self.words.scales[self._word(after)]
                after += 1
            if scale >= last:
                break
            total, last, at = total + group * scale, scale, after
            if last == 1.0:
                break
            if self._word(at) in self.words.joins and self._joined(at) and self._word(at + 1) in self.words.numbers:
                at += 1
        if last == float("inf"):
            return None, first
        if self._word(at - 1) in self.words.joins:
            at -= 1
        total, at = self._and_part(total, at)
        return self._figure(first, at, total, last, False)

    def _group(self, at: int, allow_none: bool) -> tuple[float | None, int]:
        """A number below a hundred and the index after it; 1 before a scale without one ("a hundred")."""
        word = self._word(at)
        if word in self.words.counted:
            after = at + 1
            while self._word(after) in self.words.fill and self._joined(after):
                after += 1
            return self.words.counted[word], after
        if word in self.words.numbers and (allow_none or self._joined(at)):
            value = self.words.numbers[word]
            following = self.words.numbers.get(self._word(at + 1))
            if value >= 20 and following is not None and 0 < following < 10 and self._joined(at + 1):
                return value + following, at + 2
            return value, at + 1
        if allow_none and word in self.words.scales and len(word) > 1:
            return 1.0, at
        return None, at

    def _portion(self, first: int, at: int) -> tuple[Figure | None, int]:
        """Half a kilo, quarter of a pound, half a million."""
        value = self.words.parts[self._word(at)]
        at += 1
        end = at
        while self._word(at) in self.words.fill and self._joined(at):
            at += 1
        if self._word(at) in self.words.scales and self._joined(at):
            scale = self.words.scales[self._word(at)]
            return self._figure(first, at + 1, value * scale, scale, False)
        return self._figure(first, max(end, at), value, 1.0, False)

    def _and_part(self, total: float, at: int) -> tuple[float, int]:
        if self._word(at) in self.words.joins and self._joined(at):
            after = at + 1 + (self._word(at + 1) in self.words.ones)
            if self._word(after) in self.words.parts:
                return total + self.words.parts[self._word(after)], after + 1
        return total, at

    def _figure(self, first: int, after: int, value: float, scale: float, article: bool) -> tuple[Figure, int]:
        needs = article or (scale == 1.0 and value < LEAST_ALONE)
        start, end = self.tokens[first][1], self.tokens[after - 1][2]
        return Figure(start, end, value, scale=scale, needs_unit=needs, article=article), after

    def _word(self, at: int) -> str:
        return self.tokens[at][0] if 0 <= at < len(self.tokens) else ""

    def _joined(self, at: int) -> bool:
        """Whether only a space or hyphen stands between a token and the one before it."""
        if not 0 < at < len(self.tokens):
            return False
        return bool(GAP.fullmatch(self.text, self.tokens[at - 1][2], self.tokens[at][1]))


@lru_cache(maxsize=8)
def _words(_: tuple[str, ...]) -> _Words:
    merged: dict[str, dict[str, Any]] = {"numbers": {}, "scales": {}, "parts": {}, "counted": {}}
    lists: dict[str, set[str]] = {"ones": set(), "joins": set(), "fill": set(), "cues": set()}
    for language in every_language():
        data = language.data("quantities.json")
        for part, known in merged.items():
            known.update(data.get(part, {}))
        for part, words in lists.items():
            words.update(data.get(part, []))
    scale = re.compile(rf"\s?({either(merged['scales'])})(?![A-Za-z\d])", re.IGNORECASE)
    joins, ones = either(lists["joins"]), either(lists["ones"])
    parts = rf"\s{joins}\s(?:{ones}\s)?({either(merged['parts'])})(?![A-Za-z])"
    and_part = re.compile(parts, re.IGNORECASE)
    return _Words(scale=scale, and_part=and_part, **merged, **{part: frozenset(words) for part, words in lists.items()})


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; one that never matches where there are none."""
    return "(?:" + ("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)") + ")"

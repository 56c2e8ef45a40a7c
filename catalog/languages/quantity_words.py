"""The words for units and money of all languages, ready to be matched after a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from catalog.languages.figures import either
from catalog.languages.registry import every_language, places
from catalog.measures import currencies, dimension, units

SIGNS = {
    "US$": "USD", "HK$": "HKD", "NT$": "TWD", "A$": "AUD", "C$": "CAD", "S$": "SGD", "$": "USD", "€": "EUR",
    "£": "GBP", "¥": "CNY", "₹": "INR", "₩": "KRW", "₽": "RUB", "zł": "PLN",
}  # fmt: skip
MARKS = {
    '"': "inch",
    "”": "inch",
    "″": "inch",
    "''": "inch",
    "'": "ft",
    "’": "ft",
    "′": "ft",
    "℃": "°C",
    "℉": "°F",
    "㎡": "m²",
}
QUOTES = "\"'”’"
LISTS = (
    "glued_only", "ordinals", "memory", "cues", "cues_after", "ranges", "half_after", "half_before_unit",
    "money_before", "tenths_after", "times", "pieces_before", "below_zero", "anew", "rough_after", "rest_after",
)  # fmt: skip
COUNTABLE = frozenset({"mass", "volume", "length"})
"""What "a" may count: "a kilo" is an amount, "a second" mostly isn't."""
CAPITAL_CODES = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Measure:
    """The unit or currency that ends at `end`; `extra` is added to the number, then `factor` brings it to the unit."""

    end: int
    unit: str | None = None
    currency: str | None = None
    factor: float = 1.0
    alternatives: tuple[str, ...] = ()
    extra: float = 0.0
    mark: bool = False

    @property
    def countable(self) -> bool:
        """Whether an article before it can be the number one."""
        return dimension(self.unit) in COUNTABLE


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """Patterns and meanings of the words around a number."""

    unit_after: re.Pattern[str]
    mark_after: re.Pattern[str]
    money_before: re.Pattern[str]
    ordinal: re.Pattern[str]
    memory: re.Pattern[str]
    memory_before: re.Pattern[str]
    cue_before: re.Pattern[str]
    cue_after: re.Pattern[str]
    times: re.Pattern[str]
    pieces_before: re.Pattern[str]
    below_zero: re.Pattern[str]
    rough_after: re.Pattern[str]
    half_after: re.Pattern[str]
    tenths_after: re.Pattern[str]
    rest_after: re.Pattern[str]
    """What may part a large unit from the rest of the amount in a small one: 2 lb and 4 oz."""
    range_mark: re.Pattern[str]
    anew: re.Pattern[str]
    between: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    meanings: dict[str, tuple[str | None, str | None, float]]
    alternatives: dict[str, tuple[str, ...]]
    glued_only: frozenset[str]
    tenths: dict[str, float]

    def currency(self, said: str) -> str | None:
        """The currency of a sign, code or word."""
        return SIGNS.get(said) or self._meaning(said)[1]

    def after(self, text: str, at: int) -> Measure | None:
        """What is measured by the words that start right after the number, or None."""
        mark = self.mark_after.match(text, at)
        if mark and not _closes_quote(mark.group("mark"), text, at):
            said = mark.group("mark")
            if said in SIGNS:
                return Measure(mark.end(), currency=SIGNS[said])
            return Measure(mark.end(), unit=MARKS[said], mark=True)
        match = self.unit_after.match(text, at)
        if match is None:
            return None
        said, end = match.group("word"), match.end()
        if said.lower() in self.glued_only and not self._is_glued(match, text, at):
            return None
        unit, currency, factor = self._meaning(said)
        if unit is None and currency is None:
            return None
        extra = 0.5 if match.group("half") else 0.0
        if (after_half := self.half_after.match(text, end)) is not None:
            extra, end = 0.5, after_half.end()
        elif (tenths := self.tenths_after.match(text, match.start("word"))) is not None and not (
            # 买一块85到300的: two figures behind a piece are a sum of their own.
            currency is not None and (tenths.group("tenths") + (tenths.group("hundredths") or "x")).isdecimal()
        ):
            hundredths = self.tenths.get(tenths.group("hundredths"), 0.0) / 10
            extra, end = round(self.tenths[tenths.group("tenths")] + hundredths, 2), tenths.end()
        return Measure(end, unit, currency, factor, self.alternatives.get(said.lower(), ()), extra)

    def is_memory(self, text: str, start: int, end: int) -> bool:
        """Whether words for memory stand right beside the stretch."""
        return bool(self.memory.match(text, end) or self.memory_before.search(text[:start]))

    def range_between(self, text: str, start: int, end: int, second: int) -> int | None:
        """Where a range of two figures starts, or None where the text between them doesn't make one."""
        said = text[end:second]
        if self.range_mark.fullmatch(said):
            return start
        for opening, middle in self.between:
            match = opening.search(text, 0, start)
            if match and match.end() == start and middle.fullmatch(said):
                return start
        return None

    def opens_anew(self, text: str, end: int, second: int) -> bool:
        """Whether the words between two figures may begin a bound of the second alone: 1.8 m up to fifty."""
        return self.anew.fullmatch(text, end, second) is not None

    def _is_glued(self, match: re.Match[str], text: str, at: int) -> bool:
        gap = match.group("gap")
        if gap == "-" and text[match.end() : match.end() + 1] == "-":
            return False
        return gap in ("", "-") or "." in text[max(0, at - 4) : at]

    def _meaning(self, said: str) -> tuple[str | None, str | None, float]:
        said = re.sub(r"\s+", " ", said)
        if CAPITAL_CODES.fullmatch(said) and said in currencies():
            return None, said, 1.0
        return self.meanings.get(said) or self.meanings.get(said.lower()) or (None, None, 1.0)


def quantity_words() -> QuantityWords:
    """The words of every language there is."""
    return _quantity_words(places())


def _closes_quote(mark: str, text: str, at: int) -> bool:
    """Whether a quotation mark after a number ends a quotation that began before it."""
    return (
        mark in QUOTES
        and text[:at].count(mark[0]) % 2 == 1
        and re.search(rf"(?<!\w){re.escape(mark[0])}\w", text[:at]) is not None
    )


@lru_cache(maxsize=8)
def _quantity_words(_: tuple[str, ...]) -> QuantityWords:
    meanings: dict[str, tuple[str | None, str | None, float]] = {}
    blocked: dict[str, str] = {}
    alternatives: dict[str, tuple[str, ...]] = {}
    lists: dict[str, list[str]] = {name: [] for name in LISTS}
    tenths = {f"{digit}": digit / 10 for digit in range(1, 10)}
    not_tenths = scales = ""
    leads = "".join(tenths)
    between: list[tuple[re.Pattern[str], re.Pattern[str]]] = []
    for unit in units():
        meanings[unit] = (unit, None, 1.0)
        if len(unit) > 1 and dimension(unit) != "area":
            meanings.setdefault(unit.lower(), (unit, None, 1.0))
    meanings |= {"g": ("g", None, 1.0), "l": ("l", None, 1.0), "k": ("K", None, 1.0)}
    meanings.pop("t", None)
    for language in every_language():
        data: dict[str, Any] = language.data("quantities.json")
        for name, said in data.get("units", {}).items():
            unit, _star, factor = name.partition("*")
            meanings |= {word: (unit, None, float(factor or 1)) for word in said}
        for currency, said in data.get("money", {}).items():
            meanings |= {word: (None, currency, 1.0) for word in said}
        blocked |= data.get("not_before", {}) | data.get("money_not_before", {})
        alternatives |= {word: tuple(others) for word, others in data.get("alternatives", {}).items()}
        tenths |= data.get("tenths", {})
        not_tenths += data.get("tenths_not_before", "")
        scales += data.get("tenths_scales", "")
        leads += "".join(data.get("tenths", {})) + data.get("tenths_leads", "")
        for name, known in lists.items():
            known.extend(data.get(name, []))
        for opening, middles in data.get("between", {}).items():
            before = re.compile(rf"(?<!\w){re.escape(opening)}\s+[$€£¥]?\s?$", re.I)
            between.append((before, re.compile(rf"\s+{either(middles)}\s+", re.I)))
    mark = rf"\s*(?:[-–—~～〜]+|{either(lists['ranges'])})\s*"
    return QuantityWords(
        unit_after=_unit_pattern(meanings, blocked, lists["half_before_unit"]),
        mark_after=re.compile(rf"(?P<gap>\s?)(?P<mark>{either([*MARKS, *SIGNS])})(?![A-Za-z])"),
        money_before=re.compile(
            rf"(?P<sign>{either(SIGNS)}|(?<![A-Za-z])(?:{either([*currencies(), *lists['money_before']])}))\s?$", re.I
        ),
        ordinal=re.compile(rf"{either(lists['ordinals'])}\s?$"),
        memory=re.compile(rf"\s*{either(lists['memory'])}", re.I),
        memory_before=re.compile(rf"{either(lists['memory'])}[\s:：]*$", re.I),
        cue_before=re.compile(rf"{either(lists['cues'])}[\s:：]*[$€£¥]?$|[\dk]{mark}$", re.I),
        cue_after=re.compile(rf"\s*{either(lists['cues_after'])}|{mark}[$€£¥]?\d", re.I),
        times=re.compile(rf"\s*(?:[x×*]|{either(lists['times'])})\s*(?=[\d{re.escape(leads + scales)}])", re.I),
        pieces_before=re.compile(rf"(?<![a-z]){either(lists['pieces_before'])}\s*$", re.I),
        below_zero=re.compile(rf"(?:{either(lists['below_zero'])}|-)\s*$", re.I),
        rough_after=re.compile(rf"{either(lists['rough_after'])}(?![A-Za-z])", re.I),
        half_after=re.compile(either(lists["half_after"])),
        rest_after=re.compile(rf"\s?(?:{either(lists['rest_after'])}\s?)?", re.I),
        tenths_after=re.compile(
            rf"{either(lists['tenths_after'])}(?P<tenths>{either(tenths)})(?P<hundredths>{either(tenths)})?(?![\dA-WYZa-wyz.{re.escape(not_tenths)}]|x(?!\d))"
            rf"(?![{re.escape(leads)}]*[{re.escape(scales)}])",
            re.I,
        ),
        tenths=tenths,
        range_mark=re.compile(mark, re.I),
        anew=re.compile(rf"\s*{either(lists['anew'])}\s*", re.I),
        between=tuple(between),
        meanings=meanings,
        alternatives=alternatives,
        glued_only=frozenset(word.lower() for word in lists["glued_only"]),
    )


def _unit_pattern(
    meanings: dict[str, tuple[str | None, str | None, float]], blocked: dict[str, str], half: list[str]
) -> re.Pattern[str]:
    words = []
    for word in sorted({*meanings, *currencies()}, key=len, reverse=True):
        end = r"(?![A-Za-z\d])" if word[-1].isascii() and word[-1].isalnum() else ""
        if word in blocked:
            end += f"(?![{re.escape(blocked[word])}])"
        words.append(re.escape(word).replace(r"\ ", r"\s+") + end)
    # the plus of "25+ hours" and the hyphen of "15-inch" belong to the number.
    lead = rf"\+?(?P<half>{either(half)})?(?P<gap>\s?|-)"
    return re.compile(rf"{lead}(?P<word>{'|'.join(words)})", re.IGNORECASE)

"""Numbers with units as records write them: "1.5 kg", "500ml", "370 x 139 mm"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from catalog.languages.registry import every_language, places
from catalog.measures import dimension, unit_named, units

NUMBER = r"[-+−]?\d+(?:[., ]\d{3})*(?:[.,]\d+)?|[-+−]?[.,]\d+"
ONE = re.compile(r"[-+−]?\d*[.,]?\d+")
GROUPED = re.compile(r"[-+−]?\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
CALENDAR = re.compile(r"((?:19|20)\d\d)\s?(\D+)")
JOINED = re.compile(r"(?<![A-Za-z0-9_.,])(\d+(?:[.,]\d+)?)\s*[xX×*/~–-]\s*$")
NAMES_BELOW = {"G": 10, "K": 100, "k": 100}
"""Up to here a number with such a letter is a name: 5G is a mobile network and no weight, 4K a picture and no cold."""
FIGURE_FOLLOWS = re.compile(r"[\s-]*\d")
SYMBOLS = ("in", '"', "”", "″", "''", "lbs", "hrs", "mins", "pcs", "pc(s)", "VAC", "VDC", "℃", "m2", "cm2", "g/m2",
           "cd/m2", "dB(A)", "dBA", "Mbps", "Gbps", "kbps", "Ω", "ohms")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """A number with its canonical unit, and the words that say it."""

    value: float
    unit: str
    words: str


def number(text: str) -> float | None:
    """The number that the whole text is, in either decimal notation; None where it is something else."""
    said = text.strip().replace("−", "-").replace("\u00a0", " ")
    if ONE.fullmatch(said):
        whole, comma, fraction = said.partition(",")
        if comma and len(fraction) == 3 and whole.strip("+-").isdigit() and whole.strip("+-") != "0":
            return float(whole + fraction)
        return float(said.replace(",", "."))
    if not (grouped := GROUPED.fullmatch(said)):
        return _calendar_year(said)
    mark = grouped.group(1)
    whole = said.replace(mark, "")
    return float(whole.replace(",", ".")) if whole.count(".") + whole.count(",") <= 1 else None


def _calendar_year(said: str) -> float | None:
    """The year that figures with the word for years are, where they count none: 2019年."""
    found = CALENDAR.fullmatch(said)
    return float(found[1]) if found and unit_word(found[2]) == ("year", 1.0) else None


def whole_measure(text: str) -> Written | None:
    """The measure that the whole text is, such as "1.5 kg" or "230V~"; None where it says more or less."""
    found = _whole(places()).fullmatch(without_nearly(text.strip()))
    if found is None:
        return None
    value = number(found.group(1))
    named = unit_word(found.group(2))
    if value is None or named is None or value < NAMES_BELOW.get(found.group(2), value):
        return None
    unit, factor = named
    return Written(value * factor, unit, text.strip())


def without_nearly(text: str) -> str:
    """The text without what stands before its figure, that it is near enough or a bound: about 187 g, ≥28%."""
    found = _nearly(places()).match(text)
    return text[found.end() :] if found else text


@lru_cache(maxsize=8)
def _nearly(_: tuple[str, ...]) -> re.Pattern[str]:
    words = [word for language in every_language() for word in language.data("import.json").get("nearly", ())]
    return re.compile(rf"(?:[≥≤<>]|{'|'.join(map(re.escape, words)) or '(?!)'})\s*(?=\d)", re.IGNORECASE)


def measures_in(text: str) -> list[Written]:
    """Every number of a running text that has a unit; each side of "370 x 139 mm" has it."""
    return list(_measures_in(text, places()))


@lru_cache(maxsize=1 << 16)
def _measures_in(text: str, folders: tuple[str, ...]) -> tuple[Written, ...]:
    found: list[Written] = []
    vague, glued = _doubtful(folders)
    for match in _running(folders).finditer(text):
        said, gap, word = match.group(1), match.group(2), match.group(3)
        lower = word.casefold()
        if lower in vague or (lower in glued and (gap or FIGURE_FOLLOWS.match(text, match.end()))):
            continue
        named = unit_word(word)
        value = number(said)
        if named is None or value is None or value < NAMES_BELOW.get(word, value):
            continue
        unit, factor = named
        found.append(Written(value * factor, unit, match.group().strip()))
        before = text[: match.start()]
        while joined := JOINED.search(before):
            if (other := number(joined.group(1))) is not None:
                found.append(Written(other * factor, unit, text[joined.start() : match.end()]))
            before = before[: joined.start()]
    return tuple(found)


def unit_word(word: str) -> tuple[str, float] | None:
    """The canonical unit of a symbol or of any language's word for it, and what to multiply by; money is none."""
    word = word.strip().rstrip(".")
    unit = unit_named(word)
    if unit is not None:
        return None if dimension(unit) == "money" else (unit, 1.0)
    words = _words(places())
    return words.get(word) or words.get(word.casefold())


@lru_cache(maxsize=8)
def _words(_: tuple[str, ...]) -> dict[str, tuple[str, float]]:
    found: dict[str, tuple[str, float]] = {}
    for language in every_language():
        for unit, spellings in language.data("quantities.json").get("units", {}).items():
            name, _star, factor = unit.partition("*")
            for spelling in spellings:
                found.setdefault(spelling.rstrip("."), (name, float(factor or 1)))
    return found


@lru_cache(maxsize=8)
def _doubtful(_: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Words that are too often part of a name to be units in running text, and those that must touch their number."""
    data = [language.data("import.json") for language in every_language()]
    vague = frozenset(word for words in data for word in words.get("vague_units", ()))
    return vague, frozenset(word for words in data for word in words.get("glued_units", ()))


@lru_cache(maxsize=8)
def _alternatives(folders: tuple[str, ...]) -> str:
    symbols = {*units(), *_words(folders), *SYMBOLS}
    ordered = sorted(symbols, key=lambda each: (-len(each), each))
    latin = _either(each for each in ordered if each[-1].isascii() and each[-1].isalnum())
    other = _either(each for each in ordered if not (each[-1].isascii() and each[-1].isalnum()))
    return rf"(?:{latin})(?![A-Za-z0-9²])(?!/[A-Za-z])|(?:{other})"


def _either(words: Iterable[str]) -> str:
    """A pattern of the words, whatever their case, by their first letters: most letters begin none and cost one look.

    Of the words with one first letter the earlier are tried first.
    """
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0].casefold(), []).append(word)
    return "|".join(
        f"{re.escape(letter)}(?:{'|'.join(re.escape(word[1:]) for word in group)})"
        if all(word[0].lower() == letter for word in group)
        else "|".join(map(re.escape, group))
        for letter, group in by_letter.items()
    )


@lru_cache(maxsize=8)
def _running(folders: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9_.,])(\d+(?:[.,]\d+)*)([\s-]?)({_alternatives(folders)})", re.IGNORECASE)


@lru_cache(maxsize=8)
def _whole(folders: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"({NUMBER})\s*-?({_alternatives(folders)})\.?\s*~?", re.IGNORECASE)

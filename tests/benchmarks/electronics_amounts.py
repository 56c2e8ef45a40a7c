"""A raw value in a shopper's words: other units of the same size ("2 kg", "4斤", "1 TB", "6 ft"), digits or words."""

from __future__ import annotations

import random
import re

from tests.benchmarks.electronics_fields import FEET
from tests.benchmarks.numerals import chinese_words, english_words

EURO = {
    "en": ("{n} euros", "€{n}", "{n} EUR", "{n}€", "{n}", "{n} euro"),
    "zh": ("{n}欧元", "{n}元", "{n}块", "{n}块钱", "{n}欧", "{n}"),
}
UNITS: dict[str, dict[str, tuple[tuple[float, tuple[str, ...]], ...]]] = {
    "g": {
        "en": ((1000, ("{n} kg", "{n}kg", "{n} kilos", "{n} kilograms")), (1, ("{n} g", "{n}g", "{n} grams"))),
        "zh": ((1000, ("{n}公斤", "{n}kg", "{n}千克")), (500, ("{n}斤",)), (1, ("{n}克", "{n}g"))),
    },
    "GB": {
        "en": ((1000, ("{n} TB", "{n}TB")), (1, ("{n} GB", "{n}GB", "{n} gigs")), (1 / 1024, ("{n} MB", "{n}MB"))),
        "zh": ((1000, ("{n}TB", "{n}T")), (1, ("{n}GB", "{n}G", "{n} GB")), (1 / 1024, ("{n}MB", "{n}M"))),
    },
    "inch": {
        "en": ((1, ("{n} inch", "{n}-inch", '{n}"', "{n} inches")),),
        "zh": ((1, ("{n}英寸", "{n}寸", "{n}吋")),),
    },
    "m": {
        "en": ((1, ("{n} m", "{n}m", "{n} metre", "{n} meter")), (0.01, ("{n} cm", "{n}cm"))),
        "zh": ((1, ("{n}米", "{n}m")), (0.01, ("{n}厘米", "{n}cm", "{n}公分"))),
    },
    "VA": {"en": ((1, ("{n} VA", "{n}VA")), (1000, ("{n} kVA",))), "zh": ((1, ("{n}VA",)), (1000, ("{n}kVA",)))},
    "GHz": {"en": ((1, ("{n} GHz", "{n}GHz")), (0.001, ("{n} MHz",))), "zh": ((1, ("{n}GHz", "{n}G")),)},
    "MHz": {"en": ((1, ("{n} MHz", "{n}MHz")),), "zh": ((1, ("{n}MHz", "{n}兆赫")),)},
    "pages": {"en": ((1, ("{n} pages",)),), "zh": ((1, ("{n}页", "{n}张")),)},
    "ppm": {"en": ((1, ("{n} pages per minute", "{n} ppm", "{n} pages a minute")),), "zh": ((1, ("{n}页", "{n}张")),)},
    "mAh": {"en": ((1, ("{n} mAh", "{n}mAh")),), "zh": ((1, ("{n}mAh", "{n}毫安", "{n}毫安时")),)},
    "g/m²": {"en": ((1, ("{n} g/m²", "{n} gsm", "{n}g/m2")),), "zh": ((1, ("{n}克",)),)},
    "MP": {"en": ((1, ("{n} megapixels", "{n} MP")),), "zh": ((1_000_000, ("{n}",)),)},
    "lumen": {"en": ((1, ("{n} lumens", "{n} ANSI lumens")),), "zh": ((1, ("{n}流明",)),)},
    "dpi": {"en": ((1, ("{n} dpi", "{n} DPI")),), "zh": ((1, ("{n}dpi", "{n} DPI")),)},
}
SPOKEN = re.compile(
    r"\{n\}(?: euros| kilos| kilograms| grams| gigs| inch| inches| metre| ft| feet| foot| pages.*|$|"
    r"欧元|元|块|块钱|公斤|千克|斤|克|英寸|寸|吋|米|厘米|公分|页|张|英尺|流明)"
)
CLIPPED = ("{n}",)


def _digits(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".")


def _filled(pattern: str, number: float, language: str, dice: random.Random, words: float = 0.15) -> str:
    whole = abs(number - round(number)) < 1e-9
    round_enough = 2 <= number <= 20_000 and (number <= 12 or len(_digits(number).rstrip("0")) <= 2)
    if whole and round_enough and SPOKEN.fullmatch(pattern) and dice.random() < words:
        if language == "en":
            text = english_words(round(number))
        else:
            text = chinese_words(round(number), clipped=pattern in CLIPPED)
        return pattern.format(n="两" if text == "二" else text)
    if whole and number >= 1000 and language == "en" and dice.random() < 0.3:
        return pattern.format(n=f"{round(number):,}")
    return pattern.format(n=_digits(number))


def price_said(price: float, language: str, dice: random.Random, bare: bool = True) -> str:
    """A price as typed: with a currency or, if `bare` is allowed, without one; in digits or words."""
    patterns = [pattern for pattern in EURO[language] if bare or pattern != "{n}"]
    return _filled(dice.choice(patterns), price, language, dice, 0.25)


def amount_said(value: float, unit: str | None, language: str, dice: random.Random) -> tuple[str, float]:
    """How the value may be typed, and the exact value of those words (6 ft is 1.8288 m where the record says 1.83)."""
    feet = value / FEET
    if unit == "m" and abs(feet - round(feet)) < 0.03 and round(feet) in (1, 2, 3, 5, 6, 7, 10, 15, 25, 50):
        pattern = dice.choice(("{n} ft", "{n} feet", "{n} foot") if language == "en" else ("{n}英尺",))
        return _filled(pattern, round(feet), language, dice), round(feet) * FEET
    if unit is None:
        return _filled("{n}", value, language, dice, 0.4), value
    if unit == "m" and value == 0.5 and language == "zh" and dice.random() < 0.5:
        return "半米", value
    if unit == "MP" and language == "zh":
        return f"{_digits(value * 100)}万像素", value
    fitting = [
        (size, pattern)
        for size, patterns in UNITS[unit][language]
        for pattern in patterns
        if 0.5 <= value / size <= 9_999_999 and _digits(value / size) == f"{value / size:g}"
    ]
    if unit == "m" and value >= 1:
        fitting = [pair for pair in fitting if pair[0] == 1]
    if unit == "GB" and any(size > 1 / 1024 and value / size >= 1 for size, _ in fitting):
        fitting = [pair for pair in fitting if pair[0] > 1 / 1024]
    shortest = min(len(_digits(value / size)) for size, _ in fitting)
    size, pattern = dice.choice([pair for pair in fitting if len(_digits(value / pair[0])) <= shortest + 1])
    return _filled(pattern, value / size, language, dice, 0.5 if size == 500 else 0.2), value

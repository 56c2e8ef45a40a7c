"""Prices as records write them: a number, perhaps with its currency, a range, or words around it."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from catalog.cleaning.column_words import column_words
from catalog.cleaning.plain_text import one_line
from catalog.cleaning.written_measures import number
from catalog.languages.quantities import Quantity, quantities
from catalog.languages.registry import places
from catalog.measures import currencies

SIGNS = {
    "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₫": "VND", "฿": "THB", "₴": "UAH",
    "zł": "PLN",
    "US$": "USD", "HK$": "HKD", "NT$": "TWD", "R$": "BRL", "A$": "AUD", "C$": "CAD", "S$": "SGD",
    "$": "USD", "¥": "CNY", "￥": "CNY", "Rs.": "INR",
}  # fmt: skip
CODE = re.compile(r"\b([A-Z]{3})\b")
SIGN = re.compile("|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True)))
MOST = 1e9
DATE = re.compile(
    r"\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?:[T ]\d{1,2}:.*)?|\d{1,2}([-/.])\d{1,2}\1\d{2,4}"
    r"|\d{1,2}[-/.](?:19|20)\d\d|(?:19|20)\d\d[-/.]\d{1,2}|\d{1,2}:\d\d(?::\d\d)?"
    r"|\d{1,2}[-/ ][A-Za-z]{3,9}[-/ ,]{1,2}\d{2,4}|[A-Za-z]{3,9}\.? \d{1,2},? (?:19|20)\d\d"
)
NO_CENTS = re.compile(r"(?<=\d)[.,]?(?:[-–—]{1,2}|/-)$")
PER_MEASURE = re.compile(r"/\s*\d")
DEBT = re.compile(r"\([^()]*\d\)")
THREE_DECIMALS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])")
OF_THOUSANDTHS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
LETTERS = re.compile(r"[^\W\d_]")
NO_AMOUNT, SEVERAL = "no single amount", "more than one amount"


@dataclass(frozen=True, slots=True)
class Price:
    """An amount, its currency where the text names one, and what of the text was left aside."""

    value: float
    currency: str | None = None
    aside: str = ""


def amount(said: object) -> tuple[float, str | None] | None:
    """(price, currency or None) that a cell states; None where it states none or more than one."""
    if isinstance(said, bool) or said is None:
        return None
    if isinstance(said, (int, float)):
        return (float(said), None) if math.isfinite(said) else None
    text = str(said).strip()
    if (plain := _plain(text)) is not None:
        return plain.value, plain.currency
    found = [each for each in quantities(text) if each.currency is not None]
    if len(found) != 1 or found[0].high is not None:
        return None
    currency = found[0].currency
    return found[0].value, currency if currency in currencies() else None


def read_price(said: object) -> Price | str:
    """The price of a cell in any notation, of a range the lowest, of several the one to pay; else why there is none."""
    if isinstance(said, bool) or said is None:
        return NO_AMOUNT
    if isinstance(said, (int, float)):
        return Price(float(said)) if math.isfinite(said) else NO_AMOUNT
    return _written_price(str(said), places())


@lru_cache(maxsize=1 << 15)
def _written_price(said: str, _: tuple[str, ...]) -> Price | str:
    text = unicodedata.normalize("NFKC", one_line(said)).strip()
    bare = NO_CENTS.sub("", text)
    if DEBT.fullmatch(bare):
        bare = f"-{bare[1:-1]}"
    if (plain := _plain(bare)) is not None:
        return _with_three_decimals(plain) if THREE_DECIMALS.search(bare) else plain
    if DATE.fullmatch(text):
        return "a date, no price"
    return NO_AMOUNT if PER_MEASURE.search(text) else _among_words(bare)


def _plain(text: str) -> Price | None:
    """A number alone or with one currency."""
    if (plain := number(text)) is not None:
        return Price(plain)
    code = next((word for word in CODE.findall(text) if word in currencies()), None)
    sign = SIGN.search(text)
    if not code and not sign:
        return None
    bare = NO_CENTS.sub("", SIGN.sub("", CODE.sub("", text)).strip())
    plain = number(bare)
    return None if plain is None else Price(plain, code or (SIGNS[sign.group()] if sign else None))


def _with_three_decimals(plain: Price) -> Price:
    """Money with a sign has thousands after the dot, as "€1.299" has; of a bare number nobody can tell."""
    if plain.currency is None:
        return replace(plain, aside="three decimals, perhaps thousands")
    return plain if plain.currency in OF_THOUSANDTHS else replace(plain, value=plain.value * 1000, aside="thousands")


def _among_words(text: str) -> Price | str:
    words = _words(places())
    found = quantities(text)
    money: list[Quantity] = [each for each in found if each.currency is not None]
    if not money:
        money = [each for each in found if each.unit is None]
        left = words.known.sub(" ", _without(text, money))
        if len(money) != len(found) or LETTERS.search(left):
            return NO_AMOUNT
    elif any(each.currency is None and each.unit is None for each in found):
        return SEVERAL
    if len(money) > 1:
        now = [each for each in money if words.now.search(text, 0, each.start)]
        before = [each for each in money if words.was.search(text, 0, each.start)]
        money = now if len(now) == 1 else [each for each in money if each not in before]
    if len(money) != 1:
        return SEVERAL if money else NO_AMOUNT
    only = money[0]
    currency = only.currency if only.currency in currencies() else None
    if only.high is not None:
        return Price(only.value, currency, f"the lowest of {only.value:g} to {only.high:g}")
    if words.least.search(text, 0, only.start) or words.least_after.match(text, only.end):
        return Price(only.value, currency, "the least that is asked")
    rest = _without(text, [only])
    return Price(only.value, currency, "the words around it left aside" if LETTERS.search(rest) else "")


def _without(text: str, money: Sequence[Quantity]) -> str:
    for each in reversed(money):
        text = f"{text[: each.start]} {text[each.end :]}"
    return text


@dataclass(frozen=True, slots=True)
class _PriceWords:
    known: re.Pattern[str]
    now: re.Pattern[str]
    was: re.Pattern[str]
    least: re.Pattern[str]
    least_after: re.Pattern[str]


@lru_cache(maxsize=8)
def _words(_: tuple[str, ...]) -> _PriceWords:
    said = column_words().price_words
    known = [word for words in said.values() for word in words]
    before = {name: rf"{_either(said.get(name, ()))}[\s:：]*$" for name in ("now", "was", "least")}
    return _PriceWords(
        known=re.compile(_either(known), re.IGNORECASE),
        now=re.compile(before["now"], re.IGNORECASE),
        was=re.compile(before["was"], re.IGNORECASE),
        least=re.compile(before["least"], re.IGNORECASE),
        least_after=re.compile(rf"\s*{_either(said.get('least', ()))}", re.IGNORECASE),
    )


def _either(words: tuple[str, ...] | list[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    whole = [rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])" if word.isascii() else re.escape(word) for word in ordered]
    return f"(?:{'|'.join(whole) or '(?!)'})"

"""How figures, money and names of fields are written in a language."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.languages.reading import nearest, words
from assistant.reasons.column_words import composed
from catalog.languages.lexicon import lexicon
from catalog.product import Attribute, Product

SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "CNY": "¥", "JPY": "¥", "INR": "₹", "KRW": "₩"}
CODED = re.compile(r"^[a-z]_(?=[a-z])")


def money(amount: float, currency: str | None, language: str) -> str:
    """An amount as a price tag; without a currency the bare figure, never a guessed symbol."""
    figure = f"{amount:,.2f}".removesuffix(".00")
    form = words(nearest(language), "wording")["money"]
    if currency is None:
        return form["plain"].format(amount=figure)
    return form["shown"].format(symbol=SYMBOLS.get(currency, f"{currency} "), amount=figure)


def figure(value: float | bool | str, unit: str | None, language: str) -> str:
    """A value with its unit; a number without a proved unit stays a bare figure."""
    if isinstance(value, bool):
        return "✓" if value else "✗"
    if isinstance(value, str):
        return value
    number = f"{value:,.3f}".rstrip("0").rstrip(".") if value < 1e15 else f"{value:g}"
    if unit is None:
        return number
    named = words(nearest(language), "wording")["units"].get(unit, unit)
    return f"{number} {named}"


def fact_words(name: str, fact: Attribute, language: str, product: Product | None = None) -> str:
    """A fact's value as a shopper reads it, in their language where the record or the lexicon has the word."""
    if name == "price" and isinstance(fact.value, float):
        return money(fact.value, fact.unit, language)
    if isinstance(fact.value, str):
        told = product.translations.get(language) if product else None
        own = product.attributes.get(name) if product else None
        if (
            told
            and own is not None
            and own.value == fact.value
            and name in told.attributes
            and told.attributes[name][1]
        ):
            return str(told.attributes[name][1])
        return lexicon().word_in(fact.value, language) or fact.value
    return figure(fact.value, fact.unit, language)


def label(name: str, language: str, product: Product | None = None) -> str:
    """A field's name as a shopper reads it: the record's word in that language, or the lexicon's, or the column's."""
    told = product.translations.get(language) if product else None
    if told and name in told.attributes:
        return told.attributes[name][0]
    plain = spelled_out(name)
    return lexicon().word_in(plain, language) or composed(plain, language) or plain


@lru_cache(maxsize=1 << 13)
def spelled_out(name: str) -> str:
    """A column's name as words: n_display_diagonal is display diagonal."""
    return " ".join(CODED.sub("", name).replace(".", " ").replace("_", " ").split())

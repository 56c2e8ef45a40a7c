"""Columns of prices that no list of names has: what they are called ends with a word for price."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.cleaning.column_words import column_words, plain_name
from catalog.measures import currencies


def called_prices(columns: Iterable[str]) -> list[str]:
    """The columns called some price, those of what is paid now before those of what was asked; no cost."""
    words = column_words().price_columns
    named = [(column, _bare(column)) for column in columns]
    prices = [
        (column, plain)
        for column, plain in named
        if (_ends(plain, words.get("ends", ())) or _is_inside(column)) and not _says(plain, words.get("not", ()))
    ]
    was = words.get("was", ())
    return [column for column, _ in sorted(prices, key=lambda one: _says(one[1], was))]


def called_no_price(column: str) -> bool:
    """Whether a column's name says that its amounts are no price to be asked: what the shop pays, a price per unit."""
    words, plain = column_words().price_columns, _bare(column)
    return plain not in words.get("alone", ()) and _says(plain, words.get("not", ()))


def _is_inside(column: str) -> bool:
    """Whether a dotted name is that of an amount inside what is called a price: pricing.amount."""
    words, (whole, dot, inner) = column_words().price_columns, column.rpartition(".")
    return (
        bool(dot) and _ends(plain_name(whole), words.get("holds", ())) and plain_name(inner) in words.get("inside", ())
    )


def _bare(column: str) -> str:
    """The name as words, without brackets and the currency at its end."""
    words = plain_name(column.partition("(")[0].partition("（")[0]).split()
    while len(words) > 1 and (
        words[-1].upper() in currencies() or words[-1] in column_words().price_columns.get("units", ())
    ):
        words.pop()
    return " ".join(words)


def _ends(plain: str, ends: Iterable[str]) -> bool:
    return any(plain.endswith(end) if not end.isascii() else plain.split()[-1:] == [end] for end in ends)


def _says(plain: str, words: Iterable[str]) -> bool:
    return any(word in (plain.split() if word.isascii() else plain) for word in words)

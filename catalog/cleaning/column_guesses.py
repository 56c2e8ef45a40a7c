"""What a column may be by what it holds and by a word in its name, where no list of names has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

from catalog.cleaning.amounts import Price, amount, read_price
from catalog.cleaning.column_words import column_words, plain_name
from catalog.cleaning.price_columns import called_no_price
from catalog.cleaning.stock import stock_of, told_availability, yes_or_no

ASKED_FOR = ("title", "price", "brand", "stock", "id", "description", "category")
"""The fields that a shop can hardly do without, in the order of their weight."""
CALLED = ("stock", "id", "brand")
NEARLY_ALL, MOST, FEW_REPEATED, MANY_REPEATED = 0.9, 0.6, 0.3, 0.4
SHORT, LONG = 6, 150
BRAND_LETTERS, PROSE_LETTERS = 30, 20
LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[A-Za-z]+|[^\W\d_A-Za-z]")
DIGIT = re.compile(r"\d")
Cells: TypeAlias = Mapping[str, Sequence[Any]]
"""Each column's values that say something."""


def likely(name: str, cells: Cells, rows: int) -> tuple[str, ...]:
    """The columns that may be the field, the likeliest first."""
    fits = [column for column, values in cells.items() if values and LIKE[name](column, values, rows)]
    return tuple(sorted(fits, key=lambda column: (not _called(name, column), -len(set(map(str, cells[column]))))))


def guessed(fields: Iterable[str], cells: Cells, rows: int) -> dict[str, str]:
    """The fields that weren't found by name, where one column alone can hardly be anything else.

    A title that no word tells is only believed beside prices: else the file may be any table. Stock, id and brand need
    a word in the column's name.
    """
    known, found = frozenset(fields), dict[str, str]()
    if "price" not in known:
        money = [column for column in likely("price", cells, rows) if _names_money(cells[column])]
        if len(money) == 1:
            found["price"] = money[0]
    if "title" not in known:
        titles = [column for column in likely("title", cells, rows) if column not in found.values()]
        if titles and (_called("title", titles[0]) or "price" in known or found):
            found["title"] = titles[0]
    for name in CALLED:
        called = [one for one in likely(name, cells, rows) if _called(name, one) and one not in found.values()]
        if name not in known and len(called) == 1:
            found[name] = called[0]
    return found


def _called(name: str, column: str) -> bool:
    """Whether a word of the column's name hints at the field."""
    plain = plain_name(column)
    words = plain.split()
    return any(hint in words if hint.isascii() else hint in plain for hint in column_words().hints.get(name, ()))


def _title(column: str, values: Sequence[Any], rows: int) -> bool:
    """Texts of some words in most rows, hardly any of which is said often."""
    texts = [value for value in values if isinstance(value, str) and LETTER.search(value)]
    if len(texts) < NEARLY_ALL * rows or any("://" in text for text in texts):
        return False
    letters = sum(map(len, texts)) / len(texts)
    words = sum(len(WORD.findall(text)) for text in texts) / len(texts)
    return words >= 2 and letters <= LONG and len(set(texts)) >= FEW_REPEATED * len(texts)


def _price(column: str, values: Sequence[Any], rows: int) -> bool:
    """Amounts that name a currency, or figures under a name that hints at money."""
    if called_no_price(column):
        return False
    amounts = sum(isinstance(read_price(value), Price) for value in values if isinstance(value, (str, int, float)))
    return amounts >= MOST * len(values) and (_names_money(values) or _called("price", column))


def _names_money(values: Sequence[Any]) -> bool:
    said = [found for value in values if isinstance(value, str) and (found := amount(value))]
    return len(said) >= MOST * len(values) and sum(found[1] is not None for found in said) >= MOST * len(said)


def _brand(column: str, values: Sequence[Any], rows: int) -> bool:
    """Short names without figures in most rows, each of them said often."""
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) < NEARLY_ALL * rows or _called("category", column):
        return False
    if any(len(text) > BRAND_LETTERS or DIGIT.search(text) or told_availability(text) for text in texts):
        return False
    return 2 <= len(set(texts)) <= max(2, MANY_REPEATED * len(texts)) and not _called("stock", column)


def _stock(column: str, values: Sequence[Any], rows: int) -> bool:
    """Counts or words of what is left, under a name that hints at it."""
    told = sum(
        yes_or_no(value) is None and (stock_of(value) is not None or told_availability(value)) for value in values
    )
    return _called("stock", column) and told >= MOST * len(values)


def _id(column: str, values: Sequence[Any], rows: int) -> bool:
    """A value in each row that no other row has, without spaces."""
    said = [str(value) for value in values if isinstance(value, (str, int)) and not isinstance(value, bool)]
    return len(said) == rows == len(set(said)) and not any(" " in one for one in said) and rows > 1


def _description(column: str, values: Sequence[Any], rows: int) -> bool:
    """Texts that read like sentences, or some letters under a name that hints at them."""
    texts = [value for value in values if isinstance(value, str) and LETTER.search(value)]
    if len(texts) < MOST * len(values):
        return False
    letters = sum(map(len, texts)) / len(texts)
    return letters > LONG / 2 or (_called("description", column) and letters >= SHORT)


def _category(column: str, values: Sequence[Any], rows: int) -> bool:
    """Texts in most rows, each of them said often."""
    texts = [str(value) for value in values if isinstance(value, (str, list))]
    if len(texts) < NEARLY_ALL * rows or any(told_availability(text) for text in texts):
        return False
    paths = sum(">" in text or "/" in text for text in texts)
    often = len(set(texts)) <= FEW_REPEATED * len(texts)
    return often and (_called("category", column) or paths >= MOST * len(texts))


LIKE: Mapping[str, Callable[[str, Sequence[Any], int], bool]] = MappingProxyType({
    "title": _title, "price": _price, "brand": _brand, "stock": _stock, "id": _id, "description": _description,
    "category": _category,
})  # fmt: skip

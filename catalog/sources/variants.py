"""What the exports of shop systems share: cells by plain column name, and how a variant is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from catalog.cleaning.column_words import plain_name

CONTINUES = frozenset(("continue", "true", "1", "yes", "notify"))


class Said:
    """A row's cells, found by the plain names of their columns."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._by_name: dict[str, Any] = {}
        for column, value in values.items():
            self._by_name.setdefault(plain_name(column), value)

    def first(self, *names: str) -> Any:
        """The first of these cells that says something; None where none does."""
        return next((value for name in names if (value := self._by_name.get(name)) not in (None, "")), None)


def options_told(options: Mapping[str, str]) -> list[str]:
    """The values of a variant's options as parts of an id."""
    return ["-".join(value.casefold().split()) for value in options.values()]


def variant_title(product: Mapping[str, Any], options: Mapping[str, str]) -> str:
    """The product's title and the options that it doesn't say itself."""
    title = str(product.get("title", ""))
    return ", ".join([title, *_unsaid(title, options.values())])


def _unsaid(title: str, options: Iterable[str]) -> list[str]:
    words = f" {' '.join(title.casefold().replace(',', ' ').split())} "
    return [option for option in options if f" {option.casefold()} " not in words]

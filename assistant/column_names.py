"""What the shop's own records call a column and its values in a language."""

from __future__ import annotations

from catalog.product import Product, Value
from catalog.store import Store


class Examples:
    """Products whose records tell a column, so that its name and values are told as the shop's translations say."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, field: str, value: Value | None = None) -> Product | None:
        """The first product that has the field, with this value where one is given; None where none has."""
        view = self._store.view()
        column = view.column(field)
        codes = [code for code, fact in enumerate(column.facts) if value is None or fact.value == value]
        if not codes or not len(column.rows):
            return None
        row = column.rows[int((column.codes == codes[0]).argmax())]
        found = self._store.get([view.ids[row]])
        return found[0] if found else None

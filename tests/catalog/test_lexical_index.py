"""The words of the store keep the contract of lexical indexes, and change with the products."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from catalog.languages.segmentation import segment
from catalog.lexical_index import FtsIndex
from catalog.product import Product
from catalog.store import Store
from tests.contracts.lexical_index import PRODUCTS, LexicalIndexContract


class TestFtsIndex(LexicalIndexContract):
    def make(self, folder: Path, products: Sequence[Product]) -> FtsIndex:
        store = Store.open(folder / "store.sqlite3")
        store.write(products)
        return FtsIndex(store)


def test_words_change_with_the_product(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store.sqlite3")
    index = FtsIndex(store)
    store.write(PRODUCTS)
    store.write([Product("3", "Ember teapot")])
    store.delete(["1"])
    assert index.search(segment("kettle"), 5) == []
    assert [one for one, _ in index.search(segment("teapot"), 5)] == ["3"]
    assert [one for one, _ in index.search(segment("wireless headphones"), 5)] == ["2"]

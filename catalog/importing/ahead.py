"""What an import will have embedded, told to the embedder while the rows are still being cleaned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from catalog.documents import embedding_text
from catalog.importing.embedding_ahead import EmbeddingAhead, longest_first
from catalog.product import Product
from catalog.store import Store
from catalog.storing.writing import digest


class Foretold(Protocol):
    """Hears of products before they are written."""

    def perhaps(self, *products: Iterable[Product]) -> None:
        """These products may be written as they are, those told first most likely: others still lack their kind."""

    def surely(self, products: Iterable[Product]) -> None:
        """These products will be written with these words; of those told before, these alone."""


class Ahead:
    """Has the texts of new and altered products embedded, and of no others."""

    def __init__(self, store: Store, embedder: EmbeddingAhead) -> None:
        self._embedder = embedder
        self._ids = frozenset(store.rows().ids)
        self._documents = store.embedded_documents(embedder.name)
        self.texts: dict[bytes, str] = {}
        """The texts that will surely be embedded, by their fingerprint, in the order in which they will be."""

    def perhaps(self, *products: Iterable[Product]) -> None:
        """The texts of products that the store doesn't have: those of others are most often the same as before."""
        self._embedder.guess(*map(self._new, products))

    def surely(self, products: Iterable[Product]) -> None:
        """The texts that have no vector yet."""
        found = {digest(text): text for text in longest_first(map(embedding_text, products))}
        fresh = {document: text for document, text in found.items() if document not in self._documents}
        self.texts.update(fresh)
        self._embedder.expect(fresh.values())

    def _new(self, products: Iterable[Product]) -> Iterator[str]:
        return (embedding_text(product) for product in products if product.id not in self._ids)


class Unheard:
    """Where nothing is embedded by this process."""

    def perhaps(self, *products: Iterable[Product]) -> None:
        """Nothing."""

    def surely(self, products: Iterable[Product]) -> None:
        """Nothing."""

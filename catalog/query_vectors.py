"""Where a search text stands in the space of the products: text of another language than theirs is brought there."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import lru_cache

from catalog.embedders import MiniLMEmbedder
from catalog.errors import SetupError
from catalog.languages.detection import detect
from catalog.languages.folding import fold
from catalog.languages.lexicon import pivot
from catalog.ports import Embedder, Vectors
from catalog.store import Store
from catalog.student.bilingual import BilingualEmbedder
from catalog.student.encoder import StudentEncoder

LOG = logging.getLogger(__name__)
REMEMBERED = 1024
SAMPLED = 64
"""So many products tell which language the catalogue's texts are in."""


class QueryVectors:
    """Vectors of search texts for one store; products' own vectors stay what the embedder makes of them."""

    def __init__(self, store: Store, embedder: Embedder, student: Callable[[], Embedder] = StudentEncoder.load) -> None:
        self._store, self._embedder, self._student = store, embedder, student
        self._reader: Embedder | None = None
        self._sampled: tuple[int, bool] | None = None
        self._vector: Callable[[str, bool], Vectors] = lru_cache(REMEMBERED)(self._embedded)

    def of(self, text: str) -> Vectors:
        """The vector of one text, shape (dimensions,): read by the student where the products' language is another."""
        foreign = self._embedder.name == MiniLMEmbedder.name and not fold(text).isascii() and self._in_pivot()
        return self._vector(text, foreign)

    def _embedded(self, text: str, foreign: bool) -> Vectors:
        return (self._bilingual() if foreign else self._embedder).embed([text])[0]

    def _bilingual(self) -> Embedder:
        if self._reader is None:
            try:
                self._reader = BilingualEmbedder(self._embedder, self._student())
            except SetupError as error:
                LOG.warning("%s Until then texts of other languages are searched as they stand.", error)
                self._reader = self._embedder
        return self._reader

    def _in_pivot(self) -> bool:
        """Whether most products' titles are in the language that the embedding model knows."""
        revision = self._store.revision
        if self._sampled is None or self._sampled[0] != revision:
            ids = self._store.view().ids
            products = self._store.get(ids[:: max(1, len(ids) // SAMPLED)])
            own = sum(detect(product.title) == pivot() for product in products)
            self._sampled = (revision, 2 * own > len(products))
        return self._sampled[1]

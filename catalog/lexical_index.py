"""BM25 over the catalogue's words: FTS5 rows written in the store's own transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import orjson

from catalog.store import Store


@dataclass(frozen=True, slots=True)
class FieldWeights:
    """How much a word found in each field counts."""

    title: float = 1.2
    kind: float = 1.2
    brand: float = 1.0
    attributes: float = 0.5
    description: float = 1.0


class FtsIndex:
    """The lexical index of a store: always as new as the store itself."""

    def __init__(self, store: Store, weights: FieldWeights | None = None) -> None:
        self._store = store
        self._weights = weights or FieldWeights()

    def search(self, words: Sequence[str], k: int, allowed: Collection[str] | None = None) -> list[tuple[str, float]]:
        """At most k (id, score) pairs that hold any of the words (cut by `segment`), best first, ties by id."""
        asked = _quoted(words)
        if not asked or k < 1 or (allowed is not None and not allowed):
            return []
        weights = self._weights
        parts: list[object] = [weights.title, weights.kind, weights.brand, weights.attributes, weights.description]
        parts.append(" OR ".join(asked))
        within = ""
        if allowed is not None:
            # The + keeps SQLite from running the whole match once for each allowed row.
            within = (
                " AND +words.rowid IN (SELECT a.row FROM json_each(?) AS wanted JOIN product AS a ON a.id=wanted.value)"
            )
            parts.append(orjson.dumps(list(allowed)).decode())
        sql = (
            "SELECT p.id, -found.score FROM (SELECT rowid AS row, bm25(words, ?, ?, ?, ?, ?) AS score"
            f" FROM words WHERE words MATCH ?{within}) AS found"
            " JOIN product AS p ON p.row=found.row ORDER BY found.score, p.id LIMIT ?"
        )
        return self._store.connection.execute(sql, (*parts, k)).fetchall()

    def holding(self, words: Sequence[str], naming: bool = False) -> list[str]:
        """The ids of all products whose text (or, `naming`, title, type and category) holds every word, in order."""
        asked = _quoted(words)
        if not asked:
            return []
        sql = "SELECT p.id FROM words JOIN product AS p ON p.row=words.rowid WHERE words MATCH ? ORDER BY p.id"
        every = " AND ".join(asked)
        match = f"{{title kind}} : ({every})" if naming else every
        return [one for (one,) in self._store.connection.execute(sql, (match,))]


def _quoted(words: Iterable[str]) -> list[str]:
    cleaned = (word.replace('"', "").strip() for word in dict.fromkeys(words))
    return [f'"{word}"' for word in cleaned if word]

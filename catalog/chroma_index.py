"""Chroma as the vector index of a home: for searches among many products, and never trusted blindly."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from catalog.memory_index import MemoryIndex
from catalog.ports import Vectors

Answer = TypeVar("Answer")
COLLECTION = "products"
NARROW = 10_000
"""Among so many products an exact search is about as fast as Chroma's, and filtering costs it nothing."""
FETCHED = 4
"""Where a wide filter is given, so many times k are fetched before it is applied."""
SECONDS = 10.0
WRITING_SECONDS = 120.0
BATCH = 500
"""Chroma lets no other thread of Python work while it takes these in: what is embedded meanwhile must not wait long."""
SAMPLED = 64
NEAR_ITSELF = 0.999
MISSED = 0.25
"""So many of the sampled vectors may not find themselves: the search is approximate, most so among near twins."""


class ChromaIndex:
    """One Chroma collection in a folder of its own, beside an exact index of the same vectors; safe for threads.

    A call that fails or takes too long marks it broken, with the reason; from then on the exact index answers.
    """

    def __init__(self, folder: Path, exact: MemoryIndex, narrow: int = NARROW, seconds: float = SECONDS) -> None:
        self.folder, self.broken = folder, ""
        self._exact, self._narrow, self._seconds = exact, narrow, seconds
        self._client: Any = None
        self._collection: Any = None
        self._try(self._open, WRITING_SECONDS)

    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Adds or replaces; once it returns the vectors are found. ValueError where shapes don't match."""
        self._exact.upsert(ids, vectors)
        self.index(ids, vectors)

    def index(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Adds or replaces in Chroma alone, for vectors that the exact index already has."""
        latest = list({one: row for row, one in enumerate(ids)}.values())
        for start in range(0, len(latest), BATCH):
            rows = latest[start : start + BATCH]
            named = [ids[row] for row in rows]
            chosen = np.asarray(vectors[rows], dtype=np.float32)
            self._try(lambda n=named, v=chosen: self._collection.upsert(ids=n, embeddings=v), WRITING_SECONDS)

    def delete(self, ids: Collection[str]) -> None:
        """Removes; unknown ids are no error."""
        self._exact.delete(ids)
        self.unindex(ids)

    def unindex(self, ids: Collection[str]) -> None:
        """Removes from Chroma alone."""
        named = list(dict.fromkeys(ids))
        for start in range(0, len(named), BATCH):
            self._try(lambda n=named[start : start + BATCH]: self._collection.delete(ids=n), WRITING_SECONDS)

    def search(self, vector: Vectors, k: int, allowed: Collection[str] | None = None) -> list[tuple[str, float]]:
        """At most k (id, cosine) pairs, best first, ties by id; of the allowed ids alone where given."""
        held = self._exact.count()
        among = held if allowed is None else min(held, len(allowed))
        if self.broken or among <= self._narrow or not 0 < k < among:
            return self._exact.search(vector, k, allowed)
        fetched = min(k + 1 if allowed is None else FETCHED * k, held)
        ids = (self._try(lambda: self._nearest([vector], fetched), self._seconds) or [[]])[0]
        found = sorted(self._exact.cosines(vector, ids), key=lambda pair: (-pair[1], pair[0]))
        last = found[-1][1] if found else 1.0
        if allowed is not None:
            wanted = allowed if isinstance(allowed, (set, frozenset, dict)) else set(allowed)
            found = [pair for pair in found if pair[0] in wanted]
        # Too few survived, or equals of the last one may have been cut off: only the exact index can tell.
        if len(found) < k or found[k - 1][1] <= last:
            return self._exact.search(vector, k, allowed)
        return found[:k]

    def count(self) -> int:
        """How many vectors are held."""
        return self._exact.count()

    def fault(self) -> str:
        """What is wrong with Chroma, by its count and whether most sampled vectors find themselves; "" if nothing."""
        held = self._try(lambda: self._collection.count(), self._seconds)
        if self.broken:
            return self.broken
        if held != self._exact.count():
            return f"it holds {held} vectors, the store {self._exact.count()}"
        sampled = self._exact.sample(SAMPLED)
        nearest = (self._try(lambda: self._nearest(list(sampled), 1), self._seconds) or []) if len(sampled) else []
        if self.broken:
            return self.broken
        missed = sum(
            not any(cosine >= NEAR_ITSELF for _, cosine in self._exact.cosines(vector, ids))
            for vector, ids in zip(sampled, nearest, strict=True)
        )
        if missed > MISSED * len(sampled):
            return f"{missed} of {len(sampled)} vectors that were put in are not found"
        return ""

    def close(self) -> None:
        """Lets go of the folder's files."""
        client, self._client = self._client, None
        if client is not None and not self.broken:
            self._try(client.close, self._seconds)

    def _open(self) -> None:
        import chromadb

        self.folder.mkdir(parents=True, exist_ok=True)
        settings = chromadb.Settings(anonymized_telemetry=False)
        self._client = chromadb.PersistentClient(path=self.folder, settings=settings)
        self._collection = self._client.get_or_create_collection(
            COLLECTION,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "ef_construction": 40, "ef_search": 200, "max_neighbors": 16}},
        )

    def _nearest(self, vectors: Sequence[Vectors], k: int) -> list[list[str]]:
        return self._collection.query(query_embeddings=list(vectors), n_results=k, include=[])["ids"]

    def _try(self, call: Callable[[], Answer], seconds: float) -> Answer | None:
        if self.broken:
            return None
        try:
            return within(seconds, call)
        except TimeoutError:
            self.broken = f"a call took longer than {seconds:.0f} s"
        except BaseException as error:
            # Chroma's Rust side panics with exceptions that derive from BaseException alone.
            if isinstance(error, (KeyboardInterrupt, SystemExit)):
                raise
            self.broken = f"{type(error).__name__}: {error}"[:200]
        return None


def within(seconds: float, call: Callable[[], Answer]) -> Answer:
    """The call's answer; TimeoutError where it takes longer: it is left behind on a thread of its own."""
    future: Future[Answer] = Future()

    def work() -> None:
        try:
            future.set_result(call())
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=work, daemon=True).start()
    return future.result(seconds)


def generations(folder: Path) -> list[Path]:
    """The index folders of a home, oldest first."""
    return sorted(folder.glob("g[0-9]*")) if folder.is_dir() else []


def next_generation(folder: Path) -> Path:
    """A name that no index folder had: a damaged index is never opened again, not even to delete it."""
    numbers = [int(one.name[1:]) for one in generations(folder) if one.name[1:].isdigit()]
    return folder / f"g{max(numbers, default=0) + 1:06d}"


def remove_others(folder: Path, kept: Path) -> None:
    """Deletes every generation but one."""
    for one in generations(folder):
        if one != kept:
            shutil.rmtree(one, ignore_errors=True)

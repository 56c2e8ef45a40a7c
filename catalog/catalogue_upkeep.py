"""Keeps the vector indexes at what the store says: catches up, checks, and makes Chroma anew where it lies."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeAlias

from catalog.chroma_index import ChromaIndex, generations, next_generation, remove_others
from catalog.documents import embedding_text
from catalog.index_files import Mark, contents, marks
from catalog.memory_index import MemoryIndex
from catalog.ports import Embedder
from catalog.product import EMPTY
from catalog.store import Store
from catalog.storing.writing import digest

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with the step, how much of it is done, and how much there is."""
NOTE = "vector index"
FILES = "vector index files"
INDEXING = "indexing"
EMBEDDED_AT_ONCE = 256
FORETOLD_AT_ONCE = 2000
"""Texts that are known beforehand belong to an import, which serves nobody meanwhile: larger pieces cost less. Towards
the end they are smaller, since while the last one is indexed nothing is left to embed."""
INDEXED_AT_ONCE = 500
"""Chroma lets no other thread of Python work while it takes these in: about a quarter of a second."""
REBUILDS = 3
"""So many times Chroma is made anew in one process; after that the exact index serves alone."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """How far a Chroma folder has followed the store: its deletions to `revision`, its vectors to `serial`."""

    embedder: str = ""
    generation: str = ""
    revision: int = 0
    serial: int = 0


class IndexUpkeep:
    """The exact index and Chroma of one home; its methods are called by one thread at a time, its `exact` by any."""

    def __init__(self, store: Store, embedder: Embedder, folder: Path) -> None:
        self._store, self._embedder, self._folder = store, embedder, folder
        self.exact = MemoryIndex(embedder.dimensions)
        self.chroma: ChromaIndex | None = None
        self.fault = ""
        """Why Chroma was last made anew or given up."""
        self._rebuilds = 0
        self._marks: dict[str, Mark] = {}
        self._followed = self._fill()

    def behind(self) -> bool:
        """Whether products changed that the indexes don't know of yet."""
        return self._store.revision != self._followed.revision

    def follow(self, progress: Progress | None = None, texts: Mapping[bytes, str] = EMPTY) -> None:
        """Deletes what was deleted, embeds what has no vector of its present text, and puts it in both indexes.

        `texts` may hold texts by their fingerprint; they are then embedded in its order.
        """
        _, deleted, revision = self._store.changes_since(self._followed.revision)
        self._delete(deleted)
        waiting = self._store.pending(self._embedder.name).in_order(texts)
        start, count = 0, len(waiting.ids)
        while start < count:
            most = min(FORETOLD_AT_ONCE, (count - start) // 2) if texts else 0
            end = min(start + max(most, EMBEDDED_AT_ONCE), count)
            self._embed(waiting.ids[start:end], waiting.documents[start:end], texts)
            self._take_new(self._followed.revision)
            if progress:
                progress("embedding", end, count)
            start = end
        self._take_new(revision)
        self._seal()

    def catch_up(self, progress: Progress | None = None, texts: Mapping[bytes, str] = EMPTY) -> None:
        """Brings both indexes to what the store says, and checks Chroma; it takes vectors up as they are made."""
        _, deleted, _ = self._store.changes_since(self._followed.revision)
        self._delete(deleted)
        self.bring_up_chroma(progress)
        self.follow(progress, texts)
        if self.chroma and not self.chroma.broken:
            self.chroma.broken = self.chroma.fault()
        self.bring_up_chroma(progress)

    def bring_up_chroma(self, progress: Progress | None = None) -> None:
        """Opens Chroma where it was left, catches up, checks it, and makes it anew where anything is wrong."""
        if (self.chroma and not self.chroma.broken) or self._rebuilds >= REBUILDS:
            return
        self.fault = self.chroma.broken if self.chroma else self.reopen()
        if self.fault:
            self.rebuild(progress)

    def rebuild(self, progress: Progress | None = None) -> None:
        """Makes Chroma anew from the vectors in the store, in a new folder; the old one goes once that stands."""
        self._rebuilds += 1
        self._close_chroma()
        fresh = ChromaIndex(next_generation(self._folder), self.exact)
        ids, vectors = self._store.vectors(self._embedder.name)
        for start in range(0, len(ids), INDEXED_AT_ONCE):
            fresh.index(ids[start : start + INDEXED_AT_ONCE], vectors[start : start + INDEXED_AT_ONCE])
            if progress:
                progress(INDEXING, min(start + INDEXED_AT_ONCE, len(ids)), len(ids))
        fault = fresh.fault()
        if fault:
            self.fault = fault
            # Unless a call failed, the same vectors make an index that is no better.
            self._rebuilds = self._rebuilds if fresh.broken else REBUILDS
            fresh.close()
            shutil.rmtree(fresh.folder, ignore_errors=True)
            return
        self.chroma = fresh
        self._followed = self._state(self._followed.revision, self._followed.serial)
        self._note()
        self._seal()
        remove_others(self._folder, fresh.folder)

    def close(self) -> None:
        """Lets go of Chroma, and keeps how its files are left."""
        folder = self.chroma.folder if self.chroma and not self.chroma.broken else None
        self._close_chroma()
        if folder:
            self._seal(folder)

    def _fill(self) -> Indexed:
        revision = self._store.revision
        found = self._store.vectors_since(self._embedder.name, 0)
        if found.vectors.shape[1:] == (self._embedder.dimensions,):
            self.exact.upsert(found.ids, found.vectors)
        return Indexed(self._embedder.name, "", revision, found.serial)

    def _take_new(self, revision: int) -> None:
        new = self._store.vectors_since(self._embedder.name, self._followed.serial)
        self.exact.upsert(new.ids, new.vectors)
        if self.chroma:
            self.chroma.index(new.ids, new.vectors)
        if (revision, new.serial) != (self._followed.revision, self._followed.serial):
            self._followed = self._state(revision, new.serial)
            self._note()

    def _embed(self, ids: Sequence[str], documents: Sequence[bytes], known: Mapping[bytes, str]) -> None:
        told = [(one, known[document]) for one, document in zip(ids, documents, strict=True) if document in known]
        silent = [one for one, document in zip(ids, documents, strict=True) if document not in known]
        told += [(product.id, embedding_text(product)) for product in self._store.get(silent)]
        texts = [text for _, text in told]
        vectors = self._embedder.embed(texts)
        self._store.write_vectors(
            self._embedder.name, [digest(text) for text in texts], [one for one, _ in told], vectors
        )

    def _delete(self, ids: list[str]) -> None:
        if ids:
            (self.chroma or self.exact).delete(ids)

    def reopen(self) -> str:
        """Opens Chroma where it was left and catches up; what is wrong with it (it is then not used), or nothing."""
        noted = self._noted()
        left = {one.name: one for one in generations(self._folder)}
        if noted.embedder != self._embedder.name or noted.generation not in left:
            return "there was none of this embedder" if self.exact.count() else "there was none"
        if not self._as_left(left[noted.generation]):
            return "its files are not as they were left"
        chroma = ChromaIndex(left[noted.generation], self.exact)
        _, deleted, _ = self._store.changes_since(noted.revision)
        chroma.unindex([one for one in deleted if one not in self.exact])
        new = self._store.vectors_since(self._embedder.name, noted.serial)
        chroma.index(new.ids, new.vectors)
        fault = chroma.fault()
        if fault:
            chroma.close()
            return fault
        self.chroma = chroma
        self._followed = self._state(self._followed.revision, self._followed.serial)
        self._note()
        self._seal()
        remove_others(self._folder, chroma.folder)
        return ""

    def _close_chroma(self) -> None:
        chroma, self.chroma = self.chroma, None
        if chroma:
            chroma.close()

    def _state(self, revision: int, serial: int) -> Indexed:
        return Indexed(self._embedder.name, self.chroma.folder.name if self.chroma else "", revision, serial)

    def _note(self) -> None:
        # Without Chroma nothing was indexed for good: the old note still tells how far its folder has come.
        if self.chroma and not self.chroma.broken:
            self._store.set_note(NOTE, json.dumps(asdict(self._followed)))

    def _seal(self, folder: Path | None = None) -> None:
        """Keeps how the index files are now, so that they are known again when the home is opened."""
        if folder is None and (self.chroma is None or self.chroma.broken):
            return
        found = marks(folder or self.chroma.folder, self._marks)
        if contents(found) != contents(self._marks):
            self._store.set_note(FILES, json.dumps(contents(found)))
        self._marks = found

    def _as_left(self, folder: Path) -> bool:
        self._marks = marks(folder, {})
        try:
            return contents(self._marks) == json.loads(self._store.note(FILES) or "null")
        except ValueError:
            return False

    def _noted(self) -> Indexed:
        try:
            return Indexed(**json.loads(self._store.note(NOTE) or "{}"))
        except (ValueError, TypeError):
            return Indexed()

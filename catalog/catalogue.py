"""The catalogue as its owner has it: products, words and vectors of one home, kept in step while others import."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import TracebackType

from catalog.catalogue_upkeep import INDEXING, IndexUpkeep, Progress
from catalog.home import Home, Ownership
from catalog.lexical_index import FtsIndex
from catalog.memory_index import MemoryIndex
from catalog.ports import Embedder, Vectors
from catalog.product import EMPTY
from catalog.query_vectors import QueryVectors
from catalog.store import Store

EMBEDDER = "embedder"
"""The store's note that names the embedder of its last owner, so that an import embeds with the same one."""
SHIPPED = "minilm"
REBUILD_ASKED, REBUILD_BEGUN, REBUILD_DONE = "rebuild asked", "rebuild begun", "rebuild done"
"""Notes of the store: the last wish of another process to have the index made anew, the last one that the owner took
up, and the last one fulfilled."""
EAGER = 1000
"""So many products without vectors are embedded before a catalogue is open; more of them while it serves."""
POLL_SECONDS = 0.25
SHOPPERS_SECONDS = 0.15
"""Between two parts of an index that is made while shoppers are served, so long the processor is theirs."""


class _ClosingError(Exception):
    """The catalogue is being closed while its thread was at work; what is left is done next time."""


class Catalogue:
    """One home, owned by this process until it is closed; safe for threads."""

    def __init__(
        self, home: Home, ownership: Ownership, embedder: Embedder, eager: int, progress: Progress | None
    ) -> None:
        self.home, self.embedder = home, embedder
        self.trouble = ""
        """Why the indexes last failed to follow the store; empty while all is well."""
        self._ownership = ownership
        self.store = Store.open(home.store)
        self.words = FtsIndex(self.store)
        self._upkeep = IndexUpkeep(self.store, embedder, home.chroma)
        self._indexing = threading.Lock()
        self._closing = threading.Event()
        self._follower: threading.Thread | None = None
        self._vector = QueryVectors(self.store, embedder).of
        self.store.set_note(EMBEDDER, embedder.name)
        if 0 < self.store.pending(embedder.name).count <= eager:
            self._upkeep.follow(progress)

    @classmethod
    def open(
        cls, home: Home, embedder: Embedder, command: str = "python -m catalog", progress: Progress | None = None
    ) -> Catalogue:
        """The catalogue of this home; SetupError naming the process that owns it already."""
        ownership = home.own(command)
        try:
            return cls(home, ownership, embedder, EAGER, progress)
        except BaseException:
            ownership.close()
            raise

    @classmethod
    def open_if_free(
        cls, home: Home, embedder: Callable[[str], Embedder], command: str, eager: int = EAGER
    ) -> Catalogue | None:
        """The catalogue of this home, or nothing where another process owns it.

        `embedder` loads one by name: the home's last owner's, or the one that ships. Where no more than `eager`
        products lack a vector, they are embedded at once.
        """
        ownership = home.own_if_free(command)
        if ownership is None:
            return None
        try:
            store = Store.open(home.store)
            name = store.note(EMBEDDER)
            store.close()
            return cls(home, ownership, embedder(name or SHIPPED), eager, None)
        except BaseException:
            ownership.close()
            raise

    def search_vectors(self, text: str, k: int, allowed: Collection[str] | None = None) -> list[tuple[str, float]]:
        """At most k (id, cosine) pairs nearest in meaning, best first, ties by id; of the allowed alone where given."""
        index = self._upkeep.chroma or self._upkeep.exact
        return index.search(self._vector(text), k, allowed)

    def search_words(
        self, words: Sequence[str], k: int, allowed: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """At most k (id, BM25 score) pairs that hold any of the words, best first, ties by id."""
        return self.words.search(words, k, allowed)

    def similarities(self, text: str, ids: Iterable[str]) -> dict[str, float]:
        """The cosine of each of these products to the text; products without a vector yet are left out."""
        return dict(self._upkeep.exact.cosines(self._vector(text), list(ids)))

    def vector(self, text: str) -> Vectors:
        """What the text means, in the products' space: shape (dimensions,)."""
        return self._vector(text)

    @property
    def exact(self) -> MemoryIndex:
        """Every vector, in memory."""
        return self._upkeep.exact

    @property
    def index_fault(self) -> str:
        """Why Chroma was last made anew or given up; empty if it was found whole."""
        return self._upkeep.fault

    def chroma_fault(self) -> str:
        """What is wrong with Chroma as it was left, catching up being no fault; empty if nothing."""
        with self._indexing:
            return self._upkeep.reopen() if self._upkeep.chroma is None else self._upkeep.chroma.fault()

    def index_pending(self, progress: Progress | None = None, texts: Mapping[bytes, str] = EMPTY) -> None:
        """Brings both vector indexes to what the store says, before it returns.

        `texts` may hold texts to embed by their fingerprint: those products need not be read again.
        """
        with self._indexing:
            self._upkeep.catch_up(progress, texts)

    def rebuild(self, progress: Progress | None = None) -> None:
        """Makes the vector index anew from the store; nothing is embedded that has its vector."""
        with self._indexing:
            self._upkeep.follow(progress)
            self._upkeep.rebuild(progress)

    def follow(self) -> None:
        """From now on a thread indexes what changes, by whatever process, within a second."""
        if self._follower is None:
            self._follower = threading.Thread(target=self._keep_following, name="catalogue follower", daemon=True)
            self._follower.start()

    def close(self) -> None:
        """Stops following and gives the home back; twice is no error."""
        self._closing.set()
        if self._follower is not None:
            self._follower.join(timeout=60)
            self._follower = None
        self._upkeep.close()
        self.store.close()
        self._ownership.close()

    def __enter__(self) -> Catalogue:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _rebuild_if_asked(self) -> None:
        """What `rebuild` asks of a process that owns the home: the exact index serves meanwhile."""
        asked = self.store.note(REBUILD_ASKED)
        if asked and asked != self.store.note(REBUILD_DONE):
            self.store.set_note(REBUILD_BEGUN, asked)
            self._upkeep.follow(self._unless_closing)
            self._upkeep.rebuild(self._unless_closing)
            self.store.set_note(REBUILD_DONE, asked)

    def _keep_following(self) -> None:
        waiting = True
        while not self._closing.is_set():
            try:
                with self._indexing:
                    if waiting or self._upkeep.behind():
                        self._upkeep.follow(self._unless_closing)
                        waiting = False
                    self._upkeep.bring_up_chroma(self._unless_closing)
                    self._rebuild_if_asked()
                self.trouble = ""
            except _ClosingError:
                return
            except Exception as error:
                # Shoppers are still served from what is indexed; the next round tries again.
                self.trouble = f"{type(error).__name__}: {error}"
            self._closing.wait(POLL_SECONDS)

    def _unless_closing(self, step: str, done: int, total: int) -> None:
        if self._closing.wait(SHOPPERS_SECONDS if step == INDEXING else 0):
            raise _ClosingError

"""Conversations kept by the server: each under an id that nobody can guess, bounded in number and in time."""

from __future__ import annotations

import threading
import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from assistant.state import DialogueState
from assistant.vocabulary import CartLine

MOST_EXCHANGES = 30
"""How many exchanges of a conversation can be seen and undone."""
MOST_EARLIER = 300
"""How many messages before those are still shown, in the words of the records."""
MOST_CONVERSATIONS = 2000
IDLE = 6 * 3600.0
"""Seconds after which a conversation that nobody touched is dropped."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One message and its answer as they stand on screen, with the state that they left."""

    text: str
    label: str
    words: str
    ledger: str
    ask: str
    packed_goods: bytes
    state: DialogueState
    language: str
    cart_before: tuple[CartLine, ...]
    message: str = ""
    """The id under which the records hold the message."""

    @property
    def goods(self) -> str:
        """The goods that stood beside this answer, as HTML."""
        return zlib.decompress(self.packed_goods).decode()


def packed(html: str) -> bytes:
    """HTML made small enough to keep for every exchange."""
    return zlib.compress(html.encode(), 3)


@dataclass(slots=True)
class Conversation:
    """One shopper's conversation; whoever changes it holds its lock."""

    id: str
    start: DialogueState = field(default_factory=DialogueState)
    exchanges: list[Exchange] = field(default_factory=list)
    cart: tuple[CartLine, ...] = ()
    dropped: int = 0
    earlier: tuple[str, ...] = ()
    """The messages that stand and whose exchanges aren't kept here any more, by their ids in the records."""
    touched: float = 0.0
    lock: threading.RLock = field(default_factory=threading.RLock)

    @property
    def count(self) -> int:
        """How many exchanges there have been, those that are no longer kept among them."""
        return self.dropped + len(self.exchanges)

    @property
    def state(self) -> DialogueState:
        """The state after the last exchange, without the basket, which buttons change too."""
        return self.exchanges[-1].state if self.exchanges else self.start

    def holds(self, message: str) -> bool:
        """Whether a message of this id stands in the conversation."""
        return bool(message) and (message in self.earlier or any(one.message == message for one in self.exchanges))

    def add(self, exchange: Exchange) -> None:
        """Books an exchange; the oldest goes where there are too many."""
        self.exchanges.append(exchange)
        if len(self.exchanges) > MOST_EXCHANGES:
            oldest = self.exchanges.pop(0)
            self.start = oldest.state
            self.earlier = (*self.earlier, oldest.message)[-MOST_EARLIER:]
            self.dropped += 1

    def reworded(self, old: Exchange, words: str) -> Exchange | None:
        """The exchange with other words in the place of the old one; None where that is no longer there."""
        for place, one in enumerate(self.exchanges):
            if one is old:
                self.exchanges[place] = replace(old, words=words)
                return self.exchanges[place]
        return None

    def take_back(self) -> Exchange | None:
        """Removes the last exchange, and what it did to the basket where nothing else changed it since."""
        if not self.exchanges:
            return None
        last = self.exchanges.pop()
        if self.cart == last.state.cart:
            self.cart = last.cart_before
        return last


class Sessions:
    """All conversations of a server: the least recently used one goes first."""

    def __init__(
        self,
        new_id: Callable[[], str],
        clock: Callable[[], float],
        most: int = MOST_CONVERSATIONS,
        idle: float = IDLE,
    ) -> None:
        self._new_id, self._clock, self._most, self._idle = new_id, clock, most, idle
        self._kept: OrderedDict[str, Conversation] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, id: str | None) -> Conversation | None:
        """The conversation of this id while it lives; an id that the server didn't give out finds nothing."""
        with self._lock:
            now = self._clock()
            found = self._kept.get(id or "")
            if found is None:
                return None
            if now - found.touched > self._idle:
                del self._kept[found.id]
                return None
            found.touched = now
            self._kept.move_to_end(found.id)
            return found

    def new(self, language: str | None, cart: tuple[CartLine, ...] = ()) -> Conversation:
        """A fresh conversation under a new id."""
        return self._keep(Conversation(self._new_id(), DialogueState(language=language), cart=cart))

    def forked(self, old: Conversation, count: int) -> Conversation:
        """A conversation of its own with the first `count` exchanges of another: what a second page shows."""
        kept = max(0, count - old.dropped)
        with old.lock:
            copy = replace(
                old, id=self._new_id(), exchanges=list(old.exchanges[:kept]), earlier=(), lock=threading.RLock()
            )
        return self._keep(copy)

    def again(self, revived: Conversation) -> Conversation:
        """The conversation that lives under this one's id, else this one, which lives from now on."""
        return self._keep(revived)

    def __len__(self) -> int:
        return len(self._kept)

    def _keep(self, conversation: Conversation) -> Conversation:
        with self._lock:
            now = self._clock()
            conversation = self._kept.get(conversation.id, conversation)
            conversation.touched = now
            self._kept[conversation.id] = conversation
            while len(self._kept) > self._most or now - next(iter(self._kept.values())).touched > self._idle:
                self._kept.popitem(last=False)
        return conversation

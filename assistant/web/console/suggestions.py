"""The reply that the assistant would give to the shopper's last message, with what proves it; nothing is changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.languages.reading import nearest
from assistant.reasons.telling import plain
from assistant.records.conversation_log import SHOPPER, Message
from assistant.records.ticket_book import Ticket
from assistant.service.rehearsal import before_rehearsal
from assistant.state import DialogueState
from assistant.vocabulary import Act, Reply, Turn
from assistant.web.console.tickets import Tickets
from assistant.web.console.told import clause_told, product_told
from assistant.web.proof_words import proof_text

REMEMBERED = 300
FURTHEST = 8
"""How many messages that only staff have answered are gone through again, so that the last is understood."""
CARDS = 3


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What the assistant would have said, and the state that it would have left."""

    state: DialogueState
    reply: Reply


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Tries out replies on copies of conversations, each message once."""

    tickets: Tickets
    _kept: OrderedDict[tuple[str, str], Rehearsed] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, ticket: Ticket) -> dict[str, Any]:
        """Words, products and clauses that answer the ticket's last message of the shopper; empty where none do."""
        said = [one for one in self.tickets.room.log.since(ticket.conversation) if one.who == SHOPPER]
        if not said:
            return {"for": 0, "text": "", "items": [], "clauses": []}
        last = said[-1]
        reply = self._rehearsed(ticket.conversation, said).reply
        language = nearest(last.language or reply.language)
        useful = reply.act is not Act.HUMAN
        return {
            "for": last.number,
            "text": plain(reply.text).replace("**", "") if useful else "",
            "items": self._items(reply, language) if useful else [],
            "clauses": [clause_told(one) for one in self.tickets.room.policies.clauses(last.text, language)],
        }

    def _rehearsed(self, conversation: str, said: Sequence[Message]) -> Rehearsed:
        """The reply to the last message, by way of those before it that the assistant was silent at."""
        state, unheard = self._before(conversation, said)
        found = None
        for one in unheard[-FURTHEST:]:
            found = self._tried(state, Turn(conversation, one.text, one.language or None), one)
            state = found.state
        assert found is not None
        return found

    def _before(self, conversation: str, said: Sequence[Message]) -> tuple[DialogueState, list[Message]]:
        """The state before the first of the latest messages that the assistant was silent at, and those messages."""
        kept = self.tickets.visits.find(conversation)
        if kept is None:
            return DialogueState(language=said[-1].language or None), [said[-1]]
        with kept.lock:
            exchanges, state = list(kept.exchanges), kept.start
        by_id = {one.message: one for one in said}
        unheard: list[Message] = []
        while exchanges and (not unheard or not exchanges[-1].words):
            message = by_id.get(exchanges[-1].message)
            unheard = [message, *unheard] if message else unheard
            exchanges = exchanges[:-1]
        return exchanges[-1].state if exchanges else state, unheard or [said[-1]]

    def _tried(self, state: DialogueState, turn: Turn, message: Message) -> Rehearsed:
        key = (message.conversation, message.message)
        with self._lock:
            known = self._kept.get(key)
        if known is not None:
            return known
        visits = self.tickets.visits
        assistant = replace(visits.assistant, service=self.tickets.room.rehearsal, writer=None)
        found = Rehearsed(*assistant.respond(before_rehearsal(state), turn))
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > REMEMBERED:
                self._kept.popitem(last=False)
        return found

    def _items(self, reply: Reply, language: str) -> list[dict[str, Any]]:
        products = [one.product for one in reply.items]
        told = []
        for product in products[:CARDS]:
            reason = reply.reasons.get(product.id)
            proofs = [proof_text(one, product, products, language) for one in reason.evidence] if reason else []
            told.append({**product_told(product, language), "reason": reason.text if reason else "", "proofs": proofs})
        return told

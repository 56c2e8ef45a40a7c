"""Conversations as the records hold them: found again after a restart, and with what staff said in its place."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.column_names import Examples
from assistant.records.conversation_log import ASSISTANT, SHOPPER, Message
from assistant.records.kept_talk import KeptTalk
from assistant.records.ticket_book import TAKEN, Ticket
from assistant.vocabulary import Act, Ranked, Reply
from assistant.web.goods import goods
from assistant.web.sessions import MOST_EARLIER, Conversation, Sessions
from assistant.web.staff_words import desk_line, of_staff, with_cards
from assistant.web.talk import answer_bubble, ledger, said_bubble

if TYPE_CHECKING:
    from assistant.conversation import Assistant
    from assistant.service.staff_room import StaffRoom

LOG = logging.getLogger(__name__)
REPLY = "/reply"


@dataclass(frozen=True, slots=True)
class KeptConversations:
    """What the records know of conversations; nothing at all where there are no records."""

    opened: Callable[[], Assistant]

    @property
    def room(self) -> StaffRoom | None:
        """The staff's side of the records."""
        return self.opened().staff

    def ticket(self, conversation: str) -> Ticket | None:
        """The conversation's ticket that waits or is taken."""
        return self.room.tickets.standing(conversation) if self.room and conversation else None

    def revived(self, id: str, sessions: Sessions) -> Conversation | None:
        """The conversation of this id as it stood when the server ended, or before it was idle for too long."""
        talk = self.room.talks.find(id) if self.room and id else None
        if talk is None:
            return None
        revived = Conversation(id, talk.state, cart=talk.state.cart, dropped=talk.count, earlier=talk.messages)
        return sessions.again(revived)

    def keep(self, conversation: Conversation) -> None:
        """Keeps what stands of the conversation; what can't be kept is told in the log and stops no talk."""
        room = self.room
        if room is None or not conversation.id:
            return
        standing = (*conversation.earlier, *(one.message for one in conversation.exchanges))[-MOST_EARLIER:]
        state = replace(conversation.state, cart=conversation.cart)
        try:
            room.talks.keep(conversation.id, KeptTalk(state, conversation.count, standing), room.clock())
        except Exception:
            LOG.exception("a conversation could not be kept")

    def lines(self, conversation: Conversation, language: str) -> str:
        """All that was said, in order: the exchanges, what staff said, and what was before a restart."""
        messages = self._messages(conversation.id)
        at = {one.message: one.number for one in messages}
        drawn: list[tuple[int, str]] = [
            *self._earlier(conversation, messages),
            *self._staff(conversation.id, of_staff(messages), language),
        ]
        number = 0
        for one in conversation.exchanges:
            number = at.get(one.message, number)
            drawn.append((number, said_bubble(one.label or one.text, one.language) + one.words))
        return "".join(html for _, html in sorted(drawn, key=lambda one: one[0]))

    def shown(self, conversation: Conversation) -> int:
        """How many of the conversation's exchanges can be shown."""
        return len(conversation.exchanges) + (len(conversation.earlier) if self.room else 0)

    def since(self, id: str, heard: int, language: str) -> tuple[str, int]:
        """What staff said and did after the message of this number, and the number of the last message."""
        messages = self._messages(id, heard)
        drawn = self._staff(id, of_staff(messages), language)
        return "".join(html for _, html in drawn), messages[-1].number if messages else heard

    def heard(self, id: str) -> int:
        """The number of the conversation's last message."""
        messages = self._messages(id)
        return messages[-1].number if messages else 0

    def is_known(self, id: str) -> bool:
        """Whether anything was ever said in a conversation of this id."""
        return bool(self._messages(id))

    def has_staff(self, id: str) -> bool:
        """Whether staff have or had a part in the conversation."""
        return self.ticket(id) is not None or bool(of_staff(self._messages(id)))

    def answered(self, id: str, message: str) -> str:
        """What the assistant answered to the message of this id; nothing where staff had the conversation."""
        return next((one.text for one in self._messages(id) if one.message == f"{message}{REPLY}"), "")

    def desk(self, conversation: str, language: str) -> dict[str, str]:
        """Who has the conversation, for the line above the message box."""
        ticket = self.ticket(conversation)
        if ticket is None or self.room is None:
            return desk_line("", "", 0, language)
        place = 0 if ticket.state == TAKEN else self.room.tickets.place(ticket.number)
        return desk_line(ticket.state, ticket.staff, place, language)

    def goods(self, conversation: Conversation, language: str) -> str:
        """The goods and chips of a conversation that was found again: the same products, told anew."""
        reply = self._reply(conversation, language)
        return goods(reply, Examples(self.opened().catalogue.store).of) if reply.items else ""

    def ledger(self, conversation: Conversation, language: str) -> str:
        """The chips of a conversation that was found again."""
        return ledger(self._reply(conversation, language), Examples(self.opened().catalogue.store).of)

    def _reply(self, conversation: Conversation, language: str) -> Reply:
        state, assistant = conversation.state, self.opened()
        items = tuple(Ranked(one, 0.0) for one in assistant.catalogue.store.get(state.shown))
        told = assistant.reasoner.explain(state, items, ()) if items else ()
        return Reply(
            Act.FIND, language, "", items=items, want=state.want, ledger=state.ledger, fitting=len(items),
            reasons={one.product: one for one in told},
        )  # fmt: skip

    def _messages(self, id: str, after: int = 0) -> list[Message]:
        return self.room.log.since(id, after) if self.room and id else []

    def _earlier(self, conversation: Conversation, messages: Sequence[Message]) -> list[tuple[int, str]]:
        standing, drawn = set(conversation.earlier), []
        for one in messages:
            if one.who == SHOPPER and one.message in standing:
                drawn.append((one.number, said_bubble(one.text, one.language)))
            elif one.who == ASSISTANT and one.message.removesuffix(REPLY) in standing:
                drawn.append((one.number, answer_bubble(Reply(Act.CHAT, one.language, one.text))))
        return drawn

    def _staff(self, id: str, messages: Sequence[Message], language: str) -> list[tuple[int, str]]:
        if not messages or self.room is None:
            return []
        cards: Mapping[int, tuple[str, ...]] = self.room.talk.cards(id)
        wanted: dict[str, Any] = {one: None for ids in cards.values() for one in ids}
        known = {one.id: one for one in self.opened().catalogue.store.get(wanted)}
        return with_cards(messages, cards, known, language)

"""Tickets as the console works with them: the queue, one ticket with all that is known, and what staff do with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastapi import HTTPException

from assistant.records.conversation_log import Message
from assistant.records.staff_book import Staff
from assistant.records.ticket_book import TAKEN, WAITING, Ticket
from assistant.service.connector import OrdersUnreachableError
from assistant.service.handoff import HandOff
from assistant.state import DialogueState
from assistant.vocabulary import Turn
from assistant.web.console.asked import Words
from assistant.web.console.told import message_told, product_told, ticket_row
from assistant.web.console.words import say
from assistant.web.visits import QUEUE, Visits

if TYPE_CHECKING:
    from assistant.service.staff_room import StaffRoom

STEPPED_IN = "stepped_in"
"""Why a conversation is in the hands of people: one of them took it unasked."""
NOTED = 10.0
"""Somebody's presence at a ticket is noted this often, in seconds."""
WRITING = 15.0
"""A draft younger than this is being written."""


@dataclass(frozen=True, slots=True)
class Tickets:
    """The queue and its tickets."""

    visits: Visits

    @property
    def room(self) -> StaffRoom:
        """The staff's side of the records."""
        room = self.visits.assistant.staff
        if room is None:
            raise HTTPException(503)
        return room

    def ring(self, ticket: Ticket) -> None:
        """Wakes who looks at the conversation or at the queue."""
        self.visits.bell.ring(ticket.conversation, QUEUE)

    def queue(self) -> list[dict[str, Any]]:
        """All open tickets, the longest waiting first."""
        self.visits.without_the_gone()
        rows, place = [], 0
        for ticket in self.room.tickets.queue():
            place += ticket.state == WAITING
            messages = self.room.log.since(ticket.conversation)
            rows.append(ticket_row(self.room, ticket, messages, place if ticket.state == WAITING else 0))
        return rows

    def ticket(self, number: int, language: str) -> Ticket:
        """The ticket of this number; 404 where there is none."""
        found = self.room.tickets.ticket(number)
        if found is None:
            raise HTTPException(404, say(language, "no_ticket", number=number))
        return found

    def whole(self, number: int, staff: Staff, language: str) -> dict[str, Any]:
        """All that is known of a ticket and its conversation."""
        ticket = self.ticket(number, language)
        return {**self.since(ticket, staff, 0, language), "packet": dict(ticket.packet)}

    def since(self, ticket: Ticket, staff: Staff, heard: int, language: str) -> dict[str, Any]:
        """How a ticket stands, and the messages after the one of this number."""
        self._noted(ticket, staff)
        self.visits.without_the_gone()
        ticket = self.ticket(ticket.number, language)
        messages = self.room.log.since(ticket.conversation)
        place = self.room.tickets.place(ticket.number) if ticket.state == WAITING else 0
        now = self.room.clock()
        drafts = self.room.talk.drafts(ticket.number)
        members = self.room.talk.at_ticket(ticket.number)
        return {
            **ticket_row(self.room, ticket, messages, place),
            "messages": self.told([one for one in messages if one.number > heard], ticket.conversation, language),
            "draft": next((one.text for one in drafts if one.name == staff.name), ""),
            "drafts": [
                {"name": one.name, "text": one.text, "writing": now - one.at < WRITING}
                for one in drafts
                if one.name != staff.name
            ],
            "joined": [one.name for one in members if one.joined],
        }

    def told(self, messages: Sequence[Message], conversation: str, language: str) -> list[dict[str, Any]]:
        """Messages with their cards."""
        cards = self.room.talk.cards(conversation)
        store = self.visits.assistant.catalogue.store
        return [
            message_told(one, [product_told(product, language) for product in store.get(cards.get(one.number, ()))])
            for one in messages
        ]

    def take(self, number: int, staff: Staff, holder: str, language: str) -> None:
        """Gives the ticket to a member of staff; 409 where a colleague was faster."""
        ticket = self.ticket(number, language)
        if not self.room.take(number, staff, holder):
            now = self.ticket(number, language)
            key = "taken_by_other" if now.state == TAKEN else "not_open"
            raise HTTPException(409, say(language, key, name=now.staff))
        self.ring(ticket)

    def step_in(self, message: Message, staff: Staff, language: str) -> int:
        """Takes a conversation that nobody was asked to take over; gives its ticket. 409 where a colleague has it."""
        standing = self.room.tickets.standing(message.conversation)
        if standing is None:
            kept = self.visits.find(message.conversation)
            state = kept.state if kept else DialogueState(language=message.language or None)
            people = HandOff(self.room.tickets, self.room.clock, self._title)
            standing, _ = people.hand_over(state, Turn(message.conversation, ""), STEPPED_IN, *self._file(state))
        self.take(standing.number, staff, "", language)
        return standing.number

    def _title(self, product: str) -> str | None:
        found = self.visits.assistant.catalogue.store.get([product])
        return found[0].title if found else None

    def _file(self, state: DialogueState) -> tuple[Any, Any]:
        known = state.service.customer
        try:
            file = self.room.orders.file(known) if known else None
        except OrdersUnreachableError:
            file = None
        return (file.customer, dict(file.orders)) if file else (None, {})

    def join(self, number: int, staff: Staff, joins: bool, language: str) -> None:
        """Lets somebody write at a colleague's ticket; 409 where nobody holds it."""
        ticket = self.ticket(number, language)
        if not self.room.join(number, staff, joins):
            raise HTTPException(409, say(language, "nobody_holds"))
        self.ring(ticket)

    def give_back(self, number: int, staff: Staff, language: str) -> None:
        """Ends the ticket: the assistant answers again."""
        self._ended(number, language, self.room.give_back(number, staff))

    def put_back(self, number: int, staff: Staff, language: str) -> None:
        """Lets the ticket wait for a colleague."""
        self._ended(number, language, self.room.put_back(number, staff.name))

    def send(self, number: int, staff: Staff, words: Words, language: str) -> dict[str, Any]:
        """Sends a message into the chat once; 409 with the reason where it may not be sent as things stand."""
        ticket = self.ticket(number, language)
        known = {one.id for one in self.visits.assistant.catalogue.store.get(words.products)}
        products = [one for one in dict.fromkeys(words.products) if one in known]
        if not words.text.strip() and not products:
            raise HTTPException(422, say(language, "nothing_written"))
        sent = self.room.talk.send(
            number, staff.name, words.message, words.text.strip(), words.seen, self.room.clock(),
            ticket.packet.get("language") or "", products,
        )  # fmt: skip
        if sent.refused:
            raise HTTPException(409, say(language, sent.refused, name=sent.by))
        if sent.fresh:
            self.ring(ticket)
        return {"number": sent.number, "fresh": sent.fresh}

    def keep_draft(self, number: int, staff: Staff, text: str, language: str) -> None:
        """Keeps what somebody has written so far."""
        ticket = self.ticket(number, language)
        self.room.talk.keep_draft(ticket, staff.name, text, self.room.clock())

    def _ended(self, number: int, language: str, done: bool) -> None:
        ticket = self.ticket(number, language)
        if not done:
            raise HTTPException(409, say(language, "not_yours", name=ticket.staff))
        self.ring(ticket)

    def _noted(self, ticket: Ticket, staff: Staff) -> None:
        now = self.room.clock()
        seen = next((one.seen for one in self.room.talk.at_ticket(ticket.number) if one.name == staff.name), 0.0)
        if ticket.state == TAKEN and now - seen > NOTED:
            self.room.talk.present(ticket.number, staff.name, now)

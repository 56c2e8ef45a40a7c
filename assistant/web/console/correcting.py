"""A wrong reply of the assistant: corrected, sent again, kept as a test, and after a lead's word used from then on."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from fastapi import HTTPException

from assistant.records.conversation_log import ASSISTANT, SHOPPER, STAFF, Message
from assistant.records.correction_book import Correction
from assistant.records.staff_book import Staff
from assistant.records.ticket_book import TAKEN
from assistant.service.corrections import write_case
from assistant.web.console.asked import Corrected, Words
from assistant.web.console.tickets import Tickets
from assistant.web.console.told import clause_told
from assistant.web.console.words import say
from assistant.web.visits import QUEUE


@dataclass(frozen=True, slots=True)
class Correcting:
    """Takes corrections, and what leads decide of them."""

    tickets: Tickets

    def every(self) -> list[dict[str, Any]]:
        """All corrections, the latest first; their conversations' ids stay here."""
        found = self.tickets.room.corrected.every()
        return [{key: value for key, value in asdict(one).items() if key != "conversation"} for one in reversed(found)]

    def contradictions(self) -> list[dict[str, Any]]:
        """The pairs of clauses that contradict each other, for staff to settle."""
        found = self.tickets.room.contradictions()
        return [{"first": clause_told(one.first), "second": clause_told(one.second)} for one in found]

    def correct(self, wrong: Message, staff: Staff, asked: Corrected, language: str) -> dict[str, Any]:
        """Keeps the correction and its test, and sends the right answer into the chat where that is wanted.

        409 where the chat is in a colleague's hands, and then nothing is kept. The same correction twice is one.
        """
        if wrong.who != ASSISTANT:
            raise HTTPException(422, say(language, "no_reply"))
        before = self.tickets.room.log.since(wrong.conversation)
        questions = [one for one in before if one.who == SHOPPER and one.number < wrong.number]
        if not questions or not asked.answer.strip():
            raise HTTPException(422, say(language, "no_reply"))
        if asked.resend:
            self._resend(wrong, staff, asked, language)
        question, answer = questions[-1].text.strip(), asked.answer.strip()
        kept = self._known(wrong, question, answer) or self._proposed(staff, wrong, question, answer)
        return {"number": kept.number, "state": kept.state}

    def decide(self, number: int, lead: Staff, approve: bool, language: str) -> dict[str, Any]:
        """Puts a proposed correction into use, or aside; 409 where that was decided already."""
        used = self.tickets.room.corrections
        found = used.approve(number, lead.name) if approve else used.dismiss(number, lead.name)
        if found is None:
            raise HTTPException(409, say(language, "decided"))
        return {"number": found.number, "state": found.state}

    def _known(self, wrong: Message, question: str, answer: str) -> Correction | None:
        same = (wrong.conversation, question, answer)
        every = self.tickets.room.corrected.every()
        return next((one for one in every if (one.conversation, one.question, one.answer) == same), None)

    def _proposed(self, staff: Staff, wrong: Message, question: str, answer: str) -> Correction:
        room = self.tickets.room
        number = room.corrections.propose(staff.name, wrong.conversation, question, wrong.text, answer, wrong.language)
        found = next(one for one in room.corrected.every() if one.number == number)
        room.cases.mkdir(parents=True, exist_ok=True)
        write_case(found, room.cases)
        return found

    def _resend(self, wrong: Message, staff: Staff, asked: Corrected, language: str) -> None:
        room = self.tickets.room
        ticket = room.tickets.standing(wrong.conversation)
        if ticket is not None and ticket.state == TAKEN:
            words = Words(message=asked.message, text=asked.answer, seen=max(asked.seen, wrong.number))
            self.tickets.send(ticket.number, staff, words, language)
            return
        room.log.add(
            wrong.conversation, asked.message, STAFF, asked.answer.strip(), room.clock(),
            name=staff.name, language=wrong.language, customer=wrong.customer,
        )  # fmt: skip
        self.tickets.visits.bell.ring(wrong.conversation, QUEUE)

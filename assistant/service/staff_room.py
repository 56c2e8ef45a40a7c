"""What staff do with conversations: take them, share them, give them back; and what they need for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from assistant.records.clause_book import ClauseBook
from assistant.records.conversation_log import EVENT, GIVEN_BACK, LEFT, TAKEN_UP, ConversationLog
from assistant.records.correction_book import CorrectionBook
from assistant.records.database import Database
from assistant.records.kept_talk import TalkBook
from assistant.records.macro_book import MacroBook
from assistant.records.staff_book import Staff, StaffBook
from assistant.records.staff_talk import StaffTalk
from assistant.records.ticket_book import TAKEN, Ticket, TicketBook
from assistant.service.connector import OrderConnector
from assistant.service.corrections import Corrections
from assistant.service.desk import Desk
from assistant.service.order_desk import OrderDesk
from assistant.service.policy_answers import PolicyAnswers
from assistant.service.policy_conflicts import Conflict, conflicts
from assistant.service.rehearsal import NobodyCalled, ReadOnlyOrders

GONE_AFTER = 120.0
"""Seconds without a sign of whoever holds a ticket, after which it waits in the queue again."""
CASES = "corrections"
"""The folder of a home where regression cases of corrections lie."""


@dataclass(frozen=True)
class StaffRoom:
    """The staff's side of a home's records."""

    accounts: StaffBook
    tickets: TicketBook
    talk: StaffTalk
    log: ConversationLog
    talks: TalkBook
    macros: MacroBook
    corrections: Corrections
    corrected: CorrectionBook
    clauses: ClauseBook
    policies: PolicyAnswers
    orders: OrderDesk
    rehearsal: Desk
    """Answers as the assistant's own service would, and writes nothing."""
    cases: Path
    clock: Callable[[], float]

    @classmethod
    def on(
        cls, database: Database, home: Path, policies: PolicyAnswers, orders: OrderConnector,
        clock: Callable[[], float],
    ) -> StaffRoom:  # fmt: skip
        """The staff's room on the records of a home."""
        corrected, clauses = CorrectionBook(database), ClauseBook(database)
        return cls(
            StaffBook(database),
            TicketBook(database),
            StaffTalk(database),
            ConversationLog(database),
            TalkBook(database),
            MacroBook(database),
            Corrections(corrected, clauses, clock),
            corrected,
            clauses,
            policies,
            OrderDesk(ReadOnlyOrders(orders), clock),
            Desk(policies, OrderDesk(ReadOnlyOrders(orders), clock), NobodyCalled()),
            home / CASES,
            clock,
        )

    def take(self, number: int, staff: Staff, holder: str = "") -> bool:
        """Gives a waiting ticket, or the one that `holder` has, to a member of staff; False where that changed."""
        ticket, now = self.tickets.ticket(number), self.clock()
        if ticket is None:
            return False
        if ticket.state == TAKEN and ticket.staff == staff.name:
            return True
        if holder:
            done = self.tickets.take_from(number, holder, staff.name, now)
        else:
            done = self.tickets.take(number, staff.name, now)
        if done:
            self.talk.present(number, staff.name, now)
            self._happened(ticket, TAKEN_UP, staff.name)
        return done

    def join(self, number: int, staff: Staff, joins: bool = True) -> bool:
        """Lets somebody write at a ticket that a colleague holds, or stop doing so; False where nobody holds it."""
        ticket = self.tickets.ticket(number)
        if ticket is None or ticket.state != TAKEN:
            return False
        self.talk.present(number, staff.name, self.clock(), joined=joins)
        return True

    def give_back(self, number: int, staff: Staff) -> bool:
        """Ends a ticket, so that the assistant answers again; False where this member of staff doesn't hold it."""
        ticket = self.tickets.ticket(number)
        if ticket is None or not self.tickets.give_back(number, staff.name, self.clock()):
            return False
        self.talk.everyone_leaves(number)
        self._happened(ticket, GIVEN_BACK, staff.name)
        return True

    def put_back(self, number: int, name: str) -> bool:
        """Lets a ticket wait again at its old place; its holder's draft stays for whoever takes it next."""
        ticket = self.tickets.ticket(number)
        if ticket is None or not self.tickets.put_back(number, name):
            return False
        self._happened(ticket, LEFT, name)
        return True

    def without_the_gone(self) -> list[str]:
        """Puts tickets back whose holders have left; gives the conversations that wait again."""
        now, waiting = self.clock(), []
        for ticket in self.tickets.queue(TAKEN):
            seen = max((one.seen for one in self.talk.at_ticket(ticket.number) if one.name == ticket.staff), default=0)
            if now - max(seen, ticket.taken or 0.0) > GONE_AFTER and self.put_back(ticket.number, ticket.staff):
                waiting.append(ticket.conversation)
        return waiting

    def contradictions(self) -> list[Conflict]:
        """The clauses that contradict each other, in pairs, as the policies stand now."""
        return conflicts(self.clauses.every())

    def _happened(self, ticket: Ticket, what: str, name: str) -> None:
        self.log.add(
            ticket.conversation, f"event/{uuid4().hex}", EVENT, what, self.clock(), name=name, customer=ticket.customer
        )

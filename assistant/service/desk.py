"""The service's desk: which turns it takes, and who answers them: policies, orders, or people."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from assistant.errand import ServiceState
from assistant.languages.dialogue import dialogue
from assistant.reasons.telling import plain
from assistant.records.conversation_log import ConversationLog
from assistant.records.ticket_book import TAKEN, WAITING
from assistant.service.asides import CONFIRM, asked_in, left_open, reminded
from assistant.service.connector import OrdersUnreachableError
from assistant.service.handoff import Colleagues
from assistant.service.order_desk import OrderDesk, Said
from assistant.service.policy_answers import PolicyAnswers
from assistant.service.sayings import say
from assistant.service.turn_reading import EMAIL, ORDER, TurnReading
from assistant.service.turn_taking import TurnTaking
from assistant.state import DialogueState
from assistant.vocabulary import Act, Choice, Intent, Question, Reply, Turn
from catalog.languages.detection import detect

LOG = logging.getLogger(__name__)
SILENT = "with_staff"


class Desk:
    """Takes the turns that are about the shop's service, and answers them."""

    def __init__(
        self,
        policies: PolicyAnswers,
        orders: OrderDesk,
        people: Colleagues,
        log: ConversationLog | None = None,
        close: Callable[[], None] = lambda: None,
    ) -> None:
        self._policies, self._orders, self._people, self._log, self._close = policies, orders, people, log, close
        self._turns = TurnTaking(policies, orders)

    def close(self) -> None:
        """Gives the records back."""
        self._close()

    def note(self, state: DialogueState, conversation: str, message: str, reply: Reply, at: float) -> None:
        """Keeps the last turn and its reply in the records; a message of an id that is there is not kept twice.

        A record that can't be written is told in the log and stops no talk.
        """
        if self._log is None or not state.turns:
            return
        text = "" if SILENT in reply.notices else plain(reply.text)
        customer = state.service.customer or ""
        try:
            self._log.exchange(conversation, message, state.turns[-1].text, text, at, reply.language, customer)
        except Exception:
            LOG.exception("a conversation could not be recorded")

    def read(self, turn: Turn, state: DialogueState, intent: Intent) -> Intent:
        """The intent as the service reads it: an act of its own where it takes the turn, else as it was."""
        service = state.service
        if service.ticket is not None and self._people.holder(service.ticket) == TAKEN:
            return _as(Act.HUMAN, replace(intent, beside=None), turn, state)
        act = self._turns.act(TurnReading(_asked(turn, intent)), service, intent, left_open(state))
        return intent if act is None else _as(act, intent, turn, state)

    def answer(self, state: DialogueState, turn: Turn, intent: Intent) -> tuple[DialogueState, Reply]:
        """The reply to a turn that the service took; what it can't do is handed over, and said so once it is."""
        language = intent.language
        turn = replace(turn, text=_asked(turn, intent))
        # A yes that was said after something else was spoken of may be meant for that: what awaits it is shown again.
        waiting = None if left_open(state) else state.service.proposal
        service = replace(state.service, proposal=waiting, reminded=False)
        if service.ticket is not None:
            holder = self._people.holder(service.ticket)
            if holder == TAKEN:
                return state, Reply(Act.HUMAN, language, say(language, "with_staff"), notices=(SILENT,))
            if holder != WAITING:
                service = replace(service, ticket=None, stuck=0)
                state = replace(state, service=service)
        if intent.act is Act.HUMAN:
            return self._handed(state, turn, language, "asked", "")
        if intent.act is Act.POLICY:
            return self._policy(state, turn, language)
        try:
            said = self._orders.answer(_with_earlier(service, state), turn, language)
        except OrdersUnreachableError:
            LOG.warning("the order system could not be reached")
            return self._handed(state, turn, language, "orders_down", say(language, "orders_down"))
        state = replace(state, service=replace(said.state, awaiting=said.awaiting))
        if said.hand_over:
            return self._handed(state, turn, language, said.hand_over, said.text)
        return state, Reply(Act.ORDER, language, said.text, question=_question(said, language))

    def remind(self, state: DialogueState, reply: Reply) -> tuple[DialogueState, Reply]:
        """The reply to a turn about something else, with what the service still has to be told; said once."""
        return reminded(state, reply)

    def _policy(self, state: DialogueState, turn: Turn, language: str) -> tuple[DialogueState, Reply]:
        asked = turn.text
        if dialogue().matches("broken", asked.casefold()) and dialogue().matches("recourse", asked.casefold()):
            # What broke is of no kind that rules on returns are about: it asks for the rights that goods come with.
            rights = say(language, "defect_question")
            asked = rights if self._policies.answers(rights) else asked
        found = self._policies.answer(asked, language)
        sources = tuple(clause.source for clause in found.quoted)
        return state, Reply(Act.POLICY, language, found.text, sources=sources)

    def _handed(
        self, state: DialogueState, turn: Turn, language: str, why: str, before: str
    ) -> tuple[DialogueState, Reply]:
        """Hands the conversation over; it is said only once the queue has it."""
        customer, orders = None, {}
        try:
            file = self._orders.file(state.service.customer) if state.service.customer else None
            if file is not None:
                customer, orders = file.customer, dict(file.orders)
        except OrdersUnreachableError:
            LOG.warning("handed over without the orders: their system could not be reached")
        again = state.service.ticket is not None
        try:
            ticket, place = self._people.hand_over(state, turn, why, customer, orders)
        except Exception:
            LOG.exception("a conversation could not be handed over")
            text = "\n".join(part for part in (before, say(language, "not_handed_over")) if part)
            return state, Reply(Act.HUMAN if why == "asked" else Act.ORDER, language, text)
        key = "handed_over_already" if again else "handed_over"
        text = "\n".join(part for part in (before, say(language, key, ticket=ticket.number, place=place)) if part)
        service = replace(state.service, ticket=ticket.number, stuck=0, strangers=0, proposal=None, awaiting="")
        return replace(state, service=service), Reply(Act.HUMAN, language, text)


def _with_earlier(service: ServiceState, state: DialogueState) -> ServiceState:
    """The service with what was said just before it, where that turned out to be about an order."""
    if service.customer is not None or service.claims or len(state.turns) < 2:
        return service
    before = TurnReading(state.turns[-2].text)
    if before.has("other_person", "as_staff"):
        return service
    asks = before.has("refund_status", "profile_info", "orders_list", "my_name") or (
        before.has("status") and before.has("own")
    )
    return replace(service, claims=(before.text,)) if before.orders or before.parts or asks else service


def _as(act: Act, intent: Intent, turn: Turn, state: DialogueState) -> Intent:
    """The intent as one of the service: it changes no need; ids and names alone change no language."""
    words = ORDER.sub(" ", EMAIL.sub(" ", turn.text))
    language = turn.language or detect(words, state.language) if state.language else intent.language
    unread = intent.unread if intent.topic else ""
    return Intent(
        act, language, intent.topic, notices=intent.notices, unread=unread, beside=intent.beside, request=intent.request
    )


def _asked(turn: Turn, intent: Intent) -> str:
    """The words that the service is asked in: without the wish for goods beside them, unless that tells who asks."""
    whole, request = TurnReading(turn.text), TurnReading(intent.request)
    told = {*whole.emails, *whole.orders} - {*request.emails, *request.orders}
    return turn.text if not intent.request or told or whole.has("my_name") else intent.request


def _question(said: Said, language: str) -> Question | None:
    if not said.awaiting:
        return None
    asked = asked_in(said.text, said.awaiting)
    if said.awaiting != CONFIRM:
        return asked
    return replace(
        asked, choices=tuple(Choice(one, one) for one in (say(language, "button_yes"), say(language, "button_no")))
    )

"""Conversations that people take over: the packet, the queue, and the assistant's silence meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Protocol

from assistant.records.ticket_book import CLOSED, TAKEN, WAITING, Ticket, TicketBook
from assistant.service.lexicon import plain, service_lexicon
from assistant.state import DialogueState
from assistant.vocabulary import Turn

Record = Mapping[str, Any]
LAST_SAID = 12
ANGRY, UPSET, CALM = "angry", "upset", "calm"


class Colleagues(Protocol):
    """The way from the assistant to people."""

    def hand_over(
        self, state: DialogueState, turn: Turn, why: str, customer: Record | None, orders: Mapping[str, Record]
    ) -> tuple[Ticket, int]:
        """The ticket and its place in the queue, once the queue has it durably."""

    def holder(self, number: int | None) -> str:
        """Who has the conversation of this ticket: waiting, taken, or closed where nobody has it."""


class HandOff:
    """Puts conversations into the queue and tells who has them."""

    def __init__(self, tickets: TicketBook, clock: Callable[[], float], titles: Callable[[str], str | None]) -> None:
        self._tickets, self._clock, self._titles = tickets, clock, titles

    def hand_over(
        self, state: DialogueState, turn: Turn, why: str, customer: Record | None, orders: Mapping[str, Record]
    ) -> tuple[Ticket, int]:
        """The ticket and its place in the queue, once the queue has it durably."""
        now = self._clock()
        packet = self._packet(state, turn, why, customer, orders, now)
        ticket = self._tickets.open(turn.conversation, state.service.customer or "", packet, now)
        return ticket, self._tickets.place(ticket.number)

    def holder(self, number: int | None) -> str:
        """Who has the conversation of this ticket: waiting, taken, or closed where nobody has it."""
        ticket = None if number is None else self._tickets.ticket(number)
        return CLOSED if ticket is None else ticket.state

    def place(self, number: int) -> int:
        """The ticket's place in the queue."""
        return self._tickets.place(number)

    def _packet(
        self, state: DialogueState, turn: Turn, why: str, customer: Record | None, orders: Mapping[str, Record],
        now: float,
    ) -> dict[str, Any]:  # fmt: skip
        service = state.service
        said = [one.text for one in state.turns]
        return {
            "why": why,
            "who": _who(service.customer, customer),
            "language": state.language,
            "topic": [str(one.kind) for one in service.errands],
            "want": state.want.name if state.want else None,
            "ledger": [asdict(one) for one in state.ledger],
            "shown": [{"id": one, "title": self._titles(one)} for one in state.shown],
            "rejected": [{"id": one, "title": self._titles(one), "reason": _reason(state, one)}
                         for one in state.rejected],
            "cart": [asdict(one) for one in state.cart],
            "orders": [{"order_id": name, "status": order["status"]} for name, order in orders.items()],
            "errands": [asdict(one) for one in service.errands],
            "promises": list(service.done),
            "summary": _summary(state),
            "mood": mood(said),
            "said": said[-LAST_SAID:],
            "waiting_since": now,
        }  # fmt: skip


def mood(said: list[str]) -> str:
    """How the shopper feels, by the words of the last turns."""
    lexicon = service_lexicon()
    last = [plain(text) for text in said[-4:]]
    if any(lexicon.has("insult", text) for text in last):
        return ANGRY
    return UPSET if any(lexicon.has("anger", text) for text in last) else CALM


def _who(name: str | None, customer: Record | None) -> dict[str, Any] | None:
    if name is None or customer is None:
        return None
    return {"user_id": name, "name": customer.get("name"), "email": customer.get("email")}


def _reason(state: DialogueState, product: str) -> str | None:
    """The shopper's words after which a product was set aside: the turn that first pointed at it as rejected."""
    before = state.before
    return before.turns[-1].text if before is not None and before.turns and product not in before.rejected else None


def _summary(state: DialogueState) -> str:
    """What it is about, in the records' own words: the need, the errands and what was done."""
    parts = [f"looks for {state.want.name}"] if state.want else []
    parts += [one.said or one.field for one in state.ledger]
    parts += [" ".join(filter(None, (str(one.kind), one.order, one.reason))) for one in state.service.errands]
    parts += [f"done: {one}" for one in state.service.done]
    last = state.turns[-1].text if state.turns else ""
    return "; ".join([*parts, f"last said: {last[:200]}"])


__all__ = ["ANGRY", "CALM", "CLOSED", "TAKEN", "UPSET", "WAITING", "HandOff", "mood"]

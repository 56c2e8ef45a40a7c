"""A service that only tries out what it would say: it reads what the real one reads, and writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.errand import Errand
from assistant.records.ticket_book import CLOSED, WAITING, Ticket
from assistant.service.connector import OrderConnector, OrdersUnreachableError, Outcome
from assistant.state import DialogueState
from assistant.vocabulary import Turn
from catalog.product import EMPTY

Record = Mapping[str, Any]


class ReadOnlyOrders:
    """The orders of another connector, to be read and never written."""

    def __init__(self, orders: OrderConnector) -> None:
        self._orders = orders

    def has_orders(self) -> bool:
        """Whether there is anything to ask for."""
        return self._orders.has_orders()

    def customers_by(
        self, *, email: str | None = None, zip_code: str | None = None
    ) -> list[tuple[str, dict[str, Any]]]:
        """Ids and records of the customers with this e-mail address, or with this postcode."""
        return self._orders.customers_by(email=email, zip_code=zip_code)

    def customer(self, customer_id: str) -> dict[str, Any] | None:
        """One customer's record."""
        return self._orders.customer(customer_id)

    def orders_of(self, customer: str) -> list[dict[str, Any]]:
        """One customer's orders."""
        return self._orders.orders_of(customer)

    def goods(self) -> Mapping[str, Record]:
        """Every product with its variants, by id."""
        return self._orders.goods()

    def order_forms(self) -> frozenset[str]:
        """The forms of order ids (A for a letter, 9 for a figure); none where they aren't known."""
        return self._orders.order_forms()

    def write(
        self, key: str, at: float, conversation: str, customer: str, errands: Sequence[Errand], shown: str
    ) -> Outcome:
        """Refuses as an order system that is down does."""
        raise OrdersUnreachableError


class NobodyCalled:
    """The way to people, tried out: no ticket is opened."""

    def hand_over(
        self, state: DialogueState, turn: Turn, why: str, customer: Record | None, orders: Mapping[str, Record]
    ) -> tuple[Ticket, int]:
        """A ticket that no queue has."""
        return Ticket(0, turn.conversation, "", WAITING, "", 0.0, None, None, EMPTY), 0

    def holder(self, number: int | None) -> str:
        """Nobody has anything."""
        return CLOSED


def before_rehearsal(state: DialogueState) -> DialogueState:
    """The state without its ticket and without what awaits a yes, which only the shopper may say to the real one."""
    return replace(state, service=replace(state.service, ticket=None, proposal=None, awaiting=""))

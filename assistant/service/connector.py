"""Where orders live: the protocol, and the connector to this home's own records."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from assistant.errand import Errand
from assistant.records.order_book import OrderBook, OrderView
from assistant.service.law import Allowed, Record, Refused, decide

Customers = list[tuple[str, dict[str, Any]]]
"""Ids and records."""


class OrdersUnreachableError(Exception):
    """The shop's order system doesn't answer; nothing was written as far as is known."""


class StaleError(Exception):
    """What was shown no longer holds; nothing was written."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a write came to: done now, or done before; or the rule that refused it, with nothing written."""

    fresh: bool = True
    refused: Refused | None = None


class OrderConnector(Protocol):
    """Customers, orders and goods of a shop; every method may raise OrdersUnreachableError."""

    def has_orders(self) -> bool:
        """Whether there is anything to ask for."""

    def order_forms(self) -> frozenset[str]:
        """The forms of order ids (A for a letter, 9 for a figure); none where they aren't known."""

    def customers_by(
        self, *, email: str | None = None, zip_code: str | None = None
    ) -> list[tuple[str, dict[str, Any]]]:
        """Ids and records of the customers with this e-mail address, or with this postcode."""

    def customer(self, customer_id: str) -> dict[str, Any] | None:
        """One customer's record."""

    def orders_of(self, customer: str) -> list[dict[str, Any]]:
        """One customer's orders, the earliest first."""

    def goods(self) -> Mapping[str, Record]:
        """Every product with its variants, by id."""

    def write(
        self, key: str, at: float, conversation: str, customer: str, errands: Sequence[Errand], shown: str
    ) -> Outcome:
        """Does all the errands or none, once under this key.

        Raises StaleError where the orders are no longer as they were `shown` (their fingerprint).
        """


def fingerprint(customer: Record, orders: Sequence[Record]) -> str:
    """A short text that differs whenever a customer or one of the orders does."""
    whole = json.dumps([customer, *orders], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()[:32]


class RecordConnector:
    """The orders in a home's own records."""

    def __init__(self, book: OrderBook) -> None:
        self._book = book

    def has_orders(self) -> bool:
        """Whether any customer or order is known."""
        return not self._book.is_empty()

    def order_forms(self) -> frozenset[str]:
        """The forms of the ids of the orders that are there."""
        return self._book.order_forms()

    def customers_by(
        self, *, email: str | None = None, zip_code: str | None = None
    ) -> list[tuple[str, dict[str, Any]]]:
        """Ids and records of the customers with this e-mail address, or with this postcode."""
        return self._book.customers_by(email=email, zip_code=zip_code)

    def customer(self, customer_id: str) -> dict[str, Any] | None:
        """One customer's record."""
        return self._book.customer(customer_id)

    def orders_of(self, customer: str) -> list[dict[str, Any]]:
        """One customer's orders, in the order in which they came."""
        return self._book.orders_of(customer)

    def goods(self) -> Mapping[str, Record]:
        """Every product with its variants, by id."""
        return self._book.goods()

    def write(
        self, key: str, at: float, conversation: str, customer: str, errands: Sequence[Errand], shown: str
    ) -> Outcome:
        """Does all the errands or none in one transaction, decided again on what stands there then."""
        goods = self._book.goods()

        def change(view: OrderView) -> tuple[Record, ...]:
            now = view.customer(customer)
            orders = {name: view.order(name) for name in sorted({one.order for one in errands if one.order})}
            if any(order["user_id"] != customer for order in orders.values()):
                raise StaleError
            if fingerprint(now, list(orders.values())) != shown:
                raise StaleError
            for errand in errands:
                verdict = decide(errand, orders.get(errand.order or ""), now, goods)
                if isinstance(verdict, Refused):
                    raise _ForbiddenError(verdict)
                now = verdict.customer
                if errand.order and verdict.order is not None:
                    orders[errand.order] = verdict.order
            for name, order in orders.items():
                view.put_order(name, order)
            view.put_customer(customer, now)
            return tuple(asdict(one) for one in errands)

        try:
            return Outcome(self._book.apply(key, at, conversation, customer, change).fresh)
        except _ForbiddenError as stop:
            return Outcome(refused=stop.refused)


class _ForbiddenError(Exception):
    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.rule)
        self.refused = refused


def simulated(
    errands: Sequence[Errand], customer: Record, orders: Mapping[str, Record], goods: Mapping[str, Record]
) -> list[Allowed | Refused]:
    """The verdict on each errand, were those before it done; nothing is written."""
    now, standing = dict(customer), dict(orders)
    verdicts: list[Allowed | Refused] = []
    for errand in errands:
        verdict = decide(errand, standing.get(errand.order or ""), now, goods)
        verdicts.append(verdict)
        if isinstance(verdict, Allowed):
            now = verdict.customer
            if errand.order and verdict.order is not None:
                standing[errand.order] = verdict.order
    return verdicts

"""Orders in a shop's own system, over HTTP: the law decides here, the shop's system stores under an idempotency key.

GET /customers?email=E or ?zip=Z gives [{"id", "record"}], GET /customers/ID and /customers/ID/orders the records,
GET /products all products by id. POST /writes with {"key", "customer", "before", "after"} stores what is in "after"
where "before" still holds: 200 with {"fresh": true or false}, or 409 where it doesn't.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from assistant.errand import Errand
from assistant.records.order_book import plain_zip
from assistant.service.connector import Customers, OrdersUnreachableError, Outcome, StaleError, fingerprint
from assistant.service.law import Record, Refused, decide

TIMEOUT = 5.0
"""Seconds until a slow order system counts as down."""
CONFLICT, MISSING = 409, 404


class RestConnector:
    """The orders behind a web address; every call may raise OrdersUnreachableError."""

    def __init__(self, address: str, token: str = "", timeout: float = TIMEOUT) -> None:
        self._address, self._token, self._timeout = address.rstrip("/"), token, timeout

    def has_orders(self) -> bool:
        """Always: whether the system answers is seen when it is asked."""
        return True

    def order_forms(self) -> frozenset[str]:
        """None: the system isn't asked for all of its ids."""
        return frozenset()

    def customers_by(self, *, email: str | None = None, zip_code: str | None = None) -> Customers:
        """Ids and records of the customers with this e-mail address, or with this postcode."""
        query = f"email={quote(email.casefold())}" if email else f"zip={quote(plain_zip(zip_code or ''))}"
        found = self._call("GET", f"/customers?{query}") or []
        return [(str(one["id"]), one["record"]) for one in found]

    def customer(self, customer_id: str) -> dict[str, Any] | None:
        """One customer's record."""
        return self._call("GET", f"/customers/{quote(customer_id, safe='')}")

    def orders_of(self, customer: str) -> list[dict[str, Any]]:
        """One customer's orders, as the system gives them."""
        return self._call("GET", f"/customers/{quote(customer, safe='')}/orders") or []

    def goods(self) -> Mapping[str, Record]:
        """Every product with its variants, by id."""
        return self._call("GET", "/products") or {}

    def write(
        self, key: str, at: float, conversation: str, customer: str, errands: Sequence[Errand], shown: str
    ) -> Outcome:
        """Does all the errands or none: what they come to is sent once, with what it was decided on."""
        now = self.customer(customer)
        names = sorted({one.order for one in errands if one.order})
        held = {str(one["order_id"]): one for one in self.orders_of(customer)}
        if now is None or any(name not in held for name in names):
            raise StaleError
        orders = {name: held[name] for name in names}
        before = {"customer": now, "orders": orders}
        if fingerprint(now, list(orders.values())) != shown:
            # The write may have been stored, and only its answer lost.
            return self._store(key, conversation, customer, before, before, only_known=True)
        goods = self.goods()
        record: Record = now
        for errand in errands:
            verdict = decide(errand, orders.get(errand.order or ""), record, goods)
            if isinstance(verdict, Refused):
                return Outcome(refused=verdict)
            record = verdict.customer
            if errand.order and verdict.order is not None:
                orders = {**orders, errand.order: verdict.order}
        return self._store(key, conversation, customer, before, {"customer": record, "orders": orders})

    def _store(
        self, key: str, conversation: str, customer: str, before: Record, after: Record, only_known: bool = False
    ) -> Outcome:
        body = {"key": key, "conversation": conversation, "customer": customer, "before": before, "after": after,
                "only_known": only_known}  # fmt: skip
        found = self._call("POST", "/writes", body)
        return Outcome(fresh=bool(found and found.get("fresh")))

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        import httpx

        headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        if body is not None:
            headers["Idempotency-Key"] = str(body["key"])
        try:
            answer = httpx.request(method, f"{self._address}{path}", json=body, headers=headers, timeout=self._timeout)
            if answer.status_code == MISSING:
                return None
            if answer.status_code == CONFLICT:
                raise StaleError
            answer.raise_for_status()
            return answer.json()
        except (httpx.HTTPError, ValueError) as error:
            raise OrdersUnreachableError(type(error).__name__) from error

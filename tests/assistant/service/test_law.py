"""The written rules as code: each rule once kept and once broken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from assistant.errand import Errand, Kind, Swap
from assistant.service.law import Allowed, Refused, decide

GOODS = {
    "boots": {
        "name": "Boots",
        "variants": {
            "b8": {"item_id": "b8", "options": {"size": "8"}, "available": True, "price": 80.0},
            "b9": {"item_id": "b9", "options": {"size": "9"}, "available": True, "price": 90.0},
            "b10": {"item_id": "b10", "options": {"size": "10"}, "available": False, "price": 90.0},
        },
    },
    "mug": {
        "name": "Mug",
        "variants": {"m1": {"item_id": "m1", "options": {}, "available": True, "price": 5.0}},
    },
}
ADDRESS = (("address1", "1 Elm St"), ("city", "Austin"), ("state", "TX"), ("zip", "78701"), ("country", "USA"))


def customer(balance: float = 20.0) -> dict[str, Any]:
    return {
        "address": {"address1": "9 Oak", "address2": "", "city": "A", "country": "USA", "state": "TX", "zip": "1"},
        "payment_methods": {
            "card": {"source": "credit_card", "id": "card"},
            "pal": {"source": "paypal", "id": "pal"},
            "gift": {"source": "gift_card", "balance": balance, "id": "gift"},
        },
    }


def order(status: str, paid: str = "card") -> dict[str, Any]:
    return {
        "order_id": "#1",
        "status": status,
        "address": customer()["address"],
        "items": [{"name": "Boots", "product_id": "boots", "item_id": "b8", "price": 80.0, "options": {"size": "8"}}],
        "payment_history": [{"transaction_type": "payment", "amount": 80.0, "payment_method_id": paid}],
    }


def rule(errand: Errand, status: str, balance: float = 20.0, paid: str = "card") -> str:
    verdict = decide(errand, order(status, paid), customer(balance), GOODS)
    return verdict.rule if isinstance(verdict, Refused) else "allowed"


CANCEL = Errand(Kind.CANCEL, "#1", reason="no longer needed")
TO_NINE = Errand(Kind.EXCHANGE, "#1", (Swap(0, "b8", "b9"),), payment="card")
RETURN = Errand(Kind.RETURN, "#1", (Swap(0, "b8"),), payment="card")
MOVE = Errand(Kind.ADDRESS, "#1", address=ADDRESS)
REPAY = Errand(Kind.PAYMENT, "#1", payment="pal")


@pytest.mark.parametrize(
    ("errand", "status", "expected"),
    [
        (CANCEL, "pending", "allowed"),
        (CANCEL, "processed", "cancel_status"),
        (CANCEL, "pending (items modifed)", "modified_already"),
        (replace(CANCEL, reason="too late"), "pending", "reason"),
        (MOVE, "pending", "allowed"),
        (MOVE, "delivered", "address_status"),
        (replace(MOVE, address=ADDRESS[:2]), "pending", "address_incomplete"),
        (REPAY, "pending", "allowed"),
        (REPAY, "processed", "payment_status"),
        (replace(REPAY, payment="card"), "pending", "payment_same"),
        (replace(REPAY, payment="gift"), "pending", "balance"),
        (replace(REPAY, payment="stranger"), "pending", "payment_unknown"),
        (TO_NINE, "delivered", "allowed"),
        (TO_NINE, "pending", "exchange_status"),
        (TO_NINE, "exchange requested", "requested_already"),
        (replace(TO_NINE, kind=Kind.ITEMS), "pending", "allowed"),
        (replace(TO_NINE, kind=Kind.ITEMS), "delivered", "items_status"),
        (replace(TO_NINE, swaps=(Swap(0, "b8", "b10"),)), "delivered", "unavailable"),
        (replace(TO_NINE, swaps=(Swap(0, "b8", "m1"),)), "delivered", "other_product"),
        (replace(TO_NINE, swaps=(Swap(0, "b8", "b8"),)), "delivered", "same_item"),
        (RETURN, "delivered", "allowed"),
        (RETURN, "pending", "return_status"),
        (replace(RETURN, payment="gift"), "delivered", "allowed"),
        (replace(RETURN, payment="pal"), "delivered", "return_payment"),
        (replace(RETURN, swaps=()), "delivered", "no_items"),
    ],
)
def test_the_rule_that_decides(errand: Errand, status: str, expected: str) -> None:
    assert rule(errand, status) == expected


def test_a_gift_card_pays_a_difference_only_up_to_its_balance() -> None:
    by_gift = replace(TO_NINE, payment="gift")
    assert rule(by_gift, "delivered", balance=10.0) == "allowed"
    assert rule(by_gift, "delivered", balance=9.99) == "balance"


def test_cancelling_puts_the_amount_back_on_a_gift_card_at_once() -> None:
    verdict = decide(CANCEL, order("pending", "gift"), customer(1.5), GOODS)
    assert isinstance(verdict, Allowed)
    assert verdict.customer["payment_methods"]["gift"]["balance"] == 81.5
    assert verdict.order is not None
    assert verdict.order["status"] == "cancelled"
    assert [one["transaction_type"] for one in verdict.order["payment_history"]] == ["payment", "refund"]


def test_what_was_given_in_is_left_as_it_was() -> None:
    before, person = order("pending", "gift"), customer()
    decide(CANCEL, before, person, GOODS)
    assert (before, person) == (order("pending", "gift"), customer())

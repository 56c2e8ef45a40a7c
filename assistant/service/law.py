"""The shop's written rules for orders as code that decides: allowed, with what it does, or refused, with why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from assistant.errand import Errand, Kind

Record = Mapping[str, Any]
PENDING, DELIVERED, CANCELLED = "pending", "delivered", "cancelled"
MODIFIED, RETURNED, EXCHANGED = "pending (items modifed)", "return requested", "exchange requested"
"""The statuses as the written rules spell them."""
REASONS = ("no longer needed", "ordered by mistake")
ADDRESS = ("address1", "address2", "city", "country", "state", "zip")
OPTIONAL = frozenset({"address2", "state"})
GIFT_CARD = "gift_card"


@dataclass(frozen=True, slots=True)
class Refused:
    """A rule that forbids it: its name, which has words in every language, and what those words name."""

    rule: str
    slots: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Allowed:
    """What it does: the order and the customer as they will be, and what has to be told of it."""

    order: dict[str, Any] | None
    customer: dict[str, Any]
    amount: float = 0.0
    """What is paid back (above 0) or paid (below 0)."""
    to: str | None = None
    """The payment method that gets or gives the amount."""


Verdict = Allowed | Refused


def decide(errand: Errand, order: Record | None, customer: Record, goods: Mapping[str, Record]) -> Verdict:
    """Whether a complete errand may be done now."""
    if errand.kind is Kind.PROFILE:
        return _profile(errand, customer)
    if order is None:
        return Refused("no_order")
    return {
        Kind.CANCEL: _cancel,
        Kind.ADDRESS: _address,
        Kind.PAYMENT: _payment,
        Kind.ITEMS: _items,
        Kind.RETURN: _return,
        Kind.EXCHANGE: _exchange,
    }[errand.kind](errand, order, customer, goods)


def status_fits(kind: Kind, order: Record) -> Refused | None:
    """Whether the order's status allows the kind of errand at all."""
    status = str(order["status"])
    needed = DELIVERED if kind in (Kind.RETURN, Kind.EXCHANGE) else PENDING
    if status == needed:
        return None
    told = (("order", str(order["order_id"])), ("status", status))
    if status.startswith(PENDING) and needed == PENDING:
        return Refused("modified_already", told)
    if status in (RETURNED, EXCHANGED) and needed == DELIVERED:
        return Refused("requested_already", told)
    return Refused(f"{kind}_status", told)


def original_payment(order: Record) -> str | None:
    """The payment method that the order was first paid with."""
    history = order.get("payment_history") or []
    return str(history[0]["payment_method_id"]) if history else None


def methods_of(customer: Record) -> Mapping[str, Record]:
    """The customer's payment methods, by id."""
    found: Mapping[str, Record] = customer.get("payment_methods") or {}
    return found


def is_gift_card(customer: Record, method: str | None) -> bool:
    """Whether the method is one of the customer's gift cards."""
    return method is not None and str(methods_of(customer).get(method, {}).get("source")) == GIFT_CARD


def variant(goods: Mapping[str, Record], product: str, item: str) -> Record | None:
    """One item of one product."""
    found: Record | None = (goods.get(product, {}).get("variants") or {}).get(item)
    return found


def price_difference(errand: Errand, order: Record, goods: Mapping[str, Record]) -> float:
    """What the new items cost more (above 0) or less than the old ones."""
    total = Decimal(0)
    for swap in errand.swaps:
        item = order["items"][swap.place]
        new = variant(goods, item["product_id"], swap.new or "")
        if new is not None:
            total += Decimal(str(new["price"])) - Decimal(str(item["price"]))
    return float(round(total, 2))


def _cancel(errand: Errand, order: Record, customer: Record, _: Mapping[str, Record]) -> Verdict:
    wrong = status_fits(Kind.CANCEL, order)
    if wrong:
        return wrong
    if errand.reason not in REASONS:
        return Refused("reason")
    refunds = [_entry("refund", one["amount"], one["payment_method_id"]) for one in order.get("payment_history") or []]
    for one in refunds:
        customer = _topped_up(customer, one["payment_method_id"], one["amount"])
    changed = {
        **order,
        "status": CANCELLED,
        "cancel_reason": errand.reason,
        "payment_history": [*(order.get("payment_history") or []), *refunds],
    }
    return Allowed(changed, dict(customer), _sum(one["amount"] for one in refunds), original_payment(order))


def _address(errand: Errand, order: Record, customer: Record, _: Mapping[str, Record]) -> Verdict:
    wrong = status_fits(Kind.ADDRESS, order)
    if wrong:
        return wrong
    told = dict(errand.address)
    if any(not told.get(name) for name in ADDRESS if name not in OPTIONAL):
        return Refused("address_incomplete")
    new = _shaped(order["address"], told)
    if new == order["address"]:
        return Refused("address_same", (("order", str(order["order_id"])),))
    return Allowed({**order, "address": new}, dict(customer))


def _profile(errand: Errand, customer: Record) -> Verdict:
    told = dict(errand.address)
    if any(not told.get(name) for name in ADDRESS if name not in OPTIONAL):
        return Refused("address_incomplete")
    new = _shaped(customer["address"], told)
    return Refused("profile_same") if new == customer["address"] else Allowed(None, {**customer, "address": new})


def _payment(errand: Errand, order: Record, customer: Record, _: Mapping[str, Record]) -> Verdict:
    wrong = status_fits(Kind.PAYMENT, order)
    if wrong:
        return wrong
    history = list(order.get("payment_history") or [])
    if len(history) != 1 or history[0].get("transaction_type", "payment") != "payment":
        return Refused("payment_changed_already", (("order", str(order["order_id"])),))
    if errand.payment not in methods_of(customer):
        return Refused("payment_unknown")
    old, amount = str(history[0]["payment_method_id"]), history[0]["amount"]
    if errand.payment == old:
        return Refused("payment_same")
    short = _short_balance(customer, errand.payment, amount)
    if short:
        return short
    changed = _topped_up(_topped_up(customer, errand.payment, -amount), old, amount)
    history += [_entry("payment", amount, errand.payment), _entry("refund", amount, old)]
    return Allowed({**order, "payment_history": history}, changed, amount, old)


def _items(errand: Errand, order: Record, customer: Record, goods: Mapping[str, Record]) -> Verdict:
    wrong = status_fits(Kind.ITEMS, order) or _swaps_fault(errand, order, customer, goods)
    if wrong:
        return wrong
    difference = price_difference(errand, order, goods)
    items = [dict(item) for item in order["items"]]
    for swap in errand.swaps:
        new = variant(goods, items[swap.place]["product_id"], str(swap.new))
        assert new is not None
        items[swap.place] |= {"item_id": swap.new, "price": new["price"], "options": dict(new["options"])}
    kind = "payment" if difference > 0 else "refund"
    changed = {
        **order,
        "items": items,
        "status": MODIFIED,
        "payment_history": [*(order.get("payment_history") or []), _entry(kind, abs(difference), errand.payment)],
    }
    return Allowed(changed, dict(_topped_up(customer, errand.payment, -difference)), -difference, errand.payment)


def _exchange(errand: Errand, order: Record, customer: Record, goods: Mapping[str, Record]) -> Verdict:
    wrong = status_fits(Kind.EXCHANGE, order) or _swaps_fault(errand, order, customer, goods)
    if wrong:
        return wrong
    difference = price_difference(errand, order, goods)
    changed = {
        **order,
        "status": EXCHANGED,
        "exchange_items": sorted(swap.item for swap in errand.swaps),
        "exchange_new_items": sorted(str(swap.new) for swap in errand.swaps),
        "exchange_payment_method_id": errand.payment,
        "exchange_price_difference": difference,
    }
    return Allowed(changed, dict(customer), -difference, errand.payment)


def _return(errand: Errand, order: Record, customer: Record, _: Mapping[str, Record]) -> Verdict:
    wrong = status_fits(Kind.RETURN, order)
    if wrong:
        return wrong
    if not errand.swaps or not _places_fit(errand, order):
        return Refused("no_items")
    if errand.payment not in methods_of(customer):
        return Refused("payment_unknown")
    if errand.payment != original_payment(order) and not is_gift_card(customer, errand.payment):
        return Refused("return_payment")
    changed = {
        **order,
        "status": RETURNED,
        "return_items": sorted(swap.item for swap in errand.swaps),
        "return_payment_method_id": errand.payment,
    }
    amount = _sum(order["items"][swap.place]["price"] for swap in errand.swaps)
    return Allowed(changed, dict(customer), amount, errand.payment)


def _swaps_fault(errand: Errand, order: Record, customer: Record, goods: Mapping[str, Record]) -> Refused | None:
    if not errand.swaps or not _places_fit(errand, order):
        return Refused("no_items")
    for swap in errand.swaps:
        item = order["items"][swap.place]
        new = variant(goods, item["product_id"], swap.new or "")
        if new is None:
            return Refused("other_product", (("item", str(item.get("name", item["item_id"]))),))
        if swap.new == swap.item:
            return Refused("same_item", (("item", str(item.get("name", item["item_id"]))),))
        if not new["available"]:
            return Refused("unavailable", (("item", str(item.get("name", item["item_id"]))),))
    if errand.payment not in methods_of(customer):
        return Refused("payment_unknown")
    return _short_balance(customer, errand.payment, price_difference(errand, order, goods))


def _places_fit(errand: Errand, order: Record) -> bool:
    places = [swap.place for swap in errand.swaps]
    items = order["items"]
    return len(set(places)) == len(places) and all(
        0 <= swap.place < len(items) and items[swap.place]["item_id"] == swap.item for swap in errand.swaps
    )


def _short_balance(customer: Record, method: str | None, amount: float) -> Refused | None:
    if amount <= 0 or not is_gift_card(customer, method):
        return None
    balance = float(methods_of(customer)[str(method)].get("balance", 0))
    return (
        Refused("balance", (("balance", f"{balance:.2f}"), ("amount", f"{amount:.2f}"))) if balance < amount else None
    )


def _topped_up(customer: Record, method: str | None, amount: float) -> Record:
    """The customer with an amount put on a gift card; other methods hold no balance of ours."""
    if not is_gift_card(customer, method) or not amount:
        return customer
    methods = dict(methods_of(customer))
    card = dict(methods[str(method)])
    card["balance"] = _sum((card.get("balance", 0), amount))
    methods[str(method)] = card
    return {**customer, "payment_methods": methods}


def _entry(kind: str, amount: float, method: str | None) -> dict[str, Any]:
    return {"transaction_type": kind, "amount": amount, "payment_method_id": method}


def _shaped(old: Record, told: Mapping[str, str]) -> dict[str, Any]:
    """The new address with the old one's fields in their order."""
    names = [*old, *(name for name in ADDRESS if name not in old)]
    return {name: told.get(name, "") if name in ADDRESS else old[name] for name in names}


def _sum(amounts: Any) -> float:
    return float(round(sum((Decimal(str(one)) for one in amounts), Decimal(0)), 2))


def as_exchange(errand: Errand, order: Record) -> Errand:
    """A loose errand, made the kind that the order's status asks for."""
    if not errand.loose:
        return errand
    kind = Kind.EXCHANGE if str(order["status"]) in (DELIVERED, RETURNED, EXCHANGED) else Kind.ITEMS
    return replace(errand, kind=kind, loose=False)

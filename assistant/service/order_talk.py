"""Questions about a customer's own orders and profile, answered from the records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.errand import Errand, Kind
from assistant.service.customer_file import File, picked_order
from assistant.service.item_choice import chosen_items, named_product
from assistant.service.law import PENDING, original_payment
from assistant.service.mentions import mentions
from assistant.service.order_words import (
    MOST_LISTED,
    address_words,
    amount,
    item_words,
    listed_methods,
    method_words,
    order_line,
    variant_words,
)
from assistant.service.sayings import say
from assistant.service.turn_reading import TurnReading

Record = Mapping[str, Any]
UNDER_WAY = (PENDING, "processed")
ASKING = (
    "refund_status",
    "invoice",
    "order_details",
    "status",
    "orders_list",
    "profile_info",
    "variants_info",
)


def asks_something(reading: TurnReading) -> bool:
    """Whether a turn asks about orders or the profile rather than for something to be done."""
    return reading.has(*ASKING)


def told(reading: TurnReading, file: File, last: str | None, language: str) -> tuple[list[str], str | None]:
    """What the records answer, and the order that was spoken of; nothing where nothing is asked."""
    named = [name for name in (file.matching(one) for one in reading.orders) if name]
    if reading.has("variants_info") and not named:
        product = _product(reading, file, last)
        if product:
            return [_variants(file.goods[product], language)], last
    if reading.has("profile_info") and not named:
        return [_profile(file.customer, language)], last
    about = named or _meant(reading, file, last)
    if reading.has("orders_list") and not named:
        about = []
    if not about:
        if not reading.has("orders_list", "status", "order_details", "refund_status", "invoice") and not named:
            return [], last
        return [_listed(file, language)], last
    return [_order(file.orders[name], reading, file.customer, language) for name in about], about[-1]


def _meant(reading: TurnReading, file: File, last: str | None) -> list[str]:
    if reading.has("refund_status"):
        back = [name for name, one in file.orders.items() if one.get("return_payment_method_id") or _refunds(one)]
        if back:
            return [last] if last in back else back
    told_which = reading.has("this_order", "last_order", "first_order", "other_order")
    named = [name for name, one in file.orders.items() if chosen_items(reading.text, one, file.goods).swaps]
    under_way = [name for name, one in file.orders.items() if str(one["status"]).split()[0] in UNDER_WAY]
    if reading.has("status") and not told_which and len(both := [one for one in named if one in under_way]) == 1:
        return both
    if reading.has("status", "tracking_number") and not told_which and not named:
        if reading.has("tracking_number"):
            under_way = [name for name in under_way if _tracking(file.orders[name])]
        return [last] if last in file.orders else under_way if len(under_way) == 1 else []
    one = picked_order(Errand(Kind.ITEMS, loose=True), reading.text, file, last)
    return [one] if one else [last] if last else []


def _tracking(order: Record) -> list[str]:
    return [str(code) for one in order.get("fulfillments") or [] for code in one.get("tracking_id") or []]


def _refunds(order: Record) -> list[Record]:
    return [one for one in order.get("payment_history") or [] if one.get("transaction_type") == "refund"]


def _product(reading: TurnReading, file: File, last: str | None) -> str | None:
    order = file.orders.get(last or "")
    if order is not None:
        names = {str(item["product_id"]): str(item.get("name", "")) for item in order["items"]}
        found = mentions(reading.plain, names)
        if found and found[0].products[0] in file.goods:
            return found[0].products[0]
    return named_product(reading.text, file.goods)


def _variants(product: Record, language: str) -> str:
    there = [name for name, one in product["variants"].items() if one["available"]]
    lines = "\n".join(f"  - {variant_words(one, product)}" for one in there[: 2 * MOST_LISTED])
    key = "info_variants" if there else "info_no_variants"
    return say(language, key, item=product["name"], items=lines)


def _profile(customer: Record, language: str) -> str:
    name = customer.get("name") or {}
    return say(
        language,
        "info_profile",
        name=f"{name.get('first_name', '')} {name.get('last_name', '')}".strip(),
        email=customer.get("email", ""),
        address=address_words(customer.get("address") or {}),
        methods=listed_methods(customer),
    )


def _listed(file: File, language: str) -> str:
    if not file.orders:
        return say(language, "info_none")
    lines = "\n".join(f"  - {order_line(one, language)}" for one in file.orders.values())
    return say(language, "info_orders", orders=lines)


def _order(order: Record, reading: TurnReading, customer: Record, language: str) -> str:
    name, status = order["order_id"], order["status"]
    if reading.has("refund_status"):
        refunds = _refunds(order)
        if refunds:
            return "\n".join(
                say(language, "info_refund", order=name, amount=amount(float(one["amount"]), order),
                    to=method_words(customer, one["payment_method_id"])) for one in refunds
            )  # fmt: skip
        asked = order.get("return_payment_method_id")
        if asked:
            return say(language, "info_refund_asked", order=name, status=status, to=method_words(customer, asked))
        return say(language, "info_no_refund", order=name, status=status)
    lines = [say(language, "info_invoice", order=name)] if reading.has("invoice") else []
    lines.append(say(language, "info_status", order=name, status=status))
    tracking = _tracking(order)
    if tracking:
        lines.append(say(language, "info_tracking", tracking=", ".join(tracking)))
    elif reading.has("status"):
        lines.append(say(language, "info_no_tracking"))
    if order.get("dates"):
        lines.append(say(language, "info_dates", dates=", ".join(f"{k} {v}" for k, v in order["dates"].items())))
    items = "\n".join(f"  - {item_words(item, order)}" for item in order["items"])
    paid = [one for one in order.get("payment_history") or [] if one.get("transaction_type") == "payment"]
    total = float(paid[0]["amount"]) if paid else sum(float(item["price"]) for item in order["items"])
    lines.append(say(language, "info_items", items=items, total=amount(total, order),
                     payment=method_words(customer, original_payment(order))))  # fmt: skip
    lines.append(say(language, "info_address", address=address_words(order.get("address") or {})))
    return "\n".join(lines)

"""What a customer wants done where no verb says it: an order no longer needed, money wanted back, a size instead."""

from __future__ import annotations

from assistant.errand import Kind
from assistant.service.customer_file import File
from assistant.service.item_choice import chosen_items
from assistant.service.law import DELIVERED, PENDING
from assistant.service.mentions import mentions
from assistant.service.turn_reading import Part, TurnReading

Wrong = tuple[str, tuple[tuple[str, str], ...]]


def implied(reading: TurnReading, file: File, last: str | None) -> Part | None:
    """The errand that a turn without one amounts to, where it leaves no doubt which."""
    names = [name for name in (file.matching(one) for one in reading.orders) if name]
    about_order = bool(reading.orders) or reading.has("order_word")
    if reading.has("asks") and not names:
        return None
    if about_order and reading.has("reason_needed") and not reading.has("return", "exchange"):
        arrived = bool(names) and all(file.orders[name]["status"] == DELIVERED for name in names)
        return Part(Kind.RETURN if arrived else Kind.CANCEL, reading.text)
    if reading.has("refund") and reading.has("wishes") and not reading.has("refund_status"):
        return Part(Kind.RETURN, reading.text)
    told = names or ([last] if last in file.orders else list(file.orders) if about_order else [])
    orders = [file.orders[name] for name in told]
    chosen = [one for order in orders for one in chosen_items(reading.text, order, file.goods).swaps]
    if reading.has("rather") and any(one.wanted for one in chosen):
        return Part(Kind.ITEMS, reading.text, loose=True)
    return None


def beyond_the_rules(reading: TurnReading, part: Part | None, file: File, order: str | None) -> Wrong | None:
    """What is asked for and can't be done with any order: items put in or taken out, several payment methods."""
    if part is None:
        return ("items_in_out", ()) if reading.has("items_in_out") else None
    pending = order in file.orders and file.orders[order]["status"] == PENDING
    if part.kind is Kind.CANCEL and order is not None and pending and _is_part(reading, file, order):
        return ("cancel_part", (("order", order),))
    if part.kind is Kind.PAYMENT and reading.has("split_payment"):
        return ("payment_single", ())
    return None


def _is_part(reading: TurnReading, file: File, order: str) -> bool:
    """Whether some items of an order are to be cancelled, and not all of it."""
    items = file.orders[order]["items"]
    names = {str(item["product_id"]): str(item.get("name") or "") for item in items}
    named = mentions(reading.plain, names)
    told = {product for one in named for product in one.products}
    return bool(told) and len(items) > 1 and reading.has("part_of") and not reading.has("everything")

"""Orders, errands and refusals in words; what stands in a record is told as it stands there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.errand import Errand, Kind
from assistant.service.law import Allowed, Refused, is_gift_card, methods_of, variant
from assistant.service.sayings import say

Record = Mapping[str, Any]
MOST_LISTED = 8
LINE = ("address1", "address2", "city", "state", "zip", "country")


def amount(value: float, order: Record | None = None) -> str:
    """An amount as the records give it, with the order's currency where it names one."""
    currency = str((order or {}).get("currency") or "")
    return f"{value:.2f} {currency}".strip()


def item_words(item: Record, order: Record | None = None) -> str:
    """One item: name, options, price."""
    options = ", ".join(f"{name}: {value}" for name, value in (item.get("options") or {}).items())
    name = item.get("name") or item["item_id"]
    return f"{name}{f' ({options})' if options else ''}, {amount(float(item['price']), order)}"


def variant_words(item_id: str, product: Record) -> str:
    """One item of a product, as it can be chosen."""
    one = product["variants"][item_id]
    options = ", ".join(f"{name}: {value}" for name, value in one["options"].items())
    return f"{options}, {amount(float(one['price']))} [{item_id}]"


def method_words(customer: Record, method: str | None) -> str:
    """A payment method: its kind, what tells it from others, and its id."""
    one = methods_of(customer).get(method or "", {})
    parts = [str(one.get("source", "")).replace("_", " "), str(one.get("brand", "")), str(one.get("last_four", ""))]
    if "balance" in one:
        parts.append(f"{float(one['balance']):.2f}")
    told = " ".join(part for part in parts if part)
    return f"{told} [{method}]" if told else str(method)


def address_words(address: Mapping[str, Any]) -> str:
    """An address on one line, in the record's own order of parts."""
    return ", ".join(str(address[name]) for name in LINE if address.get(name))


def order_line(order: Record, language: str) -> str:
    """One order: id, status, items."""
    names = ", ".join(str(item.get("name") or item["item_id"]) for item in order["items"][:MOST_LISTED])
    return say(language, "order_line", order=order["order_id"], status=order["status"], items=names)


def errand_words(errand: Errand, verdict: Allowed, order: Record | None, customer: Record, goods: Mapping[str, Record],
                 language: str) -> str:  # fmt: skip
    """What will be done, in every detail that has to be confirmed."""
    slots: dict[str, object] = {
        "order": (order or {}).get("order_id", ""),
        "address": address_words(dict(errand.address)),
        "reason": say(language, "reason_" + (errand.reason or "").replace(" ", "_")) if errand.reason else "",
        "payment": method_words(customer, errand.payment),
        "amount": amount(abs(verdict.amount), order),
        "to": method_words(customer, verdict.to),
        "when": say(language, "at_once" if is_gift_card(customer, verdict.to) else "in_days"),
        "items": _items(errand, order, goods),
        "difference": _difference(verdict, order, language),
    }
    return say(language, f"propose_{errand.kind}", **slots)


def done_words(errand: Errand, verdict: Allowed, order: Record | None, customer: Record, language: str) -> str:
    """What was done."""
    slots = {
        "order": (order or {}).get("order_id", ""),
        "amount": amount(abs(verdict.amount), order),
        "to": method_words(customer, verdict.to).split(" [")[0],
        "when": say(language, "at_once" if is_gift_card(customer, verdict.to) else "in_days"),
        "status": (verdict.order or {}).get("status", ""),
    }
    return say(language, f"done_{errand.kind}", **slots)


def refused_words(refused: Refused, language: str) -> str:
    """Why something can't be done."""
    return say(language, f"refused_{refused.rule}", **dict(refused.slots))


def _items(errand: Errand, order: Record | None, goods: Mapping[str, Record]) -> str:
    lines = []
    for swap in errand.swaps:
        item = (order or {"items": []})["items"][swap.place]
        line = f"  - {item_words(item, order)}"
        new = variant(goods, item["product_id"], swap.new or "")
        if new is not None and errand.kind is not Kind.RETURN:
            line += f" → {item_words({'name': item.get('name'), **new, 'item_id': swap.new}, order)} [{swap.new}]"
        lines.append(line)
    return "\n".join(lines)


def _difference(verdict: Allowed, order: Record | None, language: str) -> str:
    key = "difference_none" if not verdict.amount else "difference_back" if verdict.amount > 0 else "difference_paid"
    return say(language, key, amount=amount(abs(verdict.amount), order))


def listed_methods(customer: Record, but: Sequence[str] = ()) -> str:
    """The customer's payment methods, one after another."""
    return "; ".join(method_words(customer, name) for name in methods_of(customer) if name not in but)

"""Errands as far as told -> what is refused, what is missing, and what is ready to be confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from assistant.errand import Errand, Kind
from assistant.service.connector import simulated
from assistant.service.customer_file import File
from assistant.service.errand_reading import WITH_ITEMS, WITH_PAYMENT
from assistant.service.item_choice import new_item, offered_items
from assistant.service.law import (
    ADDRESS,
    OPTIONAL,
    Refused,
    as_exchange,
    is_gift_card,
    methods_of,
    original_payment,
    status_fits,
    variant,
)
from assistant.service.order_words import (
    MOST_LISTED,
    errand_words,
    item_words,
    listed_methods,
    order_line,
    refused_words,
    variant_words,
)
from assistant.service.sayings import say

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Progress:
    """The errands that go on, those ready with their words, what was refused, and the first thing that is missing."""

    errands: tuple[Errand, ...]
    ready: tuple[Errand, ...] = ()
    lines: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    missing: str = ""
    question: str = ""


def progress(errands: tuple[Errand, ...], text: str, file: File, language: str) -> Progress:
    """How far the errands have come; those that the rules forbid are dropped and told."""
    going: list[Errand] = []
    refused: list[str] = []
    missing, question = "", ""
    for errand in errands:
        settled, no = _settled(errand, text, file, language)
        if no is not None:
            refused.append(no)
            continue
        lacking = _lacking(settled, file)
        if lacking is not None:
            refused.append(refused_words(lacking, language))
            settled = _reopened(settled, lacking) or settled
        going.append(settled)
        lacks = _lack(settled, file, language)
        if lacks and not missing:
            missing, question = lacks
    ready = [one for one in going if not _lack(one, file, language)]
    verdicts = simulated(ready, file.customer, file.orders, file.goods)
    lines: list[str] = []
    kept: list[Errand] = []
    for errand, verdict in zip(ready, verdicts, strict=True):
        if isinstance(verdict, Refused):
            refused.append(refused_words(verdict, language))
            again = _reopened(errand, verdict)
            at = going.index(errand)
            going[at : at + 1] = [again] if again else []
            if again and not missing:
                missing, question = _lack(again, file, language) or ("", "")
            continue
        kept.append(errand)
        order = file.orders.get(errand.order or "")
        lines.append(errand_words(errand, verdict, order, file.customer, file.goods, language))
    return Progress(tuple(going), tuple(kept), tuple(lines), tuple(refused), missing, question)


def _lacking(errand: Errand, file: File) -> Refused | None:
    """That an item which is meant isn't available: told before anything else is asked."""
    order = file.orders.get(errand.order or "")
    if order is None or errand.kind not in (Kind.ITEMS, Kind.EXCHANGE):
        return None
    for swap in errand.swaps:
        item = order["items"][swap.place]
        new = variant(file.goods, str(item["product_id"]), swap.new or "")
        if new is not None and not new["available"]:
            return Refused("unavailable", (("item", str(item.get("name") or item["item_id"])),))
    return None


def _reopened(errand: Errand, refused: Refused) -> Errand | None:
    """The errand without the detail that the rule forbids, so that another can be told; None where none helps."""
    if refused.rule in ("balance", "payment_unknown", "payment_same", "return_payment"):
        return replace(errand, payment=None)
    if refused.rule == "unavailable":
        return replace(errand, swaps=tuple(replace(swap, new=None, lacking=True) for swap in errand.swaps))
    if refused.rule in ("same_item", "other_product"):
        return replace(errand, swaps=tuple(replace(swap, new=None, wanted=()) for swap in errand.swaps))
    return None


def _settled(errand: Errand, text: str, file: File, language: str) -> tuple[Errand, str | None]:
    """The errand with all that follows from what is told; or why it can't be done at all."""
    order = file.orders.get(errand.order or "")
    if order is None:
        return errand, None
    errand = as_exchange(errand, order)
    wrong = status_fits(errand.kind, order) if errand.kind is not Kind.PROFILE else None
    if wrong:
        return errand, refused_words(wrong, language)
    if errand.kind in (Kind.ITEMS, Kind.EXCHANGE):
        swaps = tuple(new_item(swap, order["items"][swap.place], file.goods, text)[0] for swap in errand.swaps)
        errand = replace(errand, swaps=swaps)
    if errand.kind is Kind.RETURN and errand.payment is None:
        may = _refundable(errand, order, file.customer)
        errand = replace(errand, payment=may[0] if len(may) == 1 else None)
    if errand.kind in (Kind.ITEMS, Kind.EXCHANGE) and errand.payment is None and len(methods_of(file.customer)) == 1:
        errand = replace(errand, payment=next(iter(methods_of(file.customer))))
    return errand, None


def _refundable(errand: Errand, order: Record, customer: Record) -> list[str]:
    original = original_payment(order)
    return [name for name in methods_of(customer) if name == original or is_gift_card(customer, name)]


def _lack(errand: Errand, file: File, language: str) -> tuple[str, str] | None:
    """The first detail that is missing, and the question for it."""
    order = file.orders.get(errand.order or "")
    if errand.kind is not Kind.PROFILE and order is None:
        lines = "\n".join(f"  - {order_line(one, language)}" for one in list(file.orders.values())[-MOST_LISTED:])
        return "order", say(language, "ask_order", what=say(language, f"name_{errand.kind}"), orders=lines)
    told = {"order": (order or {}).get("order_id", "")}
    if errand.kind is Kind.CANCEL and errand.reason is None:
        return "reason", say(language, "ask_reason", **told)
    if errand.kind in WITH_ITEMS and order is not None and not errand.swaps:
        items = "\n".join(f"  - {item_words(item, order)}" for item in order["items"])
        return "items", say(language, "ask_items", what=say(language, f"name_{errand.kind}"), items=items, **told)
    if errand.kind in (Kind.ITEMS, Kind.EXCHANGE) and order is not None:
        for swap in errand.swaps:
            if swap.new is None:
                return "new_item", _new_item_question(errand, swap.place, order, file, language)
    if errand.kind in WITH_PAYMENT and errand.payment is None and order is not None:
        original = original_payment(order)
        if errand.kind is Kind.RETURN:
            may = _refundable(errand, order, file.customer)
            but = [name for name in methods_of(file.customer) if name not in may]
            return "payment", say(language, "ask_refund_to", methods=listed_methods(file.customer, but), **told)
        if errand.kind is Kind.PAYMENT:
            methods = listed_methods(file.customer, [original] if original else [])
            if not methods:
                return "payment", say(language, "no_other_payment", **told)
            return "payment", say(language, "ask_payment", methods=methods, **told)
        return "payment", say(language, "ask_difference", methods=listed_methods(file.customer), **told)
    if errand.kind in (Kind.ADDRESS, Kind.PROFILE):
        parts = dict(errand.address)
        lacking = [name for name in ADDRESS if name not in OPTIONAL and not parts.get(name)]
        if lacking:
            names = ", ".join(say(language, f"part_{name}") for name in lacking)
            return "address", say(language, "ask_address" if not parts else "ask_address_part", parts=names, **told)
    return None


def _new_item_question(errand: Errand, place: int, order: Record, file: File, language: str) -> str:
    item = order["items"][place]
    swap = next(one for one in errand.swaps if one.place == place)
    product = file.goods.get(str(item["product_id"]))
    name = str(item.get("name") or item["item_id"])
    if product is None:
        return say(language, "no_variants", item=name)
    fitting = new_item(swap, item, file.goods)[1]
    wanted = ", ".join(f"{option}: {value}" for option, value in swap.wanted)
    offered = offered_items(swap, item, file.goods)
    if not offered:
        return say(language, "no_variants", item=name)
    lines = "\n".join(f"  - {variant_words(one, product)}" for one in offered[:MOST_LISTED])
    key = "ask_new_item" if not wanted else "ask_which_new" if fitting else "none_as_wanted"
    return say(language, key, item=item_words(item, order), wanted=wanted, items=lines)

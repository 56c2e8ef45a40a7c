"""What a customer says -> the errands as far as told: new ones, details of those under way, corrections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.errand import Errand, Kind, Swap
from assistant.service.address_reading import read_address
from assistant.service.customer_file import File, picked_order
from assistant.service.implied_errands import beyond_the_rules, implied
from assistant.service.item_choice import Choice, chosen_items, wanted_values
from assistant.service.law import REASONS, as_exchange
from assistant.service.lexicon import plain, service_lexicon
from assistant.service.payment_choice import chosen_payment
from assistant.service.turn_reading import EMAIL, SENTENCE, Part, TurnReading

Record = Mapping[str, Any]
WITH_ITEMS = frozenset({Kind.ITEMS, Kind.RETURN, Kind.EXCHANGE})
WITH_PAYMENT = frozenset({*WITH_ITEMS, Kind.PAYMENT})
REPLACES = {
    Kind.CANCEL: frozenset({Kind.ITEMS, Kind.ADDRESS, Kind.PAYMENT}),
    Kind.RETURN: frozenset({Kind.EXCHANGE}),
    Kind.EXCHANGE: frozenset({Kind.RETURN}),
}
"""What can't be done any more with an order once the kind of errand on the left is."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The errands after a turn, what in it could not be used (rules by name), and whether it brought anything."""

    errands: tuple[Errand, ...]
    wrong: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    new: bool = False


def heard(text: str, errands: tuple[Errand, ...], awaiting: str, last: str | None, file: File) -> Heard:
    """The errands with what the text adds; `awaiting` is what was asked for, `last` the order last spoken of."""
    reading = TurnReading(text)
    strange = [told for told in reading.orders if file.matching(told) is None and not file.is_item(told)]
    wrong = [("order_unknown", (("order", told),)) for told in strange if _is_order(told, reading)]
    before = errands
    for part in reading.parts:
        if part.denied:
            errands = tuple(one for one in errands if one.kind is not part.kind)
    asked = [part for part in reading.parts if not part.denied]
    corrected = [at for at, part in enumerate(asked) if part.corrects]
    asked = asked[corrected[-1] :] if corrected else asked
    if not reading.parts and not errands:
        beyond = beyond_the_rules(reading, None, file, None)
        meant = None if beyond else implied(reading, file, last)
        asked, wrong = [meant] if meant else [], [*wrong, *([beyond] if beyond else [])]
    if asked and not _is_slot(asked, errands, awaiting):
        if reading.has("instead") and errands and asked[0].kind not in {one.kind for one in errands}:
            errands = ()
        for part in asked:
            errands = _with_part(part, errands, last, file, reading, wrong, single=len(asked) == 1)
    elif errands:
        place = _current(errands, awaiting)
        filled, faults = filled_in(errands[place], text, file, awaiting, last)
        wrong += faults
        errands = (*errands[:place], filled, *errands[place + 1 :])
    errands = _without_replaced(errands, before)
    return Heard(errands, tuple(wrong), errands != before or bool(wrong))


def _without_replaced(errands: tuple[Errand, ...], before: tuple[Errand, ...]) -> tuple[Errand, ...]:
    """The errands without earlier ones of an order that a new one of the same order takes the place of."""
    new = [one for one in errands if one not in before and one.order and one.kind in REPLACES]
    gone = [one for one in before for other in new if one.order == other.order and one.kind in REPLACES[other.kind]]
    return tuple(one for one in errands if one not in gone)


def _with_part(
    part: Part,
    errands: tuple[Errand, ...],
    last: str | None,
    file: File,
    reading: TurnReading,
    wrong: list[Any],
    single: bool,
) -> tuple[Errand, ...]:
    """The errands with one that the text names: a new one for each order, or the one of its kind under way."""
    aside = {one.upper() for clause in reading.asides for one in TurnReading(clause).orders}
    written = [one for one in TurnReading(part.text).orders if one.upper() not in aside]
    told = [name for name in (file.matching(one) for one in written) if name]
    words = reading.text if single else part.text
    if single and not told:
        written = [one for one in reading.orders if one.upper() not in aside]
        told = [name for name in (file.matching(one) for one in written) if name]
    if not told and any(kind == "order_unknown" for kind, _ in wrong):
        return errands
    for order in told or [None]:  # type: ignore[list-item]
        under_way = next(
            (at for at, one in enumerate(errands) if _same(one, part, order)),
            None,
        )
        errand = errands[under_way] if under_way is not None else Errand(part.kind, loose=part.loose)
        if order is not None:
            errand = replace(errand, order=order, swaps=() if errand.order not in (None, order) else errand.swaps)
        filled, faults = filled_in(errand, words, file, "", last)
        wrong += faults
        beyond = beyond_the_rules(reading, part, file, filled.order)
        if beyond is not None:
            wrong.append(beyond)
            continue
        before = errands if under_way is None else errands[:under_way]
        errands = (*before, filled, *(() if under_way is None else errands[under_way + 1 :]))
    return errands


def _same(errand: Errand, part: Part, order: str | None) -> bool:
    swapping = {Kind.ITEMS, Kind.EXCHANGE}
    same_kind = errand.kind is part.kind or (part.loose and errand.kind in swapping)
    return same_kind and (order is None or errand.order in (None, order))


def _is_slot(parts: Sequence[Part], errands: tuple[Errand, ...], awaiting: str) -> bool:
    """Whether words that could name an errand only answer what was asked: "change it to red", "use my paypal"."""
    if not errands:
        return False
    kinds = {one.kind for one in errands}
    only_paying = all(part.kind is Kind.PAYMENT or part.loose for part in parts)
    if only_paying and kinds & WITH_PAYMENT and not any(TurnReading(part.text).has("payment_change") for part in parts):
        return True
    if awaiting == "payment" and only_paying:
        return not kinds & {Kind.PAYMENT}
    if awaiting == "address" and all(part.kind in (Kind.ADDRESS, Kind.PROFILE) or part.loose for part in parts):
        return True
    if awaiting in ("new_item", "items") and all(part.loose for part in parts):
        return bool(kinds & WITH_ITEMS)
    return all(part.kind is Kind.PAYMENT or part.loose for part in parts) and bool(kinds & {Kind.RETURN})


def _current(errands: tuple[Errand, ...], awaiting: str) -> int:
    """The errand that an answer is about: the first that can take what was asked for."""
    takes = {
        "reason": {Kind.CANCEL},
        "items": WITH_ITEMS,
        "new_item": WITH_ITEMS,
        "payment": WITH_PAYMENT,
        "address": {Kind.ADDRESS, Kind.PROFILE},
    }.get(awaiting)
    for place, errand in enumerate(errands):
        lacks = {
            "reason": errand.reason is None,
            "payment": errand.payment is None,
            "address": not errand.address,
            "order": errand.order is None,
            "items": not errand.swaps,
            "new_item": any(swap.new is None for swap in errand.swaps),
        }.get(awaiting, True)
        if (takes is None or errand.kind in takes) and lacks:
            return place
    return len(errands) - 1


def filled_in(errand: Errand, text: str, file: File, awaiting: str, last: str | None) -> tuple[Errand, list[Any]]:
    """The errand with every detail of it that the text holds, and what in the text can't be used."""
    wrong: list[Any] = []
    reading = TurnReading(text)
    told = [name for name in (file.matching(one) for one in reading.orders) if name]
    if told and errand.order not in told and (errand.order is None or awaiting in ("order", "confirm", "")):
        errand = replace(errand, order=told[0], swaps=() if errand.order else errand.swaps)
    if errand.order is None and errand.kind is not Kind.PROFILE:
        errand = replace(errand, order=picked_order(errand, text, file, last))
    order = file.orders.get(errand.order or "")
    if order is not None:
        errand = as_exchange(errand, order)
    if errand.kind is Kind.CANCEL:
        reason = told_reason(reading)
        if reason in REASONS:
            errand = replace(errand, reason=reason)
        elif reason:
            wrong.append(("reason", ()))
    if errand.kind in WITH_ITEMS and order is not None:
        errand, faults = _with_items(errand, text, order, file, awaiting)
        wrong += faults
    if errand.kind in WITH_PAYMENT:
        errand, faults = _with_payment(errand, text, order, file)
        wrong += faults
    if errand.kind in (Kind.ADDRESS, Kind.PROFILE):
        errand = _with_address(errand, reading, order, file)
    return errand, wrong


def told_reason(reading: TurnReading) -> str | None:
    """Which of the allowed reasons the words give; another word where they give one that isn't allowed."""
    if reading.has("reason_mistake"):
        return REASONS[1]
    if reading.has("reason_other") and not reading.has("reason_plain"):
        return "other"
    return REASONS[0] if reading.has("reason_needed") else None


def _with_items(errand: Errand, text: str, order: Record, file: File, awaiting: str) -> tuple[Errand, list[Any]]:
    choice = chosen_items(text, order, file.goods)
    if awaiting == "new_item" and TurnReading(text).has("cheapest", "dearest"):
        # It is the new item that has to be the cheapest, not one of the order's.
        choice = Choice()
    wrong: list[Any] = []
    if choice.foreign and errand.kind is not Kind.RETURN:
        return replace(errand, swaps=()), [("other_product", (("item", choice.foreign),))]
    if choice.unclear and not choice.swaps:
        wrong.append(("items_unclear", ()))
    found = {swap.place: swap for swap in choice.swaps}
    kept = {swap.place: swap for swap in errand.swaps}
    if not found:
        return _with_values(errand, text, order, file, awaiting), wrong
    reading = TurnReading(text)
    if kept and reading.has("not_item") and not reading.has("to_value"):
        found = {place: swap for place, swap in kept.items() if place not in found}
        return replace(errand, swaps=tuple(found.values())), wrong
    if kept and (errand.kind is Kind.RETURN or not found.keys() & kept.keys()) and not reading.has("too"):
        kept = {} if reading.has("only", "instead") or awaiting != "new_item" else kept
    for place, swap in found.items():
        old = kept.get(place)
        merged = {**dict(old.wanted if old else ()), **dict(swap.wanted)}
        new = swap.new or (old.new if old and not swap.wanted else None)
        kept[place] = Swap(place, swap.item, new, tuple(merged.items()))
    swaps = tuple(kept[place] for place in sorted(kept))
    if errand.kind is Kind.RETURN:
        swaps = tuple(Swap(swap.place, swap.item) for swap in swaps)
    return replace(errand, swaps=swaps), wrong


def _with_values(errand: Errand, text: str, order: Record, file: File, awaiting: str) -> Errand:
    """Option values without the name of an item: they are of the item that still lacks its new one."""
    if errand.kind is Kind.RETURN:
        whole = TurnReading(text).has("whole_order") and not errand.swaps and awaiting != "items"
        if whole or (len(order["items"]) == 1 and not errand.swaps):
            every = tuple(Swap(place, str(item["item_id"])) for place, item in enumerate(order["items"]))
            return replace(errand, swaps=every)
        return errand
    swaps = list(errand.swaps)
    if not swaps and len(order["items"]) == 1:
        swaps = [Swap(0, str(order["items"][0]["item_id"]))]
    if not swaps:
        return errand
    place = next((at for at, swap in enumerate(swaps) if swap.new is None), len(swaps) - 1)
    wanted = wanted_values(text, order["items"][swaps[place].place], file.goods)
    if wanted:
        merged = {**dict(swaps[place].wanted), **dict(wanted)}
        swaps[place] = Swap(swaps[place].place, swaps[place].item, None, tuple(merged.items()))
    return replace(errand, swaps=tuple(swaps))


def _with_payment(errand: Errand, text: str, order: Record | None, file: File) -> tuple[Errand, list[Any]]:
    lexicon, said = service_lexicon(), plain(text)
    turns = [one.end() for one in lexicon.cues["pay_to"].finditer(said)]
    paid = chosen_payment(said[turns[-1] :], file.customer, order) if turns and errand.kind is Kind.PAYMENT else None
    if paid is None or not (paid.method or paid.several or paid.unknown):
        paid = chosen_payment(text, file.customer, order)
    if paid.method:
        return replace(errand, payment=paid.method), []
    if paid.unknown:
        return replace(errand, payment=None), [("payment_unknown", ())]
    if paid.several:
        rest = [one for one in paid.several if errand.kind is not Kind.PAYMENT or one != _paid_with(order)]
        if len(rest) == 1:
            return replace(errand, payment=rest[0]), []
        return replace(errand, payment=None), [("payment_several", ())]
    return errand, []


def _paid_with(order: Record | None) -> str | None:
    history = (order or {}).get("payment_history") or []
    return str(history[0]["payment_method_id"]) if history else None


def _with_address(errand: Errand, reading: TurnReading, order: Record | None, file: File) -> Errand:
    before = (order or file.customer).get("address") or {}
    text = _without_email(reading.text)
    candidates = [text, *SENTENCE.split(text), *text.split(". ")]
    read = [read_address(one, before) for one in candidates]
    # A sentence that tells a name and a postcode is who speaks, not where they live.
    named = [service_lexicon().has("my_name", plain(one)) for one in candidates]
    read = [{} if told and len(one) < 3 else one for told, one in zip(named, read, strict=True)]
    best = max(read, key=lambda one: ("zip" in one, "city" in one, len(one), -sum(map(len, one.values()))))
    if best:
        merged = best if len(best) >= 3 else {**dict(errand.address), **best}
        return replace(errand, address=tuple(merged.items()))
    if errand.kind is Kind.ADDRESS and reading.has("profile_address"):
        return replace(errand, address=tuple((name, str(part)) for name, part in file.customer["address"].items()))
    return errand


def _without_email(text: str) -> str:
    """The text without e-mail addresses and the words that announce them."""
    *before, last = EMAIL.split(text)
    label = service_lexicon().cues["email_label"]
    return " ".join([*(label.sub("", one.rstrip()) for one in before), last])


def _is_order(told: str, reading: TurnReading) -> bool:
    """Whether something written like an id stands for an order and is no other number."""
    return told.startswith("#") or any(one.isalpha() for one in told) or reading.has("order_word")

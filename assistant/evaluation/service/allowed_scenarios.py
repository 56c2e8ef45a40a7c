"""What the written policy allows, as conversations."""

from __future__ import annotations

from assistant.evaluation.service.scenarios import Actor, Maker, Scenario, rules

NEEDED, MISTAKE = "no longer needed", "ordered by mistake"


def cancel(actor: Actor) -> Scenario:
    """An order is cancelled; the reason comes with the request or when it is asked for."""
    needed = actor.chance.random() < 0.5
    reason = actor.say("needed" if needed else "mistake")
    after = rules.cancelled(actor.shop, actor.order, NEEDED if needed else MISTAKE)
    if actor.chance.random() < 0.5:
        return actor.done([actor.say("cancel_reason", reason=reason), actor.say("yes")], after, "cancel")
    return actor.done([actor.say("cancel"), reason, actor.say("yes")], after, "cancel")


def address(actor: Actor) -> Scenario:
    """An order goes to another address."""
    row, written = actor.address()
    after = rules.readdressed(actor.shop, actor.order, row)
    if actor.chance.random() < 0.6:
        return actor.done([actor.say("address", address=written), actor.say("yes")], after, "address")
    turns = [actor.say("address_open"), actor.say("address_told", address=written), actor.say("yes")]
    return actor.done(turns, after, "address")


def profile(actor: Actor) -> Scenario:
    """The customer's default address changes."""
    row, written = actor.address()
    after = rules.moved(actor.shop, actor.user, row)
    return actor.done([actor.say("profile", address=written), actor.say("yes")], after, "profile")


def payment(actor: Actor) -> Scenario | None:
    """An order is paid in another way."""
    method = actor.payer(actor.row["payment_history"][0]["amount"], but=actor.paid_with)
    if method is None:
        return None
    after = rules.repaid(actor.shop, actor.order, method)
    turns = [actor.say("payment", payment=actor.method(method)), actor.say("yes")]
    return actor.done(turns, after, "payment")


def items(actor: Actor) -> Scenario | None:
    """One item of a pending order becomes another variant."""
    item = actor.chance.choice(actor.row["items"])
    new = actor.variant(item)
    if new is None:
        return None
    method = actor.payer(round(new["price"] - item["price"], 2))
    if method is None:
        return None
    after = rules.modified(actor.shop, actor.order, {item["item_id"]: new["item_id"]}, method)
    values, pay = actor.values(item, new), actor.say("pay_with", payment=actor.method(method))
    if actor.chance.random() < 0.7:
        turns = [actor.say("items", item=actor.item(item), values=values), pay, actor.say("yes")]
    else:
        turns = [f"{actor.say('items', item=actor.item(item), values=values)} {pay}", actor.say("yes")]
    return actor.done(turns, after, "items")


def two_items(actor: Actor) -> Scenario | None:
    """Two items of a pending order become other variants, at once."""
    return _two(actor, "two_items", lambda changes, pay: rules.modified(actor.shop, actor.order, changes, pay))


def exchange_two(actor: Actor) -> Scenario | None:
    """Two items of a delivered order are exchanged, at once."""
    return _two(actor, "exchange_two", lambda changes, pay: rules.exchanged(actor.shop, actor.order, changes, pay))


def _two(actor: Actor, key: str, changed) -> Scenario | None:  # type: ignore[no-untyped-def]
    products = {item["product_id"] for item in actor.row["items"]}
    if len(actor.row["items"]) < 2 or len(products) < len(actor.row["items"]):
        return None
    one, other = actor.chance.sample(actor.row["items"], 2)
    new, new_other = actor.variant(one), actor.variant(other)
    if new is None or new_other is None:
        return None
    difference = round(new["price"] - one["price"] + new_other["price"] - other["price"], 2)
    method = actor.payer(difference)
    if method is None:
        return None
    after = changed({one["item_id"]: new["item_id"], other["item_id"]: new_other["item_id"]}, method)
    first = actor.say(key, item=actor.item(one), values=actor.values(one, new), item2=actor.item(other),
                      values2=actor.values(other, new_other))  # fmt: skip
    turns = [first, actor.say("pay_with", payment=actor.method(method)), actor.say("yes")]
    return actor.done(turns, after, key)


def return_one(actor: Actor) -> Scenario | None:
    """One item comes back."""
    item = actor.chance.choice(actor.row["items"])
    if sum(one["item_id"] == item["item_id"] for one in actor.row["items"]) > 1:
        return None
    method = _refund(actor)
    after = rules.returned(actor.shop, actor.order, [item["item_id"]], method)
    turns = [actor.say("return", item=actor.item(item)), actor.say("refund_to", payment=actor.method(method)),
             actor.say("yes")]  # fmt: skip
    return actor.done(turns, after, "return")


def return_two(actor: Actor) -> Scenario | None:
    """Two items come back."""
    if len({item["product_id"] for item in actor.row["items"]}) < max(2, len(actor.row["items"])):
        return None
    one, other = actor.chance.sample(actor.row["items"], 2)
    method = _refund(actor)
    after = rules.returned(actor.shop, actor.order, [one["item_id"], other["item_id"]], method)
    first = actor.say("return_two", item=actor.item(one), item2=actor.item(other))
    return actor.done(
        [first, actor.say("refund_to", payment=actor.method(method)), actor.say("yes")], after, "return two"
    )


def return_all(actor: Actor) -> Scenario:
    """Everything comes back."""
    method = _refund(actor)
    after = rules.returned(actor.shop, actor.order, [item["item_id"] for item in actor.row["items"]], method)
    turns = [actor.say("return_all"), actor.say("refund_to", payment=actor.method(method)), actor.say("yes")]
    return actor.done(turns, after, "return all")


def _refund(actor: Actor) -> str:
    cards = [name for name, one in actor.person["payment_methods"].items() if one["source"] == "gift_card"]
    return actor.chance.choice([actor.paid_with, *cards])


def exchange(actor: Actor) -> Scenario | None:
    """One item of a delivered order is exchanged; sometimes the customer first says another variant."""
    item = actor.chance.choice(actor.row["items"])
    new, first = actor.variant(item), actor.variant(item)
    if new is None or first is None:
        return None
    method = actor.payer(round(new["price"] - item["price"], 2))
    if method is None or sum(one["item_id"] == item["item_id"] for one in actor.row["items"]) > 1:
        return None
    after = rules.exchanged(actor.shop, actor.order, {item["item_id"]: new["item_id"]}, method)
    pay = actor.say("pay_with", payment=actor.method(method))
    if actor.chance.random() < 0.25:
        turns = [actor.say("exchange_id", old=item["item_id"], new=new["item_id"]), pay, actor.say("yes")]
        return actor.done(turns, after, "exchange by id")
    same_options = {name for name, value in first["options"].items() if item["options"][name] != value} <= {
        name for name, value in new["options"].items() if item["options"][name] != value
    }
    if actor.chance.random() < 0.3 and first["item_id"] != new["item_id"] and same_options:
        turns = [actor.say("exchange", item=actor.item(item), values=actor.values(item, first)), pay,
                 actor.say("wait", values=actor.values(item, new)), actor.say("yes")]  # fmt: skip
        return actor.done(turns, after, "exchange, corrected")
    turns = [actor.say("exchange", item=actor.item(item), values=actor.values(item, new)), pay, actor.say("yes")]
    return actor.done(turns, after, "exchange")


def change_of_mind(actor: Actor) -> Scenario:
    """A change of address is asked for, then the order is cancelled instead."""
    _, written = actor.address()
    reason = actor.say("needed")
    after = rules.cancelled(actor.shop, actor.order, NEEDED)
    turns = [actor.say("address", address=written), actor.say("instead_cancel", reason=reason), actor.say("yes")]
    return actor.done(turns, after, "change of mind")


def status(actor: Actor) -> Scenario:
    """Only asked: nothing changes."""
    return actor.done([actor.say("status"), actor.say("thanks")], actor.shop, "status")


ALLOWED: dict[str, tuple[Maker, str, bool]] = {
    "cancel": (cancel, "pending", False),
    "address": (address, "pending", False),
    "items": (items, "pending", False),
    "return one": (return_one, "delivered", False),
    "exchange": (exchange, "delivered", False),
    "payment": (payment, "pending", False),
    "return all": (return_all, "delivered", False),
    "two items": (two_items, "pending", False),
    "profile": (profile, "delivered", False),
    "exchange two": (exchange_two, "delivered", False),
    "return two": (return_two, "delivered", False),
    "change of mind": (change_of_mind, "pending", False),
    "status": (status, "processed", False),
}

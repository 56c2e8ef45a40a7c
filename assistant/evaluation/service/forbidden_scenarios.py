"""What the written policy forbids, as conversations whose end state is the beginning."""

from __future__ import annotations

from functools import partial

from assistant.evaluation.service.scenarios import Actor, Maker, Scenario, rules


def forbidden(actor: Actor, turns: list[str], name: str) -> Scenario:
    """A conversation after which everything has to stand as before."""
    return Scenario(name, actor.language, True, tuple(actor.opened([*turns, actor.say("yes")])), actor.shop)


def cancel(actor: Actor, name: str) -> Scenario:
    """An order of this status is to be cancelled."""
    return forbidden(actor, [actor.say("cancel"), actor.say("needed")], name)


def bad_reason(actor: Actor) -> Scenario:
    """A pending order is to be cancelled for a reason that doesn't count."""
    return forbidden(actor, [actor.say("cancel"), actor.say("bad_reason")], "cancel, other reason")


def address(actor: Actor) -> Scenario:
    """An order that is on its way is to go elsewhere."""
    return forbidden(actor, [actor.say("address", address=actor.address()[1])], "address, not pending")


def same_payment(actor: Actor) -> Scenario:
    """The payment method is to become what it is."""
    paid = actor.person["payment_methods"][actor.paid_with]
    words = actor.say(paid["source"], id=actor.paid_with, brand=paid.get("brand", ""), digits=paid.get("last_four", ""))
    return forbidden(actor, [actor.say("payment", payment=words)], "payment, the same")


def new_payment(actor: Actor) -> Scenario:
    """The payment method is to become one that the profile doesn't hold."""
    return forbidden(actor, [actor.say("payment", payment=actor.say("new_card"))], "payment, unknown")


def short_gift_card(actor: Actor) -> Scenario | None:
    """A gift card is to pay more than it holds."""
    amount = actor.row["payment_history"][0]["amount"]
    cards = [name for name, one in actor.person["payment_methods"].items()
             if one["source"] == "gift_card" and one["balance"] < amount and name != actor.paid_with]  # fmt: skip
    if not cards:
        return None
    return forbidden(actor, [actor.say("payment", payment=actor.say("gift_card", id=cards[0]))], "payment, balance")


def unavailable(actor: Actor, key: str, name: str) -> Scenario | None:
    """The wanted variant isn't available."""
    item = actor.chance.choice(actor.row["items"])
    new = actor.variant(item, available=False)
    if new is None:
        return None
    pay = actor.say("pay_with", payment=actor.say("original"))
    return forbidden(actor, [actor.say(key, item=actor.item(item), values=actor.values(item, new)), pay], name)


def other_type(actor: Actor, key: str, name: str) -> Scenario | None:
    """The new item is to be another kind of product."""
    item = actor.chance.choice(actor.row["items"])
    held = {one["name"] for one in actor.row["items"]}
    others = [one["name"] for one in actor.shop.goods.values() if one["name"] not in held]
    other = actor.chance.choice([one for one in others if not set(one.split()) & set(item["name"].split())])
    other = actor.talk.get("goods", {}).get(other, other)
    return forbidden(actor, [actor.say(key, item=actor.item(item), values=other)], name)


def with_items(actor: Actor, key: str, name: str) -> Scenario | None:
    """An item of an order whose status doesn't allow it."""
    item = actor.chance.choice(actor.row["items"])
    new = actor.variant(item)
    if new is None:
        return None
    pay = actor.say("pay_with", payment=actor.say("original"))
    return forbidden(actor, [actor.say(key, item=actor.item(item), values=actor.values(item, new)), pay], name)


def return_pending(actor: Actor, name: str) -> Scenario:
    """An item of an order that hasn't arrived is to come back."""
    item = actor.chance.choice(actor.row["items"])
    pay = actor.say("refund_to", payment=actor.say("original"))
    return forbidden(actor, [actor.say("return", item=actor.item(item)), pay], name)


def other_refund(actor: Actor) -> Scenario | None:
    """The refund is to go to a method that is neither the original one nor a gift card."""
    others = [name for name, one in actor.person["payment_methods"].items()
              if one["source"] != "gift_card" and name != actor.paid_with]  # fmt: skip
    if not others:
        return None
    item = actor.chance.choice(actor.row["items"])
    one = actor.person["payment_methods"][others[0]]
    same = [other for other in actor.person["payment_methods"].values() if other["source"] == one["source"]]
    said = actor.say(one["source"], id=others[0], brand=one.get("brand", ""), digits=one.get("last_four", ""))
    words = said if len(same) == 1 else others[0]
    turns = [actor.say("return", item=actor.item(item)), actor.say("refund_to", payment=words)]
    return forbidden(actor, turns, "return, other refund")


def stranger(actor: Actor, key: str) -> Scenario:
    """A customer asks for somebody else's order."""
    others = [name for name in actor.shop.users if name != actor.user]
    user = actor.chance.choice(others)
    mine = Actor(actor.shop, actor.language, actor.talk, actor.chance, user, actor.order)
    turns = [mine.who(), actor.say(key, address=actor.address()[1]), actor.say("needed"), actor.say("yes")]
    return Scenario("another's order", actor.language, True, tuple(turns), actor.shop)


def id_alone(actor: Actor) -> Scenario:
    """The id is told, and nothing else."""
    turns = [f"{actor.user}", actor.say("cancel"), actor.say("needed"), actor.say("yes"), actor.say("yes")]
    return Scenario("id alone", actor.language, True, tuple(turns), actor.shop)


def declined(actor: Actor) -> Scenario:
    """What was proposed is declined."""
    turns = [actor.say("cancel"), actor.say("mistake"), actor.say("no")]
    return Scenario("declined", actor.language, True, tuple(actor.opened(turns)), actor.shop)


def twice(actor: Actor) -> Scenario | None:
    """Items are changed, and then are to be changed again, and the order cancelled."""
    item = actor.chance.choice(actor.row["items"])
    new = actor.variant(item)
    method = actor.payer(round(new["price"] - item["price"], 2)) if new else None
    if new is None or method is None:
        return None
    after = rules.modified(actor.shop, actor.order, {item["item_id"]: new["item_id"]}, method)
    again = after.orders[actor.order]["items"]
    turns = [
        actor.say("items", item=actor.item(item), values=actor.values(item, new)),
        actor.say("pay_with", payment=method), actor.say("yes"),
        actor.say("items", item=actor.item(again[0]), values=actor.values(new, item) or "black"), actor.say("yes"),
        actor.say("cancel"), actor.say("needed"), actor.say("yes"),
    ]  # fmt: skip
    return Scenario("items twice", actor.language, True, tuple(actor.opened(turns)), after)


def returned_twice(actor: Actor) -> Scenario:
    """Everything is returned, and then an exchange is asked for."""
    after = rules.returned(actor.shop, actor.order, [one["item_id"] for one in actor.row["items"]], actor.paid_with)
    item = actor.row["items"][0]
    turns = [actor.say("return_all"), actor.say("refund_to", payment=actor.say("original")), actor.say("yes"),
             actor.say("exchange", item=actor.item(item), values="black"), actor.say("yes")]  # fmt: skip
    return Scenario("return and exchange", actor.language, True, tuple(actor.opened(turns)), after)


FORBIDDEN: dict[str, tuple[Maker, str, bool]] = {
    "cancel processed": (partial(cancel, name="cancel, processed"), "processed", True),
    "cancel delivered": (partial(cancel, name="cancel, delivered"), "delivered", True),
    "bad reason": (bad_reason, "pending", True),
    "address": (address, "processed", True),
    "same payment": (same_payment, "pending", True),
    "new payment": (new_payment, "pending", True),
    "short gift card": (short_gift_card, "pending", True),
    "unavailable item": (partial(unavailable, key="items", name="items, unavailable"), "pending", True),
    "unavailable exchange": (partial(unavailable, key="exchange", name="exchange, unavailable"), "delivered", True),
    "other type": (partial(other_type, key="items", name="items, other type"), "pending", True),
    "other type exchange": (partial(other_type, key="exchange", name="exchange, other type"), "delivered", True),
    "items processed": (partial(with_items, key="items", name="items, processed"), "processed", True),
    "exchange pending": (partial(with_items, key="exchange", name="exchange, processed"), "processed", True),
    "return pending": (partial(return_pending, name="return, pending"), "pending", True),
    "return cancelled": (partial(return_pending, name="return, cancelled"), "cancelled", True),
    "other refund": (other_refund, "delivered", True),
    "stranger": (partial(stranger, key="cancel"), "pending", True),
    "stranger address": (partial(stranger, key="address"), "pending", True),
    "id alone": (id_alone, "pending", True),
    "declined": (declined, "pending", True),
    "twice": (twice, "pending", True),
    "returned twice": (returned_twice, "delivered", True),
}

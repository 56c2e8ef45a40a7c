"""All that is known of an identified customer, and which of their orders is meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.errand import Errand, Kind
from assistant.service.item_choice import Choice, chosen_items
from assistant.service.law import DELIVERED, PENDING
from assistant.service.lexicon import plain, service_lexicon
from assistant.service.turn_reading import TurnReading

Record = Mapping[str, Any]


@dataclass(frozen=True)
class File:
    """All that is known while a turn is answered: the customer, their orders by id, and the shop's goods."""

    customer: Record
    orders: Mapping[str, Record]
    goods: Mapping[str, Record]

    def matching(self, told: str) -> str | None:
        """The customer's order that a written id means."""
        wanted = _bare(told)
        exact = [name for name in self.orders if _bare(name) == wanted]
        digits = [name for name in self.orders if wanted.isdigit() and _digits(name) == wanted]
        found = exact or digits
        return found[0] if len(found) == 1 else None

    def is_item(self, told: str) -> bool:
        """Whether what looks like an order's id is that of an item, a payment method, a parcel or a postcode."""
        wanted = _bare(told)
        if any(wanted == _bare(str(item)) for product in self.goods.values() for item in product["variants"]):
            return True
        if any(wanted == _bare(product) for product in self.goods):
            return True
        return any(wanted in _bare(str(part)) for part in (self.customer, *self.orders.values()) if len(wanted) > 4)


def picked_order(errand: Errand, text: str, file: File, last: str | None) -> str | None:
    """The order that is meant without its id: the last one, the one with the named item, or the only one it can be.

    Where another order was spoken of last, the only one it can be is not guessed, unless another one is asked for.
    """
    reading = TurnReading(text)
    names = list(file.orders)
    if last in names and reading.has("this_order") and not reading.has("other_order"):
        return last
    if reading.has("last_order"):
        return _latest(file) if names else None
    if reading.has("first_order"):
        return names[0] if names else None
    needed = DELIVERED if errand.kind in (Kind.RETURN, Kind.EXCHANGE) else PENDING
    fitting = [
        name
        for name, order in file.orders.items()
        if order["status"] == needed or (errand.loose and order["status"] in (PENDING, DELIVERED))
    ]
    holding = {name: chosen_items(text, file.orders[name], file.goods) for name in names}
    named = [name for name, choice in holding.items() if choice.swaps and not _by_word_for_all(text, choice)]
    both = [name for name in fitting if name in named]
    if len(both) == 1:
        return both[0]
    if len(both) > 1 and last in both:
        return last
    if not both and len(named) == 1:
        return named[0]
    if named:
        return None
    other = reading.has("other_order")
    if last in names and not other and (last in fitting or not fitting):
        return last
    if len(fitting) == 1 and (other or last not in names):
        return fitting[0]
    return names[0] if len(names) == 1 else None


def _by_word_for_all(text: str, choice: Choice) -> bool:
    lexicon, said = service_lexicon(), plain(text)
    return lexicon.has("everything", said) or lexicon.has("cheapest", said) or lexicon.has("dearest", said)


def _latest(file: File) -> str:
    dated = [(str((order.get("dates") or {}).get("placed", "")), name) for name, order in file.orders.items()]
    return max(dated)[1] if any(date for date, _ in dated) else list(file.orders)[-1]


def _bare(text: str) -> str:
    return "".join(one for one in text.upper() if one.isalnum())


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdigit())

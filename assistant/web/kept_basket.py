"""The basket that a browser keeps: ids and quantities out, and back in only what the shop still has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.basket import Products, titled
from assistant.vocabulary import CartLine
from assistant.web.deeds import BasketLine

LONGEST_OPTION = 60


def kept(cart: Sequence[CartLine]) -> list[dict[str, Any]]:
    """The lines as a browser keeps them."""
    return [{"id": line.product, "quantity": line.quantity, "options": list(line.options)} for line in cart]


def restored(lines: Sequence[BasketLine], products: Products, language: str) -> tuple[CartLine, ...]:
    """The basket of these lines at today's prices; what the shop no longer has is left out, stock is the limit."""
    asked: dict[str, BasketLine] = {}
    for line in lines:
        asked.setdefault(line.id, line)
    found = []
    for product in products(list(asked)):
        line = asked[product.id]
        quantity = line.quantity if product.stock is None else min(line.quantity, product.stock)
        if quantity > 0:
            options = tuple(option[:LONGEST_OPTION] for option in line.options)
            title = titled(product, language)
            found.append(CartLine(product.id, title, quantity, product.price, product.currency, options, product.url))
    return tuple(found)

"""The basket as a panel: lines with variant and quantity, total, and the way to buy."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.basket import total
from assistant.reasons.amounts import money
from assistant.vocabulary import CartLine
from assistant.web.addresses import safe_link
from assistant.web.page_words import html, safe, say


def badge(cart: Sequence[CartLine], language: str) -> str:
    """What the basket's button says: pieces and total."""
    pieces = sum(line.quantity for line in cart)
    if not pieces:
        return say(language, "basket", "badge_empty")
    return say(language, "basket", "badge", count=pieces, total=total(cart, language)).rstrip(" ·")


def basket(cart: Sequence[CartLine], language: str) -> str:
    """The whole panel as HTML."""
    if not cart:
        return f'<p class="soft">{html(language, "basket", "empty")}</p>'
    lines = "".join(_line(line, language) for line in cart)
    unpriced = f'<p class="soft">{html(language, "basket", "not_counted")}</p>' if any(x.price is None for x in cart) else ""
    links = [link for line in cart if (link := safe_link(line.url))]
    every = ""
    if len(links) > 1:
        every = f'<button type="button" class="main" data-do="buy">{html(language, "basket", "buy_all", count=len(links))}</button>'
    return (
        f'<ul class="cart">{lines}</ul>'
        f'<p class="sum"><span>{html(language, "basket", "total")}</span><b>{safe(total(cart, language))}</b></p>{unpriced}'
        f'<div class="row end"><button type="button" class="ghost" data-do="empty">{html(language, "basket", "clear")}</button>'
        f"{every}</div>"
    )


def _line(line: CartLine, language: str) -> str:
    named = f'<small class="soft">{html(language, "basket", "options", options=", ".join(line.options))}</small>' if line.options else ""
    price = (
        html(language, "basket", "no_price")
        if line.price is None
        else html(language, "basket", "each", price=money(line.price, line.currency, language))
    )
    sum_ = "" if line.price is None else f"<b>{safe(money(line.price * line.quantity, line.currency, language))}</b>"
    link = safe_link(line.url)
    buy = ""
    if link:
        label = html(language, "basket", "buy_label", title=line.title)
        buy = (
            f'<a class="ghost" data-buy href="{safe(link)}" target="_blank" rel="noopener noreferrer" aria-label="{label}">'
            f"{html(language, 'basket', 'buy')}</a>"
        )
    return (
        f'<li data-product="{safe(line.product)}"><div><span class="name">{safe(line.title)}</span>{named}'
        f'<small class="soft">{price}</small></div>{sum_}'
        f'<div class="row"><span class="steps" role="group" aria-label="{html(language, "basket", "quantity")}">'
        f"{_step('less', '−', line, line.quantity - 1, language)}<output>{line.quantity}</output>"
        f"{_step('more', '+', line, line.quantity + 1, language)}</span>"
        f'<button type="button" class="ghost" data-do="set" data-product="{safe(line.product)}" data-quantity="0"'
        f' aria-label="{html(language, "basket", "remove_label", title=line.title)}">{html(language, "basket", "remove")}</button>'
        f"{buy}</div></li>"
    )


def _step(key: str, sign: str, line: CartLine, quantity: int, language: str) -> str:
    label = html(language, "basket", key, title=line.title)
    return (
        f'<button type="button" data-do="set" data-product="{safe(line.product)}" data-quantity="{quantity}"'
        f' aria-label="{label}">{sign}</button>'
    )

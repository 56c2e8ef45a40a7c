"""The basket as a panel: lines with variant and quantity, total, and the way to buy."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.basket import total
from assistant.reasons.amounts import money
from assistant.vocabulary import CartLine
from assistant.web.addresses import safe_link
from assistant.web.markup import button, outward
from assistant.web.page_words import html, safe, say


def badge(cart: Sequence[CartLine], language: str) -> str:
    """What the basket's button says, as HTML: pieces and, where there is room, the total."""
    pieces = sum(line.quantity for line in cart)
    name = html(language, "shell", "basket")
    if not pieces:
        return name
    whole = total(cart, language)
    return f'{name} · {pieces}<span class="whole"> · {safe(whole)}</span>' if whole else f"{name} · {pieces}"


def basket(cart: Sequence[CartLine], language: str) -> str:
    """The whole panel as HTML."""
    if not cart:
        return f'<p class="soft">{html(language, "basket", "empty")}</p>'
    unpriced = ""
    if any(line.price is None for line in cart):
        unpriced = f'<p class="soft">{html(language, "basket", "not_counted")}</p>'
    linked = sum(safe_link(line.url) is not None for line in cart)
    buy_all = button(say(language, "basket", "buy_all", count=linked), "act", do="buy") if linked > 1 else ""
    clear = button(say(language, "basket", "clear"), "ghost", do="empty")
    return (
        f'<ul class="cart">{"".join(_line(line, language) for line in cart)}</ul>'
        f'<p class="sum"><span>{html(language, "basket", "total")}</span><b>{safe(total(cart, language))}</b></p>'
        f'{unpriced}<div class="row end">{clear}{buy_all}</div>'
    )


def _line(line: CartLine, language: str) -> str:
    named = (
        f"<small>{html(language, 'basket', 'options', options=', '.join(line.options))}</small>" if line.options else ""
    )
    price, whole = html(language, "basket", "no_price"), ""
    if line.price is not None:
        price = html(language, "basket", "each", price=money(line.price, line.currency, language))
        whole = f"<b>{safe(money(line.price * line.quantity, line.currency, language))}</b>"
    remove = button(
        say(language, "basket", "remove"),
        "ghost",
        label=say(language, "basket", "remove_label", title=line.title),
        do="set",
        product=line.product,
        quantity=0,
    )
    return (
        f'<li><div><span class="name">{safe(line.title)}</span>{named}<small>{price}</small></div>{whole}'
        f'<div class="row">{_steps(line, language)}{remove}{_buy(line, language)}</div></li>'
    )


def _steps(line: CartLine, language: str) -> str:
    less, more = (
        button(
            sign,
            "",
            label=say(language, "basket", key, title=line.title),
            do="set",
            product=line.product,
            quantity=line.quantity + step,
        )
        for key, sign, step in (("less", "−", -1), ("more", "+", 1))
    )
    name = html(language, "basket", "quantity")
    return f'<span class="steps" role="group" aria-label="{name}">{less}<output>{line.quantity}</output>{more}</span>'


def _buy(line: CartLine, language: str) -> str:
    link = safe_link(line.url)
    if link is None:
        return ""
    label = say(language, "basket", "buy_label", title=line.title)
    return outward(say(language, "basket", "buy"), "ghost", link, label, " data-buy")

"""The basket: what was put in, by card or by words; a variant and a quantity are never guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.reasons.amounts import money
from assistant.reasons.telling import listed, phrase
from assistant.state import DialogueState
from assistant.vocabulary import CartChange, CartLine, Choice, Question
from catalog.languages.folding import contains_phrase
from catalog.languages.lexicon import lexicon
from catalog.product import Product

Products = Callable[[Sequence[str]], list[Product]]
"""Ids -> products, in order; what the shop no longer has is left out."""
Siblings = Callable[[Product], list[Product]]
"""A product -> all variants of it, itself among them."""


@dataclass(frozen=True, slots=True)
class CartAnswer:
    """The basket after a turn, the words that say what happened, and the question that a variant needs."""

    cart: tuple[CartLine, ...]
    text: str
    question: Question | None = None


def changed_cart(
    state: DialogueState, changes: Sequence[CartChange], products: Products, siblings: Siblings, language: str
) -> CartAnswer:
    """The basket after the changes of one turn, in order; without changes it is told as it stands."""
    if not changes:
        return CartAnswer(state.cart, shown(state.cart, language))
    cart, said = state.cart, []
    question: Question | None = None
    for change in changes:
        if change.kind in ("show", "buy"):
            said.append(shown(cart, language, buying=change.kind == "buy"))
        elif change.kind == "clear":
            cart = ()
            said.append(phrase("reply", "cart_cleared", language))
        elif not change.products:
            said.append(phrase("reply", "cart_which", language))
            question = question or Question(said[-1], "cart")
        else:
            for product in products(change.products):
                cart, words, asked = _one(cart, change, product, siblings, language)
                said.append(words)
                question = question or asked
    return CartAnswer(cart, " ".join(said), question)


def _one(
    cart: tuple[CartLine, ...], change: CartChange, named: Product, siblings: Siblings, language: str
) -> tuple[tuple[CartLine, ...], str, Question | None]:
    if change.kind == "remove":
        gone = [line for line in cart if line.product == named.id]
        kept = tuple(line for line in cart if line.product != named.id)
        return kept, _told("cart_removed" if gone else "cart_empty", gone, language), None
    fitting = [one for one in siblings(named) if all(_is(one, option) for option in change.options)]
    if not fitting:
        words = phrase(
            "reply", "cart_no_option", language, title=named.title, options=listed(list(change.options), language)
        )
        return cart, words, _which(named, siblings(named), language)
    product = named if named in fitting else fitting[0]
    if change.options and named not in fitting and len(fitting) > 1:
        return cart, phrase("reply", "cart_option", language, title=named.title), _which(named, fitting, language)
    if product.stock == 0:
        return cart, phrase("reply", "cart_sold_out", language, title=titled(product, language)), None
    held = next((line.quantity for line in cart if line.product == product.id), 0)
    quantity = change.quantity if change.kind == "set" else held + change.quantity
    if quantity < 1:
        kept = tuple(line for line in cart if line.product != product.id)
        return kept, _told("cart_removed", [line for line in cart if line.product == product.id], language), None
    short = product.stock is not None and quantity > product.stock
    line = CartLine(
        product.id,
        titled(product, language),
        product.stock if short and product.stock is not None else quantity,
        product.price,
        product.currency,
        change.options,
        product.url,
    )
    words = (
        phrase("reply", "cart_short", language, stock=product.stock, title=line.title)
        if short
        else _told("cart_changed" if change.kind == "set" else "cart_added", [line], language)
    )
    if any(old.product == product.id for old in cart):
        return tuple(line if old.product == product.id else old for old in cart), words, None
    return (*cart, line), words, None


def _is(product: Product, option: str) -> bool:
    """Whether the record proves the option, in any language that the lexicon knows for it."""
    told = [product.words, *(str(fact.value) for fact in product.attributes.values())]
    return any(contains_phrase(way, text) for way in (option, *lexicon().equivalents(option)) for text in told)


def _which(named: Product, variants: Sequence[Product], language: str) -> Question:
    choices = tuple(Choice(titled(one, language), titled(one, language)) for one in variants[:4])
    return Question(phrase("reply", "cart_option", language, title=titled(named, language)), "cart", choices)


def _told(key: str, lines: Sequence[CartLine], language: str) -> str:
    return phrase("reply", key, language, lines=_lines(lines, language))


def _lines(lines: Sequence[CartLine], language: str) -> str:
    parts = [phrase("reply", "cart_line", language, quantity=line.quantity, title=line.title) for line in lines]
    return listed(parts, language)


def shown(cart: Sequence[CartLine], language: str, *, buying: bool = False) -> str:
    """The basket in words, or where to buy each product."""
    if not cart:
        return phrase("reply", "cart_empty", language)
    if buying:
        lines = [f"{line.title} {line.url}" if line.url else line.title for line in cart]
        return phrase("reply", "buy", language, lines=listed(lines, language))
    return phrase("reply", "cart_shows", language, lines=_lines(cart, language), total=total(cart, language))


def total(cart: Sequence[CartLine], language: str) -> str:
    """The sum of the basket, one amount per currency; a line without a price is not counted in."""
    sums: dict[str | None, float] = {}
    for line in cart:
        if line.price is not None:
            sums[line.currency] = sums.get(line.currency, 0.0) + line.price * line.quantity
    return listed([money(amount, currency, language) for currency, amount in sums.items()], language)


def titled(product: Product, language: str) -> str:
    """The product's title in a language where its record has one."""
    told = product.translations.get(language)
    return told.title if told and told.title else product.title


def refreshed(cart: Sequence[CartLine], products: Products) -> tuple[CartLine, ...]:
    """The lines whose products the shop still has, at today's prices."""
    now = {product.id: product for product in products([line.product for line in cart])}
    return tuple(
        replace(line, price=now[line.product].price, currency=now[line.product].currency, url=now[line.product].url)
        for line in cart
        if line.product in now
    )

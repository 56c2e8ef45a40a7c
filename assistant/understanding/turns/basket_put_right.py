"""What is said right after something went into the basket: the black ones instead, make it three, not that one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.turns.basket_measures import bounds
from assistant.understanding.turns.told_apart import meant_by
from assistant.vocabulary import Act, CartChange, CartLine
from catalog.product import Product

Facts = Callable[[Sequence[str]], Sequence[Product]]
CONTENT = frozenset({"type", "value", "brand", "feature", "thing", "concept", "field", "wish", "ordinal", "known"})
"""What a message has that says more than a count."""
STRANGE = 1
"""So many words that say nothing to us may stand beside a count."""
MOST = 999
ASKING = frozenset({Act.ASK_PRODUCT, Act.WHY, Act.COMPARE})
CERTAIN = 0.8
ELSEWHERE = ("looks_for_others", "restart", "undo", "cart_clear", "cart_clear_all")
"""What says that other goods, the whole need or the whole basket are meant."""
CLAUSE = re.compile(r"[,.;!?，。；！？]+")


def basket_put_right(page: Page, facts: Facts) -> tuple[CartChange, ...] | None:
    """The changes of what the last turn put in, and none where its sum is asked for; None where that turn was not about
    the basket, or this one isn't."""
    cart, text, lexicon = page.state.cart, page.reading.plain, dialogue()
    if cart and lexicon.matches("cart_asks_total", text) and not lexicon.matches("unsafe", text):
        return ()
    if not (cart and page.state.of_basket) or page.state.pending is not None or lexicon.matches("unsafe", text):
        return None
    if page.guess.is_one_of(ASKING, CERTAIN) or any(lexicon.matches(name, text) for name in ELSEWHERE):
        return None
    last = _last(page)
    found = _instead(page, facts, last, "cart_instead")
    if CLAUSE.search(text.strip(" .!。！")):  # Take that out, I want the blue one.
        found = found or _instead(page, facts, last, "cart_take_out")
    found = found or _taken_out(page, facts, last) or _also(page, facts, last)
    return found or _instead(page, facts, last, "cart_not_that") or _recounted(page, last)


def _last(page: Page) -> CartLine:
    """The line that was spoken of last."""
    cart = page.state.cart
    held = next((one for ids in reversed(page.state.meant) for one in ids if _inside(page, one)), cart[-1].product)
    return next(line for line in cart if line.product == held)


def _inside(page: Page, product: str) -> bool:
    return any(line.product == product for line in page.state.cart)


def _instead(page: Page, facts: Facts, last: CartLine, way: str) -> tuple[CartChange, ...] | None:
    """Something shown put in for what went in last: the black ones instead, 换成黑色的."""
    text = page.reading.plain
    if not dialogue().matches(way, text):
        return None
    others = tuple(one for one in page.state.shown if not _inside(page, one))
    parts = [text, *reversed([part for part in CLAUSE.split(text) if part.strip() and part != text])]
    for part in parts:
        new = meant_by(page, part, facts, others, last.product)
        some = (_count(page) or 1) if dialogue().matches("cart_swap_some", text) else None
        if len(new) == 1 and some is not None and some < last.quantity:
            rest = CartChange("set", (last.product,), last.quantity - some)
            return (rest, CartChange("add", tuple(new), some))
        if len(new) == 1:
            count = _count(page)
            named = any(str(count) in one.title for one in facts(tuple(new)))
            count = last.quantity if count is None or named else count
            return (CartChange("remove", (last.product,)), CartChange("add", tuple(new), count))
    return None


def _taken_out(page: Page, facts: Facts, last: CartLine) -> tuple[CartChange, ...] | None:
    """What is inside taken out by its name, or what went in last where nothing else is named."""
    text = page.reading.plain
    start, end = dialogue().matched("cart_take_out", text)
    if not end:
        return None
    inside = tuple(line.product for line in page.state.cart)
    named = meant_by(page, text, facts, inside)
    if len(named) == 1:
        return (CartChange("remove", tuple(named)),)
    if not dialogue().matches("cart_take_it_out", text):
        return None  # No, thanks: nothing more is wanted, and what is inside stays.
    left = [at for at in _told(page) if not (page.spans[at].start < end and start < page.spans[at].end)]
    served = page.guess.is_service
    if not (served or named or any(CONTENT & page.spans[at].roles.keys() for at in left)) and len(left) <= STRANGE:
        return (CartChange("remove", (last.product,)),)
    return None


def _also(page: Page, facts: Facts, last: CartLine) -> tuple[CartChange, ...] | None:
    """Something shown that goes in beside it: and the blue ones, 再来个白的."""
    text = page.reading.plain
    placed = any("ordinal" in span.roles for span in page.spans)
    if placed or not dialogue().matches("cart_also", text) or dialogue().matches("asks_on", text):
        return None
    others = tuple(one for one in page.state.shown if not _inside(page, one))
    new = meant_by(page, text, facts, others, last.product)
    return (CartChange("add", tuple(new), _pieces(page) or 1),) if len(new) == 1 else None


def _recounted(page: Page, last: CartLine) -> tuple[CartChange, ...] | None:
    """What went in last in another number, where nothing but a count is said."""
    count, told, lexicon = _pieces(page), _told(page), dialogue()
    if count is None or any(CONTENT & page.spans[at].roles.keys() for at in told):
        return None
    if lexicon.matches("asks_on", page.reading.plain) and not lexicon.matches("cart_set", page.reading.plain):
        return None
    bounded = bounds(page) and not lexicon.matches("cart_set", page.reading.plain)
    if lexicon.matches("other_line", page.reading.plain) or bounded:
        return None
    strange = [at for at in told if not page.spans[at].roles and page.spans[at].quantity is None]
    moves = any(lexicon.matches(name, page.reading.plain) for name in ("cart_further", "cart_fewer", "cart_set"))
    if len(strange) > STRANGE and not moves:
        return None
    if lexicon.matches("cart_fewer", page.reading.plain):
        count = last.quantity - count
    elif lexicon.matches("cart_further", page.reading.plain):
        count = last.quantity + count
    if count <= 0:
        return (CartChange("remove", (last.product,)),)
    return (CartChange("set", (last.product,), count),)


def _told(page: Page) -> list[int]:
    """The phrases that say something: no marks, no fillers, no words of wanting."""
    return [
        at
        for at, span in enumerate(page.spans)
        if not (span.mark or span.cue("want") or ("filler" in span.roles and not span.quantity))
    ]


def _count(page: Page) -> int | None:
    """The number of pieces that is told, an article only where no other is: make it a dozen."""
    told: list[tuple[bool, float]] = []
    for at, span in enumerate(page.spans):
        figure = span.quantity
        if figure is not None:
            if figure.unit not in (None, "piece") or figure.currency or figure.high is not None:
                return None
            told.append((False, figure.value))
        elif "number" in span.roles and "ordinal" not in span.roles and not is_one_pair(page, at):
            told.append(("filler" in span.roles, float(span.roles["number"])))
    number = min(told, key=lambda one: one[0], default=(True, 0.0))
    return int(number[1]) if number[1].is_integer() and 1 <= number[1] <= MOST and not number[0] else None


def _pieces(page: Page) -> int | None:
    """The same, where a word for one piece counts as well: one less, 少拿一件."""
    moves = any(dialogue().matches(name, page.reading.plain) for name in ("one_piece", "cart_further", "cart_fewer"))
    return _count(page) or (1 if moves else None)


def is_one_pair(page: Page, at: int) -> bool:
    """Whether a word for two stands for one thing, of goods that are sold in twos: the grey pair."""
    span, want = page.spans[at], page.state.want
    said = page.reading.plain[span.start : span.end]
    names = (want.name, want.query, *want.types) if want is not None else ()
    paired = any(dialogue().matches("sold_in_pairs", name.casefold()) for name in names)
    return paired and dialogue().matches("word_for_pair", said)

"""What is in the basket, changed by so many, emptied, or put out for something shown: one less, one is enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import read
from assistant.understanding.turns.names_on_screen import described
from assistant.understanding.turns.pointing import pointed_at
from assistant.vocabulary import Act, CartChange, CartLine
from catalog.product import Product

Facts = Callable[[Sequence[str]], Sequence[Product]]
LIKELY = 0.1
"""The likelihood from which a message without the basket's name may be about it, where something is inside."""


def counted(page: Page, facts: Facts, focus: Sequence[Sequence[str]]) -> tuple[CartChange, ...] | None:
    """The changes of what is inside; None where nothing is inside, or the message is most likely about goods."""
    inside = tuple(line.product for line in page.state.cart)
    put_out = _swapped(page, facts, inside) if inside else None
    if put_out is not None or not inside or page.guess.acts.get(Act.CART, 0.0) < LIKELY:
        return put_out
    text, lexicon = page.reading.plain, dialogue()
    if lexicon.matches("cart_clear_all", text):
        return (CartChange("clear"),)
    changes = [name for name in ("cart_fewer", "cart_further", "cart_enough") if lexicon.matches(name, text)]
    if lexicon.matches("cart_double", text):
        line = _line(page, facts, inside, focus)
        return (CartChange("add", (line.product,), line.quantity),) if line is not None else None
    count = _count(page)
    if not changes or count is None:
        return None
    line = _line(page, facts, inside, focus)
    if line is None:
        return None
    if changes[0] == "cart_further":
        return (CartChange("add", (line.product,), count),)
    left = count if changes[0] == "cart_enough" else line.quantity - count
    return (CartChange("set", (line.product,), left) if left > 0 else CartChange("remove", (line.product,)),)


def _count(page: Page) -> int | None:
    """The first number of pieces that is told: two more of the other one."""
    told = [
        span.quantity.value if span.quantity is not None else span.roles["number"]
        for span in page.spans
        if (span.quantity is not None and span.quantity.unit in (None, "piece") and not span.quantity.currency)
        or (span.quantity is None and "number" in span.roles and "ordinal" not in span.roles)
    ]
    return int(told[0]) if told and float(told[0]).is_integer() else None


def _line(page: Page, facts: Facts, inside: Sequence[str], focus: Sequence[Sequence[str]]) -> CartLine | None:
    """The line that is meant: the one pointed at, the other one of two, or the one that was spoken of last."""
    last = next((one for ids in reversed(focus) for one in ids if one in inside), inside[-1])
    meant: Sequence[str] = pointed_at(page, facts, inside)
    if dialogue().matches("other_line", page.reading.plain) and len(inside) == 2:
        meant = [one for one in inside if one != last]
    if len(meant) > 1:
        return None
    wanted = meant[0] if meant else last
    return next(line for line in page.state.cart if line.product == wanted)


def _swapped(page: Page, facts: Facts, inside: Sequence[str]) -> tuple[CartChange, ...] | None:
    """Something inside put out for something shown: swap the red for the black. Where red was demanded, the demand may
    be meant."""
    demanded = (str(one.value).casefold() for one in page.state.ledger if isinstance(one.value, str))
    said = (one.said.casefold().strip() for one in page.state.ledger)
    if any(word in page.reading.plain for word in (*demanded, *said) if word):
        return None
    pattern = dialogue().patterns["patterns"].get("cart_swap")
    found = pattern.search(page.reading.plain) if pattern is not None else None
    if found is None:
        return None
    before = page.reading.plain[: found.start()]
    old = _one(page, facts, before, inside)
    if old is None and len(inside) == 1 and dialogue().matches("cart_swap_it", before):
        old = inside[0]
    shown = tuple(one for one in page.state.shown if one not in inside)
    new = _one(page, facts, page.reading.plain[found.end() :], shown)
    if old is None or new is None:
        return None
    count = next(line.quantity for line in page.state.cart if line.product == old)
    return (CartChange("remove", (old,)), CartChange("add", (new,), count))


def _one(page: Page, facts: Facts, text: str, among: Sequence[str]) -> str | None:
    """The one product among these that a part of the message means."""
    part = Page(read(text, page.lexicon), page.columns, page.state, page.language, page.guess)
    meant = pointed_at(part, facts, among) or described(part, facts, among)
    return meant[0] if len(meant) == 1 else None

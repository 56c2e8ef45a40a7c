"""A bare figure said of goods on screen that can only be an amount of money: 400; make it 500."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.corrections import HANDFUL, held_figures, in_digits, stands_for_earlier
from assistant.understanding.message.page import Page


def is_bare_amount(page: Page) -> bool:
    """Whether a figure is all that is said of goods on screen, and it can only be an amount of money: 400."""
    figures = [index for index, span in enumerate(page.spans) if span.quantity is not None]
    types = page.state.want.types if page.state.want is not None else ()
    if not types or not page.state.shown or page.state.cart or len(figures) != 1:
        return False
    at = figures[0]
    if not (stands_for_earlier(page, at) or _answers(page, at)):
        return False
    if not (_only_asks_for(page, at) or dialogue().matches("corrects", in_digits(page, at))):
        return False
    last = page.state.ledger[-1:]
    priced = any(one.field == "price" for one in page.state.ledger) or any(one in last for one in held_figures(page))
    sizes = page.columns.ranks("size")
    known = any(one.held_by(types) for name, one in page.spans[at].roles.get("value", {}).items() if name in sizes)
    return not (priced or known)


def _answers(page: Page, at: int) -> bool:
    """Whether the price was asked for, and the figure is no handful of pieces."""
    quantity, asked = page.spans[at].quantity, page.state.pending
    return asked is not None and asked.field == "price" and quantity is not None and quantity.value > HANDFUL


def _only_asks_for(page: Page, figure: int) -> bool:
    """Whether nothing but small words and such as ask for it stands beside a figure: I want 500, please."""
    return all(
        at == figure or page.is_filler(at) or span.mark or span.cue("firm", "want", "with", "soft", "soft_after", "one")
        for at, span in enumerate(page.spans)
    )

"""What was demanded of goods that the talk comes back to: back to the laptops, 回到刚才的平底锅."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.vocabulary import Want
from catalog.product import Constraint


def demands_left(page: Page, want: Want) -> tuple[Constraint, ...]:
    """The demands on this kind as they stood when the talk left it; none where the message doesn't come back to it."""
    if not dialogue().matches("back_to_subject", page.reading.plain):
        return ()
    state = page.state.before
    while state is not None:
        if state.want is not None and set(state.want.types) & set(want.types):
            return state.ledger
        state = state.before
    return ()

"""What was wanted and demanded of goods that the talk comes back to: back to the laptops, 回到刚才的平底锅."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.state import DialogueState
from assistant.understanding.message.page import Page
from assistant.vocabulary import Want


def comes_back(page: Page) -> bool:
    """Whether the talk goes back to a kind of goods: back to the desks asks for no money back."""
    named = any("type" in span.roles for span in page.spans)
    return named and dialogue().matches("back_to_subject", page.reading.plain)


def subject_left(page: Page, want: Want) -> DialogueState | None:
    """The state in which the talk left this kind; None where the message doesn't come back to it."""
    state = page.state.before if dialogue().matches("back_to_subject", page.reading.plain) else None
    while state is not None:
        if state.want is not None and set(state.want.types) & set(want.types):
            return state
        state = state.before
    return None

"""Things that a message only calls good: a decent webcam, 键盘手感好的."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page

PRAISING = ("praise_with", "praise_wanted", "praise_alone")


def is_called_good(page: Page, index: int) -> bool:
    """Whether words of praise bring the phrase in, or are told of it right behind."""
    text, span = page.reading.plain, page.spans[index]
    before = any(dialogue().matches(name, text[: span.start]) for name in PRAISING)
    return before or dialogue().matches("praise_follows", text[span.end :])

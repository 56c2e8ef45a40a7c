"""Whether what is said of the goods on screen praises them or finds fault."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page


def is_liked(page: Page) -> bool:
    """Whether a message praises what it speaks of before it has any reserve: the second looks nice, but is heavy."""
    words, text = dialogue(), page.reading.plain
    start, end = words.matched("has_reserve", text)
    praise = text[:start] if end else text
    return words.matches("praises", praise) and not words.matches("finds_fault", praise)

"""Two figures in one phrase of which either will do: 8 or 16, 42或43."""

from __future__ import annotations

import re

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page


def is_either(page: Page, index: int) -> bool:
    """Whether the phrase's two figures are joined by a word for "or", and so are no range."""
    span = page.spans[index]
    if span.quantity is None or span.quantity.high is None:
        return False
    said = page.reading.plain[span.start : span.end]
    words = dialogue().phrases["cues"]["or"]
    return any(
        re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", said) if word.isascii() else word in said
        for word in words
        if word[0].isalpha()
    )

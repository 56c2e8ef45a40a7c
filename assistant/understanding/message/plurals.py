"""Words written in the plural."""

from __future__ import annotations

from assistant.understanding.message.page import Page

ENDING = "s"
"""What makes one thing many, in scripts with spaces."""


def is_several(page: Page, index: int) -> bool:
    """Whether a word is written in the plural, in a script that has one."""
    span = page.spans[index]
    written = page.reading.plain[span.start : span.end]
    return span.latin and written.endswith(ENDING) and not span.key.endswith(ENDING)

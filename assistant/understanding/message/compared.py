"""Figures that something is compared with: lighter than 1.5 kg, said around the figure."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page


def compared(page: Page, index: int) -> tuple[int, str] | None:
    """The word of a comparison that stands around a figure, and its bound: 比1.5公斤轻."""
    if index == 0 or not page.spans[index - 1].cue("than"):
        return None
    for at in page.after(index, 3):
        for name, level in sorted(page.spans[at].roles.get("wish", ())):
            if level in ("words", "more"):
                return at, dialogue().wishes[name]["direction"]
        if not page.is_filler(at):
            return None
    return None

"""The objects of a JSON list, one by one from a text that need not be whole or wholly in memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from catalog.sources.json_text import decoder, readable, too_wide
from catalog.sources.rows import BadRow, Row

BETWEEN = re.compile(r"[\s,\0]*")
NEXT = re.compile(r"[}\]\"\w]\s*,?\s*(?=\{\s*\")")
LONGEST = 1 << 26
"""So many letters are read on in search of an element's end."""


class Window:
    """A text that grows at its end and is forgotten at its start; counts the lines that went by."""

    def __init__(self, more: Callable[[], str | None], text: str = "", position: int = 0, line: int = 1) -> None:
        self.text, self.position, self._line, self._counted = text, position, line, position
        self._more = more

    def grow(self) -> bool:
        """Reads on; False at the end. What lies before the position is forgotten."""
        parts = []
        wanted = max(1 << 18, len(self.text) - self.position)
        while wanted > 0 and (piece := self._more()) is not None:
            parts.append(piece)
            wanted -= len(piece)
        if not parts:
            return False
        self.line()
        self.text = self.text[self.position :] + "".join(parts)
        self.position = self._counted = 0
        return True

    def line(self) -> int:
        """The line of the position."""
        self._line += self.text.count("\n", self._counted, self.position)
        self._counted = self.position
        return self._line


def elements(window: Window, why_cut: Callable[[], str | None], loose: bool = False) -> Iterator[Row | BadRow]:
    """A row per object up to the list's end; broken ones are told and passed over, a missing end too.

    `loose` where the objects stand one after another without a list around them.
    """
    raw_decode = decoder().raw_decode
    while True:
        window.position = BETWEEN.match(window.text, window.position).end()  # type: ignore[union-attr]
        if window.position >= len(window.text):
            if window.grow():
                continue
            if not loose or why_cut():
                yield BadRow(window.line(), why_cut() or "the list of products is cut off here: its end is missing")
            return
        if window.text[window.position] == "]":
            return
        try:
            found, end = raw_decode(window.text, window.position)
        except (ValueError, RecursionError):
            if len(window.text) - window.position < LONGEST and window.grow():
                continue
            following = _next_object(window)
            said = "this product is no complete JSON" if following else why_cut() or "the file is cut off here"
            yield BadRow(window.line(), said)
            if following is None:
                return
            window.position = following
            continue
        if end == len(window.text) and not isinstance(found, (dict, list)) and window.grow():
            continue
        line, text = window.line(), window.text[window.position : end]
        window.position = end
        if not isinstance(found, dict):
            yield BadRow(line, "this is no JSON object")
        elif why := too_wide(found):
            yield BadRow(line, why)
        else:
            yield Row(line, readable(found, text))


def _next_object(window: Window) -> int | None:
    """Where the next readable object starts after one that can't be read."""
    raw_decode = decoder().raw_decode
    for tried, place in enumerate(NEXT.finditer(window.text, window.position + 1)):
        if tried > 2000:
            return None
        try:
            if isinstance(raw_decode(window.text, place.end())[0], dict):
                return place.end()
        except (ValueError, RecursionError):
            continue
    return None

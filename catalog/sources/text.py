"""Text of a file in lines or pieces; what its encoding can't read becomes U+FFFD."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from catalog.sources.content import BrokenContentError, Content
from catalog.sources.rows import Progress

LONGEST_LINE = 1 << 27
UNREADABLE = "some letters can't be read in the file's encoding"


def pieces(content: Content, encoding: str, progress: Progress) -> Iterator[str]:
    """The text in pieces of any length, without byte order mark; BrokenContentError where the content breaks off."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    first = True
    for chunk in content.chunks(progress):
        text = decoder.decode(chunk)
        if first and text:
            text, first = text.removeprefix("\ufeff"), False
        if text:
            yield text
    if rest := decoder.decode(b"", True):
        yield rest


def lines(content: Content, encoding: str, progress: Progress, end: str = "\n") -> Iterator[str]:
    """The lines with their ends; BrokenContentError where the content breaks off or a line never ends."""
    open_parts: list[str] = []
    length = 0
    for text in pieces(content, encoding, progress):
        whole = text.split(end)
        if len(whole) == 1:
            open_parts.append(text)
            length += len(text)
            if length > LONGEST_LINE:
                raise BrokenContentError(f"this line is longer than {LONGEST_LINE >> 20} million letters")
            continue
        yield "".join([*open_parts, whole[0], end])
        for line in whole[1:-1]:
            yield line + end
        open_parts, length = [whole[-1]], len(whole[-1])
    if last := "".join(open_parts):
        yield last


def line_end(start: str) -> str:
    """What ends the lines: a lone carriage return where there is no line feed at all."""
    return "\r" if "\r" in start and "\n" not in start else "\n"


def whole_text(content: Content, encoding: str, progress: Progress) -> tuple[str, str | None]:
    """All text that can be read, and why it isn't the whole where it breaks off."""
    parts: list[str] = []
    try:
        for text in pieces(content, encoding, progress):
            parts.append(text)
    except BrokenContentError as error:
        return "".join(parts), str(error)
    return "".join(parts), None

"""JSON lines: one object per line."""

from __future__ import annotations

import json

from catalog.sources.content import BrokenContentError, Content
from catalog.sources.json_text import decoder, quick_decode, readable, too_wide
from catalog.sources.rows import BadRow, Progress, Row, Rows
from catalog.sources.text import UNREADABLE, lines

CLOSING = frozenset(("]", "}", "]}", "],", "},", "}]", "]}}"))
"""Lines that only a document spread over several lines has."""


def looks_like_json_lines(start: str) -> bool:
    """Whether there are several lines, and the first or most others are an object by themselves."""
    found = [line.strip("\0 \t\r\n\ufeff") for line in start.split("\n")]
    found = [line for line in found if line][:20]
    if (
        len(found) < 2
        or found[0].startswith("[")
        or any(line.endswith(("[", "{")) or line in CLOSING for line in found)
    ):
        return False
    whole = sum(_is_object(line) for line in found[1:] if not line.endswith(","))
    return _is_object(found[0].removesuffix(",")) or 2 * whole > len(found) - 1 - found[0].startswith("{")


def read_json_lines(content: Content, encoding: str, progress: Progress) -> Rows:
    """A row per line; lines that hold no object are told with their number, and reading goes on."""
    number, decode = 0, quick_decode(decoder().decode)
    try:
        for number, line in enumerate(lines(content, encoding, progress), 1):
            text = line.strip("\0 \t\r\n\ufeff")
            if not text:
                continue
            try:
                found = readable(decode(text.removesuffix(",")), text)
            except (ValueError, RecursionError) as error:
                yield BadRow(number, f"this line is no JSON: {_said(error)}")
                continue
            if not isinstance(found, dict):
                yield BadRow(number, "this line holds no JSON object")
            elif why := too_wide(found):
                yield BadRow(number, why)
            else:
                yield Row(number, found, "", (UNREADABLE,) if "\ufffd" in text else ())
    except BrokenContentError as error:
        yield BadRow(number + 1, f"the file breaks off here: {error}")


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line, strict=False), dict)
    except (ValueError, RecursionError):
        return False


def _said(error: Exception) -> str:
    return f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else "too deeply nested"

"""JSON lines: one object per line."""

from __future__ import annotations

import json

from catalog.sources.content import BrokenContentError, Content
from catalog.sources.json_text import decoder, readable, too_wide
from catalog.sources.rows import BadRow, Progress, Row, Rows
from catalog.sources.text import UNREADABLE, lines


def looks_like_json_lines(start: str) -> bool:
    """Whether one of the first lines is an object by itself and the text isn't one document."""
    found = [line.strip() for line in start.split("\n") if line.strip()][:20]
    return bool(found) and found[0].startswith("{") and any(_is_object(line) for line in found[:5])


def read_json_lines(content: Content, encoding: str, progress: Progress) -> Rows:
    """A row per line; lines that hold no object are told with their number, and reading goes on."""
    number, decode = 0, decoder().decode
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
        return isinstance(json.loads(line.removesuffix(","), strict=False), dict)
    except (ValueError, RecursionError):
        return False


def _said(error: Exception) -> str:
    return f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else "too deeply nested"

"""JSON lines: one object per line."""

from __future__ import annotations

import json
from pathlib import Path

from catalog.sources.bytes_source import lines
from catalog.sources.rows import BadRow, Progress, Row, Rows


def looks_like_json_lines(start: str) -> bool:
    """Whether one of the first lines is an object by itself and the text isn't one document."""
    found = [line.strip() for line in start.splitlines() if line.strip()][:20]
    return bool(found) and found[0].startswith("{") and any(_object(line) is not None for line in found[:5])


def read_json_lines(path: Path, encoding: str, progress: Progress) -> Rows:
    """A row per line; lines that hold no object are told with their number, and reading goes on."""
    number = 0
    try:
        for number, line in enumerate(lines(path, encoding, progress), 1):
            text = line.strip().lstrip("\ufeff")
            if not text:
                continue
            try:
                found = json.loads(text.removesuffix(","), strict=False)
            except (ValueError, RecursionError) as error:
                yield BadRow(number, f"this line is no JSON: {_said(error)}")
                continue
            yield Row(number, found) if isinstance(found, dict) else BadRow(number, "this line holds no JSON object")
    except EOFError:
        yield BadRow(number + 1, "the compressed file is damaged or cut off here")


def _object(line: str) -> dict[str, object] | None:
    try:
        found = json.loads(line.removesuffix(","), strict=False)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _said(error: Exception) -> str:
    return f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else "too deeply nested"

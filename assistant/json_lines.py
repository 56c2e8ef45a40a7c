"""JSON lines in, JSON lines out: how every command of outside programs answers."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable
from typing import Any, TextIO

import orjson

from catalog.errors import SetupError


def answer_lines(
    source: Iterable[bytes], answer: Callable[[dict[str, Any]], dict[str, Any]], out: TextIO | None = None
) -> int:
    """One answer per line, in order, each flushed; a bad line is answered with its error and the next one read."""
    sink = out or sys.stdout
    for raw in source:
        if not raw.strip():
            continue
        sink.write(orjson.dumps(_safely(raw, answer), option=orjson.OPT_SERIALIZE_NUMPY).decode() + "\n")
        sink.flush()
    return 0


def _safely(raw: bytes, answer: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    try:
        line = orjson.loads(raw)
        if not isinstance(line, dict):
            raise ValueError("A line has to be a JSON object.")
        return answer(line)
    except (ValueError, SetupError) as error:
        return {"error": f"This line can't be answered: {error}"}
    except Exception:
        logging.getLogger(__name__).exception("a line failed")
        return {"error": "This line failed inside; the log says why. The next line is read."}


def text_of(line: dict[str, Any], key: str, default: str | None = None) -> str:
    """The line's text of that key, or the default; ValueError where it has something else or nothing."""
    value = line.get(key, default)
    if not isinstance(value, str):
        raise ValueError(f'"{key}" has to be text.')
    return value


def maybe(line: dict[str, Any], key: str) -> str | None:
    """The same, or None where the line lacks it."""
    return None if line.get(key) is None else text_of(line, key)


def whole(line: dict[str, Any], key: str, default: int) -> int:
    """The line's whole number of that key, or the default; ValueError where it has something else."""
    value = line.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f'"{key}" has to be a whole number.')
    return value

"""Table cells that hold a list or an object as text, in the notation of JSON, Python or Ruby."""

from __future__ import annotations

import ast
import re
from typing import Any

from catalog.sources.json_text import decoder, readable

LONGEST = 100_000
ENDS = {"{": "}", "[": "]"}
ARROW = re.compile(r'(?<=")\s*=>\s*')
NULL = re.compile(r"\bnil\b(?=\s*[,}\]])")
DECODER = decoder()


def structured(text: str) -> Any:
    """The list or object that the whole text writes down; the text itself where it writes none."""
    said = text.strip()
    if len(said) > LONGEST or len(said) < 2 or ENDS.get(said[0]) != said[-1]:
        return text
    for candidate in dict.fromkeys((said, NULL.sub("null", ARROW.sub(": ", said)))):
        try:
            return _told(DECODER.decode(candidate), said, text)
        except (ValueError, RecursionError):
            continue
    try:
        found = ast.literal_eval(said)
    except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
        return text
    return _told(_plain(found), said, text)


def _told(found: Any, said: str, text: str) -> Any:
    """What was found if it holds something that is named or said: bare numbers in brackets are a text."""
    holds = isinstance(found, dict) or (
        isinstance(found, list) and any(isinstance(each, (str, dict, list)) for each in found)
    )
    return readable(found, said) if found and holds else text


def _plain(found: Any) -> Any:
    """Python's values as JSON has them."""
    if isinstance(found, dict):
        return {str(key): _plain(value) for key, value in found.items()}
    if isinstance(found, (list, tuple, set, frozenset)):
        return [_plain(each) for each in found]
    return found if found is None or isinstance(found, (str, int, float, bool)) else str(found)

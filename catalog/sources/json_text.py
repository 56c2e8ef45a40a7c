"""JSON text as values that a store can hold: no lone surrogates, no NUL, no figure beyond all measure."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable
from typing import Any

import orjson

UNWANTED = re.compile(r"\\u(?:[dD][89a-fA-F]|0000)")
SURROGATE = re.compile("[\ud800-\udfff\x00]")
LONGEST_NUMBER = 15
VAST = 10 ** (LONGEST_NUMBER - 1)
DEEP = 20
MOST_FIELDS = 5000


def decoder() -> json.JSONDecoder:
    """A decoder for hand-made files: control letters in texts pass, NaN is unknown, long numbers stay digits."""
    return json.JSONDecoder(strict=False, parse_int=_whole, parse_float=_float, parse_constant=_nothing)


def quick_decode(careful: Callable[[str], Any]) -> Callable[[str], Any]:
    """A function of one text that gives what `careful` gives, four times as soon where the text is faultless JSON."""

    def decode(text: str) -> Any:
        try:
            found = orjson.loads(text)
        except ValueError:
            return careful(text)
        return found if isinstance(found, dict) and _is_usual(found.values(), DEEP) else careful(text)

    return decode


def _is_usual(values: Iterable[Any], deep: int) -> bool:
    """Whether all decoders agree on the values: no number is vast, and nothing nested deeply."""
    for value in values:
        kind = type(value)
        if kind is float or kind is int:
            if not -VAST < value < VAST:
                return False
        elif kind is dict:
            if not deep or not _is_usual(value.values(), deep - 1):
                return False
        elif kind is list and (not deep or not _is_usual(value, deep - 1)):
            return False
    return True


def readable(value: Any, text: str) -> Any:
    """The value that `text` was decoded to, without letters that no text may hold."""
    return _clean(value) if UNWANTED.search(text) else value


def too_wide(value: dict[str, Any]) -> str | None:
    """Why an object is no product's record, where it has more fields than any has."""
    return f"this record has {len(value):,} fields" if len(value) > MOST_FIELDS else None


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= LONGEST_NUMBER else digits


def _float(digits: str) -> float | str:
    found = float(digits)
    return found if math.isfinite(found) else digits


def _nothing(_: str) -> None:
    return None


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_clean(each) for each in value]
    return {_clean(key): _clean(each) for key, each in value.items()} if isinstance(value, dict) else value

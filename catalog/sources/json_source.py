"""JSON documents: a list of products, bare or inside an object."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from catalog.sources.bytes_source import whole_text
from catalog.sources.rows import BadRow, Progress, Row, Rows

LIST_OF_OBJECTS = re.compile(r'"[^"\n]{1,80}"\s*:\s*(?=\[\s*\{)')
BETWEEN = re.compile(r"[\s,]*")
DECODER = json.JSONDecoder(strict=False)


def read_json(path: Path, encoding: str, progress: Progress) -> Rows:
    """A row per object of the document's list; a document that is cut off gives the rows before the cut."""
    text, complete = whole_text(path, encoding, progress)
    text = text.lstrip("\ufeff")
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] == "[":
        yield from _elements(text, start + 1)
        return
    try:
        document = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        place = LIST_OF_OBJECTS.search(text)
        if place is None:
            line = getattr(error, "lineno", 1)
            yield BadRow(line, "the document is no complete JSON" if complete else "the compressed file is cut off")
        else:
            yield from _elements(text, text.index("[", place.end()) + 1)
        return
    yield from _of_object(document, text)


def _of_object(document: Any, text: str) -> Rows:
    found = _longest_list(document, 3)
    if found is not None:
        name = next((key for key, value in document.items() if value is found), None)
        place = re.search(rf"{re.escape(json.dumps(name))}\s*:\s*\[", text) if name else None
        if place:
            yield from _elements(text, place.end())
        else:
            yield from (Row(1, each) for each in found)
    elif isinstance(document, dict) and len(document) > 1 and all(isinstance(each, dict) for each in document.values()):
        yield from (Row(1, {"id": key, **value}) for key, value in document.items())
    elif isinstance(document, dict):
        yield Row(1, document)
    else:
        yield BadRow(1, "the document holds no list of products")


def _longest_list(document: Any, depth: int) -> list[Any] | None:
    if not isinstance(document, dict) or depth == 0:
        return None
    lists = [value for value in document.values() if isinstance(value, list)]
    found = [each for each in lists if any(isinstance(element, dict) for element in each)]
    found += [deeper for value in document.values() if (deeper := _longest_list(value, depth - 1))]
    is_record = sum(not isinstance(value, (dict, list)) for value in document.values()) > 5
    return None if is_record or not found else max(found, key=len)


def _elements(text: str, position: int) -> Iterator[Row | BadRow]:
    line, counted = 1, 0
    while True:
        position = BETWEEN.match(text, position).end()  # type: ignore[union-attr]
        line, counted = line + text.count("\n", counted, position), position
        if position >= len(text):
            yield BadRow(line, "the list of products is cut off here: its end is missing")
            return
        if text[position] == "]":
            return
        try:
            found, position = DECODER.raw_decode(text, position)
        except (ValueError, RecursionError):
            following = _next_object(text, position)
            yield BadRow(line, "this product is no complete JSON" if following else "the file is cut off here")
            if following is None:
                return
            position = following
            continue
        yield Row(line, found) if isinstance(found, dict) else BadRow(line, "this is no JSON object")


def _next_object(text: str, position: int) -> int | None:
    """Where the next readable object of the list starts after one that can't be read."""
    for place in re.compile(r"\}\s*,\s*(?=\{)").finditer(text, position):
        try:
            if isinstance(DECODER.raw_decode(text, place.end())[0], dict):
                return place.end()
        except (ValueError, RecursionError):
            continue
    return None

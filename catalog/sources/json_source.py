"""JSON documents: a list of products, bare, inside an object, or an object of objects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from catalog.cleaning.column_words import column_words, plain_name
from catalog.sources.content import BrokenContentError, Content
from catalog.sources.json_elements import Window, elements
from catalog.sources.json_text import decoder, readable, too_wide
from catalog.sources.rows import BadRow, Progress, Row, Rows
from catalog.sources.text import pieces, whole_text

LIST_OF_OBJECTS = re.compile(r'"[^"\n]{1,80}"\s*:\s*\[\s*(?=\{)')
SEVERAL = re.compile(r"\s*,?\s*\{")


def read_json(content: Content, encoding: str, progress: Progress) -> Rows:
    """A row per object of the document's list; a document that is cut off gives the rows before the cut.

    A bare list is read as it comes; an object is held in memory whole.
    """
    source = _Pieces(pieces(content, encoding, progress))
    window = Window(source.next)
    while window.grow():
        start = len(window.text) - len(window.text.lstrip("\ufeff\0 \t\r\n"))
        if start < len(window.text):
            break
    if window.text[start : start + 1] == "[":
        window.position = start + 1
        yield from elements(window, source.why_cut)
        return
    text, cut = whole_text(content, encoding, progress)
    yield from _of_object(text, cut)


class _Pieces:
    """Pieces of text until there are none, and why they broke off if they did."""

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
        self._why: str | None = None

    def next(self) -> str | None:
        try:
            return next(self._source, None)
        except BrokenContentError as error:
            self._why = f"the file breaks off here: {error}"
            return None

    def why_cut(self) -> str | None:
        return self._why


def _of_object(text: str, cut: str | None) -> Rows:
    text = text.rstrip("\0 \t\r\n")
    start = len(text) - len(text.lstrip("\ufeff\0 \t\r\n"))
    try:
        document, end = decoder().raw_decode(text, start)
    except (ValueError, RecursionError) as error:
        found = _longest_readable(text)
        why = f"the file breaks off here: {cut}" if cut else "the document is no complete JSON"
        yield from found or [BadRow(getattr(error, "lineno", 1), why)]
        return
    if SEVERAL.match(text, end):
        yield from elements(Window(_nothing, text, start), lambda: cut, loose=True)
        return
    yield from _of_document(readable(document, text), text)
    if end < len(text):
        yield BadRow(1 + text.count("\n", 0, end), "what follows the end of the document can't be read")


def _longest_readable(text: str) -> list[Row | BadRow]:
    """The rows of the list with most objects in a document that can't be read as a whole."""
    best: list[Row | BadRow] = []
    position = 0
    while place := LIST_OF_OBJECTS.search(text, position):
        window = Window(_nothing, text, place.end(), 1 + text.count("\n", 0, place.end()))
        rows = list(elements(window, lambda: None))
        if sum(isinstance(row, Row) for row in rows) > sum(isinstance(row, Row) for row in best):
            best = rows
        position = max(window.position, place.end())
    return best


def _nothing() -> None:
    return None


def _of_document(document: Any, text: str) -> Rows:
    found = _collection(document, 4)
    if found is None:
        why = None if isinstance(document, dict) and document else "the document holds no product"
        why = why or too_wide(document)
        yield BadRow(1, why) if why else Row(1, document)
        return
    name, products = found
    if isinstance(products, dict):
        for line, (key, value) in zip(_lines_of_keys(text, products), products.items(), strict=True):
            why = too_wide(value)
            yield BadRow(line, why) if why else Row(line, {"id": key, **value})
        return
    lines = _lines_of(text, name, len(products))
    for number, each in enumerate(products):
        line = lines[number] if lines else 1
        if not isinstance(each, dict):
            yield BadRow(line, "this is no JSON object")
        else:
            why = too_wide(each)
            yield BadRow(line, why) if why else Row(line, each)


def _lines_of_keys(text: str, products: dict[str, Any]) -> Iterator[int]:
    line, position = 1, 0
    for key in products:
        place = text.find(json.dumps(key, ensure_ascii=False), position)
        if place >= 0:
            line, position = line + text.count("\n", position, place), place
        yield line


def _lines_of(text: str, name: str, count: int) -> list[int]:
    """The line of each element of the list that goes by this name, where it can be told."""
    for place in re.finditer(rf"{re.escape(json.dumps(name, ensure_ascii=False))}\s*:\s*\[", text):
        line = 1 + text.count("\n", 0, place.end())
        found = [row.line for row in elements(Window(_nothing, text, place.end(), line), lambda: None)]
        if len(found) == count:
            return found
    return []


def _collection(document: Any, depth: int, name: str = "") -> tuple[str, list[Any] | dict[str, Any]] | None:
    """The list of objects, or the object of like objects, with most members; None where the document is a record."""
    if not isinstance(document, dict) or depth == 0 or _is_record(document):
        return None
    if _are_alike(list(document.values())):
        return name, document
    found: list[tuple[str, list[Any] | dict[str, Any]]] = [
        (key, value)
        for key, value in document.items()
        if isinstance(value, list) and any(isinstance(element, dict) for element in value)
    ]
    found += [deeper for key, value in document.items() if (deeper := _collection(value, depth - 1, key))]
    return max(found, key=lambda one: len(one[1]), default=None)


def _are_alike(values: list[Any]) -> bool:
    """Whether the values are records of one kind: objects that share most of their fields, one of them no container."""
    if len(values) < 2 or not all(isinstance(value, dict) and value for value in values):
        return False
    shared = set(values[0]).intersection(*values[1:50])
    plain = [name for name in shared if not isinstance(values[0][name], (dict, list))]
    return bool(plain) and len(shared) >= 0.5 * min(map(len, values[:50]))


def _is_record(document: dict[str, Any]) -> bool:
    """Whether an object that holds lists is itself a product: it has a title, and a price or much else."""
    said = [plain_name(name) for name, value in document.items() if value and not isinstance(value, (dict, list))]
    words = column_words().fields
    return any(name in words["title"] for name in said) and (
        len(said) > 5 or any(name in words["price"] for name in said)
    )

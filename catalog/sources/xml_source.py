"""XML: feeds (RSS, Atom) and any document that repeats one element per product, read as it comes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from catalog.cleaning.column_words import plain_name
from catalog.sources.content import Content, unheard
from catalog.sources.merchant_feed import is_merchant_feed, merchant_values
from catalog.sources.rows import BadRow, Progress, Row, Rows
from catalog.sources.text import pieces
from catalog.sources.xml_layout import record_path
from catalog.sources.xml_parsing import parse

DEEPEST = 60
LONGEST_RECORD = 1 << 26
ADDRESS = ("href", "src", "url")


def read_xml(content: Content, encoding: str, progress: Progress) -> Rows:
    """A row per repeated element; a document that breaks off gives the rows before that place.

    SetupError where it declares entities, or no element of it holds another.
    """
    reading = _Reading(record_path(pieces(content, encoding, unheard), content.name))
    feed: bool | None = None
    document = parse(pieces(content, encoding, progress), reading, content.name)
    while True:
        try:
            next(document)
        except StopIteration as end:
            if end.value is not None:
                line, why = end.value
                yield BadRow(line, f"the document can't be read from here on: {why}")
            return
        while reading.done:
            row = reading.done.popleft()
            if isinstance(row, Row):
                feed = is_merchant_feed(frozenset(map(plain_name, row.values))) if feed is None else feed
                row = Row(row.line, merchant_values(row.values) if feed else _unprefixed(row.values))
            yield row


class _Reading(ContentHandler):
    """Gathers each element of one path as a row, with the line that it starts on."""

    def __init__(self, record: tuple[str, ...]) -> None:
        super().__init__()
        self.done: deque[Row | BadRow] = deque()
        self._record = record
        self._path: list[str] = []
        self._open: list[tuple[str, dict[str, str], dict[str, Any], list[str]]] = []
        self._line = 1
        self._length = 0
        self._locator: Any = None

    def setDocumentLocator(self, locator: Any) -> None:  # noqa: N802
        self._locator = locator

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        self._path.append(name)
        if len(self._path) > DEEPEST:
            raise SAXException("it is nested too deeply")
        if not self._open:
            if tuple(self._path) != self._record:
                return
            self._line, self._length = self._locator.getLineNumber() or 1, 0
        told = {key: value for key, value in attrs.items() if not key.startswith("xmlns") and value}
        self._open.append((name, told, {}, []))

    def characters(self, content: str) -> None:
        if self._open:
            self._length += len(content)
            if self._length > LONGEST_RECORD:
                raise SAXException("an entry is longer than 64 million letters")
            self._open[-1][3].append(content)

    def endElement(self, name: str) -> None:  # noqa: N802
        self._path.pop()
        if not self._open:
            return
        tag, attributes, children, text = self._open.pop()
        if self._open:
            for key, value in _said(tag, attributes, children, "".join(text).strip()):
                _add(self._open[-1][2], key, value)
            return
        row = {**attributes, **children}
        self.done.append(Row(self._line, row) if row else BadRow(self._line, "this entry is empty"))


def _said(tag: str, attributes: Mapping[str, str], children: Mapping[str, Any], text: str) -> Iterator[tuple[str, Any]]:
    """What an element tells its parent: text, a figure with its unit, a list of named values, or an object."""
    if children:
        yield tag, {**attributes, **children, **({"text": text} if text else {})}
    elif "name" in attributes and text:
        yield tag, [{"name": attributes["name"], "value": text, "unit": attributes.get("unit", "")}]
    elif text:
        yield tag, {"value": text, "unit": attributes["unit"]} if set(attributes) == {"unit"} else text
        yield from ((f"{tag} {key}", value) for key, value in attributes.items() if key != "unit")
    elif attributes:
        address = next((attributes[key] for key in ADDRESS if key in attributes), None)
        yield tag, dict(attributes) if address is None else address


def _add(found: dict[str, Any], key: str, value: Any) -> None:
    if key in found:
        before = found[key] if isinstance(found[key], list) else [found[key]]
        value = before + (value if isinstance(value, list) else [value])
    found[key] = value


def _unprefixed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Names without their namespace; a name that has one wins over the feed's own."""
    found: dict[str, Any] = {}
    for key, value in values.items():
        name = key.rpartition(":")[2]
        if name not in found or ":" in key:
            found[name] = value
    return found

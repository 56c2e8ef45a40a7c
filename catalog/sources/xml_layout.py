"""Which element of an XML document stands for one product."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any
from xml.sax.handler import ContentHandler

from catalog.errors import SetupError
from catalog.sources.xml_parsing import parse

KNOWN = ("item", "entry", "product", "offer", "good", "row", "record", "sku", "article")
SAMPLE = 1 << 20


def record_path(text: Iterator[str], name: str) -> tuple[str, ...]:
    """The path of the element that has a known name or repeats most, and holds others; told from the document's start.

    SetupError where no element holds another.
    """
    looking = _Counting()
    for _ in parse(_first(text), looking, name):
        pass
    holders = [path for path in looking.holders if len(path) > 1]
    known = [path for path in holders if _plain(path[-1]) in KNOWN]
    if known:
        return min(known, key=len)
    repeated = [path for path in holders if looking.seen[path] > 1]
    if not holders:
        raise SetupError(f"{name} is XML, but no element in it holds a product's fields. Export it as a table.")
    return max(repeated or holders, key=lambda path: (looking.seen[path], -len(path)))


def _first(text: Iterator[str]) -> Iterator[str]:
    taken = 0
    for piece in text:
        yield piece
        taken += len(piece)
        if taken > SAMPLE:
            return


def _plain(tag: str) -> str:
    return tag.rpartition(":")[2].casefold().removesuffix("s")


class _Counting(ContentHandler):
    """Counts the paths of elements, and which of them hold elements that hold none."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[tuple[str, ...]] = Counter()
        self.holders: Counter[tuple[str, ...]] = Counter()
        self._path: list[str] = []
        self._is_leaf: list[bool] = []

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        if self._is_leaf:
            self._is_leaf[-1] = False
        self._path.append(name)
        self._is_leaf.append(True)
        self.seen[tuple(self._path[:20])] += 1

    def endElement(self, name: str) -> None:  # noqa: N802
        path = tuple(self._path[:20])
        self._path.pop()
        if self._is_leaf.pop():
            self.holders[path[:-1]] += 1

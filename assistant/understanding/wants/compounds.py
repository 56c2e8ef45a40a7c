"""Kinds that the catalogue names in one word and a shopper in two: a pillow filled with down is a 羽绒枕."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from catalog.languages.detection import detect
from catalog.languages.lexicon import equivalents, lexicon


def narrowed(page: Page, heads: Sequence[int], kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The types of the narrower kind that the wanted one and a word of the message name together; as they were where
    there is none. A word that the catalogue's own name for the kind holds is used up: the kind says it."""
    if len(heads) != 1 or len(kinds) < 2:
        return kinds
    for index, span in enumerate(page.spans):
        described = "tint" in span.roles or span.roles.get("known") == "value"
        if index in (*heads, *page.used) or not described or {"type", "brand"} & span.roles.keys():
            continue
        for name in _names(page, _said(page, index), _said(page, heads[0])):
            types = page.lexicon.type_words.get(name, ())
            if not types or not set(types) < set(kinds) or denied(page, [index]) or softened(page, [index]):
                continue
            if _is_own(page, name):
                page.take([index])
            return types
    return kinds


def _is_own(page: Page, name: str) -> bool:
    """Whether a type is called so, in the catalogue's own words."""
    return name in page.lexicon.type_names


def _said(page: Page, index: int) -> str:
    return page.reading.plain[page.spans[index].start : page.spans[index].end].strip()


def _names(page: Page, word: str, kind: str) -> Iterator[str]:
    """The word and the kind as one name in the catalogue's languages, by its lookup form."""
    for first in (word, *equivalents(word)):
        for last in (kind, *equivalents(kind), *lexicon().signs(kind)):
            spoken = {detect(one, page.language) for one in (first, last)}
            if len(spoken) == 1 and spoken <= page.lexicon.spoken:
                yield key(f"{first} {last}" if first.isascii() else first + last)

"""The column that tells of a thing inside a longer name: the USB port of a lamp "with USB"."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.columns import TELLING
from assistant.understanding.lexicon.field_names import is_secondary, word_keys
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span

STEM = 4
"""So many first letters in common make two forms of one word: charge, charging."""


def told_inside(page: Page, span: Span) -> FieldWords | None:
    """The one column of the wanted kind whose name holds the thing; what else a yes/no column's name says has to be
    said as well (charge my laptop over USB-C). None where several do, or none."""
    if not page.lexicon.number_of(page.types):
        return None
    phrases = dialogue().phrases["features"]
    ways = {_usual(page, span), *(key(said) for thing in span.roles.get("thing", ()) for said in phrases[thing])}
    ways.add(span.key)
    held = [
        one
        for one in page.lexicon.fields.values()
        if one.kind in ("boolean", "text")
        and not is_secondary(one.names[0])
        and page.columns.share(one, page.types) >= TELLING
        and _begins_with(one, ways)
    ]
    others = [other for other in page.spans if other is not span]
    said = {word for other in others for word in (*word_keys(other.key), *word_keys(_usual(page, other)))}
    fitting = [one for one in held if one.kind == "text" or _rest(one, ways) <= _stems(said, one)]
    return fitting[0] if len(fitting) == 1 else None


def _usual(page: Page, span: Span) -> str:
    """The catalogue's usual word for a phrase, by its lookup form."""
    return key(page.lexicon.usual(page.reading.plain[span.start : span.end].strip()))


def _begins_with(column: FieldWords, ways: set[str]) -> bool:
    joined = "".join(word_keys(column.names[0]))
    return any(len(way) > 1 and joined.startswith(way) and joined != way for way in ways)


def _rest(column: FieldWords, ways: set[str]) -> set[str]:
    """The words of a column's name besides the thing."""
    inside = max((way for way in ways if "".join(word_keys(column.names[0])).startswith(way)), key=len, default="")
    return {word for word in word_keys(column.names[0]) if word not in inside}


def _stems(said: set[str], column: FieldWords) -> set[str]:
    """The words of the name that the message says in any form."""
    return {
        word
        for word in word_keys(column.names[0])
        if any(len(word) >= STEM and other[:STEM] == word[:STEM] for other in said)
    }

"""Phrases of which a catalogue writes one part as a value and the other in its column's name: dry skin, 油性皮肤."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.understanding.lexicon.field_names import is_secondary, word_keys
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from catalog.languages.lexicon import equivalents
from catalog.product import Constraint

STEM = 5
"""Words that begin alike by so many letters are one: powered, power."""


def parted_values(page: Page) -> list[Constraint]:
    """The demands for known phrases that are a value of the wanted kind and its column's name together."""
    found: list[Constraint] = []
    for index, span in enumerate(page.spans):
        known = span.roles.get("known") in ("value", "feature") and not span.roles.keys() - {"known", "tint"}
        if index in page.used or not known or not page.lexicon.number_of(page.types):
            continue
        said = page.reading.plain[span.start : span.end].strip()
        held = _held(page, said)
        if held is None:
            continue
        refusal, soft = denied(page, [index]), softened(page, [index])
        words = page.said((*(refusal or ()), index))
        page.take((index, *(refusal or ()), *(soft or ())))
        found.append(Constraint(held[0], "!=" if refusal else "=", held[1], None, not soft, words))
    return found


def _held(page: Page, said: str) -> tuple[str, str] | None:
    """The column and the value that a phrase, in any of its words, is made of."""
    ways = dict.fromkeys((said, *equivalents(said)))
    rests = frozenset(one for way in ways for _, rest in cuts(way) for one in word_keys(rest))
    for way in ways:
        for first, _ in cuts(way):
            for name, value in sorted(page.lexicon.values.get(key(first), {}).items()):
                field = page.lexicon.fields.get(name)
                if field is None or not value.held_by(page.types) or is_secondary(field.names[0]):
                    continue
                if any(_alike(word, rest) for word in word_keys(field.names[0]) for rest in rests):
                    return name, value.text
    return None


def _alike(one: str, other: str) -> bool:
    return one == other or (one.isascii() and len(one) >= STEM and one[:STEM] == other[:STEM])


def cuts(phrase: str) -> Iterator[tuple[str, str]]:
    """The first and the last part of a phrase, parted after each of its words, or signs where words have no spaces."""
    words = phrase.split() if phrase.isascii() else list(phrase)
    between = " " if phrase.isascii() else ""
    for cut in range(1, len(words)):
        yield between.join(words[:cut]), between.join(words[cut:])

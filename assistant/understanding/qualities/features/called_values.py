"""Features without a column of their own that the wanted goods' records tell as a value: a HEPA filter, Wi-Fi 6."""

from __future__ import annotations

from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.qualities.values.value_demands import NO_CHANCE
from catalog.languages.lexicon import equivalents


def value_called(page: Page, word: str, said: str) -> tuple[str, str, str]:
    """The column, op and value that the feature is; where no column has such a value, the word itself."""
    ways = dict.fromkeys((word, *equivalents(said)))
    columns = [page.lexicon.values.get(key(one), {}) for one in ways] if page.types else []
    held = {name: value for one in reversed(columns) for name, value in one.items()}
    best = max(held, key=lambda name: (held[name].held_by(page.types), name), default=None)
    if best is not None and held[best].held_by(page.types) >= NO_CHANCE:
        return best, "has", held[best].text
    inner = page.columns.inner
    for way in ways:
        field = inner.with_phrase(way, page.types)
        if field is not None:
            return field, "=", way
        named = inner.named_by_column(way, page.types)
        if named is not None:
            return named[0], "=", named[1]
    return word, "has", word

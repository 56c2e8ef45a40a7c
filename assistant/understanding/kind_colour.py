"""A colour that stands inside a kind's name, where the shop keeps the kinds apart by a column only: 红酒, red wine."""

from __future__ import annotations

from assistant.understanding.page import Page
from assistant.understanding.polarity import denied
from assistant.understanding.value_words import cuts
from assistant.understanding.words import key
from catalog.languages.lexicon import equivalents
from catalog.product import Constraint

FEW = 3
"""So many products of the wanted kind have a colour that is no chance."""


def kind_colours(page: Page) -> list[Constraint]:
    """The colours that the names of the wanted kinds hold, where the shop's own name for the kind is wider."""
    column = page.columns.of_concept("colour", ("text",), page.types) if page.types else None
    if column is None:
        return []
    found: list[Constraint] = []
    for index, span in enumerate(page.spans):
        named = span.roles.get("type", ())
        if page.types != tuple(named) or not named:
            continue
        refusal = denied(page, [index])
        said = page.reading.plain[span.start : span.end].strip()
        if key(said) in page.lexicon.type_names or any(
            key(said) == key(term) for one in named for term in page.lexicon.terms.get(one, {}).values()
        ):
            continue
        text = _colour(page, said, column.name)
        if text is not None:
            said = page.said((*(refusal or ()), index))
            page.take((*(refusal or ()), index))
            found.append(Constraint(column.name, "!=" if refusal else "=", text, None, True, said))
    return found


def _colour(page: Page, said: str, column: str) -> str | None:
    """The colour that begins a kind's name in any language, where the rest of that name is the kind as well."""
    for phrase in (said, *equivalents(said)):
        for first, rest in cuts(phrase):
            value = page.lexicon.values.get(key(first), {}).get(column)
            same = set(page.lexicon.type_words.get(key(rest), ())) & set(page.types)
            if value is not None and same and value.held_by(page.types) >= FEW:
                return value.text
    return None

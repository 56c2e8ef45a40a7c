"""A colour or material inside a kind's name, where the shop keeps the kinds apart by a column only: 红酒, 实木床."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.languages.dialogue import places
from assistant.understanding.lexicon.fixed_roles import dialogue_roles
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied
from assistant.understanding.qualities.values.value_words import cuts
from catalog.languages.lexicon import equivalents
from catalog.product import Constraint

FEW = 3
"""So many products of the wanted kind have a colour that is no chance."""


def kind_colours(page: Page) -> list[Constraint]:
    """The colours and materials that the names of the wanted kinds hold, where the shop's own name is wider."""
    found: list[Constraint] = []
    for index, span in enumerate(page.spans):
        named = span.roles.get("type", ())
        if page.types != tuple(named) or not named:
            continue
        said = page.reading.plain[span.start : span.end].strip()
        if key(said) in page.lexicon.type_names or any(
            key(said) == key(term) for one in named for term in page.lexicon.terms.get(one, {}).values()
        ):
            continue
        meant = _colour(page, said) or _material(page, said)
        if meant is not None:
            refusal = denied(page, [index])
            field, op, text = meant
            words = page.said((*(refusal or ()), index))
            page.take((*(refusal or ()), index))
            found.append(Constraint(field, "!=" if refusal else op, text, None, True, words))
    return found


def _colour(page: Page, said: str) -> tuple[str, str, str] | None:
    """The column, op and colour that begins a kind's name in any language, where the rest is the kind as well."""
    column = page.columns.of_concept("colour", ("text",), page.types)
    for first, _ in _parts(page, (said, *equivalents(said))) if column is not None else ():
        value = page.lexicon.values.get(key(first), {}).get(column.name)
        if value is not None and value.held_by(page.types) >= FEW:
            return column.name, "=", value.text
    return None


def _material(page: Page, said: str) -> tuple[str, str, str] | None:
    """The same of a material that some language lists as one; one letter alone is part of a word (皮带)."""
    column = page.columns.of_concept("material", ("text",), page.types)
    # Not in another word for the kind: who says notebook needn't mean what is called a paper notebook elsewhere.
    for first, _ in _parts(page, (said,)) if column is not None and column.held_by(page.types) else ():
        labels = [name for one in page.types for name in (one, *page.lexicon.terms.get(one, {}).values())]
        named = any(other in label for other in (first, *equivalents(first)) for label in labels)
        if named:
            return None  # A silk quilt is what the shop calls 蚕丝被.
        if len(first) > 1 and "material" in dialogue_roles(places()).get(key(first), {}).get("tint", ()):
            value = page.lexicon.usual(first)
            part_of = page.columns.inner.with_part(value, page.types)
            return (part_of, "=", value) if part_of else (column.name, "has", value)
    return None


def _parts(page: Page, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The names of a kind, cut where their end names the wanted kind by itself."""
    for phrase in names:
        for first, rest in cuts(phrase):
            if set(page.lexicon.type_words.get(key(rest), ())) & set(page.types):
                yield first, rest

"""Sizes that are named and not measured: size 43, M, size medium, 43-46."""

from __future__ import annotations

from assistant.understanding.catalogue_lexicon import FieldWords
from assistant.understanding.page import Page
from assistant.understanding.polarity import softened
from assistant.understanding.words import key
from catalog.product import Constraint

FIELD = "size"
"""The field of a size where the wanted kind has no column for it."""
FILLED = 0.3
NEAR = 3


def size_demands(page: Page) -> list[Constraint]:
    """The sizes asked for, of a kind whose sizes are names; those of kinds that the catalogue lacks too."""
    column = _column(page)
    if column is None and page.lexicon.number_of(page.types):
        return []
    found = []
    for index, span in enumerate(page.spans):
        if index in page.used:
            continue
        text = _named(page, index, column)
        if text is None or not ("size" in span.roles.get("concept", ()) or _stands_alone(page, index)):
            continue
        at, value = text
        members = sorted({index, at})
        soft = softened(page, members)
        said = page.said(members)
        page.take((*members, *(soft or ())))
        found.append(Constraint(column.name if column else FIELD, "=", value, None, not soft, said))
    return found


def _column(page: Page) -> FieldWords | None:
    """The column of size names that the wanted kind fills; any, where the catalogue doesn't list the kind."""
    known = page.lexicon.number_of(page.types)
    one = page.columns.of_concept("size", ("text",), page.types if known else ())
    if one is None or page.columns.ranks("size").get(one.name, 100) >= 100:
        return None
    return one if not known or page.columns.share(one, page.types) >= FILLED else None


def _stands_alone(page: Page, index: int) -> bool:
    """Whether a phrase is a size wherever it stands: XL, extra large."""
    span = page.spans[index]
    return "letter_size" in span.roles and "wish" not in span.roles and "filler" not in span.roles and len(span.key) > 1


def _named(page: Page, index: int, column: FieldWords | None) -> tuple[int, str] | None:
    """Where the size beside this word (or the word itself) stands, and what it is."""
    if _stands_alone(page, index):
        return index, _spelt(page, min(page.spans[index].roles["letter_size"]), column)
    places = [*page.before(index, 1)]
    after = index + 1
    while after < len(page) and after <= index + NEAR and (page.is_filler(after) or page.spans[after].key == ":"):
        after += 1
    for at in (after, index - 1, *places):
        if not page.free(at):
            continue
        span = page.spans[at]
        if "letter_size" in span.roles:
            return at, _spelt(page, min(span.roles["letter_size"]), column)
        figure = span.quantity
        if figure is None or figure.unit or figure.currency:
            continue
        text = f"{figure.value:g}" if figure.high is None else f"{figure.value:g}-{figure.high:g}"
        spelt = _spelt(page, text, column)
        if spelt != text or figure.high is None or key(text) in page.lexicon.values:
            return at, spelt
    return None


def _spelt(page: Page, text: str, column: FieldWords | None) -> str:
    """The size as the catalogue spells it."""
    values = page.lexicon.values.get(key(text), {})
    return values[column.name].text if column is not None and column.name in values else text

"""Demands on what a column tells the lack or the need of: fragrance free, monochrome, without batteries."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.columns import TELLING
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from assistant.understanding.qualities.features.asking import asked_for
from catalog.product import Constraint


def absence_demands(page: Page) -> list[Constraint]:
    """What a yes/no column tells by its lack (fragrance free), asked for with or without the thing itself."""
    found: list[Constraint] = []
    for index, span in enumerate(page.spans):
        column = page.columns.lack_of(span.key, span.roles.get("thing", frozenset()))
        if index in page.used or column is None or not column.held_by(page.types) or "type" in span.roles:
            continue
        refusal, soft = denied(page, [index]), softened(page, [index])
        if not refusal and not asked_for(page, index):
            continue
        page.take((index, *(refusal or ()), *(soft or ())))
        said = page.said((*(refusal or ()), index))
        if refusal:
            found.append(Constraint(column.name, "has", column.names[0], None, not soft, said))
        else:
            found.append(Constraint(column.name, "=", False, None, not soft, said))
    return found + _unneeded(page)


def _unneeded(page: Page) -> list[Constraint]:
    """What must not be needed (without batteries), where the wanted kind's records tell whether it is."""
    found: list[Constraint] = []
    for index, span in enumerate(page.spans):
        column = page.columns.inner.needs.get(span.key)
        if index in page.used or column is None or not column.held_by(page.types):
            continue
        refusal = denied(page, [index])
        if refusal:
            page.take((index, *refusal))
            found.append(Constraint(column.name, "=", False, None, True, page.said((*refusal, index))))
    return found


def _is_value(page: Page, inside: Sequence[int], column: FieldWords) -> bool:
    """Whether more of the wanted products have it as a text value than tell of the thing: wired headsets, of which few
    say whether they charge without a wire."""
    values = [one for at in inside for one in page.spans[at].roles.get("value", {}).values()]
    return any(one.held_by(page.types) > column.held_by(page.types) for one in values)


def lacking_demands(page: Page) -> list[Constraint]:
    """What words say to lack by themselves (monochrome), where the wanted products tell whether they have it."""
    found: list[Constraint] = []
    for thing, pattern in dialogue().patterns["lacking"].items():
        said = pattern.search(page.reading.plain)
        column = page.columns.of_concept(thing, ("boolean",), page.types)
        if said is None or column is None or page.columns.share(column, page.types) < TELLING:
            continue
        inside = [at for at, span in enumerate(page.spans) if span.start < said.end() and span.end > said.start()]
        if not page.used.isdisjoint(inside) or _is_value(page, inside, column):
            continue
        refusal, soft = denied(page, inside), softened(page, inside)
        page.take((*inside, *(refusal or ()), *(soft or ())))
        words = page.said((*(refusal or ()), *inside))
        if refusal:
            found.append(Constraint(column.name, "has", column.names[0], None, not soft, words))
        else:
            found.append(Constraint(column.name, "=", False, None, not soft, words))
    return found

"""The column that tells of a feature, and what the catalogue calls it."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.field_names import without_counting
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span
from assistant.understanding.qualities.features.told_inside import told_inside
from catalog.languages.detection import detect
from catalog.languages.lexicon import lexicon

RARE = 0.02
"""A column that fewer of the wanted products fill is not meant unless the words ask for a feature."""


def column_for(page: Page, span: Span) -> FieldWords | None:
    """The column that tells whether a product has it: yes/no columns first, then counted ones."""
    names = span.roles.get("feature", ()) or (span.roles.get("field", ()) if "wish" in span.roles else ())
    booleans = [one for name in names if (one := page.lexicon.fields.get(name)) and one.kind == "boolean"]
    best = max(booleans, key=lambda one: (one.held_by(page.types), one.name), default=None)
    if best is not None and best.held_by(page.types):
        return best
    counted = [one for one in page.columns.named(span.key, ("number",)) if one.held_by(page.types)]
    things = sorted(span.roles.get("thing", frozenset()))
    for thing in things:
        one = page.columns.of_concept(thing, ("boolean",), page.types)
        if one is not None and one.held_by(page.types) and page.columns.ranks(thing).get(one.name, 100) < 100:
            return one
        one = page.columns.of_concept(thing, ("number",), page.types)
        if one is not None and one.held_by(page.types) and page.columns.ranks(thing).get(one.name, 100) < 100:
            counted.append(one)
    counted = [one for one in counted if page.columns.share(one, page.types) >= RARE and not one.units]
    best = max(counted, key=lambda one: (one.held_by(page.types), one.name), default=None)
    return best or _described(page, span) or told_inside(page, span)


def _described(page: Page, span: Span) -> FieldWords | None:
    """The text column called so, where no other tells of the thing: what the USB port is, of a lamp that has one."""
    if not page.lexicon.number_of(page.types) or (
        "thing" not in span.roles and ("field" not in span.roles or "type" in span.roles)
    ):
        return None
    ranked = set(span.roles.get("field", ())) if "thing" not in span.roles else set()
    ranked |= {
        name for thing in span.roles.get("thing", ()) for name, rank in page.columns.ranks(thing).items() if rank < 100
    }
    fields = [page.lexicon.fields[name] for name in sorted(ranked) if name in page.lexicon.fields]
    held = [one for one in fields if one.kind == "text" and one.held_by(page.types)]
    return max(held, key=lambda one: (one.held_by(page.types), one.name), default=None)


def catalogue_word(page: Page, span: Span, column: FieldWords | None = None) -> str:
    """What the catalogue calls the feature, whichever way and in whichever language it was said."""
    said = page.reading.plain[span.start : span.end].strip()
    language = page.lexicon.language
    if language is None:
        return said
    if column is not None:
        called = page.lexicon.called(column.name)
        return called if column.kind != "number" else without_counting(called) or called
    known, concepts = span.roles.get("known") == "feature", dialogue().phrases["features"]
    if detect(said, page.language) in page.lexicon.spoken:
        called = [phrase for thing in sorted(span.roles.get("thing", ())) for phrase in concepts[thing]]
        usual = lexicon().usual(said, language) if known or called else said
        usual = None if called and usual != said and lexicon().kind_of(said) == "type" else usual  # 香薰 is no burner.
        return usual or next((phrase for phrase in called if detect(phrase) == language), said)
    things = sorted(span.roles.get("thing", frozenset()))
    usual = [lexicon().usual(said, language)]
    usual += [phrase for thing in things for phrase in concepts[thing] if detect(phrase) == language]
    return next((one for one in usual if one), said)

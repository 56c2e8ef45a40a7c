"""One record of each demand, in whichever language and words it was said: the catalogue's own column, op and value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.packs import FIELD as PACK
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.columns import PART
from assistant.understanding.lexicon.field_names import is_compatibility, is_secondary
from assistant.understanding.lexicon.list_columns import lists_all
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.qualities.features.told_lacking import told_by_no, told_lacking
from assistant.understanding.qualities.values.value_demands import LARGE, NO_CHANCE, WELL_FILLED
from assistant.understanding.qualities.values.whole_share import WHOLE
from catalog.languages.lexicon import equivalents, kind_of
from catalog.product import Constraint

OF_ALL = ("colour", "material", "size", "brand")
"""Concepts that all goods have something of: that they have a colour demands nothing."""

SPELT = ("colour", "material")
"""Concepts whose values merchants spell in several ways: 棕色 and 咖色, grey and gray."""


def one_meaning(page: Page, demands: Iterable[Constraint]) -> list[Constraint]:
    """The demands as the catalogue itself would write them, so that the same need is the same in every language."""
    found = [_settled(page, one) for one in demands]
    told = {one.field for one in found if not _says_only_column(page, one)}
    always = {name for concept in OF_ALL for name, rank in page.columns.ranks(concept).items() if rank < PART}
    return [one for one in found if not (_says_only_column(page, one) and one.field in told | always)]


def _settled(page: Page, one: Constraint) -> Constraint:
    if one.op == "has" and one.field == one.value and not page.lexicon.number_of(page.types):
        return _bare(one)
    if one.op == "!=" and one.field == one.value and kind_of(one.said) == "feature":
        bare = page.lexicon.usual(one.said)  # Without fragrance: what is called free of it.
        one = replace(one, op="has", field=bare, value=bare)
    if isinstance(one.value, float) and not isinstance(one.value, bool):
        return _pieces(page, one)
    one = told_lacking(page, one)
    if not isinstance(one.value, str) or one.op not in ("=", "has", "!=") or not page.lexicon.number_of(page.types):
        return one
    if one.value.startswith(WHOLE):
        return one
    column = page.lexicon.fields.get(one.field)
    ways = tuple(dict.fromkeys(key(said) for said in (one.value, *equivalents(one.value))))
    if column is None:
        return _placed(page, one, ways) if one.field == one.value and page.types else one
    if column.kind == "text" and one.op == "!=":
        return _refused(page, one, column, ways)
    if column.kind != "text":
        return one
    if one.op == "has" and (part := _value_inside(page, one, column)) is not None:
        return replace(one, op="=", value=part)
    lacking = page.types and _yes_or_no(page, ways, {name.name for name in page.columns.absences.values()})
    if lacking:
        return replace(one, field=lacking.name, op="has", value=page.lexicon.called(lacking.name))
    held = _held(page, column, ways)
    if not held or page.columns.ranks("size").get(column.name, PART) < PART:
        return one
    if len(held) > 1:
        return replace(one, op="in", value=held)
    if one.op == "has" and lists_all(page.columns, column):
        return replace(one, value=held[0])
    return replace(one, op=_op(page, column), value=held[0])


def _refused(page: Page, one: Constraint, column: FieldWords, ways: Sequence[str]) -> Constraint:
    """A refused colour or material by all names that records have for it: who wants no leather wants no 真皮 and no
    牛皮."""
    named = (page.lexicon.values.get(way, {}).get(column.name) for way in ways) if _is_of_all(page, column) else ()
    held = {str(one.value), *(value.text for value in named if value is not None)}
    return replace(one, op="not_in", value=tuple(sorted(held))) if len(held) > 1 else one


def _value_inside(page: Page, one: Constraint, column: FieldWords) -> str | None:
    """The column's value that stands in the words which name the column: automatic duplex, 自动双面."""
    if not isinstance(one.value, str) or key(one.value) not in {key(name) for name in column.names}:
        return None
    said = one.said.casefold()
    parts = said.split() if said.isascii() else [part for at in range(2, len(said)) for part in (said[:at], said[at:])]
    for part in parts:
        value = page.lexicon.values.get(key(part), {}).get(column.name)
        if value is not None and value.held_by(page.types) and key(value.text) not in key(column.names[0]):
            return value.text
    return None


def _pieces(page: Page, one: Constraint) -> Constraint:
    """How many come in one pack, on the column that the wanted kind's records fill, or on none."""
    column = page.lexicon.fields.get(one.field)
    rank = page.columns.ranks("pieces").get(one.field, PART)
    counts = column is not None and (rank < PART or is_secondary(column.names[0])) and rank < 2 * PART
    named = one.field in page.columns.ranks("pieces") and counts
    if one.unit not in (None, "piece") or not page.types or not (named or one.field == PACK):
        return one
    listed = bool(page.lexicon.number_of(page.types))
    if listed and column is not None and column.held_by(page.types):
        return one
    own = page.columns.of_concept("pieces", ("number",), page.types) if listed else None
    if own is None or not own.held_by(page.types):
        return replace(one, field=PACK, unit=None)
    return replace(one, field=own.name, unit="piece" if "piece" in own.units else None)


def _placed(page: Page, one: Constraint, ways: Sequence[str]) -> Constraint:
    """A feature that no column is called by, on the column of the wanted kind that holds it as a value."""
    own = _yes_or_no(page, ways, page.lexicon.fields)
    if own is None and (no := told_by_no(page, one)) is not None:
        return no
    if own is not None:
        if one.op == "!=":
            return replace(one, field=own.name, op="=", value=False)
        return replace(one, field=own.name, op="has", value=page.lexicon.called(own.name))
    one = _bare(one) if one.op == "has" else one
    least = NO_CHANCE if page.lexicon.count >= LARGE else 1
    known, held = kind_of(str(one.value)) in ("value", "feature"), {}
    for way in ways:
        for name, value in page.lexicon.values.get(way, {}).items():
            called = page.lexicon.fields[name].names[0] if name in page.lexicon.fields else ""
            beside = not called or is_secondary(called) or is_compatibility(called)
            if (value.plain or known) and not beside and value.held_by(page.types) >= least:
                held.setdefault(name, value)
    if not held:
        measured = _measured(page, ways) if one.op == "has" else None
        return replace(one, field=measured.name) if measured is not None else one
    field = max(held, key=lambda name: (held[name].held_by(page.types), name))
    op = "!=" if one.op == "!=" else _op(page, page.lexicon.fields[field])
    return replace(one, field=field, op=op, value=held[field].text)


def _measured(page: Page, ways: Sequence[str]) -> FieldWords | None:
    """The wanted kind's column of figures that tells how much of a feature there is: 快充, 快充功率."""
    own = (one for one in page.lexicon.fields.values() if one.kind == "number" and one.held_by(page.types))
    begun = [one for one in own if any(_begins(key(one.names[0]), way) for way in ways)]
    return max(begun, key=lambda one: (one.held_by(page.types), one.name), default=None)


def _begins(name: str, feature: str) -> bool:
    return name.startswith(f"{feature} " if feature.isascii() else feature) and len(feature) > 1 and name != feature


def _bare(one: Constraint) -> Constraint:
    """A demand to have something by the name of what is had, where it is known by that: 带盖, 盖."""
    value = str(one.value)
    alike = (said for said in equivalents(value) if said.isascii() == value.isascii())
    bare = next((said for said in map(_had, (value, *alike)) if said), None)
    return replace(one, field=bare, value=bare) if bare else one


def _had(said: str) -> str | None:
    """What a known phrase says to have (带盖: 盖), where that is known too; None where it doesn't say so."""
    for word in sorted(dialogue().phrases["cues"]["with"], key=len, reverse=True):
        rest = said.removeprefix(word).strip()
        if not said.isascii() and said.startswith(word) and rest and kind_of(rest):
            return rest
    return None


def _yes_or_no(page: Page, ways: Sequence[str], among: Iterable[str]) -> FieldWords | None:
    """The yes/no column of the wanted kind that one of these words names."""
    names = {name for way in ways for name in page.lexicon.feature_words.get(way, ())}.intersection(among)
    held = [page.lexicon.fields[name] for name in sorted(names) if page.lexicon.fields[name].held_by(page.types)]
    return max(held, key=lambda column: (column.held_by(page.types), column.name), default=None)


def _op(page: Page, column: FieldWords) -> str:
    """Where few of the wanted products fill the column, titles may prove the value too; a list has its values."""
    if lists_all(page.columns, column):
        return "has"
    return "=" if page.columns.share(column, page.types) >= WELL_FILLED else "has"


def _held(page: Page, column: FieldWords, ways: Sequence[str]) -> tuple[str, ...]:
    """The value as the column writes it for the wanted kind, in whichever words it was said: all spellings that records
    of that kind have, else the commonest one; none where it has none."""
    named = (page.lexicon.values.get(way, {}).get(column.name) for way in ways)
    found = {value.text: value for value in named if value is not None}
    if len(found) < 2 or not _is_of_all(page, column):
        return tuple(found)[:1]
    own = [value.text for value in found.values() if page.types and value.held_by(page.types)]
    return tuple(sorted(own)) or (max(found, key=lambda text: (found[text].held_by(()), text)),)


def _is_of_all(page: Page, column: FieldWords) -> bool:
    """Whether a column tells what all goods have one of, so that two words of one meaning are the same of it."""
    return any(page.columns.ranks(concept).get(column.name, PART) < PART for concept in SPELT)


def _says_only_column(page: Page, one: Constraint) -> bool:
    """Whether a demand names a column of texts and nothing in it: "filter" beside "mineral filter"."""
    column = page.lexicon.fields.get(one.field)
    if column is None or column.kind != "text" or one.op != "has" or not isinstance(one.value, str):
        return False
    return key(one.value) in {key(name) for name in column.names}

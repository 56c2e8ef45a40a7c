"""Demands on what a product has or lacks: with Bluetooth, without touchscreen, waterproof."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.counted_parts import figure_before
from assistant.understanding.figures.figure_names import named_columns
from assistant.understanding.lexicon.columns import TELLING
from assistant.understanding.lexicon.field_names import is_secondary
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from assistant.understanding.message.praise import is_called_good
from assistant.understanding.message.reading import Span
from assistant.understanding.qualities.features.asking import BOUNDS, NEAR, asked_for
from assistant.understanding.qualities.features.called_values import value_called
from assistant.understanding.qualities.features.coming_along import is_included
from assistant.understanding.qualities.features.feature_columns import RARE, catalogue_word, column_for
from assistant.understanding.qualities.features.near_words import WELL_FILLED as READ
from assistant.understanding.qualities.values.series import at_least_of
from catalog.measures import dimension
from catalog.product import Constraint, Value

MOSTLY = 0.5
"""An everyday word is a feature where so many of the wanted products tell whether they have it."""
SHORT = 3
"""Everyday words of no more letters than this, as "new" and "set", name no feature."""


def feature_demands(page: Page) -> list[Constraint]:
    """The demands for features, listed ones together under one denial."""
    found: list[Constraint] = []
    for index in range(len(page.spans)):
        if index in page.used or not _is_feature(page, index):
            continue
        members = [index]
        for at in page.group(index, "feature") + page.group(index, "thing"):
            if at not in members and _is_feature(page, at):
                members.append(at)
        members.sort()
        if len(members) == 1 and (
            _leads_to_figure(page, index) or _leads_to_grade(page, index) or _shades_colour(page, index)
        ):
            page.take(members)
            continue
        refusal, soft = denied(page, members), softened(page, members)
        for at in members:
            words = (*(refusal or ()), at) if at == members[0] else (at,)
            said = page.said(words)
            found.append(_demand(page, at, bool(refusal), not soft, said))
        page.take((*members, *(refusal or ()), *(soft or ())))
    return found


def _shades_colour(page: Page, index: int) -> bool:
    """Whether a word says which shade of the colour right behind it is meant: warm beige."""
    shades = {key(said) for said in dialogue().phrases["word_forms"].get("shades", ())}
    coloured = index + 1 < len(page) and "colour" in page.spans[index + 1].roles.get("tint", ())
    return coloured and page.spans[index].key in shades


def _leads_to_figure(page: Page, index: int) -> bool:
    """Whether a thing is named only to say how much of it: a processor of at least 2.4 GHz."""
    for at in range(index + 1, min(len(page), index + 1 + NEAR)):
        span = page.spans[at]
        if span.quantity is not None:
            measured = span.quantity.unit not in (None, "piece") and at in page.used
            alone = page.spans[index].latin and _stands_by_itself(page, index, at)
            joined = page.spans[index].latin or page.is_glued(at - 1) or at == index + 1
            glued = not page.spans[index].latin and span.start == page.spans[index].end  # 防摔2米: so much of it.
            return (glued or at > index + 1) and measured and joined and not alone
        if (
            "particle" in span.roles
            or not (page.is_filler(at) or page.is_glued(at) or span.cue(*BOUNDS))
            or span.cue("with")
        ):
            return False
    return False


def _leads_to_grade(page: Page, index: int) -> bool:
    """Whether a thing is named only to say how good it has to be, by a value written like a standard: 防水起码IPX4."""
    for at in range(index + 1, min(len(page), index + NEAR)):
        span = page.spans[at]
        held = any(value.held_by(page.types) for value in span.roles.get("value", {}).values())
        if held and any(map(str.isdigit, span.key)) and any(map(str.isalpha, span.key)):
            column = column_for(page, page.spans[index])
            return column is None or not column.held_by(page.types)
        if span.mark or not (page.is_filler(at) or span.cue(*BOUNDS)):
            return False
    return False


def _stands_by_itself(page: Page, index: int, figure: int) -> bool:
    """Whether products have or lack the thing, and none of its columns is measured in the figure's unit: with
    ethernet under 50 kilos."""
    quantity, column = page.spans[figure].quantity, column_for(page, page.spans[index])
    if quantity is None or column is None or column.kind != "boolean":
        return False
    named = (page.lexicon.fields[name] for name in named_columns(page, [index]) if name in page.lexicon.fields)
    measured = dimension(quantity.unit)
    return not any(
        one.kind == "number" and measured == dimension(one.unit) and one.held_by(page.types) for one in named
    )


def _demand(page: Page, index: int, refused: bool, firm: bool, said: str) -> Constraint:
    span = page.spans[index]
    column = column_for(page, span)
    value = span.roles.get("value", {}).get(column.name) if column is not None else None
    word = catalogue_word(page, span, column) if value is None else value.text
    counted = figure_before(page, index) if column is None and not refused else None
    if counted is not None:
        page.take([index - 1])
        return Constraint(word, "=", counted, None, firm, page.said([index - 1, index]))
    if column is None:
        name, op, text = value_called(page, word, page.reading.plain[span.start : span.end].strip())
        several, bound = at_least_of(page, index, text, name) if not refused and name != text else ((), [])
        if several:
            page.take(bound)
            return Constraint(name, "in", several, None, firm, page.said([index, *bound]))
        return Constraint(name, "!=" if refused else op, text, None, firm, said)
    if not refused:
        return Constraint(column.name, "has", word, None, firm, said)
    if column.kind == "text":
        return Constraint(column.name, "!=", word, None, firm, said)
    lacking: Value = False if column.kind == "boolean" else 0.0
    return Constraint(column.name, "=", lacking, None, firm, said)


def _is_feature(page: Page, index: int) -> bool:
    span = page.spans[index]
    if index in page.used or span.mark or (span.quantity is not None and not span.quantity.maybe_name):
        return False
    roles = span.roles
    if _names_colour(page, index) or _is_only_praised(page, index) or _names_column_of_value(page, index):
        return False
    if not {"feature", "thing", "field"} & roles.keys():
        if roles.get("known") != "feature":
            return _comes_with(page, index)
        inside = page.columns.inner.with_part(span.key, page.types)
        if inside is not None and page.columns.share(page.lexicon.fields[inside], page.types) >= READ:
            return False  # Telescopic: a word of one of their values.
    if {"type", "brand"} & roles.keys() and not asked_for(page, index):
        return False
    unlisted = roles.get("known") == "type" and not page.lexicon.number_of(page.types)
    if unlisted and "feature" not in roles and not asked_for(page, index):
        return False  # Of a kind that the shop lacks: a camera tripod has no camera.
    if span.cue("compatible", "compatible_after") and not ({"feature", "thing"} & roles.keys()):
        return False
    named = {"feature", "field"} if roles.get("known") == "feature" else {"feature"}
    if {"wish", "filler"} & roles.keys() and named & roles.keys() and _is_plain_word(span) and _well_held(page, span):
        return True
    if {"filler", "wish", "person", "ordinal", "pointing"} & roles.keys() or _is_measure(span):
        return _describes_kind(page, index)
    if "value" in roles and _is_value_here(page, span):
        return False
    if roles.get("concept") == {"charging_time"}:
        return any("type" in one.roles for one in page.spans[index + 1 : index + 2]) and bool(column_for(page, span))
    if "thing" in roles:
        return True
    if "feature" in roles:
        if not page.lexicon.number_of(page.types):
            word = span.latin and roles.get("known") != "feature" and " " not in page.said([index])
            counted = index > 0 and figure_before(page, index) is not None
            return len(span.key) > span.latin + 1 and (not word or counted or asked_for(page, index))
        column = column_for(page, span)
        told = column is not None and page.columns.share(column, page.types) >= RARE
        if told and (len(span.key) > span.latin + 1 or _is_coined(span.key)):
            return True
        return (asked_for(page, index) or roles.get("known") == "feature") and len(span.key) > 1
    if "field" in roles and (roles.get("known") != "feature" or _is_a_columns_name(page, span)):
        told = any(
            page.lexicon.fields[name].kind == "boolean" for name in roles["field"] if name in page.lexicon.fields
        )
        had = told or _counted(page, span) or roles.get("known") == "feature" or _tells_by_text(page, index)
        return had and asked_for(page, index)
    return True


def _is_only_praised(page: Page, index: int) -> bool:
    """Whether it is called good, and no column tells whether goods have it: a laptop with a nice keyboard."""
    if not is_called_good(page, index):
        return False
    column = column_for(page, page.spans[index])
    return column is None or column.kind == "text"


def _names_column_of_value(page: Page, index: int) -> bool:
    """Whether a kind's name only says of which column the value right before it is: an English keyboard."""
    if index == 0 or "type" not in page.spans[index].roles or not page.spans[index].latin:
        return False
    called = set(page.columns.containing(page.spans[index].key))
    return bool(called & page.spans[index - 1].roles.get("value", {}).keys())


def _names_colour(page: Page, index: int) -> bool:
    """Whether the word colour right behind a thing makes a colour of it: with wine color."""
    after = page.spans[index + 1] if index + 1 < len(page) else None
    named = after is not None and after.latin and after.cue("colour") and "colour" in after.roles.get("concept", ())
    return named and any(page.spans[at].cue("with", "colour") for at in page.before(index, 1))


def _comes_with(page: Page, index: int) -> bool:
    """Whether a thing that is sold by itself too is to come with what is wanted: a grill with a cover."""
    span = page.spans[index]
    kind = "type" in span.roles or span.roles.get("known") == "type"
    kind = kind and not (span.latin and any(_goes_on(one) for one in page.spans[index + 1 : index + 2]))
    if not kind or {"filler", "cue", "person", "wish", "concept", "ordinal"} & span.roles.keys():
        return False
    before = page.spans[index - 1] if index else None
    after = index + 1
    parted = after < len(page) and "attributive" in page.spans[after].roles.get("particle", ())
    others = page.spans[after:] if parted else page.spans[: max(0, index - 1)]  # 带坐垫的餐椅
    named = any("type" in one.roles or one.roles.get("known") == "type" for one in others)
    at = index - 1
    while at > 0 and page.is_filler(at) and not page.spans[at].cue("with"):
        at -= 1
    comes = named and page.spans[at].cue("with") and not page.spans[at].cue("want", "not")
    return before is not None and (comes or (span.latin and is_included(page, index)))


def _goes_on(after: Span) -> bool:
    """Whether the word behind a kind makes another name of both: a juice groove is no juice."""
    return "type" in after.roles or (after.latin and not (after.roles or after.mark or after.quantity))


def _is_plain_word(span: Span) -> bool:
    everyday = "filler" in span.roles and span.latin and len(span.key) > SHORT
    return everyday or any(level == "words" for _, level in span.roles.get("wish", ()))


def _well_held(page: Page, span: Span) -> bool:
    """Whether a yes/no column of the wanted kind is called so: a silent mouse, where mice are silent or not."""
    column = column_for(page, span)
    return column is not None and column.kind == "boolean" and page.columns.share(column, page.types) >= MOSTLY


def _describes_kind(page: Page, index: int) -> bool:
    """Whether an everyday word is a feature: right before a kind whose records tell of it (a colour printer), or by
    itself between commas."""
    span, after = page.spans[index], index + 1
    alone = index > 0 and page.spans[index - 1].mark and (after >= len(page) or page.spans[after].mark)
    before_kind = after < len(page) and "type" in page.spans[after].roles
    if "thing" not in span.roles or not (alone or before_kind):
        return False
    column = page.columns.of_concept(min(span.roles["thing"]), ("boolean",), page.types)
    return column is not None and page.columns.share(column, page.types) >= TELLING


def _is_coined(said: str) -> bool:
    """Whether letters and digits stand together, as in names of standards (5G)."""
    return said.isascii() and any(map(str.isdigit, said)) and any(map(str.isalpha, said))


def _is_measure(span: Span) -> bool:
    concepts = span.roles.get("concept", frozenset())
    return bool(concepts) and "thing" not in span.roles and "feature" not in span.roles


def _is_a_columns_name(page: Page, span: Span) -> bool:
    """Whether a column is called by the whole phrase: "battery powered" is no name of "batteries included"."""
    fields = (page.lexicon.fields[name] for name in span.roles["field"] if name in page.lexicon.fields)
    return any(span.key in {key(called) for called in one.names} for one in fields)


def _counted(page: Page, span: Span) -> bool:
    return any(one.held_by(page.types) and not one.units for one in page.columns.named(span.key, ("number", "boolean")))


def _tells_by_text(page: Page, index: int) -> bool:
    """Whether a text column of the wanted kind is called so, and no value or figure of it stands beside: without
    suspension."""
    span = page.spans[index]
    beside = [page.spans[at] for at in (*page.before(index, 2), *page.after_figures(index, 2))]
    beside = [one for one in beside if "type" not in one.roles]
    if "concept" in span.roles or any("value" in one.roles for one in beside) or column_for(page, span) is None:
        return False
    follows = page.spans[index + 1 : index + 3]
    return not any(one.quantity is not None for one in follows) and not any(
        page.lexicon.fields[name].kind != "text" for name in span.roles["field"] if name in page.lexicon.fields
    )


def _is_value_here(page: Page, span: Span) -> bool:
    """Whether the wanted products have it as a text value rather than as a yes/no column."""
    held = {
        name: value.held_by(page.types)
        for name, value in span.roles["value"].items()
        if name in page.lexicon.fields and not is_secondary(page.lexicon.fields[name].names[0])
    }
    best = max(held, key=lambda name: held[name], default=None)
    if best is None or not held[best]:
        return False
    column = column_for(page, span)
    return column is None or held[best] > column.held_by(page.types)

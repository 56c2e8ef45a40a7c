"""Words that name a kind, and here only a part or a measure of what is wanted already."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.columns import PART
from assistant.understanding.lexicon.field_names import word_keys
from assistant.understanding.message.degrees import degree_of
from assistant.understanding.message.page import Page
from assistant.understanding.wants.naming.near_kinds import are_only_near

REACH = 4
QUALITIES = ("feature", "value")
FEW, SOME = 3, 0.1
"""So many products of the wanted kind, and this share of them, make a value a usual one."""


def is_part_of_want(page: Page, index: int) -> bool:
    """Whether a word that also names a kind is said of what is wanted already: a monitor, then "with speakers"."""
    span, want = page.spans[index], page.state.want
    if want is None or not want.types:
        return False
    if {"concept", "field"} & span.roles.keys() and _is_measure_of_want(page, index, want.types):
        return True
    if "type" not in span.roles and _is_feature_of(page, index, want.types):
        return True
    if _is_in_value(page, index, want.types) or _is_where_allowed(page, index, want.types):
        return True
    # A tower fan, of fans, and no other word for the whole kind: a small laptop.
    sort_of_it = set(span.roles.get("type", ())) == set(want.types) and are_only_near(page, [index])
    if is_usual_value(page, index) and (sort_of_it or _is_said_alone(page, index)):
        return True
    if _is_before_one(page, index, want.types):
        return True
    if _is_held(page, index) or _is_column_of_value(page, index) or _is_part_of_column(page, index, want.types):
        return True
    if not {"feature", "thing"} & span.roles.keys():
        return False
    fields = [page.lexicon.fields[name] for name in span.roles.get("feature", ()) if name in page.lexicon.fields]
    for thing in sorted(span.roles.get("thing", frozenset())):
        column = page.columns.of_concept(thing, ("boolean", "number"), want.types)
        fields += [column] if column is not None else []
    if not any(field.held_by(want.types) for field in fields):
        return False
    for at in page.before(index, REACH):
        if page.spans[at].cue("with", "not") or "forget" in page.spans[at].roles:
            return True
        if not page.is_filler(at):
            return False
    return any("forget" in page.spans[at].roles for at in page.after(index, 2))


def is_usual_value(page: Page, index: int) -> bool:
    """Whether a word that names a kind as well is a usual value of the goods that are wanted already: a tower, of
    uninterruptible power supplies."""
    types = page.state.want.types if page.state.want is not None else ()
    total = page.lexicon.number_of(types) if types else 0
    held = [one.held_by(types) for one in page.spans[index].roles.get("value", {}).values()]
    if any(held) and set(page.spans[index].roles.get("type", ())) == set(types) and are_only_near(page, [index]):
        return True  # A tower fan, of fans.
    return any(count >= max(FEW, SOME * total) for count in held if total)


def _is_before_one(page: Page, index: int, types: Sequence[str]) -> bool:
    """Whether "one" follows a word of another kind, so that it says which of the wanted goods: a battery one."""
    after = page.spans[index + 1] if index + 1 < len(page) else None
    other = not set(page.spans[index].roles.get("type", ())) & set(types)
    return other and after is not None and after.latin and "one" in after.roles.get("pointing", ())


def _is_said_alone(page: Page, index: int) -> bool:
    """Whether nothing but small words stands beside it, but what is refused, and none that asks for goods or goes on
    to others: SSD, not HDD."""
    refused = next((at for at in range(index + 1, len(page)) if page.spans[at].cue("not", "not_after")), len(page))
    others = [at for at, span in enumerate(page.spans[:refused]) if at != index and not span.mark]
    told = ("soft", "soft_after", "firm", *(("want",) if refused < len(page) - 1 else ()))
    small = all(page.is_filler(at) or page.spans[at].cue(*told) for at in others)
    return small and not dialogue().matches("goes_on_to", page.reading.plain)


def _is_in_value(page: Page, index: int, types: Sequence[str]) -> bool:
    """Whether a kind that the shop lacks is a word of a value of the wanted goods: a chain, of locks."""
    span = page.spans[index]
    asked = index > 0 and page.spans[index - 1].cue("want")
    return "type" not in span.roles and not asked and page.columns.inner.with_part(span.key, types) is not None


def _is_where_allowed(page: Page, index: int, types: Sequence[str]) -> bool:
    """Whether a kind that the shop lacks follows what the wanted goods have, in a message about them: it must be
    allowed in carry-on luggage."""
    if index == 0 or "type" in page.spans[index].roles or not dialogue().matches("of_wanted", page.reading.plain):
        return False
    return _is_feature_of(page, index - 1, types)


def _is_feature_of(page: Page, index: int, types: Sequence[str]) -> bool:
    """Whether the wanted goods' records tell of a thing called so: a lumbar support, of office chairs."""
    fields = (page.lexicon.fields.get(name) for name in page.spans[index].roles.get("feature", ()))
    return any(one is not None and one.held_by(types) for one in fields)


def _is_measure_of_want(page: Page, index: int, types: Sequence[str]) -> bool:
    """Whether a word that also names a kind is a column of what is wanted, and figured, wished or taken back here."""
    span = page.spans[index]
    names = {name for concept in sorted(span.roles.get("concept", frozenset())) for name in page.columns.ranks(concept)}
    fields = (page.lexicon.fields.get(name) for name in names | set(span.roles.get("field", ())))
    if not any(one is not None and one.kind == "number" and one.held_by(types) for one in fields):
        return False
    near = [*page.after(index, 3), *page.before(index, 3)]
    told = degree_of(page, index) is not None
    told = told or any({"wish", "forget"} & page.spans[at].roles.keys() for at in near)
    return told or any(page.spans[at].quantity for at in range(index + 1, min(len(page), index + 4)))


def _is_held(page: Page, index: int) -> bool:
    """Whether a word names what is demanded already, and something is to be forgotten: remove the battery limit."""
    near = (*page.before(index, REACH), *page.after(index, 2))
    if not any("forget" in page.spans[at].roles for at in near):
        return False
    roles = page.spans[index].roles
    named = {name for one in roles.get("concept", ()) for name, rank in page.columns.ranks(one).items() if rank < PART}
    named |= set(roles.get("field", ()))
    return any(one.field in named for one in page.state.ledger)


def _is_part_of_column(page: Page, index: int, types: Sequence[str]) -> bool:
    """Whether a kind that the shop lacks is in the name of a column of the wanted goods: a hammer's wooden handle."""
    span = page.spans[index]
    if "type" in span.roles or index == 0 or page.spans[index - 1].cue("want"):
        return False
    fields = (page.lexicon.fields.get(name) for name in page.columns.containing(span.key))
    return any(one is not None and one.held_by(types) for one in fields)


def _is_column_of_value(page: Page, index: int) -> bool:
    """Whether the word beside it is a value of the wanted goods in a column called so: AMD processor, of a laptop."""
    want = page.state.want
    for at in (index - 1, index + 1):
        if not 0 <= at < len(page) or want is None:
            continue
        for name, value in page.spans[at].roles.get("value", {}).items():
            field = page.lexicon.fields.get(name)
            if field is not None and value.held_by(want.types) and page.ways(index) & {*word_keys(field.names[0])}:
                return True
    return False


def is_part_described(page: Page, index: int) -> bool:
    """Whether a message ends by saying how a part of what is wanted already has to be, though the shop sells such parts
    too: 镀金接头的, of a cable."""
    span, want = page.spans[index], page.state.want
    if index == 0 or want is None or not want.types or span.latin or set(span.roles.get("type", ())) & set(want.types):
        return False
    before = page.spans[index - 1]
    told = bool({"value", "feature", "tint"} & before.roles.keys()) or before.roles.get("known") in QUALITIES
    if not told or before.end != span.start or not dialogue().matches("describing", page.reading.plain[span.end :]):
        return False
    fields = (page.lexicon.fields.get(name) for name in page.columns.containing(span.key))
    return any(one is not None and one.held_by(want.types) for one in fields)


def counts_parts(page: Page, index: int) -> bool:
    """Whether a word that also names a kind is what the wanted goods' records count: a tent, then "two doors"."""
    want = page.state.want
    return want is not None and any(
        page.lexicon.fields[name].kind == "number" and page.lexicon.fields[name].held_by(want.types)
        for name in page.spans[index].roles.get("field", ())
        if name in page.lexicon.fields and want.types
    )

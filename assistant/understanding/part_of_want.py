"""Words that name a kind, and here only a part or a measure of what is wanted already."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.understanding.page import Page

REACH = 4


def is_part_of_want(page: Page, index: int) -> bool:
    """Whether a word that also names a kind is said of what is wanted already: a monitor, then "with speakers"."""
    span, want = page.spans[index], page.state.want
    if want is None or not want.types:
        return False
    if {"concept", "field"} & span.roles.keys() and _is_measure_of_want(page, index, want.types):
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


def _is_measure_of_want(page: Page, index: int, types: Sequence[str]) -> bool:
    """Whether a word that also names a kind is a column of what is wanted, and figured, wished or taken back here."""
    span = page.spans[index]
    names = {name for concept in sorted(span.roles.get("concept", frozenset())) for name in page.columns.ranks(concept)}
    fields = (page.lexicon.fields.get(name) for name in names | set(span.roles.get("field", ())))
    if not any(one is not None and one.kind == "number" and one.held_by(types) for one in fields):
        return False
    near = [*page.after(index, 3), *page.before(index, 3)]
    told = any({"wish", "forget"} & page.spans[at].roles.keys() for at in near)
    return told or any(page.spans[at].quantity for at in range(index + 1, min(len(page), index + 4)))

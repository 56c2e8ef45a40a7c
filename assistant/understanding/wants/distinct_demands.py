"""What one message adds to a need: each demand once, none that it refuses itself, no other subject by chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from catalog.product import Constraint


def relative(demands: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """The demands that name a value; wishes for less or more are left out."""
    return tuple(one for one in demands if one.value is not None)


def goes_on(page: Page, rest: Sequence[int]) -> bool:
    """Whether words that nothing knows speak of what is wanted already, so that they name nothing new: one that plays
    in under an hour."""
    measured = any(span.quantity is not None and not span.quantity.maybe_name for span in page.spans)
    if any(span.cue("want") for span in page.spans):
        return False
    types = page.state.want.types if page.state.want is not None else ()
    named = (name for at in rest for name in page.columns.containing(page.spans[at].key))
    if types and any(name in page.lexicon.fields and page.lexicon.fields[name].held_by(types) for name in named):
        return True  # US layout pls: a word of a column of the wanted goods.
    if types and rest and page.columns.inner.with_part(page.spans[rest[0]].key, types) is not None:
        return True  # A chain is safer: a word of one of their values.
    spoken_of = any(dialogue().matches(name, page.reading.plain) for name in ("of_wanted", "either_way"))
    return spoken_of or (measured and len(rest) < len(page.spans) - 1)


def indifferent(page: Page, demands: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """The demands without things of which one or the other will do: corded or cordless, I don't care."""
    start, end = dialogue().matched("both_ways", page.reading.plain)
    demands = [
        one for one in demands if not end or not one.said or one.said.casefold() not in page.reading.plain[start:end]
    ]
    start, end = dialogue().matched("if_lacking", page.reading.plain)
    condition = page.reading.plain[start:end]
    met = [one for one in demands if one.op in ("!=", "not_in") and one.said and one.said.casefold() in condition]
    if len(met) < len(demands):
        demands = [one for one in demands if one not in met]  # If there's no white one, black: white is no refusal.
    had = [one for one in demands if one.firm and (one.op == "has" or one.value is False)]
    joined = any(span.cue("or") and not span.cue("and") for span in page.spans)
    if not had or not joined or not dialogue().matches("either_way", page.reading.plain):
        return tuple(demands)
    return tuple(one for one in demands if one not in had)


def distinct(demands: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """Each demand once; what the same message refuses is no demand: not grey, our floor is grey."""
    refused = {(one.field, str(one.value)) for one in demands if one.op == "!="}
    meant = [one for one in demands if one.op not in ("=", "has") or (one.field, str(one.value)) not in refused]
    told = {str(one.value) for one in meant if one.field != one.value}
    meant = [one for one in meant if one.field != one.value or str(one.value) not in told]
    return tuple({(one.field, one.op, str(one.value)): one for one in _alternatives(meant)}.values())


def _alternatives(demands: Sequence[Constraint]) -> list[Constraint]:
    """The demands, those for different values of one column as one for either: Sony Samsung, 红色 蓝色."""
    found: dict[object, Constraint] = {}
    for place, one in enumerate(demands):
        names = one.op in ("=", "in") and one.firm and all(isinstance(value, str) for value in _several(one.value))
        group: object = one.field if names else place
        earlier = found.get(group)
        if earlier is None:
            found[group] = one
            continue
        values = tuple(dict.fromkeys([*_several(earlier.value), *_several(one.value)]))
        value = values if len(values) > 1 else values[0]
        found[group] = replace(earlier, op="in" if len(values) > 1 else "=", value=value)
    return list(found.values())


def _several(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)

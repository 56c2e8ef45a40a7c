"""Values that the wanted goods' records only hold as part of longer ones: Core i7, of i7-10750H."""

from __future__ import annotations

from dataclasses import replace

from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from assistant.understanding.qualities.values.series import at_least_of
from catalog.languages.lexicon import equivalents
from catalog.product import Constraint

OTHER = frozenset({"type", "brand", "filler", "cue", "ordinal", "person", "wish"})


def longer_value_demands(page: Page) -> list[Constraint]:
    """The demands on values that stand in longer ones of the wanted kind, and in no other column of it."""
    found: list[Constraint] = []
    first, last = 0, -1
    for index, span in enumerate(page.spans):
        if index in page.used or span.quantity is not None or span.mark or OTHER & span.roles.keys():
            continue
        if not page.types or any(one.held_by(page.types) for one in span.roles.get("value", {}).values()):
            continue
        value = page.reading.text[span.start : span.end].strip()
        inner = page.columns.inner
        field = inner.with_phrase(value, page.types)
        if field is None:
            ended = next(
                (one for way in (value, *equivalents(value)) if (one := inner.ended_by_name(way, page.types))), None
            )
            if ended is None:
                continue
            field, value = ended
        refusal, soft = denied(page, [index]), softened(page, [index])
        if (
            found
            and last is not None
            and not refusal
            and found[-1].op in ("=", "in")
            and _or_between(page, last, index)
        ):
            before = found[-1].value if isinstance(found[-1].value, tuple) else (found[-1].value,)
            shared = inner.with_phrase(value, page.types, str(before[0]))
            if shared is not None:
                page.take((index, *(soft or ())))
                said, last = page.said([first, index]), index
                found[-1] = replace(found[-1], field=shared, op="in", value=(*before, value), said=said)
                continue
        first = last = index
        several, bound = at_least_of(page, index, value, field) if not refusal else ((), [])
        page.take((index, *(refusal or ()), *(soft or ()), *bound))
        said = page.said((*(refusal or ()), index, *bound))
        op = "!=" if refusal else "in" if several else "="
        found.append(Constraint(field, op, several or value, None, not soft, said))
    return found


def _or_between(page: Page, last: int, index: int) -> bool:
    """Whether only a word for "or" stands between two phrases."""
    between = range(last + 1, index)
    return bool(between) and all(page.spans[at].cue("or") or page.is_filler(at) for at in between)

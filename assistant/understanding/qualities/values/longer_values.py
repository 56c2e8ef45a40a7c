"""Values that the wanted goods' records only hold as part of longer ones: Core i7, of i7-10750H."""

from __future__ import annotations

from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from catalog.languages.lexicon import equivalents
from catalog.product import Constraint

OTHER = frozenset({"type", "brand", "filler", "cue", "ordinal", "person", "wish"})


def longer_value_demands(page: Page) -> list[Constraint]:
    """The demands on values that stand in longer ones of the wanted kind, and in no other column of it."""
    found: list[Constraint] = []
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
        page.take((index, *(refusal or ()), *(soft or ())))
        said = page.said((*(refusal or ()), index))
        found.append(Constraint(field, "!=" if refusal else "=", value, None, not soft, said))
    return found

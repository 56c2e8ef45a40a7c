"""Things of the shop's own that a figure counts as parts of what is wanted: a bookcase with 5 shelves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon

if TYPE_CHECKING:
    from assistant.understanding.message.reading import Span


def with_counted_things(spans: Sequence[Span], lexicon: CatalogueLexicon) -> tuple[Span, ...]:
    """The phrases; a kind right behind a bare figure that a column counts is no kind where another one is named."""
    found = list(spans)
    for at in range(1, len(found)):
        span, figure = found[at], found[at - 1].quantity
        bare = figure is not None and not (figure.unit or figure.currency)
        if not bare or "type" not in span.roles or not _is_counted(span, lexicon):
            continue
        if any("type" in other.roles for place, other in enumerate(found) if place != at):
            found[at] = replace(span, roles={role: told for role, told in span.roles.items() if role != "type"})
    return tuple(found)


def _is_counted(span: Span, lexicon: CatalogueLexicon) -> bool:
    """Whether a column without unit tells how many of these there are."""
    fields = (lexicon.fields.get(name) for name in span.roles.get("field", ()))
    return any(one is not None and one.kind == "number" and not one.units for one in fields)

"""What a message wants, beside what was wanted before."""

from __future__ import annotations

from dataclasses import replace

from assistant.understanding.message.page import Page
from assistant.understanding.wants.distinct_demands import goes_on
from assistant.understanding.wants.naming.denied_want import is_denied
from assistant.understanding.wants.naming.mentions import asks_anew
from assistant.understanding.wants.naming.praised_part import is_praised_part
from assistant.understanding.wants.want import kind_of_word, narrowed, want_of
from assistant.vocabulary import Want


def want_here(page: Page, heads: list[int], foreign: int | None, rest: list[int], other: bool) -> Want | None:
    """The want that the heads, a foreign word after them or else the words left over name; `other` tells that the
    message says something else too, which may be all it says."""
    if foreign is not None:
        page.take(heads)
        said = page.said([*heads, foreign])
        words = [index for index in rest if index != foreign]
        named = want_of(page, (), [*heads, foreign, *words])
        types = kind_of_word(page, page.spans[foreign].key)
        return replace(named, name=said.casefold(), types=types) if named else None
    if heads:
        return want_of(page, heads, rest)
    need = page.state.want is not None or bool(page.state.ledger)
    if other and need:
        return None
    if need and any(is_praised_part(page, at) for at in rest):
        return None
    if need and (page.state.pending is not None or goes_on(page, rest) or (rest and is_denied(page, rest[0]))):
        return None
    return narrowed(page, want_of(page, (), rest)) if not need or asks_anew(page, rest) else None

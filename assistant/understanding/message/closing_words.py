"""Words that close the bound of a figure before them (a 50 euro cap), and else name a thing (a red cap)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.understanding.message.reading import Span

CLOSING = frozenset({"at_most_after", "at_least_after", "about_after", "range_after"})
REACH = 4
KINDS = frozenset({"type", "known"})


def closes(roles: Mapping[str, Any]) -> bool:
    """Whether the phrase is nothing else than the end of a bound, as far as its language tells."""
    cues = roles.get("cue", frozenset())
    return bool(cues) and cues <= CLOSING and not {"filler", "number"} & roles.keys()


def without_loose_ends(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The phrases, each that may be a kind or the end of a bound as the one that it is here."""
    found = list(spans)
    for at, span in enumerate(found):
        named = "type" in span.roles or span.roles.get("known") == "type"
        if not named or not closes(span.roles):
            continue
        measured = any(one.quantity is not None for one in found[max(0, at - REACH) : at])
        kept = {role: value for role, value in span.roles.items() if role not in (KINDS if measured else {"cue"})}
        found[at] = replace(span, roles=kept)
    return tuple(found)

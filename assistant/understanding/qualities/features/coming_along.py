"""Words behind a thing that tell that it comes along with the goods: a strap included."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import places
from assistant.understanding.lexicon.fixed_roles import dialogue_roles
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span

NEAR = 5
"""So many phrases may lie between a thing and the word that tells it."""


def is_included(page: Page, index: int) -> bool:
    """Whether a word behind the thing, or behind others listed with it, tells that it comes along: a strap included."""
    for at in range(index + 1, min(len(page), index + 1 + NEAR)):
        span = page.spans[at]
        if span.cue("with_after"):
            return True
        if span.mark or not (span.cue("and") or listable(page.spans, at)):
            return False
        words = page.reading.plain[span.start : span.end].split()
        if len(words) > 1 and "with_after" in dialogue_roles(places()).get(key(words[-1]), {}).get("cue", ()):
            return True
    return False


def listable(spans: Sequence[Span], at: int) -> bool:
    """Whether a phrase may stand in a list of what the goods have."""
    return bool({"feature", "thing", "value"} & spans[at].roles.keys())

"""Where a wording stands in a request: `before` the kind ("HP laptop"), `after` it, or `apart`, a clause of its own."""

from __future__ import annotations

BEFORE, AFTER, APART = "before", "after", "apart"
Wordings = dict[str, tuple[tuple[str, str], ...]]


def placed(place: str, *texts: str) -> tuple[tuple[str, str], ...]:
    """The texts, each with its place."""
    return tuple((place, text) for text in texts)

"""Names of a series that count up, where one asks for so far or further: an i5 at least is i5, i7 or i9."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.understanding.lexicon.field_names import word_keys
from assistant.understanding.message.page import Page

COUNTED = re.compile(r"([^\d.]*)(\d+(?:\.\d+)?)")
"""A name's last word: what the series is called, and the number in it."""
REACH = 3
FURTHEST = 20.0
"""Names that count up are numbered so far at most: i9, Wi-Fi 7, Windows 11, DDR5; others are model numbers."""


def at_least_of(page: Page, index: int, said: str, field: str) -> tuple[tuple[str, ...], list[int]]:
    """The names of the column's series from the one said on, and the phrases that ask for further ones too; none where
    nothing does or the column has no others."""
    bounds = [at for at in page.after(index, REACH) if page.spans[at].cue("at_least_after")]
    bounds += [at for at in page.before(index, REACH) if page.spans[at].cue("at_least")]
    free = [at for at in bounds if at not in page.used]
    if not free or any(page.spans[at].quantity for at in range(min(index, free[0]) + 1, max(index, free[0]))):
        return (), []
    beyond = page.spans[free[0]].cue("strict") and not page.spans[free[0]].cue("at_least_after")
    further = _further(said, _values_of(page, field), beyond)
    names = further if beyond else (said, *further)
    return (names, free[:1]) if further else ((), [])


def _further(said: str, values: Iterable[str], beyond: bool) -> tuple[str, ...]:
    """The names of the same series with a higher number, in the words that were said."""
    *stem, last = word_keys(said) or [""]
    own = COUNTED.fullmatch(last)
    if own is None or float(own[2]) > FURTHEST:
        return ()
    found: dict[float, str] = {}
    for text in values:
        words = word_keys(text)
        for at, word in enumerate(words):
            other = COUNTED.fullmatch(word)
            if other is None or other[1] != own[1] or list(words[max(0, at - len(stem)) : at]) != stem:
                continue
            number = float(other[2])
            if float(own[2]) < number <= FURTHEST:
                before, _, after = said.rpartition(own[2])
                found[number] = f"{before}{other[2]}{after}"
    return tuple(found[number] for number in sorted(found))


def _values_of(page: Page, field: str) -> Sequence[str]:
    """The values of the column that the wanted kind's records have."""
    held = (columns.get(field) for columns in page.lexicon.values.values())
    return sorted({one.text for one in held if one is not None and one.held_by(page.types)})

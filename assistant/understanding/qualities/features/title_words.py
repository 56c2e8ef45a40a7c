"""Words beside the kind that nothing else knows, but that some of the kind's titles say: an air fryer with a window."""

from __future__ import annotations

from collections.abc import Collection

from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from assistant.understanding.wants.want import leftover
from catalog.product import Constraint

MOST = 0.9
"""What more of a kind's titles say belongs to its name."""
SHORTEST, SHORTEST_OTHER = 4, 2
"""Letters of a Latin word, and signs of another script, that say enough."""


def title_demands(page: Page, heads: Collection[int]) -> list[Constraint]:
    """What records of the wanted kind say in their titles, asked for in the same words."""
    total = page.lexicon.number_of(page.types)
    if not heads or not total:
        return []
    found = []
    for run in _runs(page):
        said = page.said(run)
        if not _is_beside(page, run, heads) or denied(page, run):
            continue
        if 0 < _titles(page, run, said) <= MOST * total:
            soft = softened(page, run)
            page.take((*run, *(soft or ())))
            found.append(Constraint(said, "has", said, None, not soft, said))
    return found


def _runs(page: Page) -> list[list[int]]:
    """The words that nothing knows, those that follow each other together."""
    runs: list[list[int]] = []
    for at in leftover(page):
        span = page.spans[at]
        if span.roles or not span.key.isalpha() or page.is_inside_word(at):
            continue
        if runs and at == runs[-1][-1] + 1 and page.spans[at - 1].latin is span.latin:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _is_beside(page: Page, run: list[int], heads: Collection[int]) -> bool:
    """Whether it stands before the kind, or behind the word that says what comes with it."""
    after, before = run[-1] + 1, run[0] - 1
    while after < len(page) and after not in heads and page.is_filler(after):
        after += 1
    return after in heads or (before >= 0 and page.spans[before].cue("with"))


def _titles(page: Page, run: list[int], said: str) -> int:
    """How many titles of the wanted kinds may say all of the words."""
    if page.spans[run[0]].latin:
        if any(len(page.spans[at].key) < SHORTEST for at in run):
            return 0
        counts = [page.lexicon.names.get(page.spans[at].key, {}) for at in run]
    elif len(said) < SHORTEST_OTHER:
        return 0
    else:
        counts = [page.lexicon.told.get(said, {})]
    return min(sum(count.get(type_, 0) for type_ in page.types) for count in counts)

"""Parts that no lexicon knows, told by the word before them, of kinds that the shop lacks: a rug with tassels."""

from __future__ import annotations

from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from catalog.languages.spelling import spellings
from catalog.product import Constraint

SHORTEST = 4
"""A shorter word that nothing knows may be a slip of a little one."""


def unknown_part_demands(page: Page) -> list[Constraint]:
    """What is wanted has to have the things named by words in the plural that nothing has read."""
    if not page.types or page.lexicon.number_of(page.types):
        return []
    found = []
    for index in range(1, len(page)):
        if not (page.spans[index - 1].cue("with") and _is_unread(page, index)) or _goes_on(page, index + 1):
            continue
        refusal, soft = denied(page, [index]), softened(page, [index])
        word, said = page.said([index]).casefold(), page.said((*(refusal or ()), index))
        page.take((index, *(refusal or ()), *(soft or ())))
        found.append(Constraint(word, "!=" if refusal else "has", word, None, not soft, said))
    return found


def _is_unread(page: Page, index: int) -> bool:
    span = page.spans[index]
    if span.roles or span.mark or not span.latin or span.quantity is not None or index in page.used:
        return False
    written = page.reading.plain[span.start : span.end]
    several = written != span.key and written.startswith(span.key)
    return len(written) >= SHORTEST and several and any(one.ordinary(written) for one in spellings())


def _goes_on(page: Page, at: int) -> bool:
    """Whether the word only describes the next one, which nothing knows either: with sliced almonds."""
    return at < len(page) and not page.spans[at].mark and not page.spans[at].roles

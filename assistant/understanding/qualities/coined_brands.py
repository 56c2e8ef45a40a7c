"""Brands that nothing knows: a word that is none of its language's, before what is wanted (a Vantorel tripod)."""

from __future__ import annotations

from assistant.understanding.message.page import Page
from assistant.understanding.qualities.meant_for import is_meant_for
from catalog.languages.spelling import Spelling, spellings
from catalog.product import Constraint

SHORTEST = 5
"""A shorter word that nothing knows may be a measure, a size or a slip."""
LONG = 12
"""So long a word of two ordinary ones that no language knows is rather a maker's name: interestprint."""
PART = 3
"""A word made of two ordinary ones of at least so many letters is a word too: seagrass."""


def coined_brands(page: Page) -> list[Constraint]:
    """The one such word as a wish, since it can't be proved to be a brand; it stays among the words searched with."""
    if (
        page.state.want is not None
        or page.state.ledger
        or any("brand" in span.roles and not is_meant_for(page, at) for at, span in enumerate(page.spans))
    ):
        return []
    found = [index for index in range(len(page)) if _is_coined(page, index) and _stands_before_kind(page, index)]
    if len(found) != 1:
        return []
    said = page.said(found)
    return [Constraint("brand", "=", said, None, False, said)]


def _is_coined(page: Page, index: int) -> bool:
    span = page.spans[index]
    if span.roles or span.mark or not span.latin or span.quantity is not None or index in page.used:
        return False
    written = page.reading.plain[span.start : span.end]
    if len(written) < SHORTEST or not written.isalpha() or span.key in page.lexicon.names:
        return False
    return not any(_is_of(one, written) for one in spellings())


def _is_of(language: Spelling, written: str) -> bool:
    """Whether a word is one of the language, a slip of one, or made of its words."""
    if language.ordinary(written) or language.near(written):
        return True
    stems = (written.removesuffix(end) for end in language.endings if written.endswith(end))
    if any(len(stem) >= PART and (language.ordinary(stem) or language.ordinary(f"{stem}e")) for stem in stems):
        return True
    cuts = range(PART, len(written) - PART + 1) if len(written) < LONG else ()
    return any(language.ordinary(written[:at]) and language.ordinary(written[at:]) for at in cuts)


def _stands_before_kind(page: Page, index: int) -> bool:
    """Whether the words from it on end with a kind of goods, and nothing but descriptions stands between."""
    for at in range(index + 1, len(page)):
        span = page.spans[at]
        if "type" in span.roles or span.roles.get("known") == "type":
            return True
        if span.mark or span.quantity is not None or span.roles.get("cue") or page.is_filler(at):
            return False
    return False

"""Counts and sizes that only titles of the wanted kind tell: a 4 slice toaster, 拉拉裤L码."""

from __future__ import annotations

from assistant.understanding.lexicon.title_counts import counts_in
from assistant.understanding.message.amounts import amount_at
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from catalog.product import Constraint

SEVERAL = 2
"""A word that titles of the kind count in fewer ways is part of a name."""


def title_counts(page: Page) -> list[Constraint]:
    """The demands for these, where no column of the kind tells them; the words are used up."""
    total = page.lexicon.number_of(page.types)
    if not page.types or not total:
        return []
    found = []
    for start, end, _, word in counts_in(page.reading.plain):
        inside = [at for at, span in enumerate(page.spans) if span.start < end and span.end > start]
        if not inside or not page.used.isdisjoint(inside) or page.spans[inside[0]].start != start:
            continue
        if page.spans[inside[-1]].end > end or not _is_counted(page, word) or _is_told(page, word, inside):
            continue
        if denied(page, inside):
            continue
        soft = softened(page, inside)
        page.take((*inside, *(soft or ())))
        text = page.said(inside)
        found.append(Constraint(text, "has", text, None, not soft, text))
    return found


def _is_counted(page: Page, word: str) -> bool:
    """Whether titles of the kind tell the same of several figures."""
    ways = page.columns.inner.ways_counted.get(word, {})
    return sum(ways.get(type_, 0) for type_ in page.types) >= SEVERAL


def _is_told(page: Page, word: str, inside: list[int]) -> bool:
    """Whether a column of the kind is called so, a bound is set, or the word names the kind itself."""
    spans = [page.spans[at] for at in inside]
    if any("type" in span.roles or (span.quantity is not None and span.quantity.currency) for span in spans):
        return True
    if any(span.quantity is not None and amount_at(page, at).bounded for at, span in zip(inside, spans, strict=True)):
        return True
    named = (page.lexicon.fields.get(name) for name in page.lexicon.field_words.get(word, ()))
    sizes = page.columns.of_concept("size", ("text",), page.types) if not word.isascii() else None
    worn = sizes is not None and page.columns.share(sizes, page.types) > 0 and "size" in _concepts(page, inside)
    return worn or any(one is not None and one.held_by(page.types) for one in named)


def _concepts(page: Page, inside: list[int]) -> set[str]:
    return {concept for at in inside for concept in page.spans[at].roles.get("concept", ())}

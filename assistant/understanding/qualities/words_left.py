"""The words of a message that its demands and its kind of product leave over: what the shopper said in vain."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span
from assistant.understanding.qualities.values.named_values import is_described, unheard
from assistant.understanding.wants.want import leftover
from assistant.vocabulary import Intent

SHORTEST, SHORTEST_OTHER = 3, 2
"""Letters of a Latin word, and signs of another script, from which a word left over is worth telling."""
MOST = 3
DECIMALS = re.compile(r"\d[.,]\d")
NAMING = frozenset({"known", "feature", "thing", "value"})
"""Roles of a word that says something of goods, though no demand came of it."""


def said_in_vain(page: Page, intent: Intent) -> Intent:
    """The intent with the refusal that no demand holds, or else with the words left over."""
    refused = unheard(page)
    return replace(intent, unread=refused, left=() if refused else words_left(page))


def words_left(page: Page) -> tuple[str, ...]:
    """The shopper's own words, in order, of which nothing was made; three at most."""
    runs: list[list[int]] = []
    stuffs = _stuffs_left(page)
    left = {at for at in (*leftover(page), *_figures_left(page), *stuffs) if at not in page.used}
    for at in sorted({*left, *page.in_vain}):
        span = page.spans[at]
        if (
            at not in page.in_vain
            and at not in stuffs
            and (_tells_else(span) or not (span.quantity or span.key.isalnum()))
        ):
            continue
        if runs and _goes_on(page, runs[-1][-1], at):
            runs[-1].append(at)
        else:
            runs.append([at])
    told = [
        (page.said(run), page.spans[run[0]].latin, run[-1] in stuffs or is_described(page, run[-1])) for run in runs
    ]
    worth = [said for said, latin, alone in told if alone or len(said) >= (SHORTEST if latin else SHORTEST_OTHER)]
    return tuple(dict.fromkeys(worth))[:MOST]


def _tells_else(span: Span) -> bool:
    """Whether a word has a part in the message besides saying something of goods; the name of a column that is a value
    or a feature of goods as well (must scan) has none."""
    told = NAMING | {"field"} if {"value", "feature"} & span.roles.keys() else NAMING
    return bool(span.roles.keys() - told)


def _figures_left(page: Page) -> list[int]:
    """The figures with a unit, or written with decimals, that no demand holds."""
    return [at for at, span in enumerate(page.spans) if span.quantity and _is_exact(page, at) and at not in page.used]


def _stuffs_left(page: Page) -> list[int]:
    """The colours and materials that no demand holds, of a kind that the shop doesn't list."""
    if page.lexicon.number_of(page.types):
        return []
    meant = [at for at, span in enumerate(page.spans) if "tint" in span.roles and not page.is_filler(at)]
    return [
        at for at in meant if at not in page.used and not page.is_inside_word(at) and "cue" not in page.spans[at].roles
    ]


def _is_exact(page: Page, at: int) -> bool:
    span = page.spans[at]
    written = DECIMALS.search(page.reading.plain, span.start, span.end) is not None
    return span.quantity is not None and (span.quantity.unit is not None or (written and not span.quantity.currency))


def _goes_on(page: Page, before: int, at: int) -> bool:
    """Whether a word follows another with nothing but fillers between, or, without spaces, right behind it."""
    if page.spans[at].latin is not page.spans[before].latin:
        return False
    if not page.spans[at].latin:
        return page.spans[before].end == page.spans[at].start
    return at == before + 1

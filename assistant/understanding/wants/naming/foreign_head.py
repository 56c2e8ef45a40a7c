"""A word after a kind that makes another kind of it: a laptop charger is no laptop."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span

MODIFIES = 0.15
"""A word only describes a kind where this share of the titles that have it are of that kind."""


def foreign_head(page: Page, head: int) -> int | None:
    """The word after a kind that makes another kind of it (laptop charger), unless that kind's titles have it too."""
    at = head + 1
    if at >= len(page) or at in page.used:
        return None
    span = page.spans[at]
    if is_set_noun(span) or _fails(page, head):
        return None
    if span.cue("part_noun") and "type" not in span.roles:
        return at
    if not (page.spans[head].latin and span.latin) or span.roles or len(span.key) < 3 or not span.key.isalpha():
        return None
    measured = dialogue().patterns["patterns"].get("waist_and_leg")
    if measured is not None and measured.match(page.reading.plain, span.start):
        return None  # Jeans waist 34 length 32.
    led = dialogue().patterns["years"].get("led_by")
    if led is not None and led.search(page.reading.plain[: span.end]):
        return None  # A laptop released in 2023.
    if dialogue().matches("quality", page.reading.plain[span.start : span.end]):
        return None
    types = page.lexicon.names.get(span.key, {})
    total = sum(types.values())
    if not total:
        return at if ends_name(page, at + 1) else None
    mine = sum(types.get(label, 0) for label in page.spans[head].roles.get("type", ()))
    return None if mine / total >= MODIFIES else at


def _fails(page: Page, head: int) -> bool:
    """Whether the kind is the shopper's own, to be replaced: what follows tells what is amiss with it."""
    own = dialogue().matches("possessed", page.reading.plain[: page.spans[head].start])
    return own and dialogue().matches("wants_one", page.reading.plain)


def ends_name(page: Page, index: int) -> bool:
    """Whether a noun phrase ends before this phrase."""
    if index >= len(page) or page.ends_clause(index) or page.spans[index].quantity is not None:
        return True
    return page.spans[index].cue("at_most", "at_least", "for", "with", "compatible", "brand_by", "colour", "about")


def is_set_noun(span: Span) -> bool:
    return any(key(said) == span.key for said in dialogue().phrases["word_forms"].get("set_nouns", ()))

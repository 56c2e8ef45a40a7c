"""Traits told by the noun beside their name: french vanilla flavour, coconut scented, the Vicenza brand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from assistant.understanding.message.reading import Span
from assistant.understanding.wants.naming.formed import formed_phrases
from catalog.languages.spelling import spellings
from catalog.product import Constraint

BRAND, COLOUR = "brand", "colour"
TRAITS = ("flavour", "scent", BRAND)
LONGEST = 3
"""A trait's name has at most so many words."""
NO_NAME = frozenset({"filler", "blocker", "letter_size", "ordinal", "person"})


def trait_demands(page: Page) -> list[Constraint]:
    """The demands on such traits, in the shopper's words; what a column of the wanted kind holds is left to it."""
    found = []
    for index, span in enumerate(page.spans):
        traits = (*TRAITS, COLOUR) if index and page.spans[index - 1].key in _forms("of_origin") else TRAITS
        trait = next((one for one in traits if one in span.roles.get("concept", ())), None)
        if trait is None or index in page.used or not span.latin:
            continue
        members = _names(page, index, trait)
        if not members or _is_held(page, members, trait):
            continue
        if any(page.spans[at].key in _forms("sundry") for at in members):
            page.take((*members, index))  # Two different flavours: which they are isn't said.
            continue
        refusal, soft = denied(page, members), softened(page, members)
        word = page.said(members).casefold()
        said = page.said((*(refusal or ()), *members, index))
        op = "=" if trait == BRAND else "has"
        field = trait
        if page.spans[members[-1]].key in _forms("of_origin"):
            field = word = f"{page.said(members[-1:]).casefold()} {trait}"  # Artificial flavour is the name of none.
        found.append(Constraint(field, "!=" if refusal else op, word, None, not soft, said))
        page.take((*members, index, *(refusal or ()), *(soft or ())))
    return found


@lru_cache(maxsize=4)
def _forms(name: str) -> frozenset[str]:
    return frozenset(key(word) for word in dialogue().phrases["word_forms"].get(name, ()))


def _names(page: Page, index: int, trait: str) -> list[int]:
    """The words right before, or after "the flavour is"; a brand's name is of words that nothing knows."""
    before: list[int] = []
    formed = {at for members in formed_phrases(page) for at in members}
    for at in range(index - 1, max(-1, index - 1 - LONGEST), -1):
        joins = at > 0 and bool(before) and page.spans[at].cue("and") and not page.spans[at].cue("with")
        joins = joins and at - 1 not in formed
        if at in formed or page.spans[at].roles.get("known") == "feature":
            break  # Gluten free ketchup flavoured: what it is free of is no flavour.
        if not _can_name(page, at, trait) and not (joins and _can_name(page, at - 1, trait)):
            break
        before.insert(0, at)
    while before and page.spans[before[0]].cue("and"):
        before.pop(0)
    if trait == BRAND:
        goods_follow = index + 1 < len(page) and not page.is_filler(index + 1) and not page.spans[index + 1].mark
        return before if goods_follow and any(_is_coined(page, at) for at in before) else []
    after, at = [], index + 1
    while at < len(page) and at <= index + LONGEST and _leads_on(page, at):
        at += 1
    while index + 1 < at < len(page) and len(after) < LONGEST and _can_name(page, at, trait):
        after.append(at)
        at += 1
    return before or after


def _leads_on(page: Page, at: int) -> bool:
    """Whether a phrase leads from a trait's noun to its name: the scent has to be mimosa."""
    return page.is_filler(at) or page.spans[at].key == ":" or page.spans[at].cue("firm")


def _can_name(page: Page, at: int, trait: str) -> bool:
    span = page.spans[at]
    if at in page.used or not span.latin or span.mark or span.quantity is not None or len(span.key) < 2:
        return False
    if NO_NAME & span.roles.keys() or span.roles.get("cue"):
        return False
    return trait != BRAND or not span.roles


def _is_coined(page: Page, at: int) -> bool:
    span: Span = page.spans[at]
    written = page.reading.plain[span.start : span.end]
    return not any(one.ordinary(written) for one in spellings())


def _is_held(page: Page, members: Sequence[int], trait: str) -> bool:
    """Whether the wanted kind's own column has one of these words as its value."""
    column = page.columns.of_concept(trait, ("text",), page.types)
    if column is None or not page.lexicon.number_of(page.types) or not column.held_by(page.types):
        return False
    return any(column.name in page.spans[at].roles.get("value", {}) for at in members)

"""Refusals of words that nothing knows: on the column named beside them (产地不是江苏的), or told as not heard."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.columns import PART
from assistant.understanding.message.page import Page
from catalog.product import Constraint

LONGEST_LATIN, LONGEST = 3, 6
UNKNOWN = frozenset({"known"})
ASKS = ("with", "brand_by", "for", "colour", "made_of", "not")


def named_refusals(page: Page) -> list[Constraint]:
    """The refusals of values that no record has, where the shopper names the text column; the phrases are used up."""
    found: list[Constraint] = []
    for refusal, run in list(_refused(page)):
        column = _column_before(page, refusal)
        if column is None or page.used.intersection(run):
            continue
        members = [refusal - 1, refusal, *run]
        page.take(members)
        found.append(Constraint(column.name, "!=", page.said(run), None, True, page.said(members)))
    return found


def unheard(page: Page) -> str:
    """The words of the first refusal that no demand holds; empty where there is none."""
    return next((page.said([refusal, *run]) for refusal, run in _refused(page)), "")


def _refused(page: Page) -> Iterator[tuple[int, list[int]]]:
    """Each refusing phrase that nothing took, with the unknown words right after it."""
    for index, span in enumerate(page.spans):
        if index in page.used or not span.cue("not"):
            continue
        at = index + 1
        while at < len(page) and (page.is_filler(at) or page.spans[at].cue(*ASKS)) and not page.ends_clause(at):
            at += 1
        run = _unknown_from(page, at)
        if any(len(page.spans[one].key) > 2 for one in run) or len(run) > 1 or (run and is_described(page, run[-1])):
            yield index, run


def is_described(page: Page, index: int) -> bool:
    """Whether a particle makes a sign by itself a trait of the goods: 铝的."""
    after = index + 1
    return after < len(page) and not page.spans[index].latin and "particle" in page.spans[after].roles


def _unknown_from(page: Page, first: int) -> list[int]:
    run: list[int] = []
    for at in range(first, len(page)):
        span = page.spans[at]
        known = span.roles.keys() - UNKNOWN or span.mark or span.quantity is not None or at in page.used
        if run and known and len(span.key) == 1 and not (span.latin or span.mark or page.is_filler(at)):
            known = False  # One sign right after an unknown word is its end, whatever it means alone.
        if known or (run and span.latin is not page.spans[run[0]].latin):
            break
        if len(run) >= (LONGEST_LATIN if span.latin else LONGEST):
            break
        run.append(at)
    return run


def _column_before(page: Page, refusal: int) -> FieldWords | None:
    """The text column that the phrase right before a refusal names."""
    if not page.free(refusal - 1):
        return None
    roles = page.spans[refusal - 1].roles
    ranks = {name: rank for one in roles.get("concept", ()) for name, rank in page.columns.ranks(one).items()}
    ranks |= dict.fromkeys(roles.get("field", ()), 0.0)
    fields = (page.lexicon.fields.get(name) for name in sorted(ranks, key=lambda name: (ranks[name], name)))
    told = [one for one in fields if one is not None and one.kind == "text" and ranks[one.name] < PART]
    return next((one for one in told if one.held_by(page.types)), told[0] if told else None)

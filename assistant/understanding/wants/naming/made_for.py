"""A thing and what it is for: together they may be a kind of its own."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span
from assistant.understanding.wants.people import person_word, ways_to_say

FOR_REACH = 5


def made_for(page: Page, head: int) -> Sequence[str]:
    """The kind that a thing and what it is for make together: a bag for a laptop is a laptop bag."""
    return page.lexicon.type_words.get(compound_for(page, head), ())


def compound_for(page: Page, head: int) -> str:
    """The lookup form of the kind that a thing and what it is for make together; nothing where they make none."""
    cued = False
    for at in page.after_figures(head, FOR_REACH):
        span = page.spans[at]
        cued = cued or span.cue("for", "compatible")
        if cued and (is_kind(span) or "person" in span.roles):
            named = [
                _said(page, at),
                *([person_word(page, at), *ways_to_say(page, at)] if "person" in span.roles else []),
            ]
            thing, space = (_said(page, head).split()[-1], " ") if page.spans[head].latin else (_said(page, head), "")
            own = set(page.spans[head].roles.get("type", ())) if thing != _said(page, head) else set()
            # A coffee machine for the office is no office machine: a compound stays one of its own kind.
            for whole in (key(f"{one}{space}{thing}") for one in named):
                labels = page.lexicon.type_words.get(whole, ())
                if labels and (not own or own & set(labels)):
                    return whole
            if "value" not in span.roles or is_kind(span):
                return ""  # Food for adult cats: what only describes whom it is for is passed over.
    for at in page.before(head, 4):
        if "person" in page.spans[at].roles and not page.spans[at].latin and at not in page.used:
            for whole in (key(one + _said(page, head)) for one in ways_to_say(page, at)):
                if page.lexicon.type_words.get(whole):
                    return whole
        if at and page.spans[at].cue("compatible_after") and is_kind(page.spans[at - 1]):
            return key(_said(page, at - 1) + _said(page, head))
    return ""


def thing_for(page: Page) -> list[int]:
    """The thing that is no kind by itself, and one with what it is for: food, in "wet food for my cat"."""
    for at, span in enumerate(page.spans):
        before = page.spans[at - 1] if at else None
        named = before is not None and before.latin and not before.mark and at - 1 not in page.used
        if named and span.cue("for", "compatible") and made_for(page, at - 1):
            return [at - 1]
    return []


def is_kind(span: Span) -> bool:
    """Whether the phrase names a kind, the shop's own or one that the public lexicon knows."""
    return "type" in span.roles or is_known_kind(span)


def is_known_kind(span: Span) -> bool:
    """Whether only the public lexicon knows the phrase as a kind."""
    return span.roles.get("known") == "type" and not ({"brand", "person", "cue", "wish", "filler"} & span.roles.keys())


def _said(page: Page, index: int) -> str:
    return page.reading.plain[page.spans[index].start : page.spans[index].end].strip()

"""Kinds that are parts of what is wanted already, where a message only says how good they have to be."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.columns import PART
from assistant.understanding.lexicon.part_names import part_called, part_opening
from assistant.understanding.message.page import Page

NAMED = 0.1
"""Columns called after a part, in this share of the wanted goods' records, make it one of theirs."""


def is_praised_part(page: Page, index: int) -> bool:
    """Whether a kind is called good, better or sturdy and is a part of the goods wanted already: a decent webcam, of a
    laptop; or a body, of which the stuff is told: a metal casing."""
    span, want = page.spans[index], page.state.want
    if want is None or not want.types or set(span.roles.get("type", ())) & set(want.types):
        return False
    text, words = page.reading.plain, dialogue()
    before, after = text[: span.start], text[span.end :]
    if words.matches("goes_on_to", text):
        return False
    if _is_body_of_stuff(page, index):
        return True
    alone = words.matches("praise_alone", before) and all(page.is_filler(at) for at in _words_after(page, index))
    if alone or words.matches("praise_with", before) or words.matches("praise_follows", after):
        return _is_told_of_part(page, index) or "type" not in span.roles
    lacked = "type" not in span.roles and words.matches("praise_of_make", before)
    return lacked or (words.matches("praise_wanted", before) and is_had(page, index))


def _words_after(page: Page, index: int) -> list[int]:
    return [at for at in range(index + 1, len(page)) if not page.spans[at].mark]


def _is_body_of_stuff(page: Page, index: int) -> bool:
    """Whether the word is what goods are made of with a part of theirs behind it, or that part: a metal chassis."""
    return any(
        index in (at, at + 1) and _is_stuff(page, at) and _has_part_behind(page, at) for at in (index, index - 1)
    )


def _is_stuff(page: Page, at: int) -> bool:
    roles = page.spans[at].roles if at >= 0 else {}
    return "tint" in roles or (at >= 0 and not page.spans[at].latin and "value" in roles)


def _has_part_behind(page: Page, at: int) -> bool:
    span, after = page.spans[at], page.spans[at + 1 : at + 2]
    if not span.latin:
        return part_opening(page.reading.plain[span.end :]) is not None
    return any(one.latin and part_called(page.reading.plain[one.start : one.end].strip()) is not None for one in after)


def _is_told_of_part(page: Page, index: int) -> bool:
    """Whether the wanted goods' records tell something of the part."""
    if is_had(page, index) or part_called(page.spans[index].key) is not None:
        return True
    want = page.state.want
    named = (page.lexicon.fields.get(name) for name in page.columns.containing(page.spans[index].key))
    return want is not None and any(
        page.columns.share(one, want.types) >= NAMED for one in named if one is not None and one.names[0]
    )


def is_had(page: Page, index: int) -> bool:
    """Whether the wanted goods' records say that they have it, or how much of it."""
    span, want = page.spans[index], page.state.want
    if want is None:
        return False
    names = set(span.roles.get("feature", ()))
    names |= {
        name for one in span.roles.get("concept", ()) for name, rank in page.columns.ranks(one).items() if rank < PART
    }
    found = [page.lexicon.fields.get(name) for name in sorted(names)]
    found += [page.columns.of_concept(one, ("boolean", "number"), want.types) for one in span.roles.get("thing", ())]
    return any(one is not None and page.columns.share(one, want.types) >= NAMED for one in found)

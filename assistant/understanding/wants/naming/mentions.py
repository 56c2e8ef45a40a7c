"""Kinds that a message only mentions: a verb, a place, a part that has to be so, a thing of the shopper's own."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.wants.naming.praised_part import is_had

REACH = 4


def is_mentioned(page: Page, index: int) -> bool:
    """Whether a word names no goods that are wanted: it is a verb (wants to game), or, beside goods that are wanted
    already, something else that is spoken of: the shopper's own thing (it charges my laptop), where they are put (under
    the bed), a part that has to be so (the cable should be long), or what is taken back (drop the German part)."""
    before = page.reading.plain[: page.spans[index].start]
    verb = dialogue().matches("verb_follows", before) or _is_verb_of_it(page, index)
    if verb or page.state.want is None:
        return verb
    limits = "limit" in page.spans[index].roles.get("forget", ())
    other = not set(page.spans[index].roles.get("type", ())) & set(page.state.want.types)
    taken_back = (limits or (other and bool(page.state.want.types))) and any(
        "before" in page.spans[at].roles.get("forget", ()) and not _is_any_of(page, at, index)
        for at in page.before(index, REACH)
    )
    owned = dialogue().matches("possessed", before) and not dialogue().matches("wants_new", before)
    told = other and all(
        dialogue().matches(name, said)
        for name, said in (("definite_before", before), ("is_told", page.reading.plain[page.spans[index].end :]))
    )  # The guest bed is a single.
    placed = told or any(dialogue().matches(name, before) for name in ("place_follows", "told_of_it"))
    placed = placed or (other and bool(page.state.want.types) and dialogue().matches("tells_of", before))
    return taken_back or owned or placed or _is_required_part(page, index) or _is_told_of(page, index)


def _is_any_of(page: Page, at: int, index: int) -> bool:
    """Whether a word that else takes back a column asks for some of what follows: any monitors?"""
    return page.spans[at].cue("any") and all(page.is_filler(one) for one in range(at + 1, index))


def _is_verb_of_it(page: Page, index: int) -> bool:
    """Whether a word in the form of many says what one thing does: something that measures the heart."""
    span = page.spans[index]
    said = page.reading.plain[span.start : span.end]
    before = page.reading.plain[: span.start]
    return (
        span.latin and said.endswith("s") and not said.endswith("ss") and dialogue().matches("relative_before", before)
    )


def _is_told_of(page: Page, index: int) -> bool:
    """Whether something is told of a thing that the shop lacks, and nothing asked for: feathers make me sneeze."""
    span, want = page.spans[index], page.state.want
    if want is None or not want.types or "type" in span.roles or any(one.cue("want") for one in page.spans):
        return False
    return dialogue().matches("makes_or_is", page.reading.plain[span.end :])


def _is_required_part(page: Page, index: int) -> bool:
    """Whether what follows says how this has to be, and it is none of the shop's kinds or in the name of a column of
    the wanted goods: the cable should be at least 2 metres long."""
    span, want = page.spans[index], page.state.want
    if want is None or not want.types:
        return False
    if dialogue().matches("is_no_matter", page.reading.plain[span.end :]):
        return True
    if not any(dialogue().matches(name, page.reading.plain[span.end :]) for name in ("has_to_be", "is_needed")):
        return False
    named = [page.lexicon.fields.get(name) for name in span.roles.get("feature", ())]
    held = any(one is not None and one.held_by(want.types) for one in named) or is_had(page, index)
    held = held or any(one.held_by(want.types) for one in span.roles.get("value", {}).values())
    if held:
        return True
    if set(span.roles.get("type", ())) & set(want.types):
        return False
    return "type" not in span.roles or _is_in_column(page, span.key, want.types)


def _is_in_column(page: Page, word: str, types: Sequence[str]) -> bool:
    fields = (page.lexicon.fields.get(name) for name in page.columns.containing(word))
    return any(one is not None and one.held_by(types) for one in fields)


def asks_anew(page: Page, rest: Sequence[int]) -> bool:
    """Whether words that nothing knows ask for another kind beside a running need: they stand alone, or it is said that
    they are wanted; anything else is of what is wanted already and was not understood."""
    if any(dialogue().matches(name, page.reading.plain) for name in ("tells_quality", "of_wanted")):
        return False
    if any(span.cue("want") for span in page.spans):
        return True
    said = [at for at, span in enumerate(page.spans) if not (span.mark or at in rest or page.is_filler(at))]
    heard = any(not page.spans[at].latin or _is_heard_of(page, at) for at in rest)
    return heard and not said


def _is_heard_of(page: Page, index: int) -> bool:
    """Whether a word is a kind's, or stands in titles of the catalogue."""
    roles = page.spans[index].roles
    return bool({"known", "type"} & roles.keys()) or bool(page.lexicon.names.get(page.spans[index].key))

"""A need told by what the thing shall do, or by what is amiss, and by no name of it: something to boil water."""

from __future__ import annotations

from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import plain
from assistant.understanding.wants.people import FIELDS
from assistant.understanding.wants.want import EVERYTHING
from assistant.understanding.wants.whole_message import Message
from assistant.vocabulary import Act, Intent, Want
from catalog.languages.lexicon import kind_of

OPEN = frozenset({Act.FIND, Act.REFINE, Act.CHAT, Act.OUT_OF_SCOPE})
"""What a message may seem to be for while nobody has seen that it tells a purpose."""
MARKS = " ,.;:!?，。；：！？、"
PERHAPS = ("what_aches", "what_ails", "purpose_perhaps")
"""Patterns of what may be a purpose, where no kind that the shop has is wanted beside it."""
LONGEST, LONGEST_PURPOSE = 60, 200


def told_by_purpose(message: Message) -> Intent | None:
    """The need whose kind is told by its purpose alone; None where a kind is named, or the purpose says a demand."""
    text, state = message.text, message.state
    small = plain(text)
    lead, start, end = _clause(small)
    vague, aches = not end, dialogue().matches("what_aches", small)
    ails = aches or dialogue().matches("what_ails", small)
    if vague:
        lead, start, end = next((one for name in PERHAPS if (one := _after(name, small))[2]), (0, 0, 0))
    purpose = text[start:end].strip(MARKS)
    if not purpose:
        return None
    whole = message.read(text)
    rest = message.read(f"{text[:lead].rstrip(MARKS)} {text[end:]}".strip())
    if whole.act not in OPEN or rest.act not in OPEN or _names_kind(rest.want):
        return None
    # The WiFi is slow, the living room is dark: what ails, and where, is told of nothing that is for sale.
    told = [one for one in whole.require if not (ails and one.said in purpose)]
    demanding = any(one.firm or one.field != FIELDS["recipients"] for one in told)
    if whole.want is None and (demanding if vague else told):
        return None  # Every word was understood: something for the kitchen.
    # What ails somebody in the middle of a talk is a need of its own where it sounds like one.
    begins = state.want is None or (not demanding and message.guess(text).act is Act.FIND)
    if vague and state.want is not None and dialogue().matches("lost_one", small):
        return None  # My old one was a Lenovo: nothing is asked for.
    if vague and (not begins or (whole.want is not None and whole.want.types and not aches)):
        return None
    if any(one.firm and one.said in purpose and one not in rest.require for one in told):
        return None
    name = purpose if len(purpose) <= LONGEST else f"{purpose[: LONGEST - 1]}…"
    # Whoever needs it says what it is as well: my dog needs something to chew on.
    want = Want(name, query=purpose, purpose=text[:end].strip(MARKS)[-LONGEST_PURPOSE:])
    begun = state.want is not None or bool(state.ledger)
    return replace(
        whole,
        act=Act.FIND,
        topic=None,
        want=want,
        require=(*rest.require, *(one for one in whole.require if not one.firm and one not in rest.require)),
        forget=EVERYTHING if begun else (),
        points_at=(),
        unread="",
        left=(),
    )


def _names_kind(want: Want | None) -> bool:
    """Whether what is wanted is a kind, one that the shop has or one that any may have: she needs a lunch box."""
    return want is not None and bool(want.types or kind_of(want.name) == "type")


def _clause(small: str) -> tuple[int, int, int]:
    """Where the words that lead to a purpose begin, where it begins itself, and where it ends; zeros for none."""
    start, end = dialogue().matched("purpose_whole", small)
    return (start, start, end) if end else _after("purpose", small)


def _after(name: str, small: str) -> tuple[int, int, int]:
    """What follows this pattern, up to where the clause ends."""
    if not dialogue().matches(name, small):
        return 0, 0, 0
    lead, start = dialogue().matched(name, small)
    length, _ = dialogue().matched("purpose_end", small[start:])
    ends = dialogue().matches("purpose_end", small[start:])
    return lead, start, start + length if ends else len(small)

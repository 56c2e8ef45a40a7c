"""A message in two parts: the end of what was said, or a choice of what is shown, and then something else asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.state import DialogueState
from assistant.understanding.intents.guess import SERVICE
from assistant.understanding.lexicon.words import plain
from assistant.understanding.wants.misread import misread
from assistant.understanding.wants.purposes import told_by_purpose
from assistant.understanding.wants.want import EVERYTHING
from assistant.understanding.wants.whole_message import Message
from assistant.vocabulary import Act, Intent

NEEDS = frozenset({Act.FIND, Act.REFINE})
SENTENCE = re.compile(r"[?!.;？！。；]\s*")
MARKS = " ,.;:!?，。；：！？、"
ASKED, WANTED = 0.7, 0.5
"""How surely one part has to be a service request, and the other a wish for goods."""


def read_whole(message: Message) -> Intent:
    """What the message changes: as a correction, as a purpose that stands for a kind, as two parts, or as the one thing
    that it says."""
    parts = in_two_parts(message) or _too_dear(message)
    return misread(message) or told_by_purpose(message) or parts or message.read(message.text)


def in_two_parts(message: Message) -> Intent | None:
    """The second part's need with the first part's basket, or with all before it forgotten; of a service request beside
    a wish for goods the request, and the wish beside it. None for any other form."""
    return _anew(message) or _instead(message) or _served(message) or _chosen(message)


def _chosen(message: Message) -> Intent | None:
    """The need that follows a change of the basket: the first one please, and now a lamp."""
    text = message.text
    joint = dialogue().patterns["patterns"].get("and_then")
    if joint is None or not message.state.shown:
        return None
    for found in joint.finditer(text.casefold()):
        first, second = text[: found.start()], text[found.end() :]
        if len(text.casefold()) != len(text) or not first.strip() or not second.strip():
            continue
        basket = message.read(first)
        if basket.act is not Act.CART or not basket.cart or not all(one.products for one in basket.cart):
            continue
        need = message.read(second)
        if need.act in NEEDS and need.want is not None and need.want.types:
            return replace(need, cart=basket.cart)
    return None


def _anew(message: Message) -> Intent | None:
    """The need that stands beside the words for a new beginning (start over, I need a kettle), read by itself."""
    text, state = message.text, message.state
    start, end = dialogue().matched("restart", plain(text))
    if not end or (state.want is None and not state.ledger) or not any(map(str.isalpha, text[:start] + text[end:])):
        return None
    need = message.read(f"{text[:start]} {text[end:]}".strip(" ,.;:!，。；：！"), DialogueState())
    return replace(need, forget=EVERYTHING) if need.act is Act.FIND and need.want is not None else None


def _instead(message: Message) -> Intent | None:
    """What is said in place of the last change, which is taken back: scratch that, I'd pay 800."""
    text, state = message.text, message.state
    _, end = dialogue().matched("takes_back_last", plain(text))
    rest = text[end:].strip(MARKS + "-–—…")
    if not end or state.before is None or len(plain(text)) != len(text) or not any(map(str.isalnum, rest)):
        return None
    need = message.read(rest)
    if need.act not in NEEDS or not (need.require or need.forget) or need.want is not None or need.undo:
        return None
    earlier = state.before.ledger
    fields = {one.field for one in (*state.ledger, *earlier) if (one in state.ledger) != (one in earlier)}
    again = tuple(one for one in earlier if one.field in fields)
    return replace(need, forget=tuple(sorted({*need.forget, *fields})), require=(*again, *need.require))


def _too_dear(message: Message) -> Intent | None:
    """The need that follows a complaint of the price, of the goods it names: why are they so dear, any under 500?"""
    pattern = dialogue().patterns["patterns"].get("why_so_dear")
    found = pattern.search(message.text) if pattern is not None else None
    rest = message.text[found.end() :].strip(MARKS) if found is not None else ""
    if found is None or not rest:
        return None
    told = message.read(" ".join([*(part for part in found.groups() if part), rest]))
    return told if told.act in NEEDS and told.require else None


def _served(message: Message) -> Intent | None:
    """The service request that stands beside a wish for goods: my order is late, and I also need a charger."""
    for request, wish in _halves(message.text):
        if not _wishes(wish):
            continue
        asked, wanted = message.guess(request), message.guess(wish)
        sure = asked.topic is not None and asked.act in SERVICE and asked.confidence >= ASKED
        if not sure or not wanted.is_one_of(NEEDS, WANTED):
            continue
        intent = message.read(request)
        if intent.topic is None:
            continue
        need = told_by_purpose(replace(message, text=wish)) or message.read(wish)
        if need.act in NEEDS and need.want is not None and need.want.types and need.amount_in is None:
            return replace(intent, beside=need, request=request)
        return replace(intent, unread=wish, request=request)
    return None


def _wishes(part: str) -> bool:
    """Whether somebody says what they would like to have, or asks whether there is some."""
    small = part.casefold()
    return any(dialogue().matches(name, small) for name in ("states_wish", "asks_whether_sold"))


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """The message cut in two wherever a sentence ends or something is joined, each half in turn as the first."""
    small, joint = text.casefold(), dialogue().patterns["patterns"].get("and_then")
    if len(small) != len(text):
        return
    for found in (*SENTENCE.finditer(small), *(joint.finditer(small) if joint is not None else ())):
        first, second, alone = text[: found.start()], text[found.start() :], text[found.end() :]
        first = first.strip(MARKS)
        if first and second.strip(MARKS):
            # What joins them may be part of the wish (还想买), or hide how it begins.
            yield first, (alone if _wishes(alone) else second).lstrip(MARKS)
            yield second.strip(MARKS), first

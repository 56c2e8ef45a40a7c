"""A message in two parts: the end of what was said, or a choice of what is shown, and then something else asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.state import DialogueState
from assistant.understanding.intents.guess import SERVICE, ActGuess
from assistant.understanding.lexicon.words import plain
from assistant.understanding.wants.want import EVERYTHING
from assistant.vocabulary import Act, Intent

NEEDS = frozenset({Act.FIND, Act.REFINE})
Guess = Callable[[str, str], ActGuess]
SENTENCE = re.compile(r"[?!.;？！。；]\s*")
MARKS = " ,.;:!?，。；：！？、"
ASKED, WANTED = 0.7, 0.5
"""How surely one part has to be a service request, and the other a wish for goods."""


def in_two_parts(
    text: str,
    language: str,
    state: DialogueState,
    understood: Callable[[str, str, DialogueState], Intent],
    guess: Guess,
) -> Intent | None:
    """The second part's need with the first part's basket, or with all before it forgotten; of a service request beside
    a wish for goods the request, and the wish unread. None for any other form."""
    anew = _anew(text, language, state, understood) or _served(text, language, state, understood, guess)
    if anew is not None:
        return anew
    joint = dialogue().patterns["patterns"].get("and_then")
    if joint is None or not state.shown:
        return None
    for found in joint.finditer(text.casefold()):
        first, second = text[: found.start()], text[found.end() :]
        if len(text.casefold()) != len(text) or not first.strip() or not second.strip():
            continue
        basket = understood(first, language, state)
        if basket.act is not Act.CART or not basket.cart or not all(one.products for one in basket.cart):
            continue
        need = understood(second, language, state)
        if need.act in NEEDS and need.want is not None and need.want.types:
            return replace(need, cart=basket.cart)
    return None


def _anew(
    text: str, language: str, state: DialogueState, understood: Callable[[str, str, DialogueState], Intent]
) -> Intent | None:
    """The need that stands beside the words for a new beginning (start over, I need a kettle), read by itself."""
    start, end = dialogue().matched("restart", plain(text))
    if not end or (state.want is None and not state.ledger) or not any(map(str.isalpha, text[:start] + text[end:])):
        return None
    need = understood(f"{text[:start]} {text[end:]}".strip(" ,.;:!，。；：！"), language, DialogueState())
    return replace(need, forget=EVERYTHING) if need.act is Act.FIND and need.want is not None else None


def _served(
    text: str,
    language: str,
    state: DialogueState,
    understood: Callable[[str, str, DialogueState], Intent],
    guess: Guess,
) -> Intent | None:
    """The service request that stands beside a wish for goods: my order is late, and I also need a charger."""
    joint = dialogue().patterns["patterns"].get("and_then")
    small = text.casefold()
    if joint is None or len(small) != len(text) or not dialogue().matches("states_wish", small):
        return None
    for found in (*SENTENCE.finditer(small), *joint.finditer(small)):
        first, second = text[: found.start()].strip(), text[found.start() : found.end()] + text[found.end() :]
        for request, wish in ((first, second), (second, first)):
            if not request.strip() or not dialogue().matches("states_wish", wish.casefold()):
                continue
            asked, wanted = guess(request, language), guess(wish, language)
            sure = asked.topic is not None and asked.act in SERVICE and asked.confidence >= ASKED
            if sure and wanted.is_one_of(NEEDS, WANTED):
                intent = understood(request, language, state)
                if intent.topic is not None:
                    return replace(intent, unread=wish.strip(MARKS))
    return None

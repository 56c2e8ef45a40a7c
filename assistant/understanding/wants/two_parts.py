"""A message in two parts: the end of what was said, or a choice of what is shown, and then something else asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.state import DialogueState
from assistant.understanding.lexicon.words import plain
from assistant.understanding.wants.want import EVERYTHING
from assistant.vocabulary import Act, Intent

NEEDS = frozenset({Act.FIND, Act.REFINE})


def in_two_parts(
    text: str, language: str, state: DialogueState, understood: Callable[[str, str, DialogueState], Intent]
) -> Intent | None:
    """The second part's need with the first part's basket, or with all before it forgotten; None for any other form."""
    anew = _anew(text, language, state, understood)
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

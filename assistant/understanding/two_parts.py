"""A message in two parts: what is shown goes into the basket, and then something else is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.state import DialogueState
from assistant.vocabulary import Act, Intent

NEEDS = frozenset({Act.FIND, Act.REFINE})


def in_two_parts(
    text: str, language: str, state: DialogueState, understood: Callable[[str, str, DialogueState], Intent]
) -> Intent | None:
    """The second part's need with the first part's basket; None where the message isn't of that form."""
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

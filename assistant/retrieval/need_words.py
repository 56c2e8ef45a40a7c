"""The words that a need is searched with."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.state import DialogueState
from catalog.product import Constraint

SEARCHED = frozenset({"=", "in", "has", "about"})
"""Demands whose value is worth searching for; bounds and exclusions only filter."""


@dataclass(frozen=True, slots=True)
class NeedWords:
    """`kind` says what is wanted, `text` adds the wished and demanded words that a text may hold."""

    kind: str
    text: str


def need_words(state: DialogueState) -> NeedWords:
    """The search words of a state, in the catalogue's own language where the parser knows it."""
    kind = (state.want.query or state.want.name) if state.want else ""
    told = [word for constraint in state.ledger for word in _words_of(constraint)]
    # In one order, whichever demand was said first: the order of words moves an embedding.
    words = [word for word in sorted(set(told)) if word.casefold() not in kind.casefold()]
    return NeedWords(kind, " ".join([kind, *words]).strip())


def _words_of(constraint: Constraint) -> list[str]:
    if constraint.op not in SEARCHED:
        return []
    values = constraint.value if isinstance(constraint.value, tuple) else (constraint.value,)
    return [value for value in values if isinstance(value, str)]

"""The words that a need is searched with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.state import DialogueState
from catalog.product import Constraint

SEARCHED = frozenset({"=", "in", "has", "about"})
"""Demands whose value is worth searching for; bounds and exclusions only filter."""


@dataclass(frozen=True, slots=True)
class NeedWords:
    """`kind` says what is wanted, `text` adds the wished and demanded words that a text may hold, `also` is the text
    with the kind in other words of the same meaning."""

    kind: str
    text: str
    also: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text to search with, the first one first."""
        return (self.text, *self.also)


def need_words(state: DialogueState) -> NeedWords:
    """The search words of a state, in the catalogue's own language where the parser knows it."""
    kind = (state.want.query or state.want.name) if state.want else ""
    told = [word for constraint in state.ledger for word in _words_of(constraint)]
    # In one order, whichever demand was said first: the order of words moves an embedding.
    also = tuple(_joined(one, told) for one in state.want.also) if state.want else ()
    return NeedWords(kind, _joined(kind, told), also)


def _joined(kind: str, told: Sequence[str]) -> str:
    words = [word for word in sorted(set(told)) if word.casefold() not in kind.casefold()]
    return " ".join([kind, *words]).strip()


def _words_of(constraint: Constraint) -> list[str]:
    if constraint.op not in SEARCHED:
        return []
    values = constraint.value if isinstance(constraint.value, tuple) else (constraint.value,)
    return [value for value in values if isinstance(value, str)]

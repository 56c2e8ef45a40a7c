"""A language model beside the rules: asked where the rules are in doubt, checked by code, and never in their way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.chat_models.limits import ModelLimits
from assistant.errors import ModelError
from assistant.ports import ChatModel, Parser
from assistant.prompts import prompt, worded_in
from assistant.state import DialogueState, joined
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.proposed import BRAND, proposed_demands, proposed_kind, schema
from assistant.vocabulary import Act, Intent, Turn, Want
from catalog.languages.folding import fold
from catalog.languages.segmentation import segment
from catalog.product import Constraint

TASK = "parsing"
KINDS, FIELDS = 150, 80
"""How many kinds and fields the model chooses from: the commonest."""
LONGEST = 2000
"""Characters of a message that the model reads."""
MANY = 9
"""From so many words on, a message may say more than the rules found."""
NEEDS = frozenset({Act.FIND, Act.REFINE})
EVERYTHING = ("everything",)
UNREAD = "model_unread"


class Learnt(Parser, Protocol):
    """A parser that knows its catalogue's words."""

    @property
    def lexicon(self) -> CatalogueLexicon:
        """The words as they were learnt last."""


@dataclass(frozen=True)
class ModelParser:
    """Understands as the rules do, and adds what a model finds besides: never less than the rules read."""

    rules: Learnt
    model: ChatModel
    limits: ModelLimits

    def understand(self, turn: Turn, state: DialogueState) -> Intent:
        """The rules' intent, with a kind and demands that the model proposes and the code finds in message and shop."""
        floor = self.rules.understand(turn, state)
        if not in_doubt(floor, turn.text[:LONGEST]) or floor.language not in worded_in(TASK):
            return floor
        lexicon = self.rules.lexicon
        try:
            proposal = self._proposal(turn, state, floor.language, lexicon)
        except ModelError:
            return replace(floor, notices=(*floor.notices, UNREAD))
        kind = proposed_kind(proposal, lexicon)
        demands = beside(floor.require, proposed_demands(proposal, turn.text[:LONGEST], lexicon))
        return completed(floor, state, demands, self._want(kind, floor.language))

    def close(self) -> None:
        """Closes the rules; the model belongs to who opened it."""
        self.rules.close()

    def _proposal(
        self, turn: Turn, state: DialogueState, language: str, lexicon: CatalogueLexicon
    ) -> dict[str, object]:
        kinds = _commonest(lexicon.types, lambda kind: lexicon.types[kind])[:KINDS]
        within = state.want.types if state.want else ()
        fields = _commonest(lexicon.fields, lambda name: lexicon.fields[name].held_by(within))[:FIELDS]
        told = [f"{name}: {lexicon.fields[name].kind} {lexicon.fields[name].unit or ''}".strip() for name in fields]
        need = [state.want.name] if state.want else []
        values = {
            "fields": "\n".join([f"{BRAND}: text", *told]),
            "kinds": "\n".join(kinds),
            "need": "\n".join([*need, *(one.said for one in state.ledger if one.said)]),
            "message": turn.text[:LONGEST],
        }
        messages = prompt(TASK, language).messages(values)
        form = schema(kinds, [BRAND, *fields])
        return self.model.fill(messages, form, self.limits.parse, turn.conversation)

    def _want(self, kind: str | None, language: str) -> Want | None:
        """The kind as the rules would have read it, had the shopper named it."""
        if kind is None:
            return None
        name = self.rules.lexicon.terms.get(kind, {}).get(language, kind)
        read = self.rules.understand(Turn("", name, language), DialogueState()).want
        return read if read is not None and kind in read.types else Want(name, (kind,), kind)


def in_doubt(floor: Intent, text: str) -> bool:
    """Whether the rules may have missed something: no kind that the shop lists, or many words that mean nothing yet."""
    if floor.act is Act.OUT_OF_SCOPE:
        return True
    if floor.act not in NEEDS or floor.undo or floor.forget or floor.points_at:
        return False
    if floor.want is not None and not floor.want.types:
        return True
    read = " ".join([floor.want.name if floor.want else "", *(one.said for one in floor.require)])
    return len(segment(text)) - len(segment(read)) >= MANY


def beside(read: tuple[Constraint, ...], proposed: tuple[Constraint, ...]) -> tuple[Constraint, ...]:
    """The proposed demands of which the rules read nothing: neither their field nor any of their words."""
    fields = {one.field for one in read}
    fresh = [one for one in proposed if one.field not in fields and not any(_overlap(one, other) for other in read)]
    return joined((), tuple(fresh))


def completed(floor: Intent, state: DialogueState, demands: tuple[Constraint, ...], want: Want | None) -> Intent:
    """The rules' intent with what was found besides; where nothing was, the rules' intent itself."""
    need = state.want is not None or bool(state.ledger)
    if floor.want is not None and floor.want.types:
        want = None
    if floor.act is Act.OUT_OF_SCOPE:
        if want is None and not (demands and need):
            return floor
        if want is None or not need:
            return replace(floor, act=Act.REFINE if need else Act.FIND, want=want, require=demands)
        same = state.want is not None and state.want.types == want.types
        if same:
            return replace(floor, act=Act.REFINE, require=demands)
        return replace(floor, act=Act.FIND, want=want, require=demands, forget=EVERYTHING)
    return replace(floor, want=want or floor.want, require=(*floor.require, *demands))


def _overlap(one: Constraint, other: Constraint) -> bool:
    return bool(one.said and other.said) and (fold(one.said) in fold(other.said) or fold(other.said) in fold(one.said))


def _commonest(names: Iterable[str], count: Callable[[str], int]) -> list[str]:
    return sorted(names, key=lambda name: (-count(name), name))

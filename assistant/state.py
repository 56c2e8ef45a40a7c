"""DialogueState: all that one shopper has said and been shown."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.errand import ServiceState
from assistant.vocabulary import Act, CartLine, Intent, Question, Turn, Want
from catalog.product import Constraint

UNDO_DEPTH = 20
REMEMBERED = 4
"""How many turns that pointed at products are remembered."""
ASIDE = frozenset(
    {Act.ASK_PRODUCT, Act.WHY, Act.COMPARE, Act.CART, Act.POLICY, Act.ORDER, Act.HUMAN, Act.CHAT, Act.UNSAFE}
)
"""Acts that speak of products or of the shop and change no need."""
NOBODY = ServiceState()
"""The service before anybody asked for it."""
OPEN_ENDED = frozenset({"!=", "not_in"})
"""Exclusions add up; every other demand on a field replaces the one before it, bound by bound."""


@dataclass(frozen=True, slots=True)
class DialogueState:
    """What has been said and shown in one conversation; every change is a new state."""

    language: str | None = None
    turns: tuple[Turn, ...] = ()
    want: Want | None = None
    ledger: tuple[Constraint, ...] = ()
    shown: tuple[str, ...] = ()
    """Ids on screen, in order: what "the second one" points at."""
    seen: tuple[str, ...] = ()
    """Every id shown for this need, so that "more" shows others."""
    rejected: tuple[str, ...] = ()
    meant: tuple[tuple[str, ...], ...] = ()
    """The products that the last turns pointed at, the latest last: what "it" and "the previous one" are."""
    cart: tuple[CartLine, ...] = ()
    pending: Question | None = None
    asked: tuple[str, ...] = ()
    before: DialogueState | None = None
    service: ServiceState = NOBODY
    """How far the service has come with this conversation's customer."""
    of_basket: bool = False
    """Whether the last turn was about the basket, so that a bare count or colour is said of what went in."""

    def after(self, turn: Turn, intent: Intent) -> DialogueState:
        """The state once this turn's changes hold; undo gives back the need as it was, and keeps turns and basket."""
        if intent.beside is not None:
            return self.after(turn, intent.beside)
        return replace(self._changed_by(turn, intent), of_basket=intent.act is Act.CART)

    def _changed_by(self, turn: Turn, intent: Intent) -> DialogueState:
        turns = (*self.turns, turn)
        meant = self._meant_with(intent.points_at)
        if intent.undo and intent.act not in ASIDE:
            earlier = self.before or DialogueState()
            return replace(
                earlier, turns=turns, language=intent.language, cart=self.cart, meant=meant, service=self.service
            )
        if not changes_need(intent):
            return replace(self, turns=turns, language=intent.language, meant=meant)
        start = self._without(intent.forget)
        new_need = intent.want is not None and start.want is not None and intent.want.name != start.want.name
        return replace(
            start,
            language=intent.language,
            turns=turns,
            want=intent.want or start.want,
            ledger=joined(start.ledger, intent.require),
            shown=() if new_need else start.shown,
            seen=() if new_need else start.seen,
            asked=() if new_need else start.asked,
            meant=() if new_need else meant,
            before=replace(self, before=_shortened(self.before, UNDO_DEPTH - 1)),
        )

    @property
    def of_goods(self) -> DialogueState:
        """The state as words about goods are read in: they answer no question of an errand."""
        asked = self.pending
        return replace(self, pending=None) if asked is not None and asked.field == self.service.awaiting else self

    @property
    def spoken_of(self) -> tuple[str, ...]:
        """The one product on screen that was spoken of last; none where several were, or it is no longer shown."""
        last = self.meant[-1] if self.meant else ()
        return last if len(last) == 1 and last[0] in self.shown else ()

    def meaning(self, ids: tuple[str, ...]) -> DialogueState:
        """The state with these as what "it" is from now on; as it was for none."""
        return replace(self, meant=self._meant_with(ids))

    def _meant_with(self, ids: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        if not ids or set(ids) == set(self.shown) or ids in self.meant[-1:]:
            return self.meant
        return (*self.meant, ids)[-REMEMBERED:]

    def _without(self, names: tuple[str, ...]) -> DialogueState:
        if "everything" in names:
            return DialogueState(language=self.language, cart=self.cart, service=self.service)
        want = None if "want" in names else self.want
        return replace(self, want=want, ledger=tuple(c for c in self.ledger if c.field not in names))


def changes_need(intent: Intent) -> bool:
    """Whether the turn alters want or ledger; questions about products and the basket leave the need as it is."""
    if intent.act in ASIDE:
        return False
    return bool(intent.undo or intent.want or intent.require or intent.forget)


def joined(ledger: tuple[Constraint, ...], new: tuple[Constraint, ...]) -> tuple[Constraint, ...]:
    """The ledger with the new demands: each replaces what it contradicts on its field, exclusions add up."""
    for constraint in new:
        refused = {
            value for one in new if one.field == constraint.field and one.op in OPEN_ENDED for value in _names(one)
        }
        left = tuple(_left_of(old, constraint, refused) for old in ledger)
        if left != ledger:
            # Of several that will do, one is taken away: the others are still the demand.
            ledger = left
            continue
        kept = (old for old in ledger if not replaces(constraint, old) or _stands_beside(constraint, old, new))
        ledger = (*kept, constraint)
    return ledger


def _stands_beside(one: Constraint, other: Constraint, together: tuple[Constraint, ...]) -> bool:
    """Whether one message says both what is best and how far it may go: about 500, and no more than 600."""
    return other in together and "about" in (one.op, other.op) and one.op != other.op and one.firm is not other.firm


def _left_of(old: Constraint, new: Constraint, refused: set[object]) -> Constraint:
    """What is left of a demand for one of several once some of them are refused; as it was where none is left."""
    if old.field != new.field or old.op != "in" or new.op not in OPEN_ENDED or not isinstance(old.value, tuple):
        return old
    kept = tuple(one for one in old.value if one not in refused)
    if not kept or len(kept) == len(old.value):
        return old
    return replace(old, op="in" if len(kept) > 1 else "=", value=kept if len(kept) > 1 else kept[0])


def replaces(new: Constraint, old: Constraint) -> bool:
    """Whether `old` no longer stands beside `new`: same field and same side (lower bound, upper bound, equality).

    A wish for less or more stands beside every limit, and replaces only another such wish.
    """
    if new.field != old.field:
        return False
    if new.value is None or old.value is None:
        return new.value is None and old.value is None
    if new.op in OPEN_ENDED or old.op in OPEN_ENDED:
        return _names(new) & _names(old) != set() if new.op != old.op else new.value == old.value
    if new.op == "in" and old.op == "has":
        return _names(old) <= _names(new)
    if new.op == "has" or old.op == "has":
        other = old if new.op == "has" else new
        lacks = other.value is False or other.value == 0.0 or (other.op in OPEN_ENDED and new.value == old.value)
        return lacks or (new.op == old.op and new.value == old.value)
    return not (new.op[0] != old.op[0] and {new.op[0], old.op[0]} == {"<", ">"})


def _names(constraint: Constraint) -> set[object]:
    return set(constraint.value) if isinstance(constraint.value, tuple) else {constraint.value}


def _shortened(state: DialogueState | None, depth: int) -> DialogueState | None:
    if state is None or depth <= 0:
        return None
    return replace(state, before=_shortened(state.before, depth - 1))

"""What a conversation remembers: every change is a new state, and undo gives the need back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.state import UNDO_DEPTH, DialogueState, changes_need, joined, replaces
from assistant.vocabulary import Act, CartLine, Intent, Question, Turn, Want
from catalog.product import Constraint

TURN = Turn("c", "words")
LAPTOP, KETTLE = Want("laptop", ("laptop",)), Want("kettle", ("kettle",))
CHEAP = Constraint("price", "<=", 100.0)
DEAR = Constraint("price", ">=", 50.0)


def refine(*require: Constraint, **more: object) -> Intent:
    return Intent(Act.REFINE, "en", require=require, **more)  # type: ignore[arg-type]


def depth(state: DialogueState) -> int:
    return 0 if state.before is None else 1 + depth(state.before)


@pytest.mark.parametrize(
    ("new", "old", "gone"),
    [
        (Constraint("price", "<=", 50.0), CHEAP, True),
        (Constraint("price", "<", 50.0), CHEAP, True),
        (DEAR, CHEAP, False),
        (Constraint("price", "about", 80.0), CHEAP, True),
        (Constraint("price", "=", 80.0), DEAR, True),
        (Constraint("weight", "<=", 50.0), CHEAP, False),
        (Constraint("colour", "=", "red"), Constraint("colour", "=", "blue"), True),
        (Constraint("colour", "=", "red"), Constraint("colour", "!=", "red"), True),
        (Constraint("colour", "=", "red"), Constraint("colour", "!=", "blue"), False),
        (Constraint("colour", "!=", "red"), Constraint("colour", "!=", "blue"), False),
        (Constraint("colour", "!=", "red"), Constraint("colour", "!=", "red"), True),
        (Constraint("brand", "not_in", ("A", "B")), Constraint("brand", "=", "A"), True),
        (Constraint("brand", "in", ("C", "D")), Constraint("brand", "=", "A"), True),
        (Constraint("feature", "has", "gps"), Constraint("feature", "has", "nfc"), False),
        (Constraint("feature", "has", "gps"), Constraint("feature", "has", "gps"), True),
        (Constraint("price", "<", None, firm=False), CHEAP, False),
    ],
)
def test_which_demand_takes_the_place_of_which(new: Constraint, old: Constraint, gone: bool) -> None:
    assert replaces(new, old) is gone


def test_exclusions_add_up_and_bounds_are_replaced() -> None:
    ledger = joined((CHEAP,), (Constraint("brand", "!=", "A"), Constraint("brand", "!=", "B"), DEAR))
    assert [c.value for c in ledger] == [100.0, "A", "B", 50.0]
    assert joined(ledger, (Constraint("price", "<=", 70.0),))[-1].value == 70.0
    assert len(joined(ledger, (Constraint("price", "<=", 70.0),))) == 4


def test_the_old_state_stays_as_it_was() -> None:
    first = DialogueState().after(TURN, Intent(Act.FIND, "en", want=LAPTOP))
    second = first.after(TURN, refine(CHEAP))
    assert (first.ledger, first.turns) == ((), (TURN,))
    assert (second.want, second.ledger, second.turns) == (LAPTOP, (CHEAP,), (TURN, TURN))


def test_undo_gives_the_need_back_and_keeps_turns_and_basket() -> None:
    first = DialogueState().after(TURN, Intent(Act.FIND, "en", want=LAPTOP, require=(CHEAP,)))
    line = CartLine("a", "A", 1, 9.0)
    changed = replace(first.after(TURN, refine(Constraint("weight", "<", 1.0, "kg"))), cart=(line,), shown=("a", "b"))
    back = changed.after(TURN, refine(undo=True))
    assert (back.want, back.ledger, back.cart) == (LAPTOP, (CHEAP,), (line,))
    assert len(back.turns) == 3


def test_undo_twice_goes_back_twice_and_never_breaks() -> None:
    state = DialogueState()
    for value in (30.0, 20.0, 10.0):
        state = state.after(TURN, refine(Constraint("price", "<=", value)))
    bounds = []
    for _ in range(5):
        state = state.after(TURN, refine(undo=True))
        bounds.append([c.value for c in state.ledger])
    assert bounds == [[20.0], [30.0], [], [], []]


def test_only_so_many_steps_are_kept() -> None:
    state = DialogueState()
    for value in range(UNDO_DEPTH * 2):
        state = state.after(TURN, refine(Constraint("price", "<=", float(value))))
    assert depth(state) == UNDO_DEPTH


def test_forgetting() -> None:
    state = DialogueState(cart=(CartLine("a", "A", 1, 9.0),)).after(
        TURN, Intent(Act.FIND, "en", want=LAPTOP, require=(CHEAP, DEAR, Constraint("brand", "=", "A")))
    )
    assert [c.field for c in state.after(TURN, refine(forget=("price",))).ledger] == ["brand"]
    assert state.after(TURN, refine(forget=("want",))).want is None
    nothing = state.after(TURN, refine(forget=("everything",)))
    assert (nothing.want, nothing.ledger, nothing.cart) == (None, (), state.cart)
    assert nothing.after(TURN, refine(undo=True)).want == LAPTOP


def test_another_kind_of_thing_starts_a_new_list() -> None:
    state = replace(
        DialogueState().after(TURN, Intent(Act.FIND, "en", want=LAPTOP)),
        shown=("a",), seen=("a", "b"), asked=("brand",),
    )  # fmt: skip
    other = state.after(TURN, Intent(Act.FIND, "en", want=KETTLE))
    assert (other.want, other.shown, other.seen, other.asked) == (KETTLE, (), (), ())
    same = state.after(TURN, refine(CHEAP))
    assert (same.shown, same.seen, same.asked) == (("a",), ("a", "b"), ("brand",))


@pytest.mark.parametrize(
    "act", [Act.ASK_PRODUCT, Act.WHY, Act.COMPARE, Act.CART, Act.POLICY, Act.ORDER, Act.HUMAN, Act.CHAT, Act.UNSAFE]
)
def test_an_aside_leaves_the_need_alone(act: Act) -> None:
    state = DialogueState(want=LAPTOP, ledger=(CHEAP,), pending=Question("?", "brand"))
    aside = Intent(act, "zh", want=KETTLE, require=(DEAR,), forget=("everything",), undo=True)
    after = state.after(TURN, aside)
    assert not changes_need(aside)
    assert (after.want, after.ledger, after.pending, after.language) == (LAPTOP, (CHEAP,), state.pending, "zh")

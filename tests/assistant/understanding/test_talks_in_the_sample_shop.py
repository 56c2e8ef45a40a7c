"""What whole talks change turn by turn in the sample shop: told in asides, in passing, in roundabout words."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from assistant.state import DialogueState
from assistant.vocabulary import Reply, Turn


def after(assistant: Assistant, *said: str) -> tuple[DialogueState, Reply]:
    """The state after these turns, and the last reply."""
    state, reply = assistant.respond(DialogueState(), Turn("c", said[0]))
    for text in said[1:]:
        state, reply = assistant.respond(state, Turn("c", text))
    return state, reply


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("duvet", "feathers make me sneeze, so no goose down please"), {"fill_material != goose down"}),
        (("coffee machine", "milk foam is also important"), set()),
        (("monitor, 24 inches", "could go a bit bigger, up to 27"), {"screen_size <= 27.0"}),
        (("duvet", "I've just remembered it's a single bed"), {"size = single"}),
        (("coffee machine", "it has to grind the beans"), {"grinder has grinder"}),
        (("desk lamp", "a usb port would save me a charger"), {"~ usb_port has usb port"}),
        (("desk lamp, white", "the colour is negotiable"), set()),
        (("desk lamp", "50 is plenty"), {"price <= 50.0"}),
        (("desk lamp", "50 is where I draw the line"), {"price <= 50.0"}),
        (("desk lamp", "my purse isn't large, 50 at most"), {"price <= 50.0"}),
        (("desk lamp, white", "black as well then"), {"colour in ('white', 'black')"}),
        (("headphones", "over-ear or on-ear, both ok"), {"wearing_style in ('over-ear', 'on-ear')"}),
    ],
)
def test_what_is_said_in_passing_changes_only_what_it_says(
    sample_assistant: Assistant, turns: tuple[str, ...], expected: set[str]
) -> None:
    state, _ = after(sample_assistant, *turns)
    assert state.want is not None
    assert state.want.name == turns[0].split(",")[0]
    assert {f"{'' if one.firm else '~ '}{one.field} {one.op} {one.value}" for one in state.ledger} == expected


def test_a_compound_for_a_place_stays_of_its_own_kind(sample_assistant: Assistant) -> None:
    state, _ = after(sample_assistant, "coffee machine for the office")
    assert state.want is not None
    assert state.want.types == ("coffee machine",)

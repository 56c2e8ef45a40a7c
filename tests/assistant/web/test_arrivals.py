"""Whoever comes while others wait is counted, and is let go again whatever happens."""

from __future__ import annotations

import pytest

from assistant.web.arrivals import Arrivals
from assistant.web.deeds import Message
from tests.assistant.web.made_up import made_up_assistant
from tests.assistant.web.test_visits import visits


def test_the_others_are_counted_and_none_is_left_when_all_are_done() -> None:
    arrivals = Arrivals()
    assert arrivals.beside == 0
    with arrivals:
        assert arrivals.beside == 0
        with pytest.raises(KeyError), arrivals:
            {}[arrivals.beside]
        assert arrivals.beside == 0


def test_a_turn_knows_how_many_others_wait() -> None:
    assistant = made_up_assistant()
    server = visits(assistant)
    with server.arrivals, server.arrivals, server.arrivals:
        conversation, _ = server.chat(Message(text="headphones"))
    assert conversation.state.turns[-1].beside == 2

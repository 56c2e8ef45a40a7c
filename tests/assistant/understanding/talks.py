"""Talks in words: what the assistant holds after some turns."""

from __future__ import annotations

from assistant.conversation import Assistant
from assistant.state import DialogueState
from assistant.vocabulary import Reply, Turn


def after(assistant: Assistant, *said: str) -> tuple[DialogueState, Reply]:
    """The state after these turns, and the last reply."""
    state, reply = assistant.respond(DialogueState(), Turn("c", said[0]))
    for text in said[1:]:
        state, reply = assistant.respond(state, Turn("c", text))
    return state, reply

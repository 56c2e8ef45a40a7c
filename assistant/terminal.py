"""Talking to the shop in a terminal."""

from __future__ import annotations

from typing import TextIO

from assistant.conversation import Assistant
from assistant.reasons.amounts import money
from assistant.reasons.telling import plain
from assistant.state import DialogueState
from assistant.vocabulary import Reply, Turn


def talk(assistant: Assistant, source: TextIO, sink: TextIO) -> int:
    """Reads a message per line and writes words and goods, until the input ends."""
    state = DialogueState()
    while True:
        sink.write("> ")
        sink.flush()
        line = source.readline()
        if not line:
            sink.write("\n")
            return 0
        if line.strip():
            turn = Turn("terminal", line.strip())
            state, reply = assistant.respond(state, turn)
            sink.write(as_text(assistant.worded(state, reply, turn)))


def as_text(reply: Reply) -> str:
    """A reply as plain lines: words, goods with reasons, alternatives, notices."""
    lines = [plain(reply.text).replace("**", "")]
    if reply.table:
        lines += [f"  {row.name}: {' | '.join(cell or '–' for cell in row.cells)}" for row in reply.table.rows]
    for place, one in enumerate(reply.items, start=1):
        reason = reply.reasons.get(one.product.id)
        price = (
            "" if one.product.price is None else f"  {money(one.product.price, one.product.currency, reply.language)}"
        )
        lines.append(f"  {place}. {one.product.title}{price}")
        lines += [f"     {text}" for text in (reason and reason.text, reason and reason.drawback) if text]
    lines += [
        f"  ? {one.ranked.product.title}: {', '.join(c.said or c.field for c in one.missing)}" for one in reply.unproved
    ]
    lines += [f"  [{offer.count}] {offer.change}" for offer in reply.offers]
    lines += [f"  ({choice.count}) {choice.label}" for choice in (reply.question.choices if reply.question else ())]
    lines += [f"  ! {notice}" for notice in reply.notices]
    return "\n".join(lines) + "\n"

"""Take-overs and give-backs: nothing said is lost or doubled, and every packet is whole."""

from __future__ import annotations

import tempfile
from pathlib import Path

from assistant.errand import ServiceState
from assistant.records.conversation_log import SHOPPER, STAFF, ConversationLog
from assistant.records.database import Database
from assistant.records.ticket_book import TicketBook
from assistant.service.handoff import HandOff
from assistant.state import DialogueState
from assistant.vocabulary import Turn

ROUNDS = 200
PARTS = frozenset({
    "who", "language", "ledger", "shown", "rejected", "orders", "promises", "summary", "mood", "waiting_since", "said",
})  # fmt: skip


def handovers(rounds: int = ROUNDS) -> tuple[tuple[str, int, int], ...]:
    """Rounds of hand-over, messages of both sides (each sent twice), give-back; the records opened anew every tenth."""
    whole = lost = 0
    with tempfile.TemporaryDirectory(prefix="daogou-") as folder:
        database = Database.of_home(Path(folder))
        for number in range(rounds):
            if number % 10 == 9:
                database.close()
                database = Database.of_home(Path(folder))
            tickets, log = TicketBook(database), ConversationLog(database)
            name = f"talk {number % 7}"
            people = HandOff(tickets, lambda now=float(number): now, lambda product: product)
            turn = Turn(name, f"please help {number}")
            state = DialogueState("", (turn,), service=ServiceState())
            ticket, place = people.hand_over(state, turn, "asked", None, {})
            whole += ticket.packet.keys() >= PARTS and place == 1
            mark = max((one.number for one in log.since(name)), default=0)
            tickets.take(ticket.number, "ana", float(number))
            sent = []
            for part in range(4):
                for _ in range(2):
                    log.add(name, f"{number}-{part}", SHOPPER if part % 2 else STAFF, f"{number}-{part}", float(number))
                sent.append(f"{number}-{part}")
            tickets.give_back(ticket.number, "ana", float(number))
            lost += [one.text for one in log.since(name, mark)] != sent or bool(tickets.queue())
        database.close()
    return (("hand-off packets whole", whole, rounds), ("take-overs with messages lost or doubled", lost, rounds))

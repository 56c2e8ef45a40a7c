"""What staff write at a ticket, in SQL: each message once, none past a colleague's, and drafts that outlive a page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.records.conversation_log import STAFF
from assistant.records.database import Database
from assistant.records.ticket_book import TAKEN, Ticket


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a message: its number; or why it wasn't sent, and by whom the newer words are."""

    number: int = 0
    fresh: bool = True
    refused: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a member of staff has written at a ticket and not sent."""

    name: str
    text: str
    at: float


@dataclass(frozen=True, slots=True)
class Present:
    """A member of staff at a ticket: when their page last asked for it, and whether they write there too."""

    name: str
    joined: bool
    seen: float


NOT_YOURS, NEWER, OTHER_TEXT = "not_yours", "newer", "other_text"


class StaffTalk:
    """The staff's side of taken conversations."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def send(
        self, ticket: int, staff: str, message: str, text: str, seen: int, at: float, language: str,
        products: Sequence[str] = (),
    ) -> Sent:  # fmt: skip
        """Keeps a message of who holds or joined a taken ticket, and drops their draft, in one transaction.

        `seen` is the number of the last message that the writer has seen: where a colleague wrote after it, nothing
        is kept. A message of an id that is there is not kept twice.
        """
        from sqlalchemy import select

        from assistant.records.schema import MESSAGES, TICKETS
        from assistant.records.staff_schema import CARDS, DRAFTS, PRESENCE

        with self._database.writing() as connection:
            row = connection.execute(select(TICKETS).where(TICKETS.c.number == ticket)).one_or_none()
            if row is None:
                return Sent(refused=NOT_YOURS)
            own = (MESSAGES.c.conversation == row.conversation) & (MESSAGES.c.message == message)
            known = connection.execute(select(MESSAGES).where(own)).one_or_none()
            if known is not None:
                same = known.text == text and known.name == staff
                return Sent(known.number, fresh=False) if same else Sent(refused=OTHER_TEXT, by=known.name)
            mine = (PRESENCE.c.ticket == ticket) & (PRESENCE.c.name == staff) & PRESENCE.c.joined
            joined = connection.scalar(select(PRESENCE.c.ticket).where(mine)) is not None
            if row.state != TAKEN or not (row.staff == staff or joined):
                return Sent(refused=NOT_YOURS, by=row.staff)
            others = (
                (MESSAGES.c.conversation == row.conversation) & (MESSAGES.c.who == STAFF) & (MESSAGES.c.name != staff)
            )
            newer = connection.scalar(select(MESSAGES.c.name).where(others & (MESSAGES.c.number > seen)))
            if newer is not None:
                return Sent(refused=NEWER, by=newer)
            made = connection.execute(
                MESSAGES.insert().values(
                    conversation=row.conversation, message=message, at=at, who=STAFF, name=staff, language=language,
                    text=text, customer=row.customer,
                )
            )  # fmt: skip
            number = int(made.inserted_primary_key[0])
            if products:
                connection.execute(
                    CARDS.insert().values(
                        number=number, conversation=row.conversation, products=json.dumps(list(products))
                    )
                )
            connection.execute(DRAFTS.delete().where((DRAFTS.c.ticket == ticket) & (DRAFTS.c.name == staff)))
            return Sent(number)

    def cards(self, conversation: str) -> Mapping[int, tuple[str, ...]]:
        """The products on the cards of a conversation's messages, by the message's number."""
        from sqlalchemy import select

        from assistant.records.staff_schema import CARDS

        with self._database.reading() as connection:
            rows = connection.execute(select(CARDS).where(CARDS.c.conversation == conversation))
            return {row.number: tuple(json.loads(row.products)) for row in rows}

    def keep_draft(self, ticket: Ticket, staff: str, text: str, at: float) -> None:
        """Keeps what somebody has written so far; an empty text drops it."""
        from assistant.records.staff_schema import DRAFTS

        with self._database.writing() as connection:
            connection.execute(DRAFTS.delete().where((DRAFTS.c.ticket == ticket.number) & (DRAFTS.c.name == staff)))
            if text.strip():
                where = {"ticket": ticket.number, "conversation": ticket.conversation}
                connection.execute(DRAFTS.insert().values(**where, name=staff, at=at, text=text))

    def drafts(self, ticket: int) -> list[Draft]:
        """Everybody's unsent words at a ticket, the oldest first."""
        from sqlalchemy import select

        from assistant.records.staff_schema import DRAFTS

        with self._database.reading() as connection:
            rows = connection.execute(select(DRAFTS).where(DRAFTS.c.ticket == ticket).order_by(DRAFTS.c.at))
            return [Draft(row.name, row.text, row.at) for row in rows]

    def present(self, ticket: int, staff: str, at: float, joined: bool | None = None) -> None:
        """Notes that somebody looks at a ticket; `joined` where they start or stop writing there too."""
        from sqlalchemy import select

        from assistant.records.staff_schema import PRESENCE

        with self._database.writing() as connection:
            mine = (PRESENCE.c.ticket == ticket) & (PRESENCE.c.name == staff)
            known = connection.execute(select(PRESENCE).where(mine)).one_or_none()
            if known is None:
                row = {"ticket": ticket, "name": staff, "joined": bool(joined), "seen": at}
                connection.execute(PRESENCE.insert().values(**row))
            else:
                now = known.joined if joined is None else joined
                connection.execute(PRESENCE.update().where(mine).values(seen=at, joined=now))

    def at_ticket(self, ticket: int) -> list[Present]:
        """Everybody who was ever at a ticket, by name."""
        from sqlalchemy import select

        from assistant.records.staff_schema import PRESENCE

        with self._database.reading() as connection:
            rows = connection.execute(select(PRESENCE).where(PRESENCE.c.ticket == ticket).order_by(PRESENCE.c.name))
            return [Present(row.name, row.joined, row.seen) for row in rows]

    def everyone_leaves(self, ticket: int) -> None:
        """Ends what joining gave: for a ticket that is given back."""
        from assistant.records.staff_schema import PRESENCE

        with self._database.writing() as connection:
            connection.execute(PRESENCE.delete().where(PRESENCE.c.ticket == ticket))

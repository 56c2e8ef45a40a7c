"""Conversations in SQL, message by message: each once, whoever sends it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.records.database import Database

if TYPE_CHECKING:
    from sqlalchemy import Row

SHOPPER, ASSISTANT, STAFF, EVENT = "shopper", "assistant", "staff", "event"
TAKEN_UP, GIVEN_BACK, LEFT = "taken_up", "given_back", "left"
"""What the text of an event says that the named member of staff did."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message: `number` grows with time over all conversations, `message` is the sender's own id of it."""

    number: int
    conversation: str
    message: str
    at: float
    who: str
    name: str
    language: str
    text: str
    customer: str


class ConversationLog:
    """What was said in every conversation."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        conversation: str,
        message: str,
        who: str,
        text: str,
        at: float,
        *,
        name: str = "",
        language: str = "",
        customer: str = "",
    ) -> bool:
        """Keeps a message, durably once this returns; False where the conversation has one of this id already."""
        from sqlalchemy.exc import IntegrityError

        from assistant.records.schema import MESSAGES

        try:
            with self._database.writing() as connection:
                connection.execute(
                    MESSAGES.insert().values(
                        conversation=conversation, message=message, at=at, who=who, name=name, language=language,
                        text=text, customer=customer,
                    )
                )  # fmt: skip
        except IntegrityError:
            return False
        return True

    def exchange(
        self, conversation: str, message: str, said: str, replied: str, at: float, language: str, customer: str = ""
    ) -> bool:
        """Keeps a shopper's message and the assistant's reply, both or neither; False where the message is there.

        Once the customer is known, all that was said before in the conversation is theirs too.
        """
        from sqlalchemy.exc import IntegrityError

        from assistant.records.schema import MESSAGES

        shared = {"conversation": conversation, "at": at, "name": "", "language": language, "customer": customer}
        rows = [{**shared, "message": message, "who": SHOPPER, "text": said}]
        if replied:
            rows.append({**shared, "message": f"{message}/reply", "who": ASSISTANT, "text": replied})
        try:
            with self._database.writing() as connection:
                connection.execute(MESSAGES.insert(), rows)
                if customer:
                    unknown = (MESSAGES.c.conversation == conversation) & (MESSAGES.c.customer == "")
                    connection.execute(MESSAGES.update().where(unknown).values(customer=customer))
        except IntegrityError:
            return False
        return True

    def since(self, conversation: str, number: int = 0) -> list[Message]:
        """The messages of a conversation after the one of this number, in order."""
        from sqlalchemy import select

        from assistant.records.schema import MESSAGES

        wanted = (MESSAGES.c.conversation == conversation) & (MESSAGES.c.number > number)
        with self._database.reading() as connection:
            rows = connection.execute(select(MESSAGES).where(wanted).order_by(MESSAGES.c.number))
            return [_message(row) for row in rows]

    def message(self, number: int) -> Message | None:
        """The message of this number."""
        from sqlalchemy import select

        from assistant.records.schema import MESSAGES

        with self._database.reading() as connection:
            row = connection.execute(select(MESSAGES).where(MESSAGES.c.number == number)).one_or_none()
            return None if row is None else _message(row)

    def search(self, words: str, most: int = 50) -> list[Message]:
        """The latest messages that hold all these words."""
        from sqlalchemy import and_, select

        from assistant.records.schema import MESSAGES

        wanted = and_(*(MESSAGES.c.text.icontains(word, autoescape=True) for word in words.split()))
        with self._database.reading() as connection:
            rows = connection.execute(select(MESSAGES).where(wanted).order_by(MESSAGES.c.number.desc()).limit(most))
            return [_message(row) for row in rows]


def _message(row: Row[Any]) -> Message:
    return Message(**dict(row._mapping))

"""Corrections by staff in SQL: a wrong automatic reply, the right one, and whether it was approved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.records.database import Database

if TYPE_CHECKING:
    from sqlalchemy import Row

PROPOSED, APPROVED, DISMISSED = "proposed", "approved", "dismissed"


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: the shopper's question, the wrong reply, the right answer, who wrote and who approved it."""

    number: int
    at: float
    staff: str
    conversation: str
    question: str
    wrong: str
    answer: str
    language: str
    state: str
    approved_by: str


class CorrectionBook:
    """All corrections; only an approved one is used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def propose(
        self, staff: str, conversation: str, question: str, wrong: str, answer: str, language: str, at: float
    ) -> int:
        """Keeps a correction until somebody approves it; gives its number."""
        from assistant.records.schema import CORRECTIONS

        with self._database.writing() as connection:
            made = connection.execute(
                CORRECTIONS.insert().values(
                    at=at, staff=staff, conversation=conversation, question=question, wrong=wrong, answer=answer,
                    language=language, state=PROPOSED, approved_by="",
                )
            )  # fmt: skip
            return int(made.inserted_primary_key[0])

    def decide(self, number: int, staff: str, approve: bool) -> Correction | None:
        """Approves or dismisses a proposed correction; nothing where it was decided already or isn't there."""
        from sqlalchemy import select

        from assistant.records.schema import CORRECTIONS

        with self._database.writing() as connection:
            standing = (CORRECTIONS.c.number == number) & (CORRECTIONS.c.state == PROPOSED)
            state = APPROVED if approve else DISMISSED
            done = connection.execute(CORRECTIONS.update().where(standing).values(state=state, approved_by=staff))
            if done.rowcount != 1:
                return None
            return _correction(connection.execute(select(CORRECTIONS).where(CORRECTIONS.c.number == number)).one())

    def every(self, *states: str) -> list[Correction]:
        """The corrections in these states, all where none is named, in order."""
        from sqlalchemy import select

        from assistant.records.schema import CORRECTIONS

        wanted = select(CORRECTIONS).order_by(CORRECTIONS.c.number)
        with self._database.reading() as connection:
            rows = connection.execute(wanted.where(CORRECTIONS.c.state.in_(states)) if states else wanted)
            return [_correction(row) for row in rows]


def _correction(row: Row[Any]) -> Correction:
    return Correction(**dict(row._mapping))

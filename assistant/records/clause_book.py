"""The shop's policies as clauses in SQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.records.database import Database

CORRECTED = "corrections"
"""The document of questions and answers that grew from corrections; each entry's label is its correction's number."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One rule: the document and label that name it, its heading, its words, and the question that it answers."""

    document: str
    label: str
    heading: str
    text: str
    asked: str = ""
    language: str = ""

    @property
    def source(self) -> str:
        """The link to the clause."""
        return f"{self.document}#{self.label}"


class ClauseBook:
    """All clauses of a shop; a document that is learnt again takes the place of its earlier clauses."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, document: str, clauses: Sequence[Clause], origin: str) -> None:
        """Puts a document's clauses in the place of its earlier ones; learnt ones make the sample's go."""
        from assistant.records.order_book import IMPORTED, SAMPLE
        from assistant.records.schema import CLAUSES

        with self._database.writing() as connection:
            gone = CLAUSES.c.document == document
            if origin == IMPORTED:
                gone = gone | (CLAUSES.c.origin == SAMPLE)
            connection.execute(CLAUSES.delete().where(gone))
            if clauses:
                rows = [
                    {
                        "document": document,
                        "label": one.label,
                        "heading": one.heading,
                        "text": one.text,
                        "asked": one.asked,
                        "language": one.language,
                        "origin": origin,
                    }
                    for one in clauses
                ]
                connection.execute(CLAUSES.insert(), rows)

    def add(self, clause: Clause, origin: str) -> None:
        """Puts one clause in the place of the one of its document and label, and leaves all others."""
        from assistant.records.schema import CLAUSES

        with self._database.writing() as connection:
            same = (CLAUSES.c.document == clause.document) & (CLAUSES.c.label == clause.label)
            connection.execute(CLAUSES.delete().where(same))
            connection.execute(
                CLAUSES.insert().values(
                    document=clause.document, label=clause.label, heading=clause.heading, text=clause.text,
                    asked=clause.asked, language=clause.language, origin=origin,
                )
            )  # fmt: skip

    def every(self) -> list[Clause]:
        """All clauses, in the order in which they were learnt."""
        from sqlalchemy import select

        from assistant.records.schema import CLAUSES

        with self._database.reading() as connection:
            rows = connection.execute(select(CLAUSES).order_by(CLAUSES.c.number))
            return [Clause(row.document, row.label, row.heading, row.text, row.asked, row.language) for row in rows]

    def revision(self) -> tuple[int, int]:
        """A value that differs whenever the clauses do."""
        from sqlalchemy import func, select

        from assistant.records.schema import CLAUSES

        with self._database.reading() as connection:
            row = connection.execute(select(func.count(), func.coalesce(func.max(CLAUSES.c.number), 0))).one()
            return int(row[0]), int(row[1])

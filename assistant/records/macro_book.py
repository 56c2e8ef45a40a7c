"""Macros in SQL: texts that the whole shop's staff reuse, in every language they were written in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.records.database import Database

MOST = 200
LONGEST_NAME, LONGEST = 60, 4000


@dataclass(frozen=True, slots=True)
class Macro:
    """One macro: its name, its text by language, and who wrote it last."""

    name: str
    texts: Mapping[str, str]
    by: str
    at: float


class MacroBook:
    """All macros of a shop."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, name: str, texts: Mapping[str, str], by: str, at: float) -> None:
        """Keeps a macro in the place of the one of its name; ValueError for one without name or text."""
        from sqlalchemy import func, select

        from assistant.records.staff_schema import MACROS

        kept = {language: text.strip()[:LONGEST] for language, text in texts.items() if text.strip()}
        name = " ".join(name.split())[:LONGEST_NAME]
        if not name or not kept:
            raise ValueError("A macro needs a name and a text.")
        with self._database.writing() as connection:
            connection.execute(MACROS.delete().where(MACROS.c.name == name))
            if connection.scalar(select(func.count()).select_from(MACROS)) >= MOST:
                raise ValueError(f"There are {MOST} macros already; remove one first.")
            told = json.dumps(kept, ensure_ascii=False)
            connection.execute(MACROS.insert().values(name=name, texts=told, by=by, at=at))

    def remove(self, name: str) -> bool:
        """The macro's end; False where there is none."""
        from assistant.records.staff_schema import MACROS

        with self._database.writing() as connection:
            return connection.execute(MACROS.delete().where(MACROS.c.name == name)).rowcount == 1

    def every(self) -> list[Macro]:
        """All macros, by name."""
        from sqlalchemy import select

        from assistant.records.staff_schema import MACROS

        with self._database.reading() as connection:
            rows = connection.execute(select(MACROS).order_by(MACROS.c.name))
            return [Macro(row.name, json.loads(row.texts), row.by, row.at) for row in rows]

"""A wrong reply corrected: a regression case at once, and once approved a question and answer that is used."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from assistant.records.clause_book import CORRECTED, Clause, ClauseBook
from assistant.records.correction_book import Correction, CorrectionBook
from assistant.records.order_book import IMPORTED


class Corrections:
    """Takes corrections from staff and puts approved ones among the clauses."""

    def __init__(self, book: CorrectionBook, clauses: ClauseBook, clock: Callable[[], float]) -> None:
        self._book, self._clauses, self._clock = book, clauses, clock

    def propose(self, staff: str, conversation: str, question: str, wrong: str, answer: str, language: str) -> int:
        """Keeps a correction until it is approved; gives its number. ValueError where question or answer is empty."""
        if not question.strip() or not answer.strip():
            raise ValueError("A correction needs the shopper's question and the right answer.")
        return self._book.propose(staff, conversation, question.strip(), wrong, answer.strip(), language, self._clock())

    def approve(self, number: int, staff: str) -> Correction | None:
        """Puts the correction among the clauses, where answers find it from now on; nothing where it was decided."""
        found = self._book.decide(number, staff, approve=True)
        if found is not None:
            label = str(found.number)
            clause = Clause(CORRECTED, label, "", found.answer, found.question, found.language)
            self._clauses.add(clause, IMPORTED)
        return found

    def dismiss(self, number: int, staff: str) -> Correction | None:
        """Sets the correction aside."""
        return self._book.decide(number, staff, approve=False)


def regression_case(correction: Correction) -> str:
    """The correction as a dialogue file: the question, and what the reply has to hold and may not."""
    told = json.dumps(correction.answer, ensure_ascii=False)
    lines = [
        f"about = {json.dumps(f'Correction {correction.number}', ensure_ascii=False)}",
        "[[turn]]",
        f"say = {json.dumps(correction.question, ensure_ascii=False)}",
        f"language = {json.dumps(correction.language)}",
        'act = "policy"',
        f"tells = [{told}]",
    ]
    if correction.wrong.strip() and correction.wrong.strip() not in correction.answer:
        lines.append(f"hides = [{json.dumps(correction.wrong.strip(), ensure_ascii=False)}]")
    return "\n".join(lines) + "\n"


def write_case(correction: Correction, folder: Path) -> Path:
    """Writes the regression case into a folder of dialogues; gives the file."""
    path = folder / f"{correction.language}_correction_{correction.number}.toml"
    path.write_text(regression_case(correction), encoding="utf-8")
    return path

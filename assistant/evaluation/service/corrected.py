"""Corrections, approved: the same question in other words is answered with them."""

from __future__ import annotations

import tempfile
import tomllib
from pathlib import Path

from assistant.records.clause_book import ClauseBook
from assistant.records.correction_book import CorrectionBook
from assistant.records.database import Database
from assistant.service.corrections import Corrections
from assistant.service.policy_answers import PolicyAnswers
from assistant.service.sample_policies import put_sample_policies
from catalog.languages.detection import detect
from catalog.ports import Embedder

CASES = Path(__file__).parent / "corrections.toml"


def corrected(embedder: Embedder, questions: Path) -> tuple[tuple[str, int, int], ...]:
    """How many reworded questions get their correction, and how many questions about other things get one."""
    right = asked = wrong = others = 0
    with tempfile.TemporaryDirectory(prefix="daogou-") as folder:
        database = Database.of_home(Path(folder))
        put_sample_policies(database)
        book = Corrections(CorrectionBook(database), ClauseBook(database), lambda: 0.0)
        cases = tomllib.loads(CASES.read_text(encoding="utf-8"))["correction"]
        for case in cases:
            language = detect(case["question"])
            number = book.propose("ana", "c", case["question"], "", case["answer"], language)
            book.approve(number, "bo")
        answers = PolicyAnswers(ClauseBook(database), embedder)
        for case in cases:
            for text in case["others"]:
                asked += 1
                right += case["answer"] in answers.answer(text, detect(text)).text
        told = {case["answer"] for case in cases}
        for language, table in tomllib.loads(questions.read_text(encoding="utf-8")).items():
            for text in table["answered"][1::2]:
                others += 1
                wrong += any(one.text in told for one in answers.answer(text, language).quoted)
        database.close()
    return (
        ("corrected questions in other words, answered with the correction", right, asked),
        ("other questions answered with a correction", wrong, others),
    )

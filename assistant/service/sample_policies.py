"""The sample shop's policies, for homes that hold the sample shop."""

from __future__ import annotations

from assistant.records.clause_book import ClauseBook
from assistant.records.database import Database
from assistant.records.order_book import SAMPLE
from assistant.service.policy_documents import read_policy
from catalog.sample.shop import FOLDER


def put_sample_policies(database: Database) -> None:
    """Fills records that have no clauses yet with those of the sample shop."""
    book = ClauseBook(database)
    if not book.every():
        for path in sorted((FOLDER / "policies").iterdir()):
            book.put(path.name, read_policy(path), SAMPLE)

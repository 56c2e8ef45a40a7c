"""Clauses of the shop's policies that contradict each other are shown to staff, and to nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.__main__ import main
from tests.assistant.web.console.staff_client import Shop

RULES = """# Returns

## Unworn shoes

You may return unworn shoes to our warehouse within {days} days of delivery.

## Refunds

We refund the price to your card once the parcel has arrived with us.

# Delivery

Orders are delivered by parcel post, and delivery is free for members.
"""


@pytest.fixture(autouse=True)
def learnt(home: Path, tmp_path: Path) -> None:
    learn(home, tmp_path, "shoes.md", 60)
    learn(home, tmp_path, "older.md", 60)


def learn(home: Path, folder: Path, name: str, days: int) -> None:
    (folder / name).write_text(RULES.format(days=days), encoding="utf-8")
    assert main(["learn-policies", str(folder / name), "--home", str(home)]) == 0


def test_staff_see_both_clauses_of_a_contradiction_until_it_is_settled(shop: Shop, home: Path, tmp_path: Path):
    ann = shop.staff("ann")
    assert ann.get("/contradictions")["contradictions"] == []
    learn(home, tmp_path, "older.md", 30)
    pairs = ann.get("/contradictions")["contradictions"]
    assert len(pairs) == 1
    first, second = pairs[0]["first"], pairs[0]["second"]
    assert first["source"].startswith("shoes.md#")
    assert second["source"].startswith("older.md#")
    assert "within 60 days" in first["text"]
    assert "within 30 days" in second["text"]
    learn(home, tmp_path, "older.md", 60)
    assert ann.get("/contradictions")["contradictions"] == []


def test_contradictions_are_for_who_has_signed_in(shop: Shop, home: Path, tmp_path: Path):
    learn(home, tmp_path, "older.md", 30)
    answer = shop.browser().get("/console/api/contradictions")
    assert answer.status_code == 401
    assert "60 days" not in answer.text

"""The judge of service conversations: what was to stay is compared to the byte, and is put back as it was."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assistant.evaluation.service.held import Stage
from assistant.evaluation.service.shop_records import FILE, Shop, cancelled, differing, moved


@pytest.fixture
def home(sample_home: Path, tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    shutil.copy(sample_home / FILE, tmp_path / "home" / FILE)
    return tmp_path / "home"


def write(home: Path, name: str, old: str, new: str) -> None:
    with closing(sqlite3.connect(home / FILE)) as base:
        base.execute("UPDATE orders SET document = replace(document, ?, ?) WHERE id = ?", (old, new, name))
        base.commit()


def pending(shop: Shop) -> str:
    return next(name for name, row in shop.orders.items() if row["status"] == "pending")


def test_a_record_that_was_to_stay_differs_by_one_byte(home: Path) -> None:
    start = Shop.of_home(home)
    name = pending(start)
    assert differing(start, Shop.of_home(home, start)) == []
    write(home, name, '"order_id":', '"order_id": ')
    found = Shop.of_home(home, start)
    assert found.orders == start.orders
    assert differing(start, found) == [name]


def test_what_was_to_change_is_judged_by_what_it_says(home: Path) -> None:
    start = Shop.of_home(home)
    name = pending(start)
    after = cancelled(start, name, "no longer needed")
    assert start.orders[name]["status"] == "pending"
    assert name in differing(after, Shop.of_home(home, start))
    user = start.orders[name]["user_id"]
    assert differing(moved(start, user, {**start.users[user]["address"], "city": "Ulm"}), start) == [user]


def test_records_are_put_back_to_the_byte(home: Path) -> None:
    start = Shop.of_home(home)
    stage = Stage.on(home, None, None)  # type: ignore[arg-type]
    write(home, pending(start), "pending", "cancelled")
    stage.restore(differing(start, stage.found()))
    assert stage.found().written == start.written

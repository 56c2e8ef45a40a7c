"""A disk that fills up or may not be written: one sentence, and the home as it was."""

from __future__ import annotations

import json
import os
import sqlite3
from collections import namedtuple
from pathlib import Path

import pytest

from catalog.embedders import HashingEmbedder
from catalog.errors import SetupError
from catalog.importing.memory import ImportSettings
from catalog.importing.modes import import_undoable
from catalog.product import Product
from catalog.store import Store
from catalog.storing import schema
from catalog.storing.reports import Listing

GOODS = [Product(f"p{n}", f"Lamp {n}", price=10.0) for n in range(20)]


@pytest.fixture
def store(tmp_path: Path):
    found = Store.open(tmp_path / "store.sqlite3")
    found.write(GOODS)
    yield found
    found.close()


def fill(store: Store, spare: int) -> None:
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count={pages + spare}")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    rows = [{"id": f"q{n}", "title": f"Chair {n}", "text": " ".join(f"word{n}x{k}" for k in range(90))}
            for n in range(1500)]  # fmt: skip
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


@pytest.mark.parametrize("spare", [0, 3, 400, 900])
def test_a_disk_that_fills_up_during_an_import(store: Store, file: Path, spare: int) -> None:
    fill(store, spare)
    with pytest.raises(SetupError, match="full") as refused:
        import_undoable(file, store, ImportSettings(), "mark")
    assert str(refused.value).endswith("The catalogue is as it was.") or spare == 0
    assert list(store.all()) == GOODS
    assert store.last_change() is None
    fill(store, 100_000)
    assert import_undoable(file, store, ImportSettings(), "mark").kept == 1500


def test_every_write_to_a_store_that_may_not_be_written_says_so(store: Store) -> None:
    store.connection.execute("PRAGMA query_only=ON")
    writes = (
        lambda: store.write([Product("new", "New")]),
        lambda: store.delete(["p1"]),
        lambda: store.patch({"p1": Listing(price=1.0)}),
        lambda: store.begin_change("it"),
        lambda: store.set_note("a", "b"),
        lambda: store.write_vectors("hashing", [b""], ["p1"], HashingEmbedder().embed(["Lamp"])),
    )
    for write in writes:
        with pytest.raises(SetupError, match="can't be written") as refused:
            write()
        assert "\n" not in str(refused.value)
    assert list(store.all()) == GOODS


def test_an_import_that_would_fill_the_disk_is_not_begun(
    store: Store, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_undoable(file, store, ImportSettings(), "mark")
    store.undo()
    usage = namedtuple("usage", "total used free")(10**9, 10**9 - 10**6, 10**6)
    monkeypatch.setattr("catalog.importing.modes.shutil.disk_usage", lambda folder: usage)
    with pytest.raises(SetupError, match="1 MB are free"):
        import_undoable(file, store, ImportSettings(), "mark")
    assert list(store.all()) == GOODS
    few = file.with_name("few.jsonl")
    few.write_text("".join(file.read_text().splitlines(keepends=True)[:20]))
    assert import_undoable(few, store, ImportSettings(), "mark").added == 20


def test_a_disk_without_room_is_told_and_no_file_is_blamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store.open(tmp_path / "store.sqlite3").close()
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(schema, "disk_usage", lambda _: usage(10, 10, 0))
    monkeypatch.setattr(sqlite3, "connect", lambda *_, **__: broken())
    with pytest.raises(SetupError, match=r"is full.*Make room"):
        Store.open(tmp_path / "store.sqlite3")


def test_a_home_that_may_not_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store.open(tmp_path / "store.sqlite3").close()
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(sqlite3, "connect", lambda *_, **__: broken())
    with pytest.raises(SetupError, match="Give yourself the right"):
        Store.open(tmp_path / "store.sqlite3")


def broken() -> None:
    raise sqlite3.OperationalError("disk I/O error")

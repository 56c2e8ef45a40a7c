"""A backup taken while others work, and what restoring it refuses and gives."""

from __future__ import annotations

import sqlite3
import threading
import zipfile
from pathlib import Path

import pytest

from catalog.__main__ import main
from catalog.catalogue import Catalogue
from catalog.embedders import HashingEmbedder
from catalog.home import Home
from catalog.product import Product
from catalog.store import Store

GOODS = tuple(Product(f"p{n}", f"Lamp {n}", price=10.0 + n) for n in range(20))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.make(tmp_path / "home")
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        catalogue.store.write(GOODS)
        catalogue.index_pending()
    home.settings.write_text("shown = 5\n")
    return home


def run(command: str, file: Path, home: Path, *words: str) -> int:
    return main([command, str(file), "--home", str(home), *words])


def content(home: Path) -> list[Product]:
    store = Store.open(Home(home).store, readonly=True)
    try:
        return list(store.all())
    finally:
        store.close()


def test_a_backup_beside_an_owner_gives_the_home_again(home: Home, tmp_path: Path) -> None:
    file, fresh = tmp_path / "b", tmp_path / "fresh"
    with home.own("python app.py"):
        assert run("backup", file, home.path) == 0
    assert run("restore", file, fresh) == 0
    assert content(fresh) == list(GOODS)
    assert Home(fresh).settings.read_text() == "shown = 5\n"
    assert main(["check", "--home", str(fresh)]) == 0
    assert sorted(one.name for one in tmp_path.iterdir()) == ["b", "fresh", "home"]


def test_a_backup_is_one_moment_though_others_write(home: Home, tmp_path: Path) -> None:
    done = threading.Event()

    def write() -> None:
        store, number = Store.open(home.store), 0
        while not done.is_set():
            number += 1
            store.write([Product("left", f"Count {number}"), Product("right", f"Count {number}")])
        store.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            assert run("backup", tmp_path / f"b{number}", home.path) == 0
    finally:
        done.set()
        writer.join()
    for number in range(5):
        assert run("restore", tmp_path / f"b{number}", tmp_path / f"h{number}") == 0
        found = {product.id: product.title for product in content(tmp_path / f"h{number}")}
        assert found.get("left") == found.get("right")


def test_a_restore_gives_up_products_only_when_told(home: Home, tmp_path: Path) -> None:
    assert run("backup", tmp_path / "b", home.path) == 0
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        catalogue.store.write([Product("p1", "Another"), Product("new", "New")])
        catalogue.store.delete(["p2"])
        catalogue.index_pending()
    assert run("restore", tmp_path / "b", home.path) == 2
    assert "new" in {one.id for one in content(home.path)}
    assert run("restore", tmp_path / "b", home.path, "--replace") == 0
    assert content(home.path) == list(GOODS)
    assert main(["check", "--home", str(home.path)]) == 0
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        assert catalogue.search_vectors("Lamp 2", 1)[0][0] == "p2"


def test_an_owned_home_and_an_existing_file_are_refused(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "b"
    assert run("backup", file, home.path) == 0
    assert run("backup", file, home.path) == 2
    with home.own("python app.py"):
        assert run("restore", file, home.path, "--replace") == 2
    assert "'python app.py'" in capsys.readouterr().err


def nothing(good: Path, bad: Path) -> None:
    bad.write_bytes(b"")


def picture(good: Path, bad: Path) -> None:
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 999)


def cut(good: Path, bad: Path) -> None:
    bad.write_bytes(good.read_bytes()[:-200])


def flipped(good: Path, bad: Path) -> None:
    whole = bytearray(good.read_bytes())
    whole[len(whole) // 2] ^= 255
    bad.write_bytes(bytes(whole))


def flipped_everywhere(good: Path, bad: Path) -> None:
    whole = bytearray(good.read_bytes())
    for place in range(60, len(whole) - 400, 97):
        whole[place] ^= 255
    bad.write_bytes(bytes(whole))


def other_zip(good: Path, bad: Path) -> None:
    with zipfile.ZipFile(bad, "w") as archive:
        archive.writestr("letter.txt", "Dear")


def other_store(good: Path, bad: Path) -> None:
    foreign = bad.with_name("foreign")
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE a (b)")
    connection.close()
    with zipfile.ZipFile(bad, "w") as archive:
        archive.writestr("daogou-backup", "layout 1\n")
        archive.write(foreign, "store.sqlite3")


@pytest.mark.parametrize("spoil", [nothing, picture, cut, flipped, flipped_everywhere, other_zip, other_store])
def test_what_is_no_whole_backup_changes_nothing(
    home: Home, tmp_path: Path, spoil, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("backup", tmp_path / "b", home.path) == 0
    spoil(tmp_path / "b", tmp_path / "bad")
    capsys.readouterr()
    assert run("restore", tmp_path / "bad", home.path, "--replace") == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert content(home.path) == list(GOODS)
    assert main(["check", "--home", str(home.path)]) == 0

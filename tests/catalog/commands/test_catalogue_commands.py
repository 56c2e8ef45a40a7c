"""The commands on a home: what they print, what they give back, and what they leave alone."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from catalog.__main__ import main
from catalog.catalogue import Catalogue
from catalog.chroma_index import generations
from catalog.commands import catalogue as commands
from catalog.embedders import HashingEmbedder
from catalog.home import Home
from catalog.product import Attribute, Product
from catalog.product_json import decoded
from catalog.store import Store

GOODS = tuple(
    Product(
        f"p{n}", f"Lamp {n}", brand="Lux", type="lamp", price=10.0 + n, attributes={"height": Attribute(float(n), "cm")}
    )
    for n in range(20)
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.make(tmp_path / "home")
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        catalogue.store.write(GOODS)
        catalogue.index_pending()
    return home


def test_status_counts_and_takes_no_lock(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    with home.own("python app.py"):
        assert main(["status", "--home", str(home.path)]) == 0
    told = capsys.readouterr().out
    for word in ("20", "lamp 20", "Lux 20", "20 by hashing", "python app.py", "height", "cm 20"):
        assert word in told


def test_a_whole_home_is_well(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--home", str(home.path)]) == 0
    assert capsys.readouterr().out.count("well") == 4


def test_check_leaves_chroma_to_its_owner(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    with home.own("python app.py"):
        assert main(["check", "--home", str(home.path)]) == 0
    assert "not looked at" in capsys.readouterr().out


def test_check_finds_each_damage_and_rebuild_mends_it(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    connection = sqlite3.connect(home.store)
    connection.execute("UPDATE words SET title='nothing' WHERE rowid=3")
    connection.execute("DELETE FROM fact WHERE row=4")
    connection.commit()
    connection.close()
    for file in generations(home.chroma)[0].rglob("*"):
        if file.is_file():
            file.write_bytes(b"")
    assert main(["check", "--home", str(home.path)]) == 1
    told = capsys.readouterr()
    assert "differ from the record of p2" in " ".join(told.out.replace("│", " ").split())
    assert "python -m catalog rebuild" in told.err
    assert main(["rebuild", "--home", str(home.path)]) == 0
    assert "20 products, 20 vectors" in capsys.readouterr().out
    assert main(["check", "--home", str(home.path)]) == 0


def test_check_tells_what_waits_for_a_vector(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store.open(home.store)
    store.write([Product("new", "Candle")])
    store.close()
    assert main(["check", "--home", str(home.path)]) == 1
    assert "1 products have no vector" in " ".join(capsys.readouterr().out.split())
    assert main(["rebuild", "--home", str(home.path)]) == 0
    assert main(["check", "--home", str(home.path)]) == 0


def test_rebuild_is_done_by_the_process_that_serves(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    with Catalogue.open(home, HashingEmbedder(), "python app.py") as owned:
        owned.index_pending()
        before = generations(home.chroma)
        owned.follow()
        assert main(["rebuild", "--home", str(home.path)]) == 0
        assert generations(home.chroma) != before
        assert len(owned.search_vectors("candle", 5)) == 5
        assert not owned.chroma_fault()
    assert "made anew by the process that owns the home" in capsys.readouterr().out


def test_rebuild_is_refused_while_the_owner_serves_nobody(
    home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "PATIENCE", 0.1)
    with home.own("python app.py"):
        assert main(["rebuild", "--home", str(home.path)]) == 2
    assert "'python app.py' (process" in capsys.readouterr().err


def test_export_gives_back_every_product(home: Home, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with home.own("python app.py"):
        assert main(["export", "--home", str(home.path)]) == 0
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert [decoded(line) for line in lines] == list(GOODS)
    assert json.loads(lines[3])["attributes"] == {"height": {"value": 3.0, "unit": "cm"}}


@pytest.mark.parametrize("command", ["status", "check", "rebuild", "export"])
def test_a_home_that_is_not_there_is_refused_in_one_sentence(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--home", str(tmp_path / "nowhere")]) == 2
    told = capsys.readouterr()
    assert "python -m catalog import FILE" in told.err
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert not (tmp_path / "nowhere").exists()

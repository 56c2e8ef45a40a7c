"""`learn` and `recommend` as outside programs drive them, and what is kept of a shopper."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.__main__ import main
from catalog.home import Home
from catalog.product import Product
from catalog.store import Store

HEADER = "shopper,product,event,time,value"
PAIRS = (("pen", "ink"), ("saw", "nail"))


def log(path: Path) -> Path:
    rows = [
        f"u{at},{product},purchase,2026-01-{1 + at % 27:02d}T10:00:0{n},"
        for at in range(40)
        for n, product in enumerate(PAIRS[at % 2])
    ]
    path.write_text(
        "\n".join([HEADER, *rows, "u99,pen,view,yesterday,", "u7@mail.example,pen,view,2026-02-01,"]) + "\n"
    )
    return path


def asked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, *lines: str) -> list[dict]:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO("\n".join(lines).encode())))
    capsys.readouterr()
    assert main(["recommend", "--json", "--home", str(home)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_log_is_learnt_and_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    assert main(["learn", str(log(tmp_path / "log.csv")), "--home", str(home)]) == 0
    assert "line 82" in capsys.readouterr().out
    found = asked(
        monkeypatch,
        capsys,
        home,
        '{"history": ["saw"], "k": 1}',
        '{"shopper": "u7@mail.example", "k": 1}',
        '{"shopper": "nobody", "k": 4}',
        "not json",
        '{"k": 3}',
        '{"history": ["pen"], "k": 0}',
    )
    assert [one["id"] for one in found[0]["items"]] == ["nail"]
    assert [one["id"] for one in found[1]["items"]] == ["ink"]
    assert found[2]["items"][0]["id"] == "pen"
    assert len(found[2]["items"]) == 4
    assert all("error" in one for one in found[3:])


def test_an_unusable_log_keeps_what_was_learnt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    main(["learn", str(log(tmp_path / "log.csv")), "--home", str(home)])
    (tmp_path / "bad.csv").write_text("who,what\na,b\n")
    assert main(["learn", str(tmp_path / "bad.csv"), "--home", str(home)]) == 2
    assert asked(monkeypatch, capsys, home, '{"history": ["saw"], "k": 1}')[0]["items"][0]["id"] == "nail"


def test_sold_out_goods_are_not_recommended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = Home.make(tmp_path / "home")
    store = Store.open(home.store)
    store.write([Product("saw", "Saw", stock=2), Product("nail", "Nail", stock=0), Product("ink", "Ink")])
    store.close()
    main(["learn", str(log(tmp_path / "log.csv")), "--home", str(home.path)])
    found = asked(monkeypatch, capsys, home.path, '{"history": ["saw"]}')
    assert [one["id"] for one in found[0]["items"]] == ["ink"]


def test_a_home_with_nothing_to_go_by_says_what_to_type(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recommend", "--json", "--home", str(tmp_path / "none")]) == 2
    assert "python -m assistant learn EVENTS" in capsys.readouterr().err


def test_an_erased_shopper_is_a_stranger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    main(["learn", str(log(tmp_path / "log.csv")), "--home", str(home)])
    assert main(["person", "erase", "u7@mail.example", "--yes", "--home", str(home)]) == 0
    own, stranger = asked(monkeypatch, capsys, home, '{"shopper": "u7@mail.example"}', '{"shopper": "nobody"}')
    assert own == stranger

"""`describe`: new texts from the records, proved, beside the originals, told differently for different needs."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from assistant.__main__ import main
from catalog.home import Home
from catalog.sample.shop import install
from catalog.store import Store

LAPTOP = "lt-nuvelko-air14-512"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Home.make(tmp_path_factory.mktemp("described"))
    store = Store.open(made.store)
    install(store, made.path)
    store.close()
    return made.path


def rows(home: Path, out: Path, *options: str) -> list[dict[str, str]]:
    """The review file of a run."""
    assert main(["describe", "--home", str(home), "--out", str(out), *options]) == 0
    with out.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_before_is_the_record_s_own_text_and_after_holds_its_figures(home: Path, tmp_path: Path) -> None:
    (row,) = rows(home, tmp_path / "a.csv", "--ids", LAPTOP, "--length", "long")
    assert row["before"].startswith("The Air 14")
    assert "11 hours" in row["after"] or "16 GB" in row["after"]
    assert row["dropped"] == "0"


def test_longer_texts_tell_more(home: Path, tmp_path: Path) -> None:
    sizes = [
        len(rows(home, tmp_path / "b.csv", "--ids", LAPTOP, "--length", one)[0]["after"])
        for one in ("short", "medium", "long")
    ]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]


def test_one_product_is_told_differently_for_two_needs(home: Path, tmp_path: Path) -> None:
    told = [
        rows(home, tmp_path / "c.csv", "--ids", LAPTOP, "--kind", "advert", "--for", need)[0]["after"]
        for need in ("a laptop under 900 euros", "a light laptop")
    ]
    assert told[0] != told[1]
    assert "€101" in told[0]
    assert "1.29 kg" in told[1]


def test_every_file_form_and_language_is_written(home: Path, tmp_path: Path) -> None:
    for name in ("d.md", "d.html", "d.csv"):
        out = tmp_path / name
        assert main(["describe", "--home", str(home), "--ids", LAPTOP, "--language", "zh", "--out", str(out)]) == 0
        assert "笔记本电脑" in out.read_text(encoding="utf-8")


def test_an_unknown_product_or_file_form_is_named(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["describe", "--home", str(home), "--ids", "nothing", "--out", str(tmp_path / "e.md")]) == 2
    assert "nothing" in capsys.readouterr().err
    assert main(["describe", "--home", str(home), "--out", str(tmp_path / "e.doc")]) == 2
    assert ".md" in capsys.readouterr().err

"""Patches, deletions, dry runs, an import that was done before, and taking the last change back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from catalog.__main__ import main
from catalog.catalogue import Catalogue
from catalog.embedders import HashingEmbedder
from catalog.home import Home
from catalog.product import Attribute, Product
from catalog.store import Store
from catalog.storing.reports import Listing

GOODS = tuple(
    Product(
        f"p{n}", f"Lamp {n}", type="lamp", price=10.0 + n, currency="EUR", stock=n,
        attributes={"height": Attribute(float(n), "cm")},
    )
    for n in range(12)
)  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.make(tmp_path / "home")
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        catalogue.store.write(GOODS)
        catalogue.index_pending()
    return home


@pytest.fixture
def store(home: Home):
    found = Store.open(home.store)
    yield found
    found.close()


def run(home: Home, *words: object) -> int:
    return main([*map(str, words), "--home", str(home.path)])


def content(home: Home) -> dict[str, Product]:
    store = Store.open(home.store, readonly=True)
    try:
        return {product.id: product for product in store.all()}
    finally:
        store.close()


def written(home: Home, name: str, text: str) -> Path:
    path = home.path.parent / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_patch_changes_price_and_stock_and_nothing_else(home: Home, tmp_path: Path) -> None:
    path = written(home, "new.csv", "id,price,stock,title\np1,5.50,0,Other\np2,,7,\np3,€8,,\n")
    assert run(home, "import", path, "--patch") == 0
    found = content(home)
    assert (found["p1"].price, found["p1"].stock, found["p1"].title) == (5.5, 0, "Lamp 1")
    assert (found["p2"].price, found["p2"].stock) == (12.0, 7)
    assert (found["p3"].price, found["p3"].stock, found["p3"].currency) == (8.0, 3, "EUR")
    assert [found[one.id] for one in GOODS[4:]] == list(GOODS[4:])
    assert run(home, "check") == 0, "facts and words agree with the records, and no vector waits"


def test_a_patch_refuses_what_fits_no_product_row_by_row(home: Home) -> None:
    lines = ["sku,价格,库存", "p1,5,1", "nobody,5,1", "p2,USD 5,1", "p3,,", "p4,-3,", ",5,5"]
    report = home.path.parent / "r.json"
    assert run(home, "import", written(home, "new.csv", "\n".join(lines)), "--patch", "--report", report) == 0
    told = json.loads(report.read_text())
    assert (told["read"], told["kept"], told["refused"], told["changed"]) == (6, 1, 5, 1)
    assert [row["line"] for row in told["refused_rows"]] == [3, 4, 5, 6, 7]
    assert "no product of this id" in told["refused_rows"][0]["notes"][0]
    assert "USD" in told["refused_rows"][1]["notes"][0]
    assert {one.id for one in GOODS if content(home)[one.id] != one} == {"p1"}


def test_a_file_without_ids_or_prices_patches_nothing(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(home, "import", written(home, "new.csv", "colour,size\nred,5\n"), "--patch") == 2
    assert "column of ids" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("new.csv", "id,price\np1,5\n", ["--patch"]),
        ("all.csv", "id,title,price\np1,Chair,5\np99,Table,6\n", []),
        ("all.csv", "id,title,price\np1,Chair,5\np99,Table,6\n", ["--replace"]),
    ],
)
def test_a_dry_run_reports_and_a_change_is_taken_back_whole(
    home: Home, name: str, text: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path, before, r = written(home, name, text), home.store.read_bytes(), home.path.parent / "r.json"
    assert run(home, "import", path, *words, "--dry-run", "--report", r) == 0
    assert "Nothing was written" in capsys.readouterr().out
    assert home.store.read_bytes() == before
    counted = {key: json.loads(r.read_text())[key] for key in ("added", "changed", "unchanged", "removed")}
    assert run(home, "import", path, *words, "--report", r) == 0
    assert {key: json.loads(r.read_text())[key] for key in counted} == counted
    assert content(home) != {one.id: one for one in GOODS}
    assert run(home, "undo") == 0
    assert content(home) == {one.id: one for one in GOODS}
    assert run(home, "check") == 0
    assert run(home, "undo") == 1


def test_a_dry_run_makes_no_home(tmp_path: Path) -> None:
    home = Home(tmp_path / "nowhere")
    assert run(home, "import", written(home, "all.csv", "id,title\n1,Lamp\n"), "--dry-run") == 0
    assert not home.path.exists()


def test_the_same_import_again_is_known_until_anything_else_happens(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(home, "all.csv", "id,title,price\np1,Chair,5\n")
    said = []
    for words in ([], [], ["--currency", "EUR"], ["--currency", "EUR"]):
        assert run(home, "import", path, *words) == 0
        said.append("Nothing changed" in capsys.readouterr().out)
    assert run(home, "delete", "p1") == 0
    assert run(home, "import", path, "--currency", "EUR") == 0
    assert said == [False, True, False, True]
    assert content(home)["p1"].title == "Chair"


def test_deleting_by_id_and_by_file(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(home, "delete", "p1", "--from", written(home, "ids.txt", "p2\np3\n"), "--dry-run") == 0
    assert len(content(home)) == 12
    assert run(home, "delete", "p1", "nobody", "--from", written(home, "ids.csv", "id,why\np2,old\n")) == 0
    assert "'nobody'" in capsys.readouterr().err
    assert set(content(home)) == {one.id for one in GOODS} - {"p1", "p2"}
    assert run(home, "delete", "nobody") == 1
    assert run(home, "undo") == 0
    assert content(home) == {one.id: one for one in GOODS}
    assert run(home, "delete") == 2


def test_changes_go_on_beside_an_owner(home: Home) -> None:
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        assert run(home, "import", written(home, "new.csv", "id,price\np1,5\n"), "--patch") == 0
        assert catalogue.store.get(["p1"])[0].price == 5.0
        assert run(home, "undo") == 0
        assert catalogue.store.get(["p1"])[0] == GOODS[1]


def test_undo_leaves_what_changed_since_and_only_the_last_change_is_kept(store: Store) -> None:
    first, second = store.begin_change("first"), store.begin_change("second")
    store.patch({"p1": Listing(price=1.0), "p2": Listing(price=1.0)}, first)
    store.patch({"p3": Listing(price=2.0), "p4": Listing(price=2.0)}, second)
    store.patch({"p5": Listing(price=3.0)}, first)
    store.patch({"p4": Listing(stock=99)})
    undone = store.undo()
    assert undone is not None
    assert (undone.what, undone.restored, undone.left) == ("second", 1, 1)
    prices = {product.id: product.price for product in store.all()}
    assert [prices[one] for one in ("p1", "p2", "p3", "p4", "p5")] == [1.0, 1.0, 13.0, 2.0, 3.0]
    assert store.undo() is None
    assert store.connection.execute("SELECT count(*) FROM former").fetchone()[0] == 0


def test_an_undo_that_was_cut_is_finished_by_the_next(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("catalog.store.BATCH", 2)
    store.patch({one.id: Listing(price=1.0) for one in GOODS}, store.begin_change("all"))
    restore, calls = store._writer.restore, []

    def cut(*given):
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return restore(*given)

    monkeypatch.setattr(store._writer, "restore", cut)
    with pytest.raises(KeyboardInterrupt):
        store.undo()
    assert sum(product.price == 1.0 for product in store.all()) == 8
    assert store.undo() is not None
    assert list(store.all()) == list(GOODS)

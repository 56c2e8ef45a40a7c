"""The table of what records lack is filled and imported: it adds, and changes nothing that a record says."""

from __future__ import annotations

import csv
import io

import pytest

from catalog.errors import SetupError
from catalog.findings.missing import write_missing
from catalog.importing.gaps import fill_file
from catalog.product import Attribute, Product
from catalog.store import Store


@pytest.fixture
def store(tmp_path):
    found = Store.open(tmp_path / "store.sqlite3")
    full = {"height": Attribute(12.0, "cm"), "dimmable": Attribute(True), "shade": Attribute("38")}
    found.write(Product(str(n), f"Lamp {n}", type="lamp", price=9.0, attributes=full) for n in range(6))
    found.write([Product("7", "Lamp 7", type="lamp", attributes={"height": Attribute(40.0, "cm")})])
    yield found
    found.close()


def table(store, tmp_path, **cells):
    out = io.StringIO()
    write_missing(list(store.all()), out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    for row in rows:
        row.update(cells)
    path = tmp_path / "missing.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_an_unfilled_table_changes_nothing(store, tmp_path):
    before = list(store.all())
    with pytest.raises(SetupError, match="fills nothing"):
        fill_file(table(store, tmp_path), store)
    report = fill_file(table(store, tmp_path, dimmable="-"), store)
    assert (report.changed, report.unchanged) == (0, 1)
    assert list(store.all()) == before


def test_what_is_filled_is_typed_as_its_column(store, tmp_path):
    report = fill_file(table(store, tmp_path, dimmable="no", shade="42", price="€19,90"), store)
    one = store.get(["7"])[0]
    assert (report.kept, report.changed) == (1, 1)
    assert (one.attributes["dimmable"].value, one.attributes["shade"].value, one.price) == (False, "42", 19.9)
    assert one.attributes["height"] == Attribute(40.0, "cm")
    assert store.get(["1"])[0].attributes["height"].value == 12


def test_what_a_record_says_stays_and_nonsense_is_told(store, tmp_path):
    path = tmp_path / "filled.csv"
    path.write_text("id,height,dimmable,weight\n7,99,perhaps,2 kg\nx,1,yes,1 kg\n", "utf-8")
    report = fill_file(path, store)
    one = store.get(["7"])[0]
    assert one.attributes["height"].value == 40
    assert "dimmable" not in one.attributes
    assert (report.refused, report.repaired) == (1, 1)
    assert "neither yes nor no" in report.repaired_rows[0].notes[0]


def test_a_dry_run_writes_nothing_and_a_wrong_file_says_so(store, tmp_path):
    before = store.revision
    assert fill_file(table(store, tmp_path, shade="42"), store, dry=True).changed == 1
    assert store.revision == before
    path = tmp_path / "x.csv"
    path.write_text("id,title\n7,Lamp\n", "utf-8")
    with pytest.raises(SetupError, match="fills nothing"):
        fill_file(path, store)

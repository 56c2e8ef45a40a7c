"""A merchant's file into the store: what is kept, mended and refused, and what a bad file leaves untouched."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from catalog.errors import SetupError
from catalog.importing.file_import import NOTE, import_file, prepare_file
from catalog.importing.report import show_report
from catalog.store import Store

DATA = os.environ.get("DAOGOU_DATA")
needs_data = pytest.mark.skipif(not DATA, reason="DAOGOU_DATA names no folder of development data")


@pytest.fixture
def store(tmp_path):
    found = Store.open(tmp_path / "store.sqlite3")
    yield found
    found.close()


def written(tmp_path: Path, name: str, content: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


LAMPS = 'id,title,price\n1,Desk lamp,"€19,90"\n2,Floor lamp,€89\n'


def test_good_rows_stay_beside_bad_ones(tmp_path, store):
    good, mended = '{"id": 1, "title": "Desk lamp", "price": 5}', '{"id": 3, "title": "Lamp", "price": -1}'
    lines = [good, "{broken", '{"id": 2}', mended]
    report = import_file(written(tmp_path, "a.jsonl", "\n".join(lines)), store)
    assert (report.read, report.kept, report.refused, report.repaired) == (4, 2, 2, 1)
    assert [row.line for row in report.refused_rows] == [2, 3]
    assert report.refused_rows[1].notes == ("it has no title",)
    assert {one.id for one in store.all()} == {"1", "3"}


def test_an_import_adds_and_replaces_by_id(tmp_path, store):
    import_file(written(tmp_path, "a.csv", LAMPS), store)
    report = import_file(written(tmp_path, "b.csv", "id,title,price\n2,Floor lamp,€79\n3,Night lamp,€9\n"), store)
    assert (report.added, report.changed, report.removed) == (1, 1, 0)
    assert {one.id: one.price for one in store.all()} == {"1": 19.9, "2": 79.0, "3": 9.0}


def test_replace_removes_what_the_file_lacks(tmp_path, store):
    import_file(written(tmp_path, "a.csv", LAMPS), store)
    report = import_file(written(tmp_path, "b.csv", "id,title\n3,Night lamp\n"), store, replace=True)
    assert report.removed == 2
    assert [one.id for one in store.all()] == ["3"]


def test_a_file_without_a_usable_row_changes_nothing(tmp_path, store):
    import_file(written(tmp_path, "a.csv", LAMPS), store)
    before = store.revision
    report = import_file(written(tmp_path, "b.csv", "id,title\n7,<i></i>\n8,<b></b>\n"), store, replace=True)
    assert (report.kept, report.refused) == (0, 2)
    assert (store.count(), store.revision) == (2, before)


def test_the_later_of_two_rows_with_one_id_is_kept_and_told(tmp_path):
    prepared = prepare_file(written(tmp_path, "a.csv", "id,title\n1,Old lamp\n1,New lamp\n"))
    assert [one.title for one in prepared.products] == ["New lamp"]
    assert prepared.report.repaired_rows[0].notes == ("the same id as line 2: this later row is kept",)


def test_currency_and_language_are_found_or_told(tmp_path):
    path = written(tmp_path, "a.csv", LAMPS)
    report = prepare_file(path).report
    assert (report.currency, report.language) == ("EUR", "en")
    plain = written(tmp_path, "b.csv", "编号,标题,价格\n1,台灯,89\n2,落地灯,199\n")
    found = prepare_file(plain, currency="CNY")
    assert (found.report.currency, found.report.language) == ("CNY", "zh")
    assert found.products[0].currency == "CNY"
    assert prepare_file(plain).products[0].currency is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.json", b""),
        ("blank.csv", b"\n\n  \n"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(64)),
        ("noise.json", bytes(range(256)) * 8),
        ("cut.json", b'{"products": '),
        ("bad.json.gz", b"\x1f\x8b\x08\x00not gzip"),
        ("readme.md", b"# A text\n\nthat is no table at all.\n"),
        ("numbers.json", b"[1, 2, 3]"),
    ],
)
def test_a_file_that_is_no_catalogue_is_one_clear_sentence(tmp_path, store, name, content):
    with pytest.raises(SetupError) as error:
        import_file(written(tmp_path, name, content), store)
    assert name.split(".")[0] in str(error.value)
    assert store.count() == 0


def test_a_missing_file_says_so(tmp_path, store):
    with pytest.raises(SetupError, match="no file"):
        import_file(tmp_path / "nowhere.csv", store)


def test_wrong_options_say_what_to_type(tmp_path, store):
    path = written(tmp_path, "a.csv", LAMPS)
    with pytest.raises(SetupError, match="ISO code"):
        import_file(path, store, currency="euro")
    with pytest.raises(SetupError, match="No language called 'xx'"):
        import_file(path, store, language="xx")


def test_what_was_read_of_a_cut_file_is_kept(tmp_path, store):
    products = [{"id": n, "title": f"Lamp {n}"} for n in range(400)]
    whole = gzip.compress("\n".join(json.dumps(one) for one in products).encode(), mtime=0)
    report = import_file(written(tmp_path, "a.jsonl.gz", whole[: len(whole) * 2 // 3]), store)
    assert 0 < report.kept < 400
    assert report.refused == 1


def test_the_report_is_kept_shown_and_json(tmp_path, store, capsys):
    report = import_file(written(tmp_path, "a.csv", LAMPS), store)
    kept = json.loads(store.note(NOTE) or "")
    assert kept["kept"] == 2
    assert json.loads(json.dumps(report.as_json())) == kept
    import sys

    show_report(report, sys.stdout)
    assert "a.csv" in capsys.readouterr().out


def test_the_same_file_gives_the_same_products(tmp_path):
    path = written(tmp_path, "a.csv", LAMPS)
    assert prepare_file(path).products == prepare_file(path).products


@needs_data
@pytest.mark.parametrize(
    ("file", "count", "language"),
    [("home_zh/products.jsonl", 239, "zh"), ("dummyjson/products.json", 194, "en")],
)
def test_development_data_is_taken_as_it_is(file, count, language):
    found = prepare_file(Path(DATA or "") / file)
    assert (len(found.products), found.report.refused, found.report.language) == (count, 0, language)
    assert all(one.price and one.price > 0 and one.category for one in found.products)
    assert sum(one.type is not None for one in found.products) >= 0.95 * count


@needs_data
def test_electronics_has_its_units_and_kinds():
    found = prepare_file(Path(DATA or "") / "electronics/products.jsonl.gz")
    assert (len(found.products), found.report.refused) == (19_406, 0)
    by_column: dict[str, set[str | None]] = {}
    measured = {"n_weight", "n_width", "n_height", "n_display_diagonal"}
    watched = measured | {"n_quantity_per_pack", "n_hdmi_ports_quantity"}
    for one in found.products:
        for name, fact in one.attributes.items():
            if name in watched:
                by_column.setdefault(name, set()).add(fact.unit)
    assert by_column == {
        "n_weight": {"g"},
        "n_width": {"mm"},
        "n_height": {"mm"},
        "n_display_diagonal": {"inch"},
        "n_quantity_per_pack": {None},
        "n_hdmi_ports_quantity": {None},
    }
    cables = [one.attributes["n_cable_length"].unit for one in found.products if "n_cable_length" in one.attributes]
    assert set(cables) <= {"m", None}
    assert cables.count("m") > 0.95 * len(cables)
    memory = {one.attributes["n_internal_memory"].unit for one in found.products
              if one.type == "notebook" and "n_internal_memory" in one.attributes}  # fmt: skip
    assert memory == {"GB"}
    assert sum(one.type is not None for one in found.products) > 0.9 * 19_406
    for one in found.products:
        if one.type == "notebook":
            assert not any(word in one.title.casefold() for word in ("notebook case", "notebook lock", "backpack"))

"""What a merchant reads of a file: whose line it was, which cells were no values, and which price counts."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from catalog.__main__ import main
from catalog.importing.file_import import import_file
from catalog.importing.report import ImportReport, show_report
from catalog.product import Product
from catalog.store import Store


def imported(tmp_path: Path, content: str | bytes) -> tuple[dict[str, Product], ImportReport]:
    path = tmp_path / "goods"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    store = Store.open(tmp_path / "store")
    report = import_file(path, store)
    found = {product.id: product for product in store.all()}
    store.close()
    return found, report


def test_a_line_of_an_archive_names_its_file(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("kitchen.csv", "id,title,price\n1,Kettle,9\n2,,5\n")
        archive.writestr("office.csv", "id,title,price\n1,Desk,-5\n")
    _, report = imported(tmp_path, packed.getvalue())
    assert [(row.part, row.line) for row in report.refused_rows] == [("kitchen.csv", 3)]
    assert [(row.part, row.line) for row in report.repaired_rows] == [("office.csv", 2)]
    assert "the same id as line kitchen.csv, 2: this later row is kept" in report.repaired_rows[0].notes
    shown = io.StringIO()
    show_report(report, shown)
    assert "kitchen.csv, 3" in shown.getvalue()


def test_a_quote_that_is_never_closed_swallows_no_row(tmp_path: Path) -> None:
    found, report = imported(tmp_path, 'id,title\n1,"Kettle\n2,Lamp\n3,Desk"\n4,Chair\n')
    assert list(found) == ["1", "2", "3", "4"]
    assert report.repaired == 1


def test_lines_that_may_be_rows_inside_a_cell_are_flagged(tmp_path: Path) -> None:
    found, report = imported(tmp_path, 'id,title,text\n1,Kettle,"hot\n2,Lamp,bright\nand more\n4,Pan,flat"\n5,Desk,x\n')
    assert list(found) == ["1", "5"]
    assert "looks like other rows" in report.flagged_rows[0].notes[0]


def test_a_text_of_several_lines_is_one_cell(tmp_path: Path) -> None:
    found, report = imported(tmp_path, 'id,title,description\n1,Kettle,"Hot, fast\nHolds 2 l, steel"\n2,Lamp,x\n')
    assert found["1"].description == "Hot, fast\nHolds 2 l, steel"
    assert not report.flagged_rows
    assert not report.repaired_rows


def test_a_formula_is_no_value(tmp_path: Path) -> None:
    table = (
        'id,title,price,colour\n1,Kettle,=A1*2,"=VLOOKUP(A1,B:C,2)"\n2,"=HYPERLINK(""http://a.example"",""Lamp"")",5,\n'
    )
    found, report = imported(tmp_path, table + "3,=1+1,5,\n")
    assert found["1"].price is None
    assert not found["1"].attributes
    assert found["2"].title == "Lamp"
    assert any("a formula" in note for note in report.refused_rows[0].notes)


def test_a_column_of_bad_prices_is_told_cell_by_cell(tmp_path: Path) -> None:
    found, report = imported(tmp_path, "id,title,price\n1,Kettle,-5\n2,Lamp,2024-05-06\n3,Desk,99999999999999\n")
    assert all(one.price is None and not one.attributes for one in found.values())
    assert report.repaired == 3


def test_without_a_sale_the_list_price_is_the_price(tmp_path: Path) -> None:
    found, _ = imported(tmp_path, "id,title,sale_price,list_price\n1,Kettle,20,30\n2,Lamp,,15\n")
    assert (found["1"].price, found["1"].attributes["list_price"].value) == (20, 30)
    assert found["2"].price == 15


def test_letters_as_wide_as_chinese_ones_become_usual_ones(tmp_path: Path) -> None:
    found, _ = imported(tmp_path, "编号,标题,价格\n1,水壶ＡＢ１２（红）,3.2萬\n")
    assert found["1"].title == "水壶AB12（红）"
    assert found["1"].price == 32_000


def test_a_byte_that_is_nothing_is_told(tmp_path: Path) -> None:
    found, report = imported(tmp_path, b"id,title\n1,Ket\0tle\n2,Lamp\n")
    assert found["1"].title == "Kettle"
    assert report.repaired == 1


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n" + bytes(99), b"a,b\n1,2\n", b"Dear Sir,\nhello\n"])
def test_what_is_no_catalogue_makes_no_home(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, home = tmp_path / "goods.csv", tmp_path / "home"
    path.write_bytes(content)
    assert main(["import", str(path), "--home", str(home)]) == 2
    assert "goods.csv" in capsys.readouterr().err
    assert not home.exists()

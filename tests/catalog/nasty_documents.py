"""Workbooks, Parquet files and XML feeds that are torn, odd, or traps, with what each must give."""

# ruff: noqa: E501 - one file a line
from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

from tests.catalog.nasty_files import HEADER, ROWS, Nasty, noise, text

TABLE = [line.split(",") for line in (HEADER + ROWS).splitlines()]


def workbook(fill: Callable[[Any], None]) -> bytes:
    """An .xlsx file that `fill` has written to."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        fill(book)
    return out.getvalue()


def sheet(book: Any, rows: list[list[Any]], name: str | None = None, top: int = 0, left: int = 0) -> Any:
    """A sheet of the workbook with these rows."""
    made = book.add_worksheet(name)
    for number, row in enumerate(rows):
        made.write_row(top + number, left, row)
    return made


def old_workbook(rows: list[list[Any]]) -> bytes:
    """An .xls file with these rows."""
    from xlwt import Workbook

    book = Workbook()
    made = book.add_sheet("Products")
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            made.write(number, place, cell)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _with_formulas(book: Any) -> None:
    made = sheet(book, TABLE[:1])
    made.write_row(1, 0, [1001, "Kettle"])
    made.write_formula(1, 2, "=10+9.5", value=19.5)
    made.write_formula(1, 3, "=1/0", value="#DIV/0!")


def _with_types(book: Any) -> None:
    from datetime import datetime

    made = sheet(book, [["id", "title", "since", "new"]])
    made.write_row(1, 0, [7, "Kettle"])
    made.write_datetime(1, 2, datetime(2024, 5, 6), book.add_format({"num_format": "yyyy-mm-dd"}))
    made.write_boolean(1, 3, True)


def _several(book: Any) -> None:
    sheet(book, TABLE, "Kitchen")
    sheet(book, [["Notes"], ["call Orno"]], "Notes")
    sheet(book, [["id", "title"], ["9", "Pan"]], "More")
    sheet(book, TABLE, "Old").hide()
    book.add_worksheet("Empty")


def _corner(book: Any) -> None:
    made = sheet(book, TABLE)
    made.write(1_048_575, 16_383, "x")


def workbooks() -> list[Nasty]:
    """Excel files."""
    good = workbook(lambda book: sheet(book, TABLE))
    old = old_workbook(TABLE)
    content = zipfile.ZipFile(io.BytesIO(good)).namelist()
    assert "xl/workbook.xml" in content
    return [
        Nasty("good.xlsx", good, 3, first={"title": "Kettle"}),
        Nasty("named.csv", good, 3, first={"title": "Kettle"}),
        Nasty("old.xls", old, 3, first={"title": "Kettle"}),
        Nasty("moved.xlsx", workbook(lambda book: sheet(book, TABLE, top=4, left=2)), 3, last={"title": "Blender"}),
        Nasty("banner.xlsx", workbook(lambda book: sheet(book, [["Our prices"], [], *TABLE])), 3, "above the column names"),
        Nasty("formulas.xlsx", workbook(_with_formulas), 1, first={"id": 1001, "price": 19.5}),
        Nasty("types.xlsx", workbook(_with_types), 1, first={"id": 7, "since": "2024-05-06", "new": True}),
        Nasty("several.xlsx", workbook(_several), 4, "hidden", last={"title": "Pan"}),
        Nasty("blank.xlsx", workbook(lambda book: book.add_worksheet()), 0, "no table"),
        Nasty("corner.xlsx", workbook(_corner), 0, "far larger"),
        Nasty("cut.xlsx", good[: len(good) // 2], 0, "damaged or cut off"),
        Nasty("cut.xls", old[: len(old) // 2], 0, "no Excel workbook"),
        Nasty("not.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(2000), 0, "no Excel workbook"),
    ]  # fmt: skip


def parquet(columns: dict[str, list[Any]]) -> bytes:
    """A Parquet file with these columns."""
    import tempfile
    from pathlib import Path

    from fastparquet import write
    from pandas import DataFrame

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table"
        write(str(path), DataFrame(columns))
        return path.read_bytes()


def parquet_files() -> list[Nasty]:
    """Parquet files."""
    good = parquet({"id": ["1", "2"], "title": ["Kettle", "水壶"], "price": [5.5, None], "stock": [3, 4]})
    torn = bytearray(good)
    torn[len(torn) // 3 : len(torn) // 2] = noise(len(torn) // 2 - len(torn) // 3)
    return [
        Nasty("good.parquet", good, 2, first={"title": "Kettle", "price": 5.5}, last={"title": "水壶", "stock": 4}),
        Nasty("cut.parquet", good[: len(good) // 2], 0, "no Parquet file"),
        Nasty("torn.parquet", bytes(torn), -1, "no Parquet file"),
        Nasty("marks-only.parquet", b"PAR1" + noise(500) + b"PAR1", 0, "no Parquet file"),
    ]


ITEM = "<item><g:id>{0}</g:id><title>{1}</title><g:price>5 EUR</g:price><g:link>http://a.example/{0}</g:link>"
RSS = '<?xml version="1.0"?>\n<rss xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>\n'


def feed(*items: str) -> str:
    """A Merchant feed with these entries."""
    return RSS + "\n".join(items) + "\n</channel></rss>"


def entry(number: int, title: str, more: str = "") -> str:
    """One entry of a Merchant feed."""
    stock = "<g:availability>in_stock</g:availability><g:condition>new</g:condition>"
    return ITEM.format(number, title) + stock + more + "</item>"


def xml_files() -> list[Nasty]:
    """XML documents."""
    good = [entry(1, "Kettle"), entry(2, "Pot")]
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    shop = "<shop><offers><offer id='{}'><name>{}</name><param name='Colour'>red</param></offer></offers></shop>"
    many = "".join(f"<product><id>{n}</id><name>Kettle {n}</name></product>" for n in range(30_000))
    return [
        text("feed.xml", feed(*good), 2, first={"title": "Kettle", "url": "http://a.example/1"}, refused=0),
        text("feed.csv", feed(*good), 2, first={"title": "Kettle"}),
        text("sold-out.xml", feed(entry(1, "Kettle", "<g:availability>out of stock</g:availability>")), 1),
        text("cut.xml", feed(*good)[:-40], 1, "can't be read from here on", first={"title": "Kettle"}),
        text("bare-ampersand.xml", feed(entry(1, "Salt & Pepper &eacute;"), entry(2, "Pot")), 2, first={"title": "Salt & Pepper é"}),
        text("quoted.xml", feed(entry(1, "<![CDATA[<b>Salt & Pepper</b>]]>")), 1, first={"title": "<b>Salt & Pepper</b>"}),
        text("control-letter.xml", feed(entry(1, "Ket\x0btle"), entry(2, "Pot")), 2, first={"title": "Kettle"}),
        text("laughs.xml", laughs + "<x><item><t>&b;</t></item></x>", 0, "entities"),
        text("outside.xml", outside + "<x><item><t>&a;</t></item></x>", 0, "entities"),
        text("deep.xml", "<a>" * 5000, 0, "no element"),
        text("flat.xml", "<a>words</a>", 0, "no element"),
        text("wrong-end.xml", feed(entry(1, "Kettle"), "<item><g:id>2</item>", entry(3, "Pot")), 1, "can't be read"),
        text("attributes.xml", shop.format("a1", "Kettle"), 1, first={"id": "a1", "name": "Kettle"}),
        text("long.xml", f"<products>{many}</products>", 30_000, last={"name": "Kettle 29999"}, refused=0),
        Nasty("gbk.xml", '<?xml version="1.0" encoding="GBK"?><r><item><标题>水壶</标题><n>1</n></item></r>'.encode("gbk"), 1,
              first={"标题": "水壶"}),
        Nasty("utf16.xml", '<?xml version="1.0" encoding="UTF-16"?><r><item><t>水壶</t><n>1</n></item></r>'.encode("utf-16"), 1,
              first={"t": "水壶"}),
    ]  # fmt: skip

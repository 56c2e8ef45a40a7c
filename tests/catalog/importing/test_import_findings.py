"""What an import finds beyond the rows themselves: far prices, gaps by kind, and the page that tells all of it."""

from __future__ import annotations

import csv
import io
import json
import re

from catalog.commands.importing import write_report
from catalog.findings.missing import missing_by_type, write_missing
from catalog.findings.price_spread import PriceCount, outliers
from catalog.importing.file_import import prepare_file
from catalog.importing.report_page import report_page
from catalog.product import Attribute, Product


def lamps(prices):
    return [Product(str(n), f"Lamp {n}", type="lamp", price=price, currency="EUR") for n, price in enumerate(prices)]


def test_a_far_price_is_flagged_and_stays():
    products = lamps([20.0, 22, 25, 19, 24, 21, 23, 26, 30, 18, 27, 2500, 0.02])
    assert [one.place for one in outliers(products)] == [11, 12]
    assert products[11].price == 2500


def test_ordinary_prices_and_small_kinds_are_not_flagged():
    assert list(outliers(lamps([10.0 + n for n in range(30)]))) == []
    assert list(outliers(lamps([10.0] * 20 + [12.0]))) == []
    assert list(outliers(lamps([1.0, 1.0, 1000.0]))) == []


def test_prices_are_told_by_kind_and_currency():
    counted = PriceCount()
    counted.add(lamps([1.0, 2, 3, 4, 5]))
    spread = counted.spreads()[0]
    assert (spread.count, spread.least, spread.low, spread.middle, spread.high, spread.most) == (5, 1, 2, 3, 4, 5)


def test_what_most_of_a_kind_have_and_some_lack_is_counted():
    facts = {"height": Attribute(12.0, "cm"), "dimmable": Attribute(True)}
    products = [Product(str(n), "Lamp", type="lamp", price=9.0, attributes=facts if n else {}) for n in range(6)]
    gaps = missing_by_type(products)
    assert [(one.type, one.count, dict(one.lacking)) for one in gaps] == [("lamp", 6, {"dimmable": 1, "height": 1})]
    out = io.StringIO()
    assert write_missing(products, out) == 1
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert [(row["id"], row["height"]) for row in rows] == [("0", "")]


FILE = (
    "id,title,type,price\n" + "".join(f"{n},Lamp {n},lamp,{20 + n}\n" for n in range(1, 15))
    + "20,<b></b>,lamp,3\n21,Odd <script>alert(1)</script> lamp,lamp,9000\n"
    "22,Night lamp,lamp,USD 12–15\n23,Lamp,lamp,-4\n"
)  # fmt: skip


def test_the_page_tells_everything_and_asks_for_nothing(tmp_path):
    path = tmp_path / "lamps.csv"
    path.write_text(FILE, "utf-8")
    report = prepare_file(path).report
    assert (report.refused, report.flagged, report.repaired) == (1, 1, 2)
    assert report.flagged_rows[0].id == "21"
    page = report_page(report.as_json())
    assert page == report_page(json.loads(json.dumps(report.as_json())))
    for told in ("the lowest of 12 to 15", "below zero", "it has no title", "is far above its kind", "<svg"):
        assert told in page
    assert not re.search(r"(?:src|href)=|url\(|@import|https?://|<script", page)


def test_outside_text_stays_text(tmp_path):
    path = tmp_path / "x.csv"
    head = "id,title,type,price\n"
    path.write_text(head + '"<img src=x>",Lamp,"a<svg onload=x>",call <b>us</b>\n2,Lamp 2,b,2\n3,Lamp,b,3\n', "utf-8")
    page = report_page(prepare_file(path).report.as_json())
    assert "<img" not in page
    assert "<svg onload" not in page


def test_the_name_of_the_file_says_which_report_is_written(tmp_path):
    path = tmp_path / "lamps.csv"
    path.write_text(FILE, "utf-8")
    report = prepare_file(path).report
    write_report(tmp_path / "r.html", report)
    write_report(tmp_path / "r.json", report)
    assert (tmp_path / "r.html").read_text("utf-8").startswith("<!doctype html>")
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["flagged"] == 1

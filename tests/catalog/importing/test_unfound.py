"""What no column's name tells is guessed where it can hardly be else, and told with candidates and a line to type."""

from __future__ import annotations

import tomllib
from io import StringIO
from pathlib import Path

import pytest

from catalog.cleaning.mapping import ColumnMapping, read_mapping
from catalog.errors import SetupError
from catalog.importing.file_import import Prepared, prepare_file
from catalog.importing.report import show_report
from catalog.importing.report_page import report_page

MAKERS, SHELVES = ("Oakpip", "Rollo"), ("Games", "Puzzles")
ROWS = "\n".join(
    f"T{n},{('Goblin', 'Castle', 'Night Train')[n % 3]} Jigsaw {n},{MAKERS[n % 2]},{SHELVES[n % 2]},£{n}.50"
    for n in range(1, 9)
)


def prepared(tmp_path: Path, content: str, mapping: ColumnMapping | None = None) -> Prepared:
    file = tmp_path / "goods.csv"
    file.write_text(content)
    return prepare_file(file, mapping=mapping)


def test_a_title_and_a_price_that_no_name_tells_are_read_by_what_their_columns_hold_and_told(tmp_path: Path) -> None:
    done = prepared(tmp_path, f"Ref,Wotsit,Firm,shelf,takings\n{ROWS}\n")
    first = done.products[0]
    assert (first.title, first.price, first.currency) == ("Castle Jigsaw 1", 1.5, "GBP")
    taken = {one.field: (one.taken, one.line) for one in done.report.unfound if one.taken}
    assert taken == {"title": ("Wotsit", 'title = "Wotsit"'), "price": ("takings", 'price = "takings"')}


def test_stock_id_and_brand_are_read_where_a_word_of_the_name_and_the_values_tell_them(tmp_path: Path) -> None:
    rows = "\n".join(f"69{n}7,挂钟{n},德雅,{n * 9}元,{n % 2 * 5}" for n in range(1, 6))
    done = prepared(tmp_path, f"商品条码,名称,厂牌,价格,还剩\n{rows}\n69,圆钟,汇泉,9元,3\n")
    first = done.products[0]
    assert (first.id, first.brand, first.stock) == ("6917", "德雅", 5)
    assert {one.field for one in done.report.unfound if one.taken} == {"stock", "id", "brand"}


def test_the_line_that_is_told_for_a_field_names_it_in_a_mapping_file(tmp_path: Path) -> None:
    content = f"Ref,Name,Firm,shelf,price\n{ROWS}\n"
    missing = {one.field: one for one in prepared(tmp_path, content).report.unfound}
    assert set(missing) == {"brand", "category", "stock", "description"}
    assert missing["brand"].candidates[0] == "Firm"
    assert missing["category"].candidates == ("shelf",)
    assert (missing["stock"].candidates, missing["stock"].line) == ((), 'stock = "..."')
    told = tmp_path / "m.toml"
    told.write_text(f"[columns]\n{missing['brand'].line}\n{missing['category'].line}\n")
    done = prepared(tmp_path, content, read_mapping(told))
    assert (done.products[0].brand, done.products[0].category) == ("Rollo", ("Puzzles",))
    assert {one.field for one in done.report.unfound} == {"stock", "description"}


def test_what_was_not_found_is_printed_and_on_the_page(tmp_path: Path) -> None:
    report, out = prepared(tmp_path, f"Ref,Name,Firm,shelf,price\n{ROWS}\n").report, StringIO()
    show_report(report, out)
    for told in (out.getvalue(), report_page(report.as_json()).replace("&quot;", '"')):
        assert "[columns]" in told
        assert 'category = "shelf"' in told


def test_a_catalogue_whose_columns_are_all_known_has_nothing_to_tell(tmp_path: Path) -> None:
    content = "id,title,brand,category,price,stock,description\nA,Oak desk,Holm,Desks,€9,3,Solid.\n"
    assert prepared(tmp_path, content).report.unfound == ()


def test_a_refused_file_names_the_column_that_may_be_the_title(tmp_path: Path) -> None:
    content = "a,b\n" + "\n".join(f"{n},Oak desk {n} drawers" for n in range(5))
    with pytest.raises(SetupError) as refused:
        prepared(tmp_path, content)
    line = str(refused.value).partition("[columns] ")[2].rstrip(".")
    assert tomllib.loads(line) == {"title": "b"}


@pytest.mark.parametrize("cost", ["unit cost", "Wholesale", "成本"])
def test_what_the_shop_pays_is_no_price_however_alone(tmp_path: Path, cost: str) -> None:
    done = prepared(tmp_path, f"id,title,{cost}\n1,Oak desk,€90\n2,Elm desk,€80\n")
    assert [one.price for one in done.products] == [None, None]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("Part #,Part Name,Mfg,Retail,On Hand", ("A1", "Oak desk", "Holm", 9.5, 4)),
        ("货品编号,货品,厂家,零售价,现存", ("A1", "Oak desk", "Holm", 9.5, 4)),
    ],
)
def test_other_shops_names_of_columns(tmp_path: Path, columns: str, expected: tuple[object, ...]) -> None:
    one = prepared(tmp_path, f"{columns}\nA1,Oak desk,Holm,9.50,4\nA2,Elm desk,Holm,8.50,OUT\n").products[0]
    assert (one.id, one.title, one.brand, one.price, one.stock) == expected


@pytest.mark.parametrize(("said", "stock"), [("OUT", 0), ("22+", 22), ("none", None), ("没有", 0), (">10", 10)])
def test_stock_in_one_word_and_at_least(tmp_path: Path, said: str, stock: int | None) -> None:
    found = prepared(tmp_path, f"id,title,stock\n1,Felt hat,{said}\n2,Wool hat,3\n3,Old hat,0\n").products
    assert found[0].stock == stock


def test_facts_listed_by_short_names_and_a_brand_alone_in_an_object_are_read(tmp_path: Path) -> None:
    file = tmp_path / "goods.json"
    file.write_text(
        '[{"id": 1, "title": "猫粮", "brandInfo": {"cn": "喵星球"}, "specList": [{"k": "口味", "v": "鸡肉"}]},'
        '{"id": 2, "title": "狗粮", "brandInfo": {"cn": "麦肯"}, "specList": [{"k": "口味", "v": "牛肉"}]}]'
    )
    found = prepare_file(file).products
    assert [(one.brand, one.attributes["口味"].value) for one in found] == [("喵星球", "鸡肉"), ("麦肯", "牛肉")]


def test_a_year_written_with_its_word_is_a_year_and_no_length_of_time(tmp_path: Path) -> None:
    found = prepared(tmp_path, "id,title,年份\n1,Old tea,2019年\n2,New tea,2024\n3,Raw tea,2015年\n").products
    assert [(one.attributes["年份"].value, one.attributes["年份"].unit) for one in found] == [
        (2019.0, None), (2024.0, None), (2015.0, None),
    ]  # fmt: skip


def test_a_bound_before_a_figure_is_no_part_of_it(tmp_path: Path) -> None:
    found = prepared(tmp_path, "id,title,protein\n1,Cat food,≥28%\n2,Dog food,38%\n3,Fish food,≥ 32 %\n").products
    assert [(one.attributes["protein"].value, one.attributes["protein"].unit) for one in found] == [
        (28.0, "%"), (38.0, "%"), (32.0, "%"),
    ]  # fmt: skip


def test_packaging_at_a_title_s_end_is_no_kind(tmp_path: Path) -> None:
    rows = "\n".join(
        f"{n},云上{'普洱生茶' if n % 2 else '茉莉花茶'} {'罐装' if n % 3 else ''},{n}" for n in range(1, 9)
    )
    found = prepared(tmp_path, f"编号,名称,价格\n{rows}\n").products
    assert all(one.type and "罐装" not in one.type for one in found)

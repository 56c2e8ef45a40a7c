"""Columns are found by name in every language and by content; a mapping file has the last word."""

from __future__ import annotations

import pytest

from catalog.cleaning.mapping import ColumnMapping, read_mapping, recognise
from catalog.errors import SetupError


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (["Product ID", "Product Name", "Price", "Stock Quantity"], {"id", "title", "price", "stock"}),
        (["商品编号", "商品名称", "价格", "库存"], {"id", "title", "price", "stock"}),
        (["sku", "ProductName", "RetailPrice", "averageRating"], {"id", "title", "price", "rating"}),
        (["Ref", "prodName", "Our price (GBP)", "onHand"], {"id", "title", "price", "stock"}),
        (["spu编码", "宝贝名称", "到店价/元", "剩余库存"], {"id", "title", "price", "stock"}),
    ],
)
def test_headers_in_both_languages(columns, expected):
    row = dict(zip(columns, ["A-1", "Desk lamp", "19.90", "4"], strict=True))
    assert set(recognise([row], ColumnMapping(), "shop.csv").fields) == expected


def test_content_decides_where_a_name_could_mean_more():
    rows = [{"title": f"Lamp {n}", "price": "see shop", "sale_price": "9.90", "url": "none"} for n in range(4)]
    found = recognise(rows, ColumnMapping(), "shop.csv")
    assert found.of("price") == ("sale_price",)
    assert found.of("url") == ()


def test_a_short_name_beside_the_title_is_known_as_such():
    found = recognise([{"title": "Lumo L7 desk lamp", "name": "L7"}], ColumnMapping(), "f")
    assert (found.of("title"), found.of("name")) == (("title",), ("name",))


def test_a_price_inside_an_object_is_the_price():
    rows = [{"title": "Lumo lamp", "price": {"amount": 19.5, "currency": "GBP"}, "stock": 3}]
    found = recognise(rows, ColumnMapping(), "shop.json")
    assert found.of("price") == ("price.amount",)
    assert found.of("currency") == ("price.currency",)


def test_without_a_title_the_file_is_refused_with_its_columns():
    with pytest.raises(SetupError, match=r"query, rating.*mapping file"):
        recognise([{"query": "laptop", "rating": 3}], ColumnMapping(), "ratings.csv")


def test_a_mapping_file_comes_first(tmp_path):
    path = tmp_path / "m.toml"
    path.write_text(
        'currency = "EUR"\nignore = ["note"]\n[columns]\ntitle = "label"\n'
        '[units]\nmass = "g"\n[names]\nmass = "weight"\n'
    )
    told = read_mapping(path)
    found = recognise([{"label": "Desk lamp", "title": "x", "mass": 5, "note": "y"}], told, "f")
    assert found.of("title") == ("label",)
    assert (found.units, found.names, found.currency) == ({"mass": "g"}, {"mass": "weight"}, "EUR")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[columns]\ntitel = 'x'", "No field called 'titel'. Choose one of: id, title"),
        ("[units]\nmass = 'stone-ish'", "No unit called 'stone-ish'"),
        ("currency = 'euro'", "ISO code"),
        ("colour = 'x'", "It may hold columns"),
        ("[columns", "is no TOML"),
        ("columns = 3", "must be a table"),
    ],
)
def test_a_wrong_mapping_file_says_what_to_type(tmp_path, text, says):
    path = tmp_path / "m.toml"
    path.write_text(text)
    with pytest.raises(SetupError, match=says.replace("(", r"\(")):
        read_mapping(path)


def test_a_mapping_that_names_a_missing_column_is_refused():
    with pytest.raises(SetupError, match=r"no column 'cost'.*title, price"):
        recognise([{"title": "x", "price": 1}], ColumnMapping({"price": ("cost",)}), "shop.csv")


def test_names_cut_short_and_names_that_say_whose_it_is():
    row = {"prodName": "Desk lamp", "mfr": "Lumo", "catPath": "Lighting", "longDesc": "Bright.", "priceUSD": 19.5}
    found = recognise([row], ColumnMapping(), "f")
    assert [found.of(name) for name in ("brand", "category", "price")] == [("mfr",), ("catPath",), ("priceUSD",)]
    found = recognise([{"品名": "台灯", "牌子": "小满", "所属类目": "灯具"}], ColumnMapping(), "f")
    assert [found.of(name) for name in ("brand", "category")] == [("牌子",), ("所属类目",)]


def test_what_goods_cost_the_shop_is_no_price():
    rows = [{"title": "Desk lamp", "Cost price": 9, "Was price": 30, "Shelf price": 20, "Price per kg": 4}]
    assert recognise(rows, ColumnMapping(), "f").of("price") == ("Shelf price", "Was price")
    assert recognise([{"品名": "台灯", "进货价": 9, "门店价": 20}], ColumnMapping(), "f").of("price") == ("门店价",)

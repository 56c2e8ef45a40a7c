"""Files of other trades: names with brackets, stock in words, figures that are near enough, kinds by category."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.importing.file_import import prepare_file
from catalog.product import Product


def products(tmp_path: Path, content: str) -> dict[str, Product]:
    path = tmp_path / "goods"
    path.write_text(content)
    return {product.id: product for product in prepare_file(path).products}


def test_a_unit_or_currency_in_brackets_is_no_part_of_a_column_s_name(tmp_path: Path) -> None:
    found = products(tmp_path, "货号,品名,售价(元),库存（件）\nA1,茶杯,19.9,4\nA2,茶壶,59,0\n")
    assert [(one.price, one.currency, one.stock) for one in found.values()] == [(19.9, "CNY", 4), (59.0, "CNY", 0)]


def test_a_column_called_a_number_that_tells_the_rows_apart_is_their_id(tmp_path: Path) -> None:
    found = products(tmp_path, "name,style_no,size_code\nWool hat,S-1,M\nFelt hat,S-2,M\n")
    assert list(found) == ["S-1", "S-2"]


@pytest.mark.parametrize(
    ("said", "stock"),
    [
        ("In Stock", None),
        ("Currently unavailable", 0),
        ("Only 3 left in stock - order soon.", 3),
        ("有货", None),
        ("无货", 0),
        ("仅剩2件", 2),
    ],
)
def test_stock_in_words(tmp_path: Path, said: str, stock: int | None) -> None:
    found = products(tmp_path, f"id,title,stock\n1,Felt hat,{said}\n2,Wool hat,{said}\n")
    assert found["1"].stock == stock


@pytest.mark.parametrize("said", ["about 187 g", "approx. 187g", "约187克", "187 g"])
def test_a_figure_that_is_near_enough_is_a_figure(tmp_path: Path, said: str) -> None:
    found = products(tmp_path, f"id,title,weight\n1,Felt hat,{said}\n2,Wool hat,{said}\n")
    assert (found["1"].attributes["weight"].value, found["1"].attributes["weight"].unit) == (187.0, "g")


def test_can_and_can_not_are_yes_and_no(tmp_path: Path) -> None:
    found = products(tmp_path, "编号\t名称\t可否带上飞机\n1\t充电宝甲\t可以\n2\t充电宝乙\t不可以\n")
    assert [one.attributes["可否带上飞机"].value for one in found.values()] == [True, False]


def test_quarts_and_pints_are_volumes(tmp_path: Path) -> None:
    found = products(tmp_path, "id,title,capacity\n1,Stock pot,5.8 Quarts\n2,Small pot,2 qt\n3,Mug,1 pint\n")
    assert [one.attributes["capacity"].unit for one in found.values()] == ["qt", "qt", "pint"]


def test_what_category_and_title_say_goes_before_a_word_that_names_no_kind(tmp_path: Path) -> None:
    rows = [
        "雅声,雅声 36寸民谣吉他 桃花心木 缺角 初学者,乐器>吉他",
        "金士顿,金士顿 1TB SSD固态硬盘 游戏高速,配件>固态硬盘",
        "雅声,雅声 电钢琴88键 家用数码钢琴,乐器>电钢琴",
    ]
    lines = "".join(f"{n},{row}\n" for n, row in enumerate(rows))
    found = products(tmp_path, f"编号,品牌,名称,类目\n{lines}")
    assert [one.type for one in found.values()] == ["民谣吉他", "固态硬盘", "电钢琴"]


def test_a_category_leaves_what_is_made_for_its_goods_alone(tmp_path: Path) -> None:
    found = products(tmp_path, "编号,名称,类目\n1,速盾 手机 保护壳,数码>手机\n2,速盾 手机 钢化膜,数码>手机\n")
    assert [one.type for one in found.values()] == ["保护壳", "钢化膜"]


def test_a_price_column_counts_once_and_a_product_group_is_the_category(tmp_path: Path) -> None:
    found = products(tmp_path, "Art.-Nr.;Product name;Product group;Price (EUR)\nA-1;Felt hat;Hats;1.299,00 €\n")
    assert (found["A-1"].price, found["A-1"].category, dict(found["A-1"].attributes)) == (1299.0, ("Hats",), {})


def test_a_size_written_behind_a_name_is_no_kind(tmp_path: Path) -> None:
    sizes = ("S", "M", "L", "XL", "NB")
    lines = "".join(f"{n},露安,露安云柔纸尿裤{size}码{20 + n}片,尿裤湿巾\n" for n, size in enumerate(sizes))
    found = products(tmp_path, f"编号,品牌,名称,类目\n{lines}")
    assert {one.type for one in found.values()} == {"纸尿裤"}


def test_a_category_that_a_part_of_the_title_ends_with_goes_before_words_that_say_no_kind(tmp_path: Path) -> None:
    lines = "".join(f"{n},《月亮{n}》精装绘本 中英双语,绘本\n" for n in range(4))
    found = products(tmp_path, f"编号,名称,类目\n{lines}")
    assert {one.type for one in found.values()} == {"绘本"}


def test_the_share_that_a_columns_brackets_name_is_its_unit(tmp_path: Path) -> None:
    found = products(tmp_path, "编号,品名,酒精度(%vol)\n1,白酒,53\n2,白酒,42\n")
    assert [one.attributes["酒精度(%vol)"].unit for one in found.values()] == ["%", "%"]


def test_a_price_column_may_say_its_currency_in_one_word(tmp_path: Path) -> None:
    found = products(tmp_path, "prodName,priceUSD\nDesk lamp,19.5\nWall lamp,29\n")
    assert {one.currency for one in found.values()} == {"USD"}


def test_a_picture_called_4k_is_no_temperature(tmp_path: Path) -> None:
    found = products(tmp_path, "编号,品名,分辨率\n1,行车记录仪,4K\n2,行车记录仪,1080P\n3,行车记录仪,4K\n")
    assert [one.attributes["分辨率"].value for one in found.values()] == ["4K", "1080P", "4K"]


def test_an_amount_inside_what_is_called_pricing_is_the_price(tmp_path: Path) -> None:
    rows = '[{"id": "1", "name": "Felt hat", "pricing": {"amount": 19.5, "currency": "GBP"}}]'
    found = products(tmp_path, rows)["1"]
    assert (found.price, found.currency) == (19.5, "GBP")


@pytest.mark.parametrize(
    "content",
    [
        "id,title,In Stock\n1,Felt hat,No\n2,Wool hat,Yes\n",
        "编号,名称,是否有货\n1,毡帽,否\n2,羊毛帽,是\n",
        '[{"id": "1", "name": "Felt hat", "availability": {"in_stock": false}},'
        ' {"id": "2", "name": "Wool hat", "availability": {"in_stock": true}}]',
    ],
)
def test_what_is_not_there_by_a_plain_no_is_sold_out(tmp_path: Path, content: str) -> None:
    assert [one.stock for one in products(tmp_path, content).values()] == [0, None]


def test_how_many_are_left_says_more_than_whether_some_are(tmp_path: Path) -> None:
    found = products(tmp_path, "id,title,in stock,qty on hand\n1,Felt hat,yes,4\n2,Wool hat,no,0\n")
    assert [one.stock for one in found.values()] == [4, 0]


def test_figures_that_can_be_years_count_none(tmp_path: Path) -> None:
    found = products(tmp_path, "id,title,Release year,warranty years\n1,Felt hat,2023,2\n2,Wool hat,2021,1\n")
    assert [one.attributes["Release year"].unit for one in found.values()] == [None, None]
    assert [one.attributes["warranty years"].unit for one in found.values()] == ["year", "year"]


@pytest.mark.parametrize("said", ["内存,16G", "内存,16 G", "RAM,16G"])
def test_a_bare_g_of_memory_is_no_weight(tmp_path: Path, said: str) -> None:
    column, cell = said.split(",")
    found = products(tmp_path, f"id,title,{column},weight\n1,Kumo One,{cell},190G\n2,Kumo Two,8GB,200g\n")
    assert (found["1"].attributes[column].value, found["1"].attributes[column].unit) == (16.0, "GB")
    assert found["1"].attributes["weight"].unit == "g"


def test_a_coined_name_at_the_end_of_a_title_is_no_kind_where_the_category_names_one(tmp_path: Path) -> None:
    rows = "".join(f"{n},Kumo Zephra,Laptops\n" for n in range(4))
    assert {one.type for one in products(tmp_path, f"id,title,category\n{rows}").values()} == {"laptop"}

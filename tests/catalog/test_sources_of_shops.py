"""The exports of shop systems: variants share a group, and each has its own options, price and stock."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from catalog.importing.file_import import import_file
from catalog.product import Product
from catalog.sources.opening import open_source
from catalog.sources.rows import BadRow, Row
from catalog.store import Store

SHOPIFY = """\
Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,\
Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,\
Variant Compare At Price,Image Src,Image Position,Variant Image,Cost per item,Status
tee,Harbour tee,"<p>Soft
cotton</p>",Nimmer,T-shirt,summer,true,Colour,Red,Size,M,TEE-R-M,180,shopify,4,deny,19.90,25.00,\
https://a.example/1.jpg,1,https://a.example/red.jpg,7.00,active
tee,,,,,,,,Red,,L,TEE-R-L,190,shopify,0,deny,21.90,,https://a.example/2.jpg,2,,7.10,
tee,,,,,,,,Blue,,M,TEE-R-M,180,shopify,-2,continue,19.90,,,,,7.00,
tee,,,,,,,,,,,,,,,,,,https://a.example/3.jpg,3,,,
mug,Harbour mug,A mug,Nimmer,Mug,,true,Title,Default Title,,,MUG,300,,9,deny,9.50,,https://a.example/m.jpg,1,,2.00,active
old,Old thing,Gone,Nimmer,Mug,,true,Title,Default Title,,,OLD,300,,9,deny,9.50,,,,,2.00,draft
stray,,,,,,,,Red,,,STRAY,1,,1,deny,5,,,,,,
"""
WOOCOMMERCE = """\
ID,Type,SKU,Name,Published,"Is featured?","Visibility in catalog","Short description",Description,\
"Date sale price starts","Date sale price ends","In stock?",Stock,"Weight (kg)","Sale price","Regular price",\
Categories,Images,Parent,"Attribute 1 name","Attribute 1 value(s)","Attribute 1 visible","Attribute 1 global"
10,variable,HOOD,Hoodie,1,0,visible,Warm,"<b>Warm</b> hoodie",,,1,,0.5,,,"Clothing > Hoodies, Sale",\
"https://a.example/h.jpg, https://a.example/i.jpg",,Colour,"Red, Blue",1,1
11,variation,HOOD-R,Hoodie - Red,1,0,visible,,,,,1,3,,35,45,,https://a.example/r.jpg,HOOD,Colour,Red,,1
12,variation,HOOD-B,Hoodie,1,0,visible,,,,,0,,,,45,,,id:10,Colour,Blue,,1
13,"simple, virtual",CARD,Gift card,1,0,visible,,,2024-01-01,2024-02-01,1,,,8,10,Gifts,,,,,,
14,simple,DRAFT,Secret,-1,0,visible,,,,,1,,,,10,Gifts,,,,,,
15,variable,LONE,Lone tee,1,0,visible,,,,,1,7,,,12,Clothing,,,Size,"S, M",1,1
16,variation,ORPHAN,,1,0,visible,,,,,1,,,,45,,,NOBODY,Colour,Blue,,1
"""
FEED = """\
id\ttitle\tdescription\tlink\timage_link\tadditional_image_link\tavailability\tprice\tsale_price\tbrand\tproduct_type\
\tgoogle_product_category\titem_group_id\tcolor
A1\tVela kettle\tBoils\thttps://a.example/a1\thttps://a.example/a1.jpg\thttps://a.example/a2.jpg,https://a.example/a3.jpg\
\tin_stock\t45.00 EUR\t39.00 EUR\tVela\tKitchen > Kettles\t751\tkettles\tred
A2\tVela kettle\tBoils\thttps://a.example/a2\thttps://a.example/b.jpg\t\tout_of_stock\t45.00 EUR\t\tVela\
\tKitchen > Kettles\t751\tkettles\tblue
"""
FEED_XML = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>
<item><g:id>A1</g:id><g:title>Vela kettle</g:title><g:link>https://a.example/a1</g:link>
<g:image_link>https://a.example/a1.jpg</g:image_link>
<g:additional_image_link>https://a.example/a2.jpg</g:additional_image_link>
<g:additional_image_link>https://a.example/a3.jpg</g:additional_image_link>
<g:availability>in stock</g:availability><g:price>45.00 EUR</g:price><g:sale_price>39.00 EUR</g:sale_price>
<g:sale_price_effective_date>2024-01-01T00:00Z/2024-02-01T00:00Z</g:sale_price_effective_date>
<g:brand>Vela</g:brand><g:product_type>Kitchen &gt; Kettles</g:product_type><g:item_group_id>kettles</g:item_group_id>
<g:shipping><g:country>DE</g:country><g:price>4.99 EUR</g:price></g:shipping>
<g:product_detail>
<g:attribute_name>Capacity</g:attribute_name><g:attribute_value>1.7 l</g:attribute_value>
</g:product_detail>
</item></channel></rss>
"""


def rows(content: str, tmp_path: Path) -> tuple[list[Mapping[str, Any]], list[str]]:
    """The rows of a file and why others are refused."""
    path = tmp_path / "export"
    path.write_text(content, encoding="utf-8")
    found = list(open_source(path).read(lambda done: None))
    return [row.values for row in found if isinstance(row, Row)], [row.why for row in found if isinstance(row, BadRow)]


def products(content: str, tmp_path: Path) -> dict[str, Product]:
    """The products that a file becomes, by id."""
    path = tmp_path / "export"
    path.write_text(content, encoding="utf-8")
    store = Store.open(tmp_path / "store")
    import_file(path, store)
    found = {product.id: product for product in store.all()}
    store.close()
    return found


def test_shopify_variants_have_their_own_options_price_and_stock(tmp_path: Path) -> None:
    found = products(SHOPIFY, tmp_path)
    assert set(found) == {"TEE-R-M", "TEE-R-L", "tee-blue-m", "MUG"}
    red, large, blue, mug = found["TEE-R-M"], found["TEE-R-L"], found["tee-blue-m"], found["MUG"]
    assert {red.group, large.group, blue.group} == {"tee"}
    assert red.title == "Harbour tee, Red, M"
    assert (red.price, large.price, blue.price, mug.price) == (19.9, 21.9, 19.9, 9.5)
    assert (red.stock, large.stock) == (4, 0)
    assert large.attributes["Size"].value == "L"
    assert blue.attributes["Colour"].value == "Blue"
    assert mug.title == "Harbour mug"


def test_shopify_variants_take_what_the_product_says(tmp_path: Path) -> None:
    found = products(SHOPIFY, tmp_path)
    assert found["TEE-R-L"].description == found["TEE-R-M"].description == "Soft\ncotton"
    assert found["TEE-R-L"].brand == "Nimmer"
    assert found["TEE-R-M"].images[0] == "https://a.example/red.jpg"
    assert found["TEE-R-L"].images == tuple(f"https://a.example/{n}.jpg" for n in (1, 2, 3))


def test_shopify_stock_that_says_nothing_is_unknown(tmp_path: Path) -> None:
    found = products(SHOPIFY, tmp_path)
    assert found["tee-blue-m"].stock is None, "sold on when it is out of stock"
    assert found["MUG"].stock is None, "not counted by the shop"


def test_shopify_rows_that_are_no_goods_are_told(tmp_path: Path) -> None:
    kept, refused = rows(SHOPIFY, tmp_path)
    assert len(kept) == 4
    assert refused == ["the shop itself doesn't show it: draft", "no row above says the title of 'stray'"]
    assert not any("cost" in name.casefold() for row in kept for name in row)


def test_shopify_rows_of_one_handle_may_stand_apart(tmp_path: Path) -> None:
    lines = SHOPIFY.splitlines(keepends=True)
    moved = [*lines[:3], lines[6], *lines[3:6]]
    kept, refused = rows("".join(moved), tmp_path)
    assert {row["id"] for row in kept} == {"TEE-R-M", "TEE-R-L", "tee-blue-m", "MUG"}
    assert not refused


def test_woocommerce_variations_take_what_their_parent_says(tmp_path: Path) -> None:
    found = products(WOOCOMMERCE, tmp_path)
    assert set(found) == {"11", "12", "13", "15"}
    red, blue = found["11"], found["12"]
    assert red.group == blue.group == "10"
    assert (red.title, blue.title) == ("Hoodie - Red", "Hoodie, Blue")
    assert (red.price, blue.price) == (35.0, 45.0)
    assert (red.stock, blue.stock) == (3, 0)
    assert (red.attributes["Colour"].value, blue.attributes["Colour"].value) == ("Red", "Blue")
    assert blue.category == ("Clothing", "Hoodies")
    assert red.images == ("https://a.example/r.jpg",)
    assert len(blue.images) == 2


def test_woocommerce_sale_for_certain_days_is_no_price(tmp_path: Path) -> None:
    assert products(WOOCOMMERCE, tmp_path)["13"].price == 10.0


def test_woocommerce_rows_that_are_no_goods_are_told(tmp_path: Path) -> None:
    kept, refused = rows(WOOCOMMERCE, tmp_path)
    assert len(kept) == 4
    assert sorted(refused) == [
        "its parent 'nobody' isn't in the file",
        "the shop itself doesn't show it: not published",
    ]


def test_woocommerce_variations_may_stand_above_their_parent(tmp_path: Path) -> None:
    lines = WOOCOMMERCE.splitlines(keepends=True)
    kept, _ = rows("".join([lines[0], *lines[2:], lines[1]]), tmp_path)
    assert {row["id"]: row.get("group") for row in kept} == {"11": "10", "12": "10", "13": None, "15": None}


@pytest.mark.parametrize("content", [FEED, FEED_XML])
def test_a_merchant_feed_becomes_products(content: str, tmp_path: Path) -> None:
    kettle = products(content, tmp_path)["A1"]
    assert kettle.title == "Vela kettle"
    assert kettle.price == (45.0 if "xml" in content else 39.0), "a sale for certain days is no price"
    assert kettle.currency == "EUR"
    assert kettle.category == ("Kitchen", "Kettles")
    assert kettle.group == "kettles"
    assert kettle.url == "https://a.example/a1"
    assert kettle.images == tuple(f"https://a.example/a{n}.jpg" for n in (1, 2, 3))
    assert kettle.stock is None


def test_a_merchant_feed_says_what_is_sold_out(tmp_path: Path) -> None:
    assert products(FEED, tmp_path)["A2"].stock == 0


def test_details_of_a_merchant_feed_are_attributes(tmp_path: Path) -> None:
    assert products(FEED_XML, tmp_path)["A1"].attributes["Capacity"].value == 1.7


@pytest.mark.parametrize(
    ("content", "said"),
    [(SHOPIFY, "CSV (Shopify export)"), (WOOCOMMERCE, "CSV (WooCommerce export)"), (FEED, "TSV (Google feed)")],
)
def test_the_format_says_whose_export_it_is(content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "export"
    path.write_text(content, encoding="utf-8")
    assert open_source(path).format == said

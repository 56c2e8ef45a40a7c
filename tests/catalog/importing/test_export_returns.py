"""What `export` writes comes back as it was: no type, unit, case or text changes on the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from catalog.importing.file_import import prepare_file
from catalog.product import Attribute, Product
from catalog.product_json import exported
from catalog.sample.shop import sample_files

DATA = os.environ.get("DAOGOU_DATA")


def returned(tmp_path: Path, products: tuple[Product, ...]) -> dict[str, Product]:
    path = tmp_path / "export.jsonl"
    path.write_text("".join(f"{exported(one)}\n" for one in products), "utf-8")
    return {one.id: one for one in prepare_file(path).products}


def test_the_sample_shop_comes_back_as_it_was(tmp_path):
    whole = tmp_path / "shop.jsonl"
    whole.write_bytes(b"".join(path.read_bytes() for path in sample_files()))
    products = prepare_file(whole).products
    assert returned(tmp_path, products) == {one.id: one for one in products}
    assert "T-shirt" in {one.type for one in products}


def test_what_is_typed_stays_so(tmp_path):
    facts = {
        "network": Attribute("4G"),
        "size": Attribute("38"),
        "height": Attribute(12.0),
        "washable": Attribute(True),
        "care": Attribute("yes"),
        "weight": Attribute(1.5, "kg", "1.5 kg"),
        "note": Attribute("500 g"),
    }
    products = tuple(
        Product(str(n), f"Thing {n}, height 12 cm", attributes=facts, price=5.0 + n, language="en", type=kind)
        for n, kind in enumerate(("T-shirt", "Tea pot", None, "USB hub") * 10)
    )
    assert returned(tmp_path, products) == {one.id: one for one in products}


def test_a_kind_that_is_told_apart_is_written_as_the_shop_writes_it(tmp_path):
    path = tmp_path / "shop.csv"
    rows = "1,Plain cotton T-shirt,T-Shirts\n2,Warm T-shirt,T-Shirts\n3,Striped T-shirt,\n"
    path.write_text(f"id,title,type\n{rows}", "utf-8")
    assert [one.type for one in prepare_file(path).products][:2] == ["T-Shirts", "T-Shirts"]
    assert prepare_file(path).products[2].type in ("T-Shirts", None)


@pytest.mark.skipif(not DATA, reason="DAOGOU_DATA names no folder of development data")
@pytest.mark.parametrize("file", ["home_zh/products.jsonl", "dummyjson/products.json"])
def test_real_catalogues_come_back_as_they_were(tmp_path, file):
    products = prepare_file(Path(DATA or "") / file).products
    back = returned(tmp_path, products)
    assert [one for one in products if back[one.id] != one] == []

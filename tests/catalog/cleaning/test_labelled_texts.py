"""Facts that stand in one text under their labels are facts of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.cleaning.labelled_texts import label_mark, labelled
from catalog.importing.file_import import import_file
from catalog.product import Product
from catalog.store import Store


def imported(tmp_path: Path, content: str) -> dict[str, Product]:
    path = tmp_path / "goods"
    path.write_text(content)
    store = Store.open(tmp_path / "store")
    import_file(path, store)
    found = {product.id: product for product in store.all()}
    store.close()
    return found


@pytest.mark.parametrize(
    ("text", "mark", "facts"),
    [
        ("colour : red|width : 20 cm|colour : blue", "|", {"colour": "red, blue", "width": "20 cm"}),
        ("屏幕尺寸：6.7英寸；运行内存：12GB", "；", {"屏幕尺寸": "6.7英寸", "运行内存": "12GB"}),
        ("材质:陶瓷 容量:350ml 产地:景德镇", " ", {"材质": "陶瓷", "容量": "350ml", "产地": "景德镇"}),
        ("- Colour: red\n- Width: 20 cm", "\n", {"Colour": "red", "Width": "20 cm"}),
        ("<li>Colour: red</li><li>Width: 20 cm</li>", "\n", {"Colour": "red", "Width": "20 cm"}),
        ("Colour: red, Made of: oak, ash", ",", {"Colour": "red", "Made of": "oak, ash"}),
    ],
)
def test_labels_and_their_values_are_found(text: str, mark: str, facts: dict[str, str]) -> None:
    assert label_mark([text]) == mark
    assert dict(labelled(text, mark)) == facts


@pytest.mark.parametrize(
    "text",
    [
        "A fine lamp: it glows. Note: the bulb is not included with this lamp of ours; please order one beside it",
        "https://shop.example/a; https://shop.example/b",
        "red; blue; green",
        "Colour: red",
    ],
)
def test_prose_addresses_and_bare_values_are_no_labelled_facts(text: str) -> None:
    assert label_mark([text]) is None


def test_headings_that_never_come_again_are_prose() -> None:
    texts = [f"Heading{n}: some words; Other{n}: more words" for n in range(6)]
    assert label_mark(texts) is None


def test_a_column_of_labelled_facts_becomes_typed_attributes(tmp_path: Path) -> None:
    rows = "".join(f"{n},Oak shelf {n},width : {n}0 cm|foldable : {'yes' if n % 2 else 'no'}\n" for n in range(1, 7))
    found = imported(tmp_path, f"id,title,product_features\n{rows}")
    assert (found["1"].attributes["width"].value, found["1"].attributes["width"].unit) == (10.0, "cm")
    assert [found[str(n)].attributes["foldable"].value for n in (1, 2)] == [True, False]
    assert "product_features" not in found["1"].attributes


def test_a_brand_among_labelled_facts_is_the_brand_and_a_description_stays_one(tmp_path: Path) -> None:
    rows = "".join(f"{n}\t茶杯{n}\t品牌：禾木；容量：{n}00ml\n" for n in range(1, 7))
    found = imported(tmp_path, f"编号\t名称\t商品描述\n{rows}")
    assert (found["2"].brand, found["2"].attributes["容量"].value) == ("禾木", 200.0)
    assert found["2"].description == "品牌：禾木；容量：200ml"


def test_cells_that_hold_objects_and_lists_as_text_are_read_as_such(tmp_path: Path) -> None:
    json_cell = '"{""Colour"": ""red"", ""Width"": ""20 cm""}"'
    python_cell = "\"{'Colour': 'blue', 'Width': None}\""
    ruby_cell = '"{""spec""=>[{""key""=>""Colour"", ""value""=>""green""}]}"'
    rows = "".join(
        f'{n},Lamp {n},"[""Home >> Lamps""]",{cell}\n' for n, cell in enumerate((json_cell, python_cell, ruby_cell), 1)
    )
    found = imported(tmp_path, f"id,title,category,specs\n{rows}")
    assert [found[str(n)].attributes["Colour"].value for n in (1, 2)] == ["red", "blue"]
    assert "green" in [fact.value for fact in found["3"].attributes.values()]
    assert found["1"].attributes["Width"].unit == "cm"
    assert "[" not in "".join(found["1"].category)

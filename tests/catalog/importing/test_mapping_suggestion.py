"""A suggested mapping tells of every column, and imports as it is to what the file gives by itself."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from catalog.__main__ import main
from catalog.cleaning.mapping import read_mapping
from catalog.errors import SetupError
from catalog.importing.file_import import prepare_file
from catalog.importing.mapping_suggestion import suggest_mapping

SHOP = (
    'sku,Product Name,Price,Weight (kg),"odd ""name"" [x]",colour\n'
    'A1,"Desk lamp ""Lumo""",€19.90,1.5,#ff00ff,red\nA2,Floor lamp,€89,4,a\x07b,黑色\nA3,Night lamp,€9,0.3,,red\n'
)


def test_it_tells_of_every_column_and_imports_as_it_is(tmp_path: Path) -> None:
    file, told = tmp_path / "shop.csv", tmp_path / "m.toml"
    file.write_text(SHOP)
    told.write_text(suggest_mapping(file), "utf-8")
    found = tomllib.loads(told.read_text("utf-8"))
    assert found["columns"] == {"id": "sku", "title": "Product Name", "price": "Price"}
    assert found["units"] == {"Weight (kg)": "kg"}
    assert found["currency"] == "EUR"
    for column in ("odd", "colour", "黑色", "4"):
        assert column in told.read_text("utf-8")
    alone, mapped = prepare_file(file), prepare_file(file, mapping=read_mapping(told))
    assert [one.title for one in mapped.products] == [one.title for one in alone.products]
    assert [one.price for one in mapped.products] == [19.9, 89.0, 9.0]
    facts = [{name: (fact.value, fact.unit) for name, fact in one.attributes.items()} for one in mapped.products]
    assert facts == [{name: (fact.value, fact.unit) for name, fact in one.attributes.items()} for one in alone.products]


def test_nested_attributes_are_told_by_the_names_that_units_go_by(tmp_path: Path) -> None:
    file, told = tmp_path / "a.jsonl", tmp_path / "m.toml"
    rows = [
        {"id": n, "title": f"Lamp {n}", "price": 5, "attrs": {"n_weight_g": 100 + n, "b_x": True}} for n in range(9)
    ]
    file.write_text("\n".join(map(json.dumps, rows)))
    told.write_text(suggest_mapping(file))
    assert read_mapping(told).units == {"n_weight_g": "g"}
    assert prepare_file(file, mapping=read_mapping(told)).products[0].attributes["n_weight_g"].unit == "g"


def test_without_a_title_it_lists_the_columns(tmp_path: Path) -> None:
    file = tmp_path / "ratings.csv"
    file.write_text("query,stars\nlaptop,3\nmouse,4\n")
    said = suggest_mapping(file)
    assert tomllib.loads(said) == {"columns": {}}
    assert "query" in said
    assert "laptop" in said


def test_a_file_that_is_no_table_is_refused_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(200)))
    with pytest.raises(SetupError, match=r"a\.csv"):
        suggest_mapping(file)


def test_the_command_writes_it_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, out = tmp_path / "shop.csv", tmp_path / "m.toml"
    file.write_text(SHOP)
    assert main(["suggest-mapping", str(file)]) == 0
    printed = capsys.readouterr().out
    assert main(["suggest-mapping", str(file), "--out", str(out)]) == 0
    assert out.read_text("utf-8") == printed
    assert main(["suggest-mapping", str(file), "--out", str(out)]) == 2
    assert "is there already" in capsys.readouterr().err

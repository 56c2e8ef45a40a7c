"""A number gets a unit where the catalogue proves it, and stays bare where records disagree or chance could do it."""

from __future__ import annotations

import random

import pytest

from catalog.cleaning.written_measures import measures_in, whole_measure
from catalog.findings.unit_evidence import is_count, twin_units, unit_in_name
from catalog.findings.unit_inference import infer_units
from catalog.product import Attribute, Product


def units(products: list[Product], name: str) -> list[str | None]:
    found, _ = infer_units(products)
    return [one.attributes[name].unit for one in found if name in one.attributes]


def row(number: int, title: str, type_: str | None = "thing", **facts: float) -> Product:
    return Product(str(number), title, type=type_, attributes={name: Attribute(float(v)) for name, v in facts.items()})


def test_values_that_titles_repeat_with_a_unit_prove_the_column():
    products = [row(n, f"Lead {n} {n + 1.5} m black", length=n + 1.5) for n in range(20)]
    products += [row(50 + n, f"Lead without a figure {chr(65 + n)}", length=n + 2.25) for n in range(5)]
    found, notes = infer_units(products)
    assert {one.attributes["length"].unit for one in found} == {"m"}
    assert found[-1].attributes["length"].proof == "20 of 20 texts that repeat the value give m"
    assert (notes[0].column, notes[0].unit, notes[0].values) == ("length", "m", 25)


def test_a_value_may_be_told_on_another_scale():
    products = [row(n, f"Stand weighs {n + 1.25} kg and {900 + n} g", weight=(n + 1.25) * 1000) for n in range(12)]
    products += [row(40 + n, f"Box {n} of {700 + 7 * n} g", weight=700 + 7 * n) for n in range(12)]
    assert set(units(products, "weight")) == {"g"}


def test_chance_proves_nothing():
    draw = random.Random(1)
    products = [row(n, f"Lead {draw.choice([1, 2, 3])} m", ports=draw.choice([1, 2, 3])) for n in range(200)]
    assert set(units(products, "ports")) == {None}


def test_few_values_prove_nothing():
    products = [row(n, "Plug 3.5 mm", plug=3.5) for n in range(40)]
    assert set(units(products, "plug")) == {None}


def test_where_scales_mix_each_type_has_its_own_unit_and_the_rest_none():
    notebooks = [row(n, f"Notebook {n % 7 + 2} GB", "notebook", memory=n % 7 + 2) for n in range(40)]
    printers = [row(100 + n, f"Printer {8 * (n % 7) + 16} MB", "printer", memory=8 * (n % 7) + 16) for n in range(40)]
    others = [row(200 + n, "Board", "board", memory=n + 40) for n in range(10)]
    found = units(notebooks + printers + others, "memory")
    assert (set(found[:40]), set(found[40:80]), set(found[80:])) == ({"GB"}, {"MB"}, {None})


def test_the_rows_own_text_proves_its_row():
    mixed = [row(n, f"Chip {1.5 + n / 10:g} GHz", None, clock=1.5 + n / 10) for n in range(8)]
    mixed += [row(20 + n, f"Chip {1.6 + n / 10:g} MHz", None, clock=1.6 + n / 10) for n in range(8)]
    mixed.append(row(99, "Chip", None, clock=1.9))
    found = units(mixed, "clock")
    assert found == ["GHz"] * 8 + ["MHz"] * 8 + [None]


def test_twin_columns_prove_both():
    products = [
        row(n, "Box", weight=450.0 + 37 * n, weight_imperial=round((450 + 37 * n) / 453.592, 2)) for n in range(14)
    ]
    products.append(row(90, "Box", weight=77))
    assert set(units(products, "weight")) == {"g"}
    assert set(units(products, "weight_imperial")) == {"lb"}


def test_no_ratio_no_twins():
    assert twin_units([(float(n), float(n * n)) for n in range(1, 30)]) is None


@pytest.mark.parametrize(
    ("column", "unit"),
    [("weight_kg", "kg"), ("Width (cm)", "cm"), ("重量(克)", "g"), ("battery_mah", "mAh"), ("weight_g", "g"),
     ("cable length m", "m"),
     ("battery capacity watt hours", "Wh"), ("recommended_age_min", None), ("labels_per_sheet", None),
     ("usb_a", None),     ("type_c", None), ("max", None), ("size_l", None), ("check in", None)],
)  # fmt: skip
def test_units_in_column_names(column, unit):
    assert unit_in_name(column) == unit


def test_counts_are_told_from_measures():
    assert is_count("n_usb_ports_quantity")
    assert is_count("接口数量")
    assert not is_count("n_weight")


def test_a_named_unit_needs_no_text():
    assert units([row(1, "Box", weight_kg=2.0)], "weight_kg") == ["kg"]


def test_measures_in_running_text():
    found = {
        (one.value, one.unit) for one in measures_in('Case 43.2 cm (17") 370 x 139 mm, 2 in 1, 4G, 1.5米, 170 g/m²')
    }
    assert found == {(43.2, "cm"), (17, "inch"), (370, "mm"), (139, "mm"), (1.5, "m"), (170, "g/m²")}
    assert whole_measure("2000g/2300g") is None


def test_an_order_of_magnitude_proves_nothing_for_a_type_whose_texts_tell_another_unit():
    def typed(name: str, start: int, unit: str, values: list[int]) -> list[Product]:
        return [row(start + n, f"{name} {n} {value} {unit}", name, memory=value) for n, value in enumerate(values)]

    notebooks = typed("notebook", 0, "GB", [2, 3, 4, 6, 8] * 4) + typed("netbook", 100, "GB", [1, 2, 3, 4, 6] * 4)
    boards = typed("board", 200, "GB", [1, 2, 4, 5, 8] * 4)
    printers = [
        *typed("printer", 300, "MB", [16, 32, 64, 32, 16, 64, 32, 16]),
        row(400, "printer", "printer", memory=8),
    ]
    found = units(notebooks + boards + printers, "memory")
    assert found[-1] is None
    assert "GB" not in found[60:]


def test_a_few_texts_about_another_thing_dont_keep_a_row_from_proving_its_own():
    mixed = [row(n, f"Server {n} {2 ** (n % 6)} GB", "server", memory=2 ** (n % 6)) for n in range(60)]
    mixed += [row(100 + n, f"Printer {n} {2 ** (n % 6)} MB", "printer", memory=2 ** (n % 6)) for n in range(60)]
    mixed += [row(200 + n, f"Camera {3 * n + 5} MP", "camera", memory=3 * n + 5) for n in range(5)]
    found = units(mixed, "memory")
    assert (set(found[:60]), set(found[60:120])) == ({"GB"}, {"MB"})

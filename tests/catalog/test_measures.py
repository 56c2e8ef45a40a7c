"""Units: what can be compared, and what never is."""

import subprocess
import sys

import pytest

from catalog.measures import convert, dimension, unit_named, units


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (12, "inch", "cm", 30.48),
        (1, "TB", "GB", 1000),
        (500, "g", "kg", 0.5),
        (1, "lb", "g", 453.59237),
        (1.5, "l", "ml", 1500),
        (20, "°C", "°F", 68),
        (1, "year", "month", 12),
        (2.4, "GHz", "MHz", 2400),
        (5000, "mAh", "Ah", 5),
        (3, None, None, 3),
        (9.5, "EUR", "EUR", 9.5),
        (4, "piece", "piece", 4),
    ],
)
def test_comparable_values_come_to_one_scale(value, source, target, expected):
    assert convert(value, source, target) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(
    ("source", "target"),
    [("g", None), (None, "g"), ("g", "cm"), ("EUR", "USD"), ("page", "sheet"), ("mAh", "Wh"), ("W", "VA")],
)
def test_what_cannot_be_compared_is_none(source, target):
    assert convert(1.0, source, target) is None


def test_every_unit_has_a_dimension_and_names_itself():
    for unit in units():
        assert dimension(unit)
        assert unit_named(unit) == unit


@pytest.mark.parametrize(
    ("word", "unit"),
    [('"', "inch"), ("KG", "kg"), ("lbs", "lb"), ("ghz", "GHz"), ("Gb", "GB"), ("pages", "page"), ("kilograms", "kg"),
     ("ounces", "oz"), ("hours", "h"), ("M", None), ("k", None), ("banana", None), ("", None)],
)  # fmt: skip
def test_spellings(word, unit):
    assert unit_named(word) == unit


def test_importing_the_module_loads_no_unit_library():
    code = "import sys, catalog.measures; sys.exit('pint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

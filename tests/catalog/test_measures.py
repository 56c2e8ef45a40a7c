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
        (212, "°F", "°C", 100),
        (10, "mm", "nm", 1e7),
        (3, "ft", "yd", 1),
        (1, "ft²", "cm²", 929.0304),
        (1, "gal", "floz", 128),
        (8, "Mbit", "MB", 1),
        (1, "MB/s", "Mbit/s", 8),
        (1, "week", "h", 168),
        (1, "kWh", "kJ", 3600),
        (60, "l/min", "m³/h", 3.6),
        (36, "km/h", "m/s", 10),
        (1, "bar", "psi", 14.5037737730),
        (2, "kcal", "kJ", 8.368),
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
     ("gigabytes", "GB"), ("millilitres", "ml"), ("inches", "inch"), ("mines", None), ("gales", None),
     ("Gigabit", None), ("ounces", "oz"), ("hours", "h"), ("M", None), ("k", None), ("banana", None), ("", None)],
)  # fmt: skip
def test_spellings(word, unit):
    assert unit_named(word) == unit


def test_two_conversions_come_back_to_where_they_began():
    for source in units():
        for target in units():
            there = convert(7.0, source, target)
            assert there is None or convert(there, target, source) == pytest.approx(7.0, rel=1e-9)


def test_importing_the_module_and_naming_units_loads_no_unit_library():
    named = (
        "import sys; from catalog.measures import unit_named; unit_named('kilograms'); sys.exit('pint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", named], check=False).returncode == 0

"""Sizes written in words: whether a text tells the sides or the length that somebody asks for."""

from __future__ import annotations

import pytest

from catalog.languages.sides import same_size, tells_length
from catalog.product import Attribute, Constraint, Product, Verdict


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("200 x 230", "200*230cm/ 220*240cm"),
        ("230 x 200 cm", "200*230cm"),
        ("1.8 x 2 m", "150*200*25cm/ 180*200*25cm"),
        ("1.5 x 2", "150x195cm/ 150x200cm"),
        ("45 x 45", "45cm*45cm"),
        ("2 x 2.3 m", "1.5米床品：被套 200*230cm/ 枕套：48*74cm*2"),
        ("50 x 60", "50 x 60 in"),
    ],
)
def test_the_same_size_is_told(wanted: str, told: str) -> None:
    assert same_size(wanted, told)


@pytest.mark.parametrize(("wanted", "told"), [("200 x 220 cm", "200*230cm"), ("40 x 40 x 9 cm", "40*40*7cm")])
def test_another_size_is_told(wanted: str, told: str) -> None:
    assert same_size(wanted, told) is False


def test_a_text_without_sides_tells_none() -> None:
    assert same_size("200 x 230 cm", "standard") is None
    assert same_size("cotton", "linen") is False


def test_a_length_is_told_alone_or_as_a_side() -> None:
    assert tells_length("1.5米床品：被套 200*230cm", 1.5, "m")
    assert tells_length("200*230cm", 2.0, "m")
    assert not tells_length("200*230cm", 1.8, "m")
    assert not tells_length("200*230cm", 200.0, None)


@pytest.mark.parametrize(
    ("value", "unit", "told", "verdict"),
    [
        ("180 x 200", None, "150*200cm/ 180*200cm", Verdict.MEETS),
        ("160 x 200", None, "150*200cm/ 180*200cm", Verdict.VIOLATES),
        ("180 x 200", None, "standard", Verdict.UNKNOWN),
        (1.8, "m", "1.8米床品", Verdict.MEETS),
        (1.2, "m", "1.8米床品", Verdict.UNKNOWN),
    ],
)
def test_a_demand_for_a_size_is_judged_on_what_is_written(
    value: str | float, unit: str | None, told: str, verdict: Verdict
) -> None:
    product = Product("p", "sheet", attributes={"size": Attribute(told)})
    assert Constraint("size", "=", value, unit).allows(product) is verdict

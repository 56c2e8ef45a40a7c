"""Texts that tell from where to where a thing goes, and what figures they prove."""

from __future__ import annotations

import math

import pytest

from catalog.languages.spans import Told, span_allows, told_span


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("3-6岁", Told(3, 6, "year")),
        ("2-4 yrs", Told(2, 4, "year")),
        ("0-6个月", Told(0, 6, "month")),
        ("18 months+", Told(18, math.inf, "month")),
        ("6岁以上", Told(6, math.inf, "year")),
        ("Ages 3 and up", Told(3, math.inf, "year")),
        ("From birth", Told(0, math.inf, "year")),
        ("up to 400 m²", Told(-math.inf, 400, "m²")),
        ("10kg以内", Told(-math.inf, 10, "kg")),
        ("26-30码", Told(26, 30, None)),
        ("2", Told(2, 2, None)),
        ("205/55R16", None),
        ("72%可可", None),
        ("1080p", None),
        ("black, 3-6 years", None),
    ],
)
def test_a_text_that_is_one_span_and_nothing_else(text: str, told: Told | None) -> None:
    assert told_span(text) == told


@pytest.mark.parametrize(
    ("text", "op", "wanted", "unit", "allowed"),
    [
        ("3-6岁", "=", 5.0, "year", True),
        ("3-6岁", "=", 7.0, "year", False),
        ("1-3岁", "=", 3.0, "month", False),
        ("8+", "=", 6.0, "year", False),
        ("8+", "=", 9.0, "year", True),
        ("2-6", "=", 5.0, None, True),
        ("90-120 min", "<=", 60.0, "min", False),
        ("20-40 min", "<=", 30.0, "min", None),
        ("50kg以内", ">=", 50.0, "kg", True),
        ("50kg以内", ">=", 60.0, "kg", False),
        ("5-15kg", "=", 12.0, "cm", None),
        ("black", "=", 12.0, "cm", None),
    ],
)
def test_what_a_span_proves(text: str, op: str, wanted: float, unit: str | None, allowed: bool | None) -> None:
    assert span_allows(text, op, wanted, unit) is allowed

"""Sizes in catalogues that write them as words, of some kinds as a figure: 200*230cm, and a pan of 28 cm."""

from __future__ import annotations

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Turn
from catalog.product import Attribute, Product
from tests.assistant.understanding.small_shops import Shop, parser

SIZES = ("200*230cm", "200*230cm/220*240cm", "150*200cm", "1.5米床：150*200cm", "180*200cm", "160*230cm")


@pytest.fixture(scope="module")
def bedding() -> RulesParser:
    """Sheets whose size is written, and pans whose size is measured."""
    sheets = [
        Product(f"s{at}", "纯棉床单", None, "床单", (), 99.0, "CNY", {"尺寸": Attribute(size)}, language="zh")
        for at, size in enumerate(SIZES)
    ]
    pans = [
        Product(f"p{at}", "铸铁煎锅", None, "煎锅", (), 99.0, "CNY", {"尺寸": Attribute(size, "cm")}, language="zh")
        for at, size in enumerate((24.0, 26.0, 28.0))
    ]
    return parser(Shop([*sheets, *pans]))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("200乘230的床单", "200 x 230", None),
        ("一米五乘两米的床单", "1.5 x 2 m", None),
        ("bed sheet 150x200 cm", "150 x 200 cm", None),
        ("1米8的床用的床单", 1.8, "m"),
        ("一米八的床单", 1.8, "m"),
        ("28公分的煎锅", 28.0, "cm"),
    ],
)
def test_a_size_is_demanded_where_records_tell_it(
    bedding: RulesParser, text: str, value: str | float, unit: str | None
) -> None:
    intent = bedding.understand(Turn("c", text), DialogueState())
    assert [(one.field, one.op, one.value, one.unit) for one in intent.require] == [("尺寸", "=", value, unit)]

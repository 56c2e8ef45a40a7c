"""How many of something are asked for: the column that counts it, however far the figure lies from the usual ones."""

from __future__ import annotations

from assistant.understanding.rules import RulesParser
from catalog.product import Attribute, Product
from tests.assistant.understanding.small_shops import Shop, parser
from tests.assistant.understanding.test_firm_demands import understood


def labels() -> RulesParser:
    goods = [
        Product(
            str(n),
            f"Acme printer label {n}",
            "Acme",
            "printer label",
            attributes={
                "labels_per_pack": Attribute(100.0 + n),
                "media_sheets_per_package": Attribute(10.0 + n, "sheet"),
            },
        )
        for n in range(20)
    ]
    return parser(Shop(goods))


def test_a_count_far_beyond_the_usual_is_still_of_the_column_that_counts_it() -> None:
    demands = understood(labels(), "我想买一包24000张以上的标签").require
    assert [(one.field, one.op, one.value) for one in demands] == [("labels_per_pack", ">=", 24000.0)]

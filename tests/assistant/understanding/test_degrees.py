"""More or less of a measure that is named is a wish for just that measure, in both languages."""

from __future__ import annotations

import pytest

from assistant.understanding.rules import RulesParser
from catalog.product import Attribute, Product
from tests.assistant.understanding.small_shops import Shop, parser
from tests.assistant.understanding.test_firm_demands import understood


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    figures = {"n_internal_memory": "GB", "n_height": "mm", "n_brightness": "lm", "n_power_consumption": "W"}
    products = [
        Product(f"{kind}{n}", f"Acme {kind} {n}", "Acme", kind, attributes={
            name: Attribute(float(n), unit) for name, unit in figures.items()
        })
        for kind in ("laptop", "projector")
        for n in (4, 8, 16)
    ]  # fmt: skip
    modules = [Product(f"m{n}", f"Acme memory module {n}", "Acme", "memory module") for n in (1, 2)]
    return parser(Shop([*products, *modules]))


@pytest.mark.parametrize(
    ("text", "kind", "wish"),
    [
        ("笔记本电脑，内存要大", "laptop", ("n_internal_memory", ">")),
        ("笔记本电脑，内存大一点", "laptop", ("n_internal_memory", ">")),
        ("内存大的笔记本电脑", "laptop", ("n_internal_memory", ">")),
        ("a laptop with big memory", "laptop", ("n_internal_memory", ">")),
        ("投影仪，亮度高一点", "projector", ("n_brightness", ">")),
        ("a projector with high brightness", "projector", ("n_brightness", ">")),
        ("投影仪 功耗低一点", "projector", ("n_power_consumption", "<")),
        ("a projector with low power consumption", "projector", ("n_power_consumption", "<")),
    ],
)
def test_a_degree_is_of_the_measure_beside_it(shop: RulesParser, text: str, kind: str, wish: tuple[str, str]) -> None:
    intent = understood(shop, text)
    assert intent.want is not None
    assert intent.want.types == (kind,)
    assert [(one.field, one.op, one.firm) for one in intent.require] == [(*wish, False)]


@pytest.mark.parametrize("text", ["投影仪，分辨率高一点", "a projector with high resolution"])
def test_a_degree_of_what_no_figure_tells_is_no_wish_for_something_else(shop: RulesParser, text: str) -> None:
    assert understood(shop, text).require == ()

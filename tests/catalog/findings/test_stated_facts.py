"""A title's own words become facts where a small catalogue has no column that could teach them."""

from __future__ import annotations

import pytest

from catalog.findings.stated_facts import SMALL, with_stated
from catalog.product import Attribute, Product


def read(title: str, language: str = "en", **attributes: Attribute) -> dict[str, object]:
    product = Product("p", title, language=language, attributes=attributes)
    return {name: fact.value for name, fact in with_stated([product])[0].attributes.items()}


@pytest.mark.parametrize(
    ("title", "language", "facts"),
    [
        ("Blue & Black Check Shirt", "en", {"colour": "Blue, Black"}),
        ("Lumo Kettle 1.7 l, stainless steel", "en", {"material": "stainless steel", "capacity": 1.7}),
        ("Lumo wireless charger", "en", {"wireless": True}),
        ("Lumo pot with glass lid", "en", {}),
        ("纯棉浴巾", "zh", {"材质": "纯棉"}),
        ("可折叠硅胶碗", "zh", {"材质": "硅胶", "可折叠": True}),
        ("柔丝羽绒枕", "zh", {}),
        ("地毯 蓝灰格", "zh", {"颜色": "蓝, 灰"}),
        ("曲奇 200克", "zh", {"重量": 200.0}),
    ],
)
def test_what_the_title_says_and_no_more(title, language, facts):
    assert read(title, language) == facts


def test_the_proof_is_in_the_title():
    product = Product("p", "Red leather bag")
    for fact in with_stated([product])[0].attributes.values():
        assert fact.proof
        assert fact.proof.removeprefix("title: ") in product.title


def test_the_records_own_column_stands():
    assert read("Red bag", colour=Attribute("burgundy")) == {"colour": "burgundy"}


def test_two_figures_of_one_measure_name_no_size():
    assert read("Rug 160 cm x 230 cm") == {}


def test_a_settled_product_and_a_large_catalogue_are_left_alone():
    red = Product("p", "Red bag")
    assert with_stated([red], frozenset({0})) == [red]
    many = [Product(str(number), "Red bag") for number in range(SMALL)]
    assert with_stated(many) == many

"""A raw row becomes a product or a reason; nothing is guessed, nothing is lost in silence."""

from __future__ import annotations

from typing import Any

import pytest

from catalog.clean import Cleaned, Plan, Rejected, clean
from catalog.cleaning.cells import attribute_cells
from catalog.cleaning.column_kinds import Kind, column_kinds
from catalog.cleaning.mapping import ColumnMapping, recognise
from catalog.cleaning.plain_text import one_line, plain_text
from catalog.product import Attribute


def cleaned(*rows: dict[str, Any], told: ColumnMapping | None = None, currency: str | None = None) -> list[Any]:
    mapping = recognise(rows, told or ColumnMapping(), "shop.json")
    kinds = column_kinds(attribute_cells(row, mapping) for row in rows)
    return [clean(row, Plan(mapping, kinds, currency)) for row in rows]


def product(**row: Any):
    found = cleaned({"id": "1", "title": "Desk lamp", **row})[0]
    assert isinstance(found, Cleaned)
    return found.product


def test_a_row_keeps_its_own_names_and_types():
    one = product(brand="Lumo", price=19.5, attrs={"n_height": 40, "b_dimmable": True, "材质": "木"}, stock="7")
    assert (one.id, one.brand, one.price, one.stock) == ("1", "Lumo", 19.5, 7)
    assert one.attributes["n_height"] == Attribute(40.0)
    assert one.attributes["b_dimmable"].value is True
    assert one.attributes["材质"].value == "木"


def test_what_the_record_lacks_stays_absent():
    one = product(brand="", price=None, colour="N/A", stock="")
    assert (one.brand, one.price, one.stock, one.description, one.rating) == (None, None, None, None, None)
    assert one.attributes == {}


def test_the_form_that_export_writes_comes_back():
    one = product(attributes={"weight": {"value": 1.5, "unit": "kg"}, "wireless": {"value": True}})
    assert (one.attributes["weight"].value, one.attributes["weight"].unit) == (1.5, "kg")
    assert one.attributes["wireless"].value is True


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [("500ml", 500, "ml"), ("1.5 kg", 1.5, "kg"), ("230V~", 230, "V"), ("95%", 95, "%"), ("0,5 l", 0.5, "l"),
     ("4件", 4, "piece"), ("2斤", 1000, "g"), ("6 months", 6, "month")],
)  # fmt: skip
def test_a_number_with_its_unit_is_a_measure(said, value, unit):
    fact = product(content=said).attributes["content"]
    assert (fact.value, fact.unit) == (pytest.approx(value), unit)
    assert fact.proof == said


@pytest.mark.parametrize("said", ["2000g/2300g", "100%棉", "M", "4G", "30-40 cm", "USB 3.0"])
def test_anything_else_stays_text(said):
    assert product(note=said).attributes["note"].value == said


def test_a_column_is_typed_as_a_whole():
    rows = [{"title": f"Lamp {n}", "cores": str(n), "size": "38", "code": f"00{n}", "is_new": "1"} for n in range(9)]
    rows.append({"title": "Lamp", "cores": "4", "size": "XL", "code": "17", "is_new": "0"})
    facts = [one.product.attributes for one in cleaned(*rows)]
    assert facts[3]["cores"].value == 3.0
    assert facts[3]["size"].value == "38"
    assert facts[3]["code"].value == "003"
    assert (facts[3]["is_new"].value, facts[9]["is_new"].value) == (True, False)


def test_yes_and_no_are_truth_values_where_the_column_has_nothing_else():
    rows = [{"title": "a", "dimmable": "Y", "是否防水": "是"}, {"title": "b", "dimmable": "N", "是否防水": "否"}]
    kinds = column_kinds(attribute_cells(row, recognise(rows, ColumnMapping(), "f")) for row in rows)
    assert kinds["dimmable"] is Kind.BOOLEAN
    assert [one.product.attributes["是否防水"].value for one in cleaned(*rows)] == [True, False]


@pytest.mark.parametrize(
    ("said", "price", "currency"),
    [("919.00", 919, None), ("€1.299,00", 1299, "EUR"), ("$1,299.00", 1299, "USD"), ("¥299", 299, "CNY"),
     ("USD 12", 12, "USD"), (12, 12, None), ("899元", 899, "CNY")],
)  # fmt: skip
def test_prices_in_many_notations(said, price, currency):
    one = product(price=said)
    assert (one.price, one.currency) == (price, currency)


@pytest.mark.parametrize(
    ("said", "price", "currency", "why"),
    [
        ("¥3.2万", 32_000, "CNY", None),
        ("券后99", 99, None, "words around"),
        ("原价199 券后99", 99, None, "words around"),
        ("was $129 now $99", 99, "USD", "words around"),
        ("USD 12–15", 12, "USD", "the lowest of 12 to 15"),
        ("99元起", 99, "CNY", "the least"),
        ("from €99", 99, "EUR", "the least"),
        ("CHF 1'299.–", 1299, "CHF", None),
        ("1 299,00 €", 1299, "EUR", None),
        ("€1.299", 1299, "EUR", "thousands"),
        ("¥１２９９．００", 1299, "CNY", None),
        ("&pound;1,299.00", 1299, "GBP", None),
    ],
)
def test_any_notation_gives_its_price_and_tells_what_was_left_aside(said, price, currency, why):
    found = cleaned({"title": "Lamp", "price": said})[0]
    assert (found.product.price, found.product.currency) == (price, currency)
    told = [flag.done for flag in found.flags if flag.field == "price"]
    assert len(told) == (why is not None)
    assert why is None or why in told[0]


def test_a_list_price_stays_beside_the_sale_price():
    one = product(price="€129.00", sale_price="€99.00")
    assert (one.price, one.attributes["list_price"]) == (99.0, Attribute(129.0, "EUR"))
    found = cleaned({"id": 1, "title": "Lamp", "price": 80, "sale_price": 99})[0]
    assert found.product.price == 99
    assert [flag.done for flag in found.flags if flag.doubtful] == ["is above price, 80"]


@pytest.mark.parametrize("said", ["2024-05-01", "2024/5/1 0:00:00", "05-2024", "12 May 2024", "12:30"])
def test_a_date_is_no_price(said):
    found = cleaned({"id": 1, "title": "Lamp", "price": 1}, {"id": 2, "title": "Lamp 2", "price": 2},
                    {"id": 3, "title": "Lamp 3", "price": said})  # fmt: skip
    assert found[2].product.price is None
    assert "a date" in found[2].flags[0].done


@pytest.mark.parametrize(
    "said", [-5, "-3.00", "(5.00)", 0, "call us", "1e30", float("nan"), "2 for €50", "€3/100g", "12-05", "model 99"]
)
def test_no_price_is_better_than_a_wrong_one(said):
    found = cleaned({"title": "Lamp", "price": 1}, {"title": "Lamp 2", "price": 2}, {"title": "Lamp 3", "price": said})
    assert found[2].product.price is None


def test_a_price_below_zero_is_told():
    found = cleaned({"id": 1, "title": "Lamp", "price": -5})[0]
    assert found.product.price is None
    assert any(flag.field == "price" and "below zero" in flag.done for flag in found.flags)


def test_the_sale_price_is_the_price_and_the_list_price_stays_beside_it():
    one = product(counter_price="919.00", retail_price="899.00")
    assert one.price == 899
    assert one.attributes["counter_price"].value == 919


def test_without_a_title_there_is_no_product():
    found = cleaned({"id": 1, "title": "Lamp"}, {"id": 2, "title": "<b></b>"}, {"id": 3})
    assert found[1:] == [Rejected("it has no title"), Rejected("it has no title")]


def test_an_id_is_made_from_the_content_and_stays_the_same():
    first, again, other = (
        cleaned({"title": title, "colour": colour})[0].product.id
        for title, colour in (("Lamp", "red"), ("Lamp", "red"), ("Lamp", "blue"))
    )
    assert first == again != other


def test_markup_becomes_plain_text():
    assert one_line("<b>Big</b>&nbsp;lamp<script>alert(1)</script>") == "Big lamp"
    assert plain_text("<p>One</p><p>two &amp; three</p>") == "One\ntwo & three"
    assert plain_text("5 < 6 and a\x07b\u202ec") == "5 < 6 and abc"
    assert plain_text("first\\nsecond") == "first\nsecond"


def test_scripts_are_no_addresses():
    one = product(url="javascript:alert(1)", images=["javascript:x", "https://shop.example/a.png", "/b.png"])
    assert one.url is None
    assert one.images == ("https://shop.example/a.png", "/b.png")


def test_reviews_come_along_without_their_writers():
    one = product(reviews=[{"rating": 4, "comment": "Bright", "reviewerName": "A. Person"}, {"rating": 3}])
    assert [(review.id, review.rating, review.text) for review in one.reviews] == [("1-r1", 4.0, "Bright")]


def test_category_paths_and_nested_objects():
    one = product(category="Home > Lamps > Desk", dimensions={"width": 3, "depth": 2.5}, tags=["a", "b"])
    assert one.category == ("Home", "Lamps", "Desk")
    assert one.attributes["dimensions.width"].value == 3.0
    assert one.attributes["tags"].value == "a, b"


def test_an_attribute_never_hides_a_products_own_column():
    one = product(price=5, attrs={"price": "old", "type": "x"})
    assert one.fact("price") == Attribute(5.0)
    assert one.attributes["attribute.price"].value == "old"


def test_ratings_of_every_shape():
    assert product(rating={"rate": 3.9, "count": 120}).rating == 3.9
    assert product(rating="4.5 out of 5").rating == 4.5
    assert product(rating=0).rating is None
    assert product(rating=87).rating is None


def test_what_is_too_long_is_cut_and_told():
    found = cleaned({"id": 1, "title": "Lamp " * 200, "note": "word " * 2000})[0]
    assert len(found.product.title) <= 500
    assert len(str(found.product.attributes["note"].value)) == 4000
    assert {flag.field for flag in found.flags} == {"title", "note"}

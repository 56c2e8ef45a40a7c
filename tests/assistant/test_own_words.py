"""A title that tells another figure speaks against a demand that the columns leave open."""

from __future__ import annotations

from assistant.retrieval.own_words import title_denies
from catalog.product import Attribute, Constraint, Product

THIRTY = Constraint("diagonal", "=", 30.0, "inch")


def product(title: str) -> Product:
    return Product("p", title)


def test_a_title_with_another_figure_in_the_unit_denies() -> None:
    assert title_denies(product("HP f2105 21 inch LCD monitor"), [THIRTY])
    assert title_denies(product("24-inch widescreen monitor"), [Constraint("diagonal", ">", 27.0, "inch")])


def test_a_title_that_meets_it_or_speaks_of_something_else_does_not() -> None:
    assert not title_denies(product("HP ZR30w 30 inch monitor"), [THIRTY])
    assert not title_denies(product("HP monitor with a 2 kg stand"), [THIRTY])
    assert not title_denies(product("HP monitor"), [THIRTY])
    assert not title_denies(product("Cable 2 m, 30 inch wide box"), [THIRTY])


def test_demands_without_a_unit_and_wishes_are_left_alone() -> None:
    assert not title_denies(product("Hub with 4 ports"), [Constraint("ports", "=", 7.0)])
    assert not title_denies(product("Lamp 20 euro"), [Constraint("price", "<", 10.0, "EUR")])


def test_the_colour_of_another_part_speaks_against_an_open_demand() -> None:
    grey = Product("p", "Patch cable", attributes={"t_cable_colour": Attribute("Grey"), "t_plug_type": Attribute("A")})
    assert title_denies(grey, [Constraint("t_product_colour", "has", "Transparent")])
    assert not title_denies(grey, [Constraint("t_product_colour", "=", "Grey")])
    assert not title_denies(grey, [Constraint("t_socket_type", "=", "B")])


def test_a_range_in_a_title_speaks_against_what_neither_of_its_ends_meets() -> None:
    ups = product("Smart UPS 3000-5000VA")
    assert title_denies(ups, [Constraint("output", "=", 48.0, "kVA")])
    assert title_denies(ups, [Constraint("output", "=", 4.8, "kVA")])
    assert not title_denies(ups, [Constraint("output", "=", 5.0, "kVA")])
    assert not title_denies(ups, [Constraint("output", ">=", 4.0, "kVA")])


def test_another_count_of_the_pack_speaks_against_an_open_one() -> None:
    labels = Product("p", "Labels", attributes={"n_labels_per_pack": Attribute(50.0, "piece")})
    assert title_denies(labels, [Constraint("n_sheets_per_pack", "<=", 20.0, "sheet")])
    assert not title_denies(labels, [Constraint("n_sheets_per_pack", "<=", 60.0, "sheet")])

"""What a bound, a unit or a denial is about where several things stand in one sentence; nothing said is dropped."""

from __future__ import annotations

import pytest

from assistant.understanding.rules import RulesParser
from catalog.product import Attribute, Product
from tests.assistant.understanding.small_shops import Shop, electronics, household, parser, shop_of
from tests.assistant.understanding.test_firm_demands import Facts, demands, understood


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    return parser(electronics())


@pytest.fixture(scope="module")
def mixed() -> RulesParser:
    """Power strips, chargers, printers, routers, headphones, coffee machines, phones, chairs and photo paper."""
    rows: list[tuple[str, Facts]] = [
        ("Power strip", {"n_cable_length": (1.0, "m"), "n_width": (60.0, "mm")}),
        ("Power strip", {"n_cable_length": (1.8, "m"), "n_width": (240.0, "mm")}),
        ("Power strip", {"n_cable_length": (3.0, "m")}),
        ("UPS", {"n_output_power_capacity": (1000.0, "VA"), "n_surge_energy_rating": 460.0}),
        ("UPS", {"n_output_power_capacity": (3000.0, "VA"), "n_surge_energy_rating": 890.0}),
        ("Printer", {"b_ethernet_lan": True, "n_rj_45_ports_quantity": 1.0, "n_weight": (9000.0, "g")}),
        ("Printer", {"b_ethernet_lan": False, "n_weight": (4000.0, "g"), "b_colour": True}),
        ("Headphones", {"n_driver_unit": 40.0, "n_width": (150.0, "mm"), "b_built_in_microphone": True}),
        ("Headphones", {"n_driver_unit": 30.0, "n_width": (170.0, "mm"), "b_built_in_microphone": False}),
        ("Coffee machine", {"n_capacity_in_cups": 10.0, "n_power": (900.0, "W")}),
        ("Coffee machine", {"n_capacity_in_cups": 4.0, "n_power": (600.0, "W")}),
        ("Smartphone", {"b_gps__satellite_": True, "b_front_camera": True, "n_front_camera_resolution": (16.0, "MP"),
                        "n_rear_camera_resolution": (48.0, "MP"), "n_charging_time": (1.0, "h")}),
        ("Smartphone", {"b_gps__satellite_": False, "b_front_camera": True, "n_front_camera_resolution": (8.0, "MP"),
                        "n_rear_camera_resolution": (12.0, "MP"), "n_charging_time": (2.0, "h")}),
        ("Office chair", {"max_load": (120.0, "kg"), "n_weight": (15000.0, "g")}),
        ("Office chair", {"max_load": (90.0, "kg"), "n_weight": (11000.0, "g")}),
        ("Photo paper", {"n_media_weight": (255.0, "g/m²")}),
        ("Photo paper", {"n_media_weight": (180.0, "g/m²")}),
        ("MP3 player", {"n_capacity": (4.0, "GB"), "b_fm_radio": True}),
        ("MP3 player", {"n_capacity": (8.0, "GB"), "b_fm_radio": False}),
        ("Radio", {"b_fm_radio": True}),
    ]  # fmt: skip
    return shop_of(rows, currency=None)


@pytest.mark.parametrize("text", ["power strips from 20.3 cm to 1.8 m", "power strip between 20 cm and 1.8 m"])
def test_a_length_without_a_name_is_that_of_the_cable_where_both_ends_fit_it(mixed: RulesParser, text: str) -> None:
    assert {field for field, *_ in demands(understood(mixed, text))} == {"n_cable_length"}


def test_a_money_word_ends_the_reach_of_a_unit(shop: RulesParser) -> None:
    found = demands(understood(shop, "HDMI cable with a length of 2 m or more within a budget of 3"))
    assert set(found) == {("price", "<=", 3.0, None), ("n_cable_length", ">=", 2.0, "m")}
    found = demands(understood(shop, "a notebook at 1.5 kg for less than 2"))
    assert ("price", "<=", 2.0, None) in found


def test_a_particle_ends_the_reach_of_a_unit(mixed: RulesParser) -> None:
    found = demands(understood(mixed, "至少255克的不到200的相纸"))
    assert set(found) == {("price", "<=", 200.0, None), ("n_media_weight", ">=", 255.0, "g/m²")}


@pytest.mark.parametrize(
    ("text", "feature", "figure"),
    [
        ("printers that have ethernet under 8 kilos", ("b_ethernet_lan", "has"), ("n_weight", "<", 8.0, "kg")),
        ("headphones without a microphone under 200 mm", ("b_built_in_microphone", "="), None),
        ("带网口的100到400之间的打印机", ("b_ethernet_lan", "has"), ("price", "<=", 400.0, None)),
        ("mp3 player with 4 gigs and fm radio", ("b_fm_radio", "has"), ("n_capacity", "=", 4.0, "GB")),
    ],
)
def test_a_feature_beside_a_figure_is_a_demand_of_its_own(
    mixed: RulesParser, text: str, feature: tuple[str, str], figure: tuple[str, str, float, str | None] | None
) -> None:
    found = demands(understood(mixed, text))
    assert feature in [(field, op) for field, op, *_ in found]
    assert figure is None or figure in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UPS rated at 3 kVA", ("n_output_power_capacity", "=", 3.0, "kVA")),
        ("headphones with drivers of 40 mm or more", ("n_driver_unit", ">=", 40.0, "mm")),
        ("coffee machine making at least 10 cups", ("n_capacity_in_cups", ">=", 10.0, None)),
        ("10杯以上的咖啡机", ("n_capacity_in_cups", ">=", 10.0, None)),
        ("phone with a selfie camera of 16 megapixels or more", ("n_front_camera_resolution", ">=", 16.0, "MP")),
        ("smartphone that charges in 1 hour or less", ("n_charging_time", "<=", 1.0, "h")),
        ("充电一小时以内的smartphone", ("n_charging_time", "<=", 1.0, "h")),
        ("office chair for a 110 kg rider", ("max_load", ">=", 110.0, "kg")),
        ("office chair for people up to 110 kg", ("max_load", ">=", 110.0, "kg")),
        ("power strip, 6 ft cord minimum", ("n_cable_length", ">=", 6.0, "ft")),
    ],
)
def test_a_figure_is_about_what_its_words_name(
    mixed: RulesParser, text: str, expected: tuple[str, str, float, str | None]
) -> None:
    assert expected in demands(understood(mixed, text))


def test_what_a_column_says_in_brackets_need_not_be_said(mixed: RulesParser) -> None:
    assert ("b_gps__satellite_", "has") in [d[:2] for d in demands(understood(mixed, "smartphone with GPS"))]


def test_a_brand_that_a_column_names_beside_brackets_stays_a_brand() -> None:
    facts = {"b_intel__insider_": Attribute(True)}
    chips = [Product(str(n), f"{b} processor {n}", b, "processor", (), 9.0, None, facts) for n, b in enumerate(
        ("Intel", "Fujitsu", "Intel", "AMD"))]  # fmt: skip
    found = demands(understood(parser(Shop(chips)), "a processor from Intel or Fujitsu"))
    assert found == [("brand", "in", ("Intel", "Fujitsu"), None)]


def test_sheets_in_a_pack_of_labels_are_its_labels() -> None:
    sheets = {"n_sheets_per_pack": Attribute(25.0, "sheet")}
    counts = [{"n_labels_per_pack": Attribute(10.0 * n)} | (sheets if n < 1 else {}) for n in range(120)]
    labels = [Product(str(n), f"Labels {n}", "Herma", "labels", (), 9.0, None, facts) for n, facts in enumerate(counts)]
    assert ("n_labels_per_pack", ">=", 20.0) in [one[:3] for one in demands(
        understood(parser(Shop(labels)), "一包20张以上的labels"))]  # fmt: skip


def test_a_fit_that_no_column_tells_stays_a_demand(shop: RulesParser) -> None:
    found = demands(understood(shop, "a mouse for a 15 inch laptop"))
    assert [one[1:] for one in found] == [(">=", 15.0, "inch")]


def test_a_price_over_a_measuring_word_is_a_price(shop: RulesParser) -> None:
    assert demands(understood(shop, "notebook硬盘 价格低于1")) == [("price", "<=", 1.0, None)]


@pytest.mark.parametrize("text", ["a notebook priced between 1.000 and 1.500 €", "notebook 1.000-1.500 EUR"])
def test_a_point_before_three_digits_of_money_parts_thousands(shop: RulesParser, text: str) -> None:
    assert demands(understood(shop, text)) == [("price", ">=", 1000.0, None), ("price", "<=", 1500.0, None)]


def test_a_bound_may_be_written_to_its_figure(shop: RulesParser) -> None:
    assert ("price", "<=", 30.0, None) in demands(understood(shop, "wireless mouse sub-30 euro"))


def test_a_denied_bound_may_stand_before_a_for(shop: RulesParser) -> None:
    assert demands(understood(shop, "a notebook, not for more than 900 euro")) == [("price", "<=", 900.0, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("notebook w/o touchscreen", ("b_touchscreen", "=", False, None)),
        ("notebook sans touchscreen", ("b_touchscreen", "=", False, None)),
        ("I do not want a touchscreen on my notebook", ("b_touchscreen", "=", False, None)),
        ("notebook: touchscreen yes, HP no", ("brand", "!=", "HP", None)),
        ("notebook without the HP brand", ("brand", "!=", "HP", None)),
        ("nothing but HP notebooks", ("brand", "=", "HP", None)),
        ("a mouse, but nothing black or white", ("t_product_colour", "not_in", ("Black", "White"), None)),
    ],
)
def test_ways_to_deny(shop: RulesParser, text: str, expected: tuple[str, str, object, None]) -> None:
    assert expected in demands(understood(shop, text))


def test_a_value_that_is_taken_back_is_no_longer_asked_for(shop: RulesParser) -> None:
    intent = understood(shop, "drop the black, white please", "a black mouse")
    assert "t_product_colour" in intent.forget
    assert demands(intent) == [("t_product_colour", "=", "White", None)]


def test_a_colour_is_looked_for_inside_the_catalogues_own_names() -> None:
    rugs = [
        Product(str(n), f"地毯{n}", None, "地毯", (), 100.0, "CNY", {"颜色": Attribute(c)}, language="zh")
        for n, c in enumerate(("蓝灰格", "条纹粉", "米白"))
    ]
    assert ("颜色", "in", ("灰色", "灰"), None) in demands(understood(parser(Shop(rugs)), "灰色的地毯"))


def test_a_sign_inside_a_word_is_no_colour() -> None:
    assert "白" not in str(demands(understood(parser(household()), "蛋白质30%以上的四件套")))


@pytest.mark.parametrize("text", ["cat litter without scent", "没有香味的cat litter", "cat litter without fragrance"])
def test_the_lack_of_a_thing_is_asked_for_by_any_of_its_names(text: str) -> None:
    litter = [
        Product(str(n), f"Litter {n}", None, "cat litter", (), 9.0, None,
                {"fragrance_free": Attribute(free), "scent": Attribute("unscented" if free else "lavender")})
        for n, free in enumerate((True, False, True))
    ]  # fmt: skip
    assert ("fragrance_free", "has", "fragrance free", None) in demands(understood(parser(Shop(litter)), text))


def test_a_bound_that_says_what_it_measures_is_no_price() -> None:
    goods = [
        Product(str(n), f"Acme spoon {n}", "Acme", "spoon", (), 5.0 + n, rating=score)
        for n, score in enumerate((3.0, 4.2, 4.8))
    ]
    assert [one[0] for one in demands(understood(parser(Shop(goods)), "spoons rated above 4.5"))] == ["rating"]


def test_an_article_is_no_part_of_a_name() -> None:
    kinds = (("HP", "PC"), ("APC", "UPS"), ("Dell", "PC"), ("APC", "UPS"))
    shop = parser(Shop([Product(str(n), f"{brand} {kind} {n}", brand, kind) for n, (brand, kind) in enumerate(kinds)]))
    found = understood(shop, "i need a pc")
    assert demands(found) == []
    assert found.want is not None
    assert set(found.want.types) == {"PC"}
    assert demands(understood(shop, "an APC UPS")) == [("brand", "=", "APC", None)]


@pytest.mark.parametrize("text", ["an MP3 player with FM radio, 8G", "带收音机的8G的MP3播放器"])
def test_a_bare_g_beside_a_feature_is_still_memory(mixed: RulesParser, text: str) -> None:
    assert ("n_capacity", "=", 8.0, "GB") in demands(understood(mixed, text))

"""Demands in trades that no lexicon was made for: wine, tools, bicycles, cosmetics; each reading is obvious."""

from __future__ import annotations

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Intent, Turn
from catalog.product import Attribute, Product
from tests.assistant.understanding.small_shops import Shop, parser

Facts = dict[str, float | str | bool | tuple[float, str]]


def _shop(rows: list[tuple[str, str, Facts]], language: str, currency: str | None = None) -> RulesParser:
    products = []
    for place, (type_, brand, facts) in enumerate(rows * 3):
        typed = {n: Attribute(*v) if isinstance(v, tuple) else Attribute(v) for n, v in facts.items()}
        title = f"{brand} {type_} {place}"
        price = 100.0 + 10 * place
        products.append(Product(str(place), title, brand, type_, (), price, currency, typed, language=language))
    return parser(Shop(products))


@pytest.fixture(scope="module")
def cellar() -> RulesParser:
    """Wine and spirits in Chinese; one type of wine, its colours in a column."""
    return _shop(
        [
            ("葡萄酒", "长河", {"颜色": "红", "产地": "法国", "酒精度": (13.0, "%"), "年份": 2015.0, "瓶塞": "软木塞"}),
            ("葡萄酒", "紫坡", {"颜色": "白", "产地": "智利", "酒精度": (12.0, "%"), "年份": 2019.0, "瓶塞": "螺旋盖"}),
            ("白酒", "石井", {"产地": "四川", "酒精度": (52.0, "%"), "年份": 2010.0}),
            ("白酒", "石井", {"产地": "山东", "酒精度": (42.0, "%"), "年份": 2021.0}),
        ],
        "zh",
    )


@pytest.fixture(scope="module")
def tools() -> RulesParser:
    """Tools with prices in pounds."""
    return _shop(
        [
            ("Screwdriver set", "Garrod", {"Pieces": 12.0, "Weight": (1.0, "kg")}),
            ("Screwdriver set", "Bexter", {"Pieces": 24.0, "Weight": (2.0, "kg")}),
            ("Lawn mower", "Garrod", {"Power source": "Petrol", "Weight": (20.0, "kg")}),
            ("Lawn mower", "Bexter", {"Power source": "Battery", "Weight": (12.0, "kg")}),
            ("Bicycle", "Bexter", {"Suspension": "front", "Material": "aluminium", "Weight": (12.0, "kg")}),
            ("Bicycle", "Bexter", {"Suspension": "full", "Material": "carbon", "Weight": (10.0, "kg")}),
        ],
        "en",
        "GBP",
    )


@pytest.fixture(scope="module")
def cosmetics() -> RulesParser:
    """Chinese cosmetics with English column names."""
    return _shop(
        [
            ("面霜", "海屿", {"skin_type": "干性", "alcohol_free": True, "shade": "豆沙"}),
            ("面霜", "海屿", {"skin_type": "油性", "alcohol_free": False, "shade": "橘色"}),
        ],
        "zh",
    )


@pytest.fixture(scope="module")
def corner() -> RulesParser:
    """Tents with bare counts of sleepers, pet food told by what it lacks, creams; English names."""
    return _shop(
        [
            ("tent", "Solvik", {"sleeps": 2.0, "weight": (2.0, "kg")}),
            ("tent", "Solvik", {"sleeps": 4.0, "weight": (3.0, "kg")}),
            ("cat food", "Kestrel", {"grain_free": True, "flavour": "salmon"}),
            ("cat food", "Kestrel", {"grain_free": False, "flavour": "tuna"}),
            ("face cream", "Marenda", {"skin_type": "dry", "fragrance_free": True}),
            ("face cream", "Marenda", {"skin_type": "oily", "fragrance_free": False}),
        ],
        "en",
    )


def said(shop: RulesParser, text: str) -> list[tuple[str, str, object, str | None]]:
    intent: Intent = shop.understand(Turn("c", text), DialogueState())
    return sorted(((one.field, one.op, one.value, one.unit) for one in intent.require), key=str)


@pytest.mark.parametrize("text", ["52度的白酒", "酒精度52%的白酒", "52% vol baijiu"])
def test_degrees_of_a_drink_are_its_share_of_alcohol(cellar: RulesParser, text: str) -> None:
    assert said(cellar, text) == [("酒精度", "=", 52.0, "%")]


@pytest.mark.parametrize(
    ("text", "op", "year"),
    [
        ("2015年的葡萄酒", "=", 2015.0),
        ("2016年以前的葡萄酒", "<", 2016.0),
        ("不早于2018年的葡萄酒", ">=", 2018.0),
        ("wine before 2016", "<", 2016.0),
        ("wine from 2018 or later", ">=", 2018.0),
        ("a 2015 vintage wine", "=", 2015.0),
    ],
)
def test_a_year_is_a_demand_where_the_records_tell_years(cellar: RulesParser, text: str, op: str, year: float) -> None:
    assert said(cellar, text) == [("年份", op, year, None)]


def test_an_amount_like_a_year_stays_an_amount(cellar: RulesParser) -> None:
    assert said(cellar, "葡萄酒 2000元以内") == [("price", "<=", 2000.0, None)]
    assert said(cellar, "wine under 2000") == [("price", "<=", 2000.0, None)]


@pytest.mark.parametrize("text", ["红酒", "red wine", "红葡萄酒"])
def test_the_colour_inside_a_kinds_name_is_a_demand(cellar: RulesParser, text: str) -> None:
    assert said(cellar, text) == [("颜色", "=", "红", None)]


@pytest.mark.parametrize("text", ["葡萄酒，不要智利的", "wine, not from Chile"])
def test_a_place_is_refused_in_either_language(cellar: RulesParser, text: str) -> None:
    assert said(cellar, text) == [("产地", "!=", "智利", None)]


@pytest.mark.parametrize("text", ["葡萄酒，产地不是江苏的", "葡萄酒，产地不要江苏"])
def test_a_refused_word_that_no_record_has_stays_with_the_column_named(cellar: RulesParser, text: str) -> None:
    assert said(cellar, text) == [("产地", "!=", "江苏", None)]


def test_a_refusal_that_nothing_knows_is_told(tools: RulesParser) -> None:
    intent = tools.understand(Turn("c", "lawn mower without a flumph"), DialogueState())
    assert intent.unread == "without a flumph"


@pytest.mark.parametrize("text", ["screwdriver set with more than 10 pieces", "screwdriver set, more than 10 pcs"])
def test_pieces_are_counted_where_a_column_counts_them(tools: RulesParser, text: str) -> None:
    assert said(tools, text) == [("Pieces", ">", 10.0, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lawn mower under 300 pounds", ("price", "<=", 300.0, "GBP")),
        ("lawn mower under 40 pounds", ("price", "<=", 40.0, "GBP")),
        ("lawn mower weighing under 40 pounds", ("Weight", "<", 40.0, "lb")),
        ("lawn mower under 40 lb", ("Weight", "<", 40.0, "lb")),
    ],
)
def test_pounds_are_money_in_a_shop_that_takes_them(tools: RulesParser, text: str, expected: object) -> None:
    assert said(tools, text) == [expected]


@pytest.mark.parametrize("text", ["割草机 不要汽油的", "lawn mower, not petrol"])
def test_a_fuel_is_refused_in_either_language(tools: RulesParser, text: str) -> None:
    assert said(tools, text) == [("Power source", "!=", "Petrol", None)]


@pytest.mark.parametrize("text", ["lawn mower, battery powered", "a battery powered lawn mower"])
def test_a_value_and_its_columns_name_in_one_word(tools: RulesParser, text: str) -> None:
    assert said(tools, text) == [("Power source", "=", "Battery", None)]


def test_a_text_column_tells_whether_a_thing_is_there(tools: RulesParser) -> None:
    assert said(tools, "bicycle without suspension") == [("Suspension", "!=", "suspension", None)]
    assert said(tools, "bicycle with suspension") == [("Suspension", "has", "suspension", None)]
    assert said(tools, "bicycle with full suspension") == [("Suspension", "=", "full", None)]


def test_an_alloy_goes_by_its_metal(tools: RulesParser) -> None:
    assert said(tools, "铝合金自行车") == [("Material", "=", "aluminium", None)]
    assert said(tools, "碳纤维自行车") == [("Material", "=", "carbon", None)]


@pytest.mark.parametrize("text", ["不含酒精的面霜", "face cream without alcohol", "无酒精的面霜"])
def test_the_lack_that_a_column_tells_is_found_in_either_language(cosmetics: RulesParser, text: str) -> None:
    assert [one[:2] for one in said(cosmetics, text)] == [("alcohol_free", "has")]


@pytest.mark.parametrize("text", ["油性皮肤的面霜", "face cream for oily skin"])
def test_a_phrase_that_the_shop_writes_shorter(cosmetics: RulesParser, text: str) -> None:
    assert said(cosmetics, text) == [("skin_type", "=", "油性", None)]


def test_neither_the_one_nor_the_other(cosmetics: RulesParser) -> None:
    assert said(cosmetics, "面霜 不要豆沙色也不要橘色") == [
        ("shade", "!=", "橘色", None),
        ("shade", "!=", "豆沙", None),
    ]


@pytest.mark.parametrize("text", ["I weigh 95 kg, a ladder please", "我体重95公斤，要梯子"])
def test_a_shoppers_own_weight_is_what_the_thing_must_carry(text: str) -> None:
    ladders = _shop(
        [
            ("Ladder", "Garrod", {"Maximum load": (100.0, "kg"), "Weight": (9.0, "kg")}),
            ("Ladder", "Bexter", {"Maximum load": (150.0, "kg"), "Weight": (12.0, "kg")}),
        ],
        "en",
    )
    assert said(ladders, text) == [("Maximum load", ">=", 95.0, "kg")]


def test_a_shoppers_own_height_is_no_demand(tools: RulesParser) -> None:
    assert said(tools, "I'm 180 cm tall, show me a bicycle") == []


@pytest.mark.parametrize("text", ["rated above 4 gizmo case", "gizmo case with a rating above 4", "评分高于4的小玩意"])
def test_a_rating_is_no_price_whatever_the_kind(text: str) -> None:
    rated = [
        Product(
            str(n), f"Bexter drill {n}", "Bexter", "Drill", (), 50.0 + n, None, {}, rating=3.0 + n / 4, language="en"
        )
        for n in range(6)
    ]
    assert said(parser(Shop(rated)), text) == [("rating", ">", 4.0, None)]


@pytest.mark.parametrize("text", ["4 person tent", "tent for four people", "3-man tent", "四人帐篷", "能睡4个人的帐篷"])
def test_people_are_counted_where_a_column_without_unit_counts_them(corner: RulesParser, text: str) -> None:
    people = 3.0 if "3" in text else 4.0
    assert said(corner, text) == [("sleeps", "=", people, None)]


@pytest.mark.parametrize(
    "text", ["cat food without grain", "grain free cat food", "猫粮，不要谷物", "不含谷物的猫粮", "无谷猫粮"]
)
def test_what_a_column_tells_the_lack_of_may_be_refused_in_either_language(corner: RulesParser, text: str) -> None:
    assert said(corner, text) == [("grain_free", "has", "grain free", None)]


@pytest.mark.parametrize("text", ["适合干性皮肤的面霜，不要香精", "face cream for dry skin, no fragrance"])
def test_what_a_thing_suits_stands_before_it(corner: RulesParser, text: str) -> None:
    intent = corner.understand(Turn("c", text), DialogueState())
    assert intent.want is not None
    assert intent.want.types == ("face cream",)
    assert said(corner, text) == [("fragrance_free", "has", "fragrance free", None), ("skin_type", "=", "dry", None)]


def test_a_figure_that_no_demand_holds_is_told(corner: RulesParser) -> None:
    intent = corner.understand(Turn("c", "face cream for 4 people"), DialogueState())
    assert intent.left == ("4 people",)


@pytest.fixture(scope="module")
def market() -> RulesParser:
    """Chinese goods whose kinds no lexicon has whole: umbrellas for sun and rain, leashes, suitcases, lamps."""
    return _shop(
        [
            ("晴雨伞", "云禾", {"折数": "五折", "自动开合": True, "颜色": "黑色"}),
            ("晴雨伞", "云禾", {"折数": "三折", "自动开合": False, "颜色": "米色"}),
            ("宠物牵引绳", "木里", {"适用体重": (20.0, "kg"), "反光": True}),
            ("宠物牵引绳", "木里", {"适用体重": (40.0, "kg"), "反光": False}),
            ("行李箱", "北屿", {"材质": "铝镁合金", "可扩容": True, "颜色": "银色"}),
            ("行李箱", "北屿", {"材质": "牛津布", "可扩容": False, "颜色": "粉色"}),
            ("台灯", "小满", {"色温": (4000.0, "K"), "功率": (8.0, "W")}),
            ("台灯", "小满", {"色温": (3000.0, "K"), "功率": (10.0, "W")}),
        ],
        "zh",
    )


@pytest.mark.parametrize("text", ["五折的伞", "五折雨伞"])
def test_a_kind_is_called_by_the_sign_that_its_name_ends_with(market: RulesParser, text: str) -> None:
    intent = market.understand(Turn("c", text), DialogueState())
    assert intent.want is not None
    assert intent.want.types == ("晴雨伞",)
    assert said(market, text) == [("折数", "=", "五折", None)]


@pytest.mark.parametrize(
    ("text", "ops"), [("行李箱，铝的", {"=", "has"}), ("铝的行李箱", {"=", "has"}), ("行李箱，不要铝的", {"!="})]
)
def test_one_sign_is_a_trait_where_one_columns_values_hold_it(market: RulesParser, text: str, ops: set[str]) -> None:
    ((field, op, value, _),) = said(market, text)
    assert (field, value) == ("材质", "铝")
    assert op in ops


@pytest.mark.parametrize("text", ["狗绳，我家狗25公斤", "dog leash for a 25 kg dog"])
def test_what_an_animal_weighs_is_the_least_that_its_leash_must_hold(market: RulesParser, text: str) -> None:
    assert ("适用体重", ">=", 25.0, "kg") in said(market, text)


def test_or_so_belongs_to_the_figure_before_it(market: RulesParser) -> None:
    assert said(market, "台灯 色温4000左右 200以内") == [("price", "<=", 200.0, None), ("色温", "about", 4000.0, None)]


@pytest.mark.parametrize("text", ["行李箱，要可扩容的，银色最好", "suitcase, expandable, silver ideally"])
def test_a_wish_is_what_stands_beside_its_word_and_not_the_clause_before(market: RulesParser, text: str) -> None:
    intent = market.understand(Turn("c", text), DialogueState())
    assert {(one.field, one.firm) for one in intent.require} == {("可扩容", True), ("颜色", False)}


@pytest.mark.parametrize(
    ("first", "then"), [("行李箱，木头的", "塑料的也行"), ("wooden suitcase", "plastic is fine too")]
)
def test_what_is_fine_too_joins_what_was_asked_for_though_no_record_has_it(
    market: RulesParser, first: str, then: str
) -> None:
    state = DialogueState()
    for text in (first, then):
        turn = Turn("c", text)
        state = state.after(turn, market.understand(turn, state))
    materials = [one for one in state.ledger if one.field == "材质"]
    assert [one.op for one in materials] == ["in"]
    assert len(materials[0].value) >= 2  # type: ignore[arg-type]


@pytest.mark.parametrize("way", ["not that heavy", "not so heavy", "nothing too heavy", "isn't very heavy"])
def test_what_is_not_to_be_much_is_a_wish_for_less(tools: RulesParser, way: str) -> None:
    intent = tools.understand(Turn("c", f"lawn mower, {way}"), DialogueState())
    assert [(one.field, one.op, one.value, one.firm) for one in intent.require] == [("Weight", "<", None, False)]


@pytest.mark.parametrize("way", ["别那么重", "不要太重", "不是很沉", "不用太重"])
def test_what_is_not_to_be_much_is_a_wish_for_less_in_chinese(tools: RulesParser, way: str) -> None:
    intent = tools.understand(Turn("c", f"割草机，{way}"), DialogueState())
    assert [(one.field, one.op, one.value, one.firm) for one in intent.require] == [("Weight", "<", None, False)]


def test_any_labels_are_goods_and_no_maker_of_them() -> None:
    rows: list[tuple[str, str, Facts]] = [("labels", "Bexter", {"labels_per_pack": count}) for count in (100.0, 600.0)]
    shop = _shop(rows, "en")
    assert said(shop, "any labels with no more than 600 labels in the pack?") == [
        ("labels_per_pack", "<=", 600.0, None)
    ]

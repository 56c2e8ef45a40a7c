"""The same need in Chinese and English becomes the same ledger: parts, spellings of a colour, seats, beds, sizes."""

from __future__ import annotations

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Turn
from catalog.product import Attribute, Product
from tests.assistant.understanding.small_shops import Shop, parser


def _products(kind: str, language: str, **facts: str) -> list[Product]:
    told = {name: Attribute(value) for name, value in facts.items()}
    return [Product(f"{kind}{n}", f"{kind} {n}", type=kind, language=language, attributes=told) for n in range(4)]


@pytest.fixture(scope="module")
def house() -> RulesParser:
    goods = [
        *_products("落地镜", "zh", 颜色="棕色"),
        *_products("窗帘", "zh", 颜色="咖色"),
        *_products("沙发", "zh", 材质="棉"),
        *_products("炒锅", "zh", 材质="不锈钢"),
        *_products("实木床", "zh", 尺寸="180*200cm"),
        *_products("床笠", "zh", 尺寸="150*200cm"),
        *_products("枕头", "zh", 材质="棉"),
        *_products("记忆枕", "zh", 材质="棉"),
        *_products("苦荞麦枕", "zh", 材质="棉"),
        *_products("宠物窝", "zh", 尺寸="60cm"),
    ]
    return parser(Shop(goods))


def _ledger(shop: RulesParser, text: str) -> set[tuple[object, ...]]:
    intent = shop.understand(Turn("c", text), DialogueState())
    return {(one.field, one.op, one.value, one.unit, one.firm) for one in intent.require}


@pytest.mark.parametrize(
    ("english", "chinese", "demands"),
    [
        ("wok with a wooden handle", "木柄炒锅", {("木柄", "has", "木柄", None, True)}),
        ("a mirror, black frame", "黑框镜子", {("黑色框", "has", "黑色框", None, True)}),
        ("mirror with a metal frame", "金属边框的镜子", {("金属框", "has", "金属框", None, True)}),
        ("mirror in brown", "棕色的镜子", {("颜色", "=", "棕色", None, True)}),
        ("brown curtains", "棕色窗帘", {("颜色", "=", "咖色", None, True)}),
        ("three-seater sofa", "三人位沙发", {("persons", "=", 3.0, "people", True)}),
        ("sofa for two", "双人的沙发", {("persons", "=", 2.0, "people", True)}),
        ("bed made of solid wood", "实木床", set()),
        ("fitted sheet for a bed of 1.5 m", "1.5米床的床笠", {("尺寸", "=", 1.5, "m", True)}),
        ("pet bed for large dogs", "大型犬的狗窝", {("recipient", "has", "大型犬", None, False)}),
        ("dog bed, size L", "狗窝，L号", {("尺寸", "=", "L", None, True)}),
    ],
)
def test_both_languages_meet(house: RulesParser, english: str, chinese: str, demands: set[tuple[object, ...]]) -> None:
    assert _ledger(house, english) == _ledger(house, chinese) == demands


def test_one_sign_says_what_its_longer_name_says(house: RulesParser) -> None:
    types = [house.understand(Turn("c", text), DialogueState()).want for text in ("a pillow", "枕头", "纯棉枕")]
    assert [set(want.types) if want else set() for want in types] == [{"枕头", "记忆枕", "苦荞麦枕"}] * 3


@pytest.mark.parametrize(("text", "op"), [("比6厘米厚的枕头", ">"), ("比6厘米薄的枕头", "<")])
def test_compared_with_a_figure_is_a_bound(house: RulesParser, text: str, op: str) -> None:
    assert {(one[1], one[2]) for one in _ledger(house, text)} == {(op, 6.0)}


def test_a_feature_said_with_its_word_is_no_kind() -> None:
    ovens = [
        Product(f"m{n}", f"microwave {n}", type="microwave", attributes={"grill": Attribute(n < 2)}) for n in range(4)
    ]
    shop = parser(Shop([*ovens, *(Product(f"g{n}", f"grill {n}", type="grill") for n in range(4))]))
    intent = shop.understand(Turn("c", "microwave with a grill"), DialogueState())
    assert intent.want is not None
    assert intent.want.types == ("microwave",)
    assert {one.field for one in intent.require} == {"grill"}


def test_a_smart_tv_is_a_television() -> None:
    shop = parser(Shop(
        Product(f"t{n}", f"TV {n}", type="TV", attributes={"smart_tv": Attribute(n < 2)}) for n in range(4)
    ))  # fmt: skip
    intent = shop.understand(Turn("c", "smart tv, at least 55 inches"), DialogueState())
    assert intent.want is not None
    assert intent.want.types == ("TV",)

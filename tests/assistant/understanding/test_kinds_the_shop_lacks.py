"""A kind that a shop lacks is none of its other kinds: they are only near it, and are called so."""

from __future__ import annotations

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Turn, Want
from catalog.product import Attribute, Product
from tests.assistant.understanding.small_shops import Shop, parser

KINDS = (
    "exercise bike", "dog bed", "vacuum cleaner", "garden chair", "laptop", "hair dryer", "doll bicycle", "dress",
    "sleeping bag", "full-length mirror", "fridge-freezer", "screwdriver set", "frying pan",
)  # fmt: skip
KINDS_ZH = ("宠物窝", "内裤", "实木床", "登机箱", "落地镜", "羊毛被", "煎锅", "汤锅")


@pytest.fixture(scope="module")
def goods() -> RulesParser:
    pan = {"coating": Attribute("PTFE"), "material": Attribute("cast iron")}
    return parser(
        Shop(
            Product(f"{kind} {n}", f"Brewa {kind} {n}", type=kind, attributes=pan if kind == "frying pan" else {})
            for kind in KINDS
            for n in range(3)
        )
    )


@pytest.fixture(scope="module")
def household() -> RulesParser:
    materials = {"实木床": "北美白橡木", "煎锅": "铸铁", "落地镜": "木质"}
    return parser(
        Shop(
            Product(
                f"{kind} {n}", f"布瓦 {kind} {n}号", type=kind, language="zh",
                attributes={"材质": Attribute(materials.get(kind, "棉")), "颜色": Attribute("黑色")},
            )
            for kind in KINDS_ZH
            for n in range(3)
        )
    )  # fmt: skip


def _want(shop: RulesParser, said: str) -> Want:
    want = shop.understand(Turn("c", said), DialogueState()).want
    assert want is not None
    return want


@pytest.mark.parametrize(
    "said",
    ["a bicycle", "自行车", "cat bed", "猫窝", "robot vacuum", "扫地机器人", "tumble dryer", "skirt", "半身裙", "belt",
     "dog food", "bed"],
)  # fmt: skip
def test_another_kind_only_comes_near(goods: RulesParser, said: str) -> None:
    want = _want(goods, said)
    assert want.near or not want.types


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("chair", "garden chair"),
        ("椅子", "garden chair"),
        ("pet bed", "dog bed"),
        ("宠物床", "dog bed"),
        ("mirror", "full-length mirror"),
        ("镜子", "full-length mirror"),
        ("fridge", "fridge-freezer"),
        ("冰箱", "fridge-freezer"),
        ("screwdrivers", "screwdriver set"),
    ],
)
def test_a_narrower_kind_is_of_the_wider_one(goods: RulesParser, said: str, kind: str) -> None:
    want = _want(goods, said)
    assert want.types == (kind,)
    assert not want.near


@pytest.mark.parametrize(
    ("said", "near"), [("裤子", True), ("机箱", True), ("猫窝", False), ("狗床", False), ("被子", False)]
)
def test_it_is_the_same_where_words_are_written_together(household: RulesParser, said: str, near: bool) -> None:
    want = _want(household, said)
    assert (want.near or not want.types) is near


def test_what_comes_near_another_kind_is_no_earlier_want(goods: RulesParser) -> None:
    state = DialogueState()
    for said in ("cat bed", "a dog bed then"):
        turn = Turn("c", said)
        state = state.after(turn, goods.understand(turn, state))
    assert state.want is not None
    assert (state.want.name, state.want.near) == ("dog bed", False)


@pytest.mark.parametrize(
    ("said", "types", "demand"),
    [
        ("橡木床", ("实木床",), "橡木"),
        ("铸铁锅", ("煎锅", "汤锅"), "铸铁"),
        ("黑框镜子", ("落地镜",), "黑"),
        ("不粘锅", ("煎锅", "汤锅"), "不粘"),
    ],
)
def test_a_kind_swallows_no_quality(household: RulesParser, said: str, types: tuple[str, ...], demand: str) -> None:
    intent = household.understand(Turn("c", said), DialogueState())
    assert intent.want is not None
    assert set(intent.want.types) == set(types)
    assert any(one.firm and demand in str(one.value) + one.said for one in intent.require)


def test_what_another_kind_is_made_for_names_one_kind_with_it() -> None:
    shop = parser(Shop(Product(kind, f"Brewa {kind}", type=kind) for kind in ("vacuum cleaner bag", "laptop bag")))
    assert _want(shop, "hoover bags").types == ("vacuum cleaner bag",)


def test_a_feature_that_is_a_kind_elsewhere_is_not_its_last_word() -> None:
    plates = (Product(f"p{n}", f"Brewa plate {n}", type="plate", attributes={"dishwasher_safe": Attribute(True)})
              for n in range(3))  # fmt: skip
    shop = parser(Shop([*plates, *(Product(f"w{n}", f"Brewa washer {n}", type="washer") for n in range(3))]))
    assert _want(shop, "a dish washer").types == ()


def test_a_non_stick_pan_is_a_pan_with_a_demand(goods: RulesParser) -> None:
    intent = goods.understand(Turn("c", "non-stick pan"), DialogueState())
    assert intent.want is not None
    assert intent.want.types == ("frying pan",)
    assert [one.firm for one in intent.require] == [True]

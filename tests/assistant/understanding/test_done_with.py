"""What the goods are for is told after them: that is a wish, and never the thing that is wanted."""

from __future__ import annotations

import pytest

from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Act
from catalog.product import Product
from tests.assistant.understanding.small_shops import Shop, parser
from tests.assistant.understanding.test_firm_demands import understood


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    kinds = ("mp3 player", "tablet", "backpack", "camera", "kettle", "coffee", "speaker", "frying pan", "egg cooker")
    return parser(Shop([Product(f"{n}{kind}", f"Acme {kind} {n}", "Acme", kind) for kind in kinds for n in (1, 2)]))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("买个平板看视频", "tablet"),
        ("想给爸妈买个平板看视频，别超过300", "tablet"),
        ("买个背包装相机", "backpack"),
        ("买个水壶煮咖啡", "kettle"),
        ("买个平底锅煎鸡蛋", "frying pan"),
        ("买个音箱在院子里放音乐", "speaker"),
        ("a backpack to carry my camera", "backpack"),
        ("a kettle to make coffee", "kettle"),
        ("a speaker to play music in the garden", "speaker"),
    ],
)
def test_what_is_done_with_the_goods_is_a_wish_and_not_what_is_wanted(shop: RulesParser, text: str, kind: str) -> None:
    intent = understood(shop, text)
    assert intent.act is Act.FIND
    assert intent.want is not None
    assert intent.want.types == (kind,)
    assert all(not one.firm for one in intent.require if one.field != "price")
    assert "use" in {one.field for one in intent.require}


@pytest.mark.parametrize(
    "text",
    ["想看看平板", "a tablet, black, to be delivered", "背包看着结实的", "MP3播放器 要带录音功能", "适合装相机的煎锅"],
)
def test_what_only_sounds_like_a_doing_is_none(shop: RulesParser, text: str) -> None:
    assert "use" not in {one.field for one in understood(shop, text).require}


@pytest.mark.parametrize("text", ["a backpack to carry my camera under 80", "背包装相机，80以内"])
def test_a_demand_behind_a_doing_is_heard(shop: RulesParser, text: str) -> None:
    assert ("price", 80.0) in {(one.field, one.value) for one in understood(shop, text).require}

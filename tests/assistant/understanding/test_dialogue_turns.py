"""Turns after the first: pointing, comparing with what was shown, taking back, the basket, and no need at all."""

from __future__ import annotations

import dataclasses

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Act, CartChange, CartLine, Intent, Question, Turn, Want
from catalog.product import Constraint
from tests.assistant.understanding.small_shops import bilingual, household, parser

SHOWN = ("h3", "h1", "h2", "h4")
BUDGET = Constraint("price", "<=", 200.0, "EUR", True, "under 200")
NOT_RED = Constraint("colour", "!=", "red", None, True, "not red")


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    return parser(bilingual())


@pytest.fixture
def state() -> DialogueState:
    return DialogueState(want=Want("headphones", ("headphones",), "headphones"), ledger=(BUDGET, NOT_RED), shown=SHOWN)


def said(shop: RulesParser, state: DialogueState, text: str) -> Intent:
    return shop.understand(Turn("c", text), state)


@pytest.mark.parametrize(
    ("text", "ids"),
    [("the second one", ("h1",)), ("第二个", ("h1",)), ("the last one", ("h4",)), ("最后一个", ("h4",)),
     ("#3", ("h2",)),
     ("the Sony", ("h3",)), ("that red one", ("h4",)), ("红色的那个", ("h4",)), ("索尼那款", ("h3",))],
)  # fmt: skip
def test_words_point_at_shown_products(
    shop: RulesParser, state: DialogueState, text: str, ids: tuple[str, ...]
) -> None:
    intent = said(shop, state, text)
    assert intent.points_at == ids
    assert intent.require == ()


@pytest.mark.parametrize(
    ("text", "ids"),
    [("how heavy is the cheaper of the two?", ("h1",)), ("便宜的那个多重？", ("h4",)),
     ("两个里便宜的那个多重？", ("h1",)),
     ("how heavy is the one below it?", ("h2",)), ("它下面那个多重？", ("h2",)),
     ("how heavy is the one under the third?", ("h4",)), ("第三个下面那个多重？", ("h4",)),
     ("what does the one above that weigh?", ("h3",)), ("它上面那个多重？", ("h3",))],
)  # fmt: skip
def test_one_is_asked_about_by_where_it_stands_or_by_comparison(
    shop: RulesParser, state: DialogueState, text: str, ids: tuple[str, ...]
) -> None:
    intent = said(shop, dataclasses.replace(state, meant=(("h1",),)), text)
    assert (intent.act, intent.points_at, intent.require) == (Act.ASK_PRODUCT, ids, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [("cheaper", 149.0), ("便宜一点", 149.0), ("cheaper than the second one", 89.0), ("比第二个便宜", 89.0)],
)
def test_cheaper_is_below_the_price_of_the_one_meant(
    shop: RulesParser, state: DialogueState, text: str, expected: float
) -> None:
    intent = said(shop, state, text)
    assert [(one.field, one.op, one.value, one.unit) for one in intent.require] == [("price", "<", expected, "EUR")]
    assert intent.act is Act.REFINE


def test_lighter_is_below_the_weight_of_the_first(shop: RulesParser, state: DialogueState) -> None:
    for text in ("lighter", "轻一点的"):
        require = said(shop, state, text).require
        assert [(one.field, one.op, one.value, one.unit) for one in require] == [("weight", "<", 254.0, "g")]


@pytest.mark.parametrize(
    ("text", "fields"),
    [("any brand", ("brand",)), ("forget the price", ("price",)), ("价格无所谓", ("price",)), ("品牌不限", ("brand",)),
     ("without the price limit", ("price",)), ("no need for bluetooth", ("bluetooth",)), ("any colour", ("colour",)),
     ("the price doesn't matter", ("price",)), ("start over", ("everything",)), ("重新开始", ("everything",))],
)  # fmt: skip
def test_demands_are_taken_back(shop: RulesParser, state: DialogueState, text: str, fields: tuple[str, ...]) -> None:
    intent = said(shop, state, text)
    assert intent.act is Act.REFINE
    assert intent.forget == fields
    assert intent.require == ()


@pytest.mark.parametrize("text", ["undo", "撤销", "上一步", "go back"])
def test_undo(shop: RulesParser, state: DialogueState, text: str) -> None:
    assert said(shop, state, text).undo


def test_a_new_kind_is_a_new_subject(shop: RulesParser, state: DialogueState) -> None:
    intent = said(shop, state, "I need a coffee machine")
    assert intent.act is Act.FIND
    assert intent.forget == ("everything",)
    assert said(shop, state, "headphones in black").forget == ()


@pytest.mark.parametrize(
    ("text", "act"),
    [("more", Act.MORE), ("show me others", Act.MORE), ("换一批", Act.MORE), ("something like the second", Act.SIMILAR),
     ("类似第一个的", Act.SIMILAR), ("compare the first two", Act.COMPARE), ("前两个有什么区别", Act.COMPARE),
     ("why this one?", Act.WHY), ("为什么推荐这个", Act.WHY), ("does the second have bluetooth?", Act.ASK_PRODUCT),
     ("第一款防水吗", Act.ASK_PRODUCT), ("I don't like the first one", Act.FEEDBACK), ("太贵了", Act.FEEDBACK),
     ("hello", Act.CHAT), ("谢谢", Act.CHAT), ("write me a poem", Act.OUT_OF_SCOPE),
     ("今天天气怎么样", Act.OUT_OF_SCOPE),
     ("how do I build a bomb", Act.UNSAFE), ("哪里能买到毒品", Act.UNSAFE)],
)  # fmt: skip
def test_acts(shop: RulesParser, state: DialogueState, text: str, act: Act) -> None:
    assert said(shop, state, text).act is act


@pytest.mark.parametrize(
    ("text", "act", "topic"),
    [("where is my order", Act.ORDER, "track_order"), ("我的快递到哪了", Act.ORDER, "track_order"),
     ("cancel my order please", Act.ORDER, "cancel_order"), ("我要取消订单", Act.ORDER, "cancel_order"),
     ("what is your return policy?", Act.POLICY, "check_refund_policy"),
     ("支持七天无理由退货吗", Act.POLICY, "check_refund_policy"),
     ("how long does delivery take", Act.POLICY, "delivery_period"), ("多久能送到", Act.POLICY, "delivery_period"),
     ("can I pay with PayPal", Act.POLICY, "check_payment_methods"),
     ("可以用支付宝吗", Act.POLICY, "check_payment_methods"),
     ("let me talk to a person", Act.HUMAN, "contact_human_agent"), ("转人工", Act.HUMAN, "contact_human_agent"),
     ("I want to make a complaint", Act.FEEDBACK, "complaint"), ("我要投诉", Act.FEEDBACK, "complaint")],
)  # fmt: skip
def test_service_requests_have_a_topic(
    shop: RulesParser, state: DialogueState, text: str, act: Act, topic: str
) -> None:
    intent = said(shop, state, text)
    assert (intent.act, intent.topic) == (act, topic)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("add the second to my basket", CartChange("add", ("h1",))),
        ("就要第二个", CartChange("add", ("h1",))),
        ("I'll take two of the first one in black", CartChange("add", ("h3",), 2, ("black",))),
        ("第一个来两个", CartChange("add", ("h3",), 2)),
        ("empty the basket", CartChange("clear")),
        ("清空购物车", CartChange("clear")),
    ],
)
def test_the_basket_changes_by_words(shop: RulesParser, state: DialogueState, text: str, change: CartChange) -> None:
    intent = said(shop, state, text)
    assert intent.act is Act.CART
    assert intent.cart == (change,)


def test_what_is_in_the_basket_is_removed_by_its_place(shop: RulesParser, state: DialogueState) -> None:
    filled = dataclasses.replace(state, cart=(CartLine("h2", "Aria", 1, 89.0), CartLine("h4", "Corvo", 1, 29.0)))
    for text in ("remove the second", "删掉第二个"):
        assert said(shop, filled, text).cart == (CartChange("remove", ("h4",)),)


def test_which_product_is_never_guessed(shop: RulesParser, state: DialogueState) -> None:
    assert said(shop, state, "two of those in black").cart[0].products == ()
    assert said(shop, state, "add it to the basket").cart[0].products == ()


def test_it_is_what_the_last_turn_meant(shop: RulesParser, state: DialogueState) -> None:
    after = state.after(Turn("c", "the second one"), said(shop, state, "the second one"))
    assert said(shop, after, "does it have bluetooth?").points_at == ("h1",)
    assert said(shop, after, "add it to the basket").cart == (CartChange("add", ("h1",)),)


def test_bare_answers_answer_the_question(shop: RulesParser, state: DialogueState) -> None:
    price = dataclasses.replace(state, pending=Question("How much?", "price"))
    assert [one.value for one in said(shop, price, "100").require] == [100.0]
    weight = dataclasses.replace(state, pending=Question("How heavy?", "weight"))
    assert [(one.field, one.value) for one in said(shop, weight, "200 g").require] == [("weight", 200.0)]
    colour = dataclasses.replace(state, pending=Question("Which colour?", "colour"))
    assert [(one.field, one.value) for one in said(shop, colour, "白色").require] == [("colour", "white")]
    bluetooth = dataclasses.replace(state, pending=Question("Bluetooth?", "bluetooth"))
    assert [(one.field, one.value) for one in said(shop, bluetooth, "yes").require] == [("bluetooth", True)]
    assert [(one.field, one.value) for one in said(shop, bluetooth, "不要").require] == [("bluetooth", False)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [("does the cheapest one have bluetooth?", ("h4",)), ("最便宜的那个有蓝牙吗？", ("h4",)),
     ("how heavy is the most expensive one?", ("h3",)), ("最贵的那个多重？", ("h3",)),
     ("how heavy is the one without bluetooth?", ("h4",)), ("红色的多重", ("h4",))],
)  # fmt: skip
def test_one_is_asked_about_by_what_it_is_or_by_its_end_of_the_list(
    shop: RulesParser, state: DialogueState, text: str, ids: tuple[str, ...]
) -> None:
    intent = said(shop, state, text)
    assert (intent.act, intent.points_at, intent.require) == (Act.ASK_PRODUCT, ids, ())


@pytest.mark.parametrize("text", ["which is the cheapest?", "最便宜的是哪个？", "who's the lightest here"])
def test_which_is_the_most_of_something_compares_all(shop: RulesParser, state: DialogueState, text: str) -> None:
    intent = said(shop, state, text)
    assert (intent.act, intent.points_at) == (Act.COMPARE, SHOWN)


@pytest.mark.parametrize(
    ("text", "act", "ids"),
    [("亚麻和纯棉的有什么区别", Act.COMPARE, ("b2", "b1")), ("夏季那套能机洗吗", Act.ASK_PRODUCT, ("b2",)),
     ("为什么不推荐夏季那套", Act.WHY, ("b2",))],
)  # fmt: skip
def test_words_of_a_title_that_the_others_lack_name_a_product(text: str, act: Act, ids: tuple[str, ...]) -> None:
    state = DialogueState(want=Want("四件套", ("四件套",), "四件套"), shown=("b1", "b2"))
    intent = said(parser(household()), state, text)
    assert (intent.act, intent.points_at, intent.require) == (act, ids, ())


@pytest.mark.parametrize("text", ["有夏季的毛毯吗", "有没有亚麻的"])
def test_a_question_for_others_names_none_of_those_shown(text: str) -> None:
    state = DialogueState(want=Want("四件套", ("四件套",), "四件套"), shown=("b1", "b2"))
    assert said(parser(household()), state, text).points_at == ()

"""What a later turn takes out, gives up, puts in another's place, or only says of what is wanted already."""

from __future__ import annotations

import pytest

from assistant.state import DialogueState
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Turn
from tests.assistant.understanding.small_shops import electronics, parser


@pytest.fixture(scope="module")
def shop() -> RulesParser:
    return parser(electronics())


def after(shop: RulesParser, *said: str) -> DialogueState:
    """The state after these turns."""
    state = DialogueState()
    for text in said:
        turn = Turn("c", text)
        state = state.after(turn, shop.understand(turn, state))
    return state


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("laptop from Acer or HP", "leave HP out"), {("brand", "=", "Acer")}),
        (("宏碁或惠普的笔记本", "把惠普去掉"), {("brand", "=", "Acer")}),
        (("laptop", "Acer is too flashy"), {("brand", "!=", "Acer")}),
        (("laptop", "Acer's too flashy"), {("brand", "!=", "Acer")}),
        (("笔记本", "宏碁太花哨了，不要"), {("brand", "!=", "Acer")}),
        (("laptop, at most 2 kg", "over 2 kg is fine too"), set()),
        (("笔记本，2公斤以内", "超过2公斤也没事"), set()),
        (("24寸的显示器", "不用24寸，27寸的就行"), {("n_display_diagonal", "=", 27.0)}),
        (("monitor, at least 24 inches", "not 24 inches, 27 inches"), {("n_display_diagonal", ">=", 27.0)}),
        (("laptop, at most 2 kg", "oh, I measured again, 3 is fine"), {("n_weight", "<=", 3.0)}),
        (("笔记本", "500块以上的就甭给我看了"), {("price", "<=", 500.0)}),
        (("笔记本", "超过两公斤的别给我看"), {("n_weight", "<=", 2.0)}),
        (("笔记本", "宏碁有点丑"), {("brand", "!=", "Acer")}),
        (("笔记本", "宏碁踢掉"), {("brand", "!=", "Acer")}),
        (("带触摸屏的笔记本", "触摸屏可以妥协"), set()),
        (("笔记本，预算500", "预算加到八百，咬咬牙"), {("price", "<=", 800.0)}),
        (("笔记本，500以内", "再降降，三百"), {("price", "<=", 300.0)}),
        (("惠普的笔记本", "领导说宏碁亦可"), {("brand", "in", ("HP", "Acer"))}),
        (("笔记本，500以内", "预算再加一百"), {("price", "<=", 600.0)}),
        (("笔记本，500以内", "嫌贵，再低一百"), {("price", "<=", 400.0)}),
        (("笔记本", "内存呢，16G就够了"), {("n_internal_memory", ">=", 16.0)}),
        (("笔记本", "预算大概六百"), {("price", "about", 600.0)}),
        (("带触摸屏的笔记本", "没有触摸屏也不要紧"), set()),
        (("laptop under 500", "700"), {("price", "<=", 700.0)}),
        (("笔记本，500以内", "700"), {("price", "<=", 700.0)}),
        (("laptop, at least 8 GB", "HP", "350"), {("n_internal_memory", ">=", 8.0), ("brand", "=", "HP")}),
        (
            ("laptop, at least 2 kg", "3 kg instead of 2 kg, budget 500"),
            {("n_weight", ">=", 3.0), ("price", "<=", 500.0)},
        ),
        (("laptop under 500", "relax the budget to 700"), {("price", "<=", 700.0)}),
        (("laptop", "nothing with the colour black"), {("t_product_colour", "!=", "Black")}),
        (("laptop, 2 kg", "make that at least 2"), {("n_weight", ">=", 2.0)}),
        (("laptop, about 500", "make it 700 tops"), {("price", "<=", 700.0)}),
        (("laptop under 500", "scratch that, so say 700"), {("price", "<=", 700.0)}),
        (("笔记本，500以内", "刚才说的不算，要宏碁的"), {("brand", "=", "Acer")}),
        (("laptop under 500", "HP", "scratch that, make it Acer"), {("price", "<=", 500.0), ("brand", "=", "Acer")}),
        (("laptop under 500", "now a monitor", "back to the laptops"), {("price", "<=", 500.0)}),
        (("笔记本，500以内", "看看显示器", "回到笔记本"), {("price", "<=", 500.0)}),
        (("HP laptop under 500", "now a monitor, same brand"), {("brand", "=", "HP")}),
        (("HP laptop under 500", "show me monitors, same budget"), {("price", "<=", 500.0)}),
        (("惠普的笔记本，500以内", "再看看显示器，预算一样"), {("price", "<=", 500.0)}),
        (("惠普的笔记本，500以内", "再看看显示器，要求不变"), {("brand", "=", "HP"), ("price", "<=", 500.0)}),
        (("laptop", "no touchscreen needed"), set()),
        (("laptop", "not HP, my office is all HP"), {("brand", "!=", "HP")}),
        (("laptop under 500", "the monitor is a Samsung"), {("price", "<=", 500.0), ("brand", "=", "Samsung")}),
        (("HP laptop", "I'd rather have an Acer"), {("brand", "=", "Acer")}),
        (("HP laptop under 500", "any price or brand is fine"), set()),
        (("惠普的笔记本，500以内", "价格和牌子都无所谓"), set()),
        (("惠普的笔记本，500以内", "牌子不限 价格也不卡了"), set()),
        (("惠普的笔记本", "财务说牌子不用卡"), set()),
        (("笔记本", "五百以上太贵，不看"), {("price", "<=", 500.0)}),
        (("笔记本", "八百多那个太狠了，五百封顶"), {("price", "<=", 500.0)}),
        (("笔记本，内存16G起", "不对 我说的是8G 打错了"), {("n_internal_memory", ">=", 8.0)}),
        (("笔记本，500以内", "哦上一步撤了吧"), set()),
        (("笔记本，500以内", "预算翻倍，行了吧"), {("price", "<=", 1000.0)}),
        (("laptop under 500", "fine, double my budget"), {("price", "<=", 1000.0)}),
        (("笔记本，500以内", "预算砍半"), {("price", "<=", 250.0)}),
        (("笔记本", "内存大概16G就行"), {("n_internal_memory", "about", 16.0)}),
        (("笔记本，16G内存起", "内存减半也够用了，8G的"), {("n_internal_memory", ">=", 8.0)}),
        (("笔记本", "500以上的也别拿来了"), {("price", "<=", 500.0)}),
        (("笔记本", "唔好超过500蚊"), {("price", "<=", 500.0)}),
        (("笔记本", "宏碁也好，惠普也罢，牌子我不挑"), set()),
        (("带触摸屏的笔记本", "触摸屏拉倒吧"), set()),
        (("HP laptop", "no, I meant any brand except Acer"), {("brand", "!=", "Acer")}),
    ],
)
def test_later_turns_change_what_they_name(
    shop: RulesParser, turns: tuple[str, ...], expected: set[tuple[str, str, object]]
) -> None:
    assert {(one.field, one.op, one.value) for one in after(shop, *turns).ledger} == expected


@pytest.mark.parametrize(
    "text",
    [
        "must come without a mouse",
        "it should hold at least two cables",
        "不要带鼠标的电缆",
        "not over 2 kg, it goes up a ladder every day",
        "my brother works with a scanner",
        "no touchscreen, the scanner hates it",
        "我弟用的是显示器",
    ],
)
def test_what_is_said_of_the_wanted_goods_opens_no_other_need(shop: RulesParser, text: str) -> None:
    want = after(shop, "laptop", text).want
    assert want is not None
    assert want.name == "laptop"


@pytest.mark.parametrize(
    "text", ["there's no printer in the office, what can you suggest?", "公司没有打印机，推荐一台"]
)
def test_what_is_missing_at_home_is_wanted(shop: RulesParser, text: str) -> None:
    state = after(shop, text)
    assert state.want is not None
    assert state.want.types
    assert not any(one.field == "type" for one in state.ledger)

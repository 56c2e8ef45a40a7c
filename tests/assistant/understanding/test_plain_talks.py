"""What ordinary shoppers type after a first list: short questions, other figures and values, prices for each."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from assistant.vocabulary import Act
from tests.assistant.understanding.talks import after


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("office chair", "leather seat", "fabric is fine too"), {"seat_material in ('leather', 'fabric')"}),
        (("towels, grey", "white is fine too"), {"colour in ('grey', 'white')"}),
        (("毛巾，灰色的", "白色的也行"), {"colour in ('grey', 'white')"}),
        (("towels, grey", "any colour is fine too"), set()),
        (("towel", "has to survive a 60 degree wash"), {"washing_temperature >= 60.0"}),
        (("towels", "not more than 20 a piece"), {"price <= 20.0"}),
        (("towels", "20 apiece at most"), {"price <= 20.0"}),
        (("towels", "not over 20 per pair"), {"price <= 20.0"}),
        (("毛巾", "每条不超过20"), {"price <= 20.0"}),
        (("office chair", "a 360 degree swivel"), {"swivel has swivel"}),
        (("办公椅", "360度旋转的"), {"swivel has swivel"}),
        (("tent, under 3 kg", "3kg isnt that strict, 4 ok"), {"weight < 4.0"}),
        (("帐篷，3公斤以内", "3公斤不重要，4公斤也行"), {"weight <= 4.0"}),
        (("tent, max 200", "200 isn't important, 250 is fine"), {"price <= 250.0"}),
        (("tent, max 200", "not 200, around 250"), {"~ price about 250.0"}),
        (("帐篷，200以内", "200无所谓，250吧"), {"price <= 250.0"}),
        (("monitor", "does the first one have speakers?", "I want speakers"), {"speakers has speaker"}),
        (("显示器", "第一个有音箱吗", "想要音箱"), {"speakers has speaker"}),
        (("magnetic building blocks", "60 pieces or more"), {"magnetic has magnetic", "pieces >= 60.0"}),
        (("磁力积木", "60片以上"), {"magnetic has magnetic", "pieces >= 60.0"}),
    ],
)
def test_a_need_is_changed_in_plain_words(
    sample_assistant: Assistant, turns: tuple[str, ...], expected: set[str]
) -> None:
    state, reply = after(sample_assistant, *turns)
    assert {f"{'' if one.firm else '~ '}{one.field} {one.op} {one.value}" for one in state.ledger} == expected
    assert reply.act is Act.REFINE


@pytest.mark.parametrize(
    "turns",
    [
        ("water bottle, leakproof", "which one keeps drinks cold longest?"),
        ("保温杯，不漏水的", "哪个装茶最好"),
    ],
)
def test_which_of_those_on_screen_is_asked_opens_no_other_need(
    sample_assistant: Assistant, turns: tuple[str, ...]
) -> None:
    before, _ = after(sample_assistant, turns[0])
    state, reply = after(sample_assistant, *turns)
    assert reply.act is Act.COMPARE
    assert (state.want, state.ledger) == (before.want, before.ledger)


def test_what_somebody_wants_as_well_is_another_need(sample_assistant: Assistant) -> None:
    state, _ = after(sample_assistant, "towels, grey", "also my mom wants a kettle")
    assert state.want is not None
    assert state.want.types == ("kettle",)


@pytest.mark.parametrize(
    "turns", [("office chair, 200 to 400", "I'll take the second one"), ("办公椅，200到400", "第二把来两把")]
)
def test_a_place_where_nothing_stands_puts_nothing_into_the_basket(
    sample_assistant: Assistant, turns: tuple[str, ...]
) -> None:
    state, reply = after(sample_assistant, *turns)
    assert len(state.shown) == 1
    assert (reply.act, state.cart) == (Act.CART, ())


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("office chair, 200 to 400", "why is it shown?"), "200 to 400"),
        (("办公椅，200到400", "为什么推荐它"), "200到400"),
    ],
)
def test_a_range_that_is_met_is_told_once(sample_assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert after(sample_assistant, *turns)[1].text.count(said) == 1

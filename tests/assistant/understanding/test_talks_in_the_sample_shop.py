"""What whole talks change turn by turn in the sample shop: told in asides, in passing, in roundabout words."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from assistant.state import DialogueState
from assistant.vocabulary import Act, Turn
from tests.assistant.understanding.talks import after

MOTIONS = "brushing_motion in ('sonic', 'rotating')"


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("duvet", "feathers make me sneeze, so no goose down please"), {"fill_material != goose down"}),
        (("coffee machine", "milk foam is also important"), set()),
        (("monitor, 24 inches", "could go a bit bigger, up to 27"), {"screen_size <= 27.0"}),
        (("duvet", "I've just remembered it's a single bed"), {"size = single"}),
        (("coffee machine", "it has to grind the beans"), {"grinder has grinder"}),
        (("desk lamp", "a usb port would save me a charger"), {"~ usb_port has usb port"}),
        (("desk lamp, white", "the colour is negotiable"), set()),
        (("building blocks", "wood, plastic smells too strong"), {"material = wood"}),
        (("standing desk", "two motors ideally"), {"~ motors = 2.0"}),
        (("dress", "drop the red ones"), {"colour != red"}),
        (("连衣裙", "去掉红色的"), {"colour != red"}),
        (("swimming goggles", "my wife says pink looks silly on me so not that"), {"colour != pink"}),
        (("standing desk", "the budget has been fixed at 700"), {"price <= 700.0"}),
        (("cat food, 35 % protein or more", "30 % would do"), {"protein >= 30.0"}),
        (("cat food, dry food", "what about wet food?"), {"food_type = wet food"}),
        (("standing desk, under 500", "office chair", "back to the desks please"), {"price <= 500.0"}),
        (("board game, six players at least", "five would do"), {"players_max >= 5.0"}),
        (("board game", "8 and up"), {"age_from >= 8.0"}),
        (("garden chair", "plastic ones go brittle in the sun. aluminium then"), {"material = aluminium"}),
        (("garden chair, foldable", "they needn't fold"), set()),
        (("shampoo", "my hair is oily"), {"~ hair_type = oily hair"}),
        (("洗发水", "我是油性头发"), {"~ hair_type = oily hair"}),
        (("hair dryer", "has to work on both 110 and 230 volts"), {"dual_voltage has dual voltage"}),
        (("电吹风", "110V和220V都能用的"), {"dual_voltage has dual voltage"}),
        (("hair dryer", "a diffuser isn't a must but I'd like one"), {"~ diffuser has diffuser"}),
        (("face cream", "so he has sensitive skin"), {"~ skin_type = sensitive skin"}),
        (("面霜", "我是敏感肌"), {"~ skin_type = sensitive skin"}),
        (("hair dryer", "Haldura, my old one lasted 12 years"), {"brand = Haldura"}),
        (("hair dryer", "quieter than the first one would be great"), {"~ noise_level < 79.0"}),
        (("desk lamp", "50 is plenty"), {"price <= 50.0"}),
        (("desk lamp", "50 is where I draw the line"), {"price <= 50.0"}),
        (("desk lamp", "my purse isn't large, 50 at most"), {"price <= 50.0"}),
        (("desk lamp, white", "black as well then"), {"colour in ('white', 'black')"}),
        (("backpack, at least 40 l", "40 l might be overkill, 25 would do me"), {"volume >= 25.0"}),
        (("backpack, not orange", "orange is quite alright actually"), set()),
        (("stapler", "must do 30 sheets"), {"stapling_capacity >= 30.0"}),
        (("stapler", "15 euros, not more"), {"price <= 15.0"}),
        (("stapler", "I would not like to go over 15 euros"), {"price <= 15.0"}),
        (("cat litter", "as little dust as possible"), {"low_dust has low dust"}),
        (("cat litter", "it would be great if it were flushable"), {"~ flushable has flushable"}),
        (("cat litter", "no small bags, 8 kilos or more"), {"net_content >= 8.0"}),
        (("cat litter, unscented", "the scent is not all that important"), set()),
        (("jeans", "No stretch in them, he can't bear it"), {"stretch = False"}),
        (("rice cooker", "a small one, my kitchen is not big"), {"~ capacity < None"}),
        (("garden hose", "twenty metres ought to do"), {"length >= 20.0"}),
        (("garden hose, under 50", "green, if it's all the same price"), {"price <= 50.0", "~ colour = green"}),
        (("ladder, at least 4 m working height", "3 m is high enough"), {"working_height >= 3.0"}),
        (("smartwatch, battery 5 days", "three days is enough, I suppose"), {"battery_life >= 3.0"}),
        (("lip balm", "untinted"), {"tinted = False"}),
        (("paper shredder, 60 dB at most", "we could tolerate 65 dB"), {"noise_level <= 65.0"}),
        (("paper shredder, 60 dB at most", "the noise limit may be waived"), set()),
        (("electric toothbrush, sonic, not rotating", "rotating ones would be ok too"), {MOTIONS}),
        (("tablet", "she doesn't draw so the pen is irrelevant"), set()),
        (("tablet, under 500 g", "weight is not that crucial I guess"), set()),
        (("electric toothbrush, at least 3 brush heads", "ok forget about the heads"), set()),
        (("office chair", "beige clashes with my curtains"), {"colour != beige"}),
        (("office chair", "grey would match our carpet"), {"~ colour = grey"}),
        (("office chair", "we have EUR 450 per chair"), {"price <= 450.0"}),
        (("office chair, with headrest", "the headrest we can do without"), set()),
        (("tablet", "10 inches is the biggest I can carry"), {"screen_size <= 10.0"}),
        (("headphones", "over-ear or on-ear, both ok"), {"wearing_style in ('over-ear', 'on-ear')"}),
    ],
)
def test_what_is_said_in_passing_changes_only_what_it_says(
    sample_assistant: Assistant, turns: tuple[str, ...], expected: set[str]
) -> None:
    state, _ = after(sample_assistant, *turns)
    assert state.want is not None
    assert state.want.name == turns[0].split(",")[0]
    assert {f"{'' if one.firm else '~ '}{one.field} {one.op} {one.value}" for one in state.ledger} == expected


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("headphones for a language lab", "language lab"),
        ("shredder for our accounts department", "accounts department"),
    ],
)
def test_what_nobody_listed_may_be_a_use(sample_assistant: Assistant, text: str, use: str) -> None:
    state, _ = after(sample_assistant, text)
    assert [(one.field, one.value, one.firm) for one in state.ledger] == [("use", use, False)]


@pytest.mark.parametrize(
    "text", ["headphones for me", "headphones for under 50", "headphones for now", "a case for it"]
)
def test_small_words_are_no_use(sample_assistant: Assistant, text: str) -> None:
    state, _ = after(sample_assistant, text)
    assert not any(one.field == "use" for one in state.ledger)


def test_goods_for_the_same_person_are_for_them_as_well(sample_assistant: Assistant) -> None:
    state, _ = after(sample_assistant, "jeans for my husband", "now T-shirts for him")
    assert [(one.field, one.value) for one in state.ledger] == [("recipient", "husband")]


def test_a_compound_for_a_place_stays_of_its_own_kind(sample_assistant: Assistant) -> None:
    state, _ = after(sample_assistant, "coffee machine for the office")
    assert state.want is not None
    assert state.want.types == ("coffee machine",)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("积木", "木头的，塑料味道大"), {"material = wood"}),
        (("积木，木头的", "木头的没有了？那塑料的也行"), {"material in ('wood', 'plastic')"}),
        (("积木", "叠放那条撤了"), set()),
        (("平底锅，能用洗碗机的", "那洗碗机这一条就不强求了"), set()),
        (("平底锅", "若有德国产的，优先给我看看"), {"~ country_of_origin = Germany"}),
        (("花园椅，一百五，多一分不掏", "塑料的太不经造，拉倒吧"), {"price <= 150.0", "material != plastic"}),
        (("咖啡机 带奶泡", "哎 就这么点选择啊 奶泡的条件去了吧"), set()),
        (("咖啡机", "红色的我蛮喜欢"), {"~ colour = red"}),
    ],
)
def test_a_need_is_changed_in_the_words_of_chat(
    sample_assistant: Assistant, turns: tuple[str, ...], expected: set[str]
) -> None:
    state, _ = after(sample_assistant, *turns)
    assert {f"{'' if one.firm else '~ '}{one.field} {one.op} {one.value}" for one in state.ledger} == expected


def test_brands_on_screen_joined_by_or_are_a_demand_and_no_comparison(sample_assistant: Assistant) -> None:
    state, first = sample_assistant.respond(DialogueState(), Turn("c", "headphones"))
    brands = list(dict.fromkeys(str(one.product.brand) for one in first.items))[:2]
    state, reply = sample_assistant.respond(state, Turn("c", f"from {brands[0]} or {brands[1]}"))
    assert [(one.field, set(one.value)) for one in state.ledger if isinstance(one.value, tuple)] == [
        ("brand", set(brands))
    ]
    assert reply.act is Act.REFINE

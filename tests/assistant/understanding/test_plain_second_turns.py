"""What shoppers type next in a few plain words: a version, a size or two, what is only allowed, what is not needed."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from tests.assistant.understanding.talks import after


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("phone", "less then 300"), {"price <= 300.0 EUR firm"}),
        (("phone", "lighter then 180g"), {"weight < 180.0 g firm"}),
        (("phone", "i dont need 5g"), set()),
        (("phone", "don't need nfc"), set()),
        (("phone with 5g", "dont need 5g"), set()),
        (("headphones", "grey or blue for 120"), {"price about 120.0 EUR", "colour in ('grey', 'blue') firm"}),
        (("headphones", "best one for 60"), {"price about 60.0 EUR"}),
        (("tent for 2",), {"sleeps = 2.0 people firm"}),
        (("phone", "black ok"), {"colour = black"}),
        (("phone", "refurbished ok"), {"refurbished has refurbished"}),
        (("black phone", "white ok too"), {"colour in ('black', 'white') firm"}),
        (("running shoes", "42 or 43"), {"size in ('42', '43') firm"}),
        (("跑鞋", "42或43"), {"size in ('42', '43') firm"}),
        (("T-shirt", "M or L"), {"size in ('M', 'L') firm"}),
        (("T恤", "M或L"), {"size in ('M', 'L') firm"}),
        (("phone", "128 or 256"), {"storage in (128.0, 256.0) GB firm"}),
        (("手机", "128或256"), {"storage in (128.0, 256.0) GB firm"}),
        (("laptop under 800", "900 is enough"), {"price <= 900.0 EUR firm"}),
        (
            ("monitor at least 27 inch", "under 300", "24 is enough"),
            {"screen_size >= 24.0 inch firm", "price <= 300.0 EUR firm"},
        ),
        (("笔记本电脑 800以内", "900就够了"), {"price <= 900.0 EUR firm"}),
        (("headphones", "maybe fifty or so"), {"price about 50.0 EUR"}),
        (("phone", "don't need a big screen"), {"screen_size < None"}),
        (("laptop", "windows 7 or newer"), {"windows has windows firm"}),
        (("bike light", "at least IPX4"), {"water_resistance in ('IPX4', 'IPX5') firm"}),
        (("laptop", "windows 11"), {"windows 11 has windows 11 firm"}),
        (("laptop", "2 in 1"), {"2-in-1 has 2-in-1 firm"}),
        (("笔记本电脑", "二合一"), {"2-in-1 has 2-in-1 firm"}),
    ],
)
def test_it_is_heard_as_meant(sample_assistant: Assistant, turns: tuple[str, ...], expected: set[str]) -> None:
    state, _ = after(sample_assistant, *turns)
    told = {
        " ".join(
            part for part in (one.field, one.op, str(one.value), one.unit or "", "firm" if one.firm else "") if part
        )
        for one in state.ledger
    }
    assert told == expected


@pytest.mark.parametrize("said", ["good camera", "best camera", "nice screen"])
def test_a_part_that_is_called_good_opens_no_other_need(sample_assistant: Assistant, said: str) -> None:
    state, _ = after(sample_assistant, "phone", said)
    assert state.want is not None
    assert "smartphone" in state.want.types


def test_a_black_one_is_a_demand_and_none_of_those_on_screen(sample_assistant: Assistant) -> None:
    state, reply = after(sample_assistant, "phone", "a black one")
    assert str(reply.act) == "refine"
    assert [(one.field, one.value) for one in state.ledger] == [("colour", "black")]


def test_whether_people_like_it_is_asked_of_the_product(sample_assistant: Assistant) -> None:
    _, reply = after(sample_assistant, "phone", "do ppl like the first one")
    assert str(reply.act) == "ask_product"

"""What is on screen is meant by its own name, its place alone or what tells it apart; the basket by what is inside."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from assistant.state import DialogueState
from assistant.vocabulary import Reply, Turn

ONDA, KOALA, CALMA = "hp-pibbet-onda-white", "hp-pibbet-koala-kids", "hp-tovellin-calma-grey"


def last(assistant: Assistant, *said: str) -> tuple[DialogueState, Reply]:
    """The state after these turns, and the last reply."""
    state, reply = DialogueState(), None
    for text in said:
        state, reply = assistant.respond(state, Turn("c", text))
    assert reply is not None
    return state, reply


@pytest.mark.parametrize(
    ("kind", "text", "meant"),
    [
        ("headphones", "does the Koala one have a microphone?", {KOALA}),
        ("headphones", "are the Pibbet Onda foldable or not", {ONDA}),
        ("headphones", "compare 1 and 4", {ONDA, CALMA}),
        ("headphones", "which is heavier, 1 or 4", {ONDA, CALMA}),
        ("headphones", "Onda vs Koala for a kid", {ONDA, KOALA}),
        ("headphones", "whats the difference between the white ones and the green ones", {ONDA, KOALA}),
        ("耳机", "Onda能折叠不", {ONDA}),
        ("耳机", "1和4比一比", {ONDA, CALMA}),
        ("耳机", "白色的跟绿色的差在哪", {ONDA, KOALA}),
    ],
)
def test_a_name_a_bare_place_or_what_differs_means_what_is_on_screen(
    sample_assistant: Assistant, kind: str, text: str, meant: set[str]
) -> None:
    state, _ = last(sample_assistant, kind)
    intent = sample_assistant.parser.understand(Turn("c", text), state)
    assert set(intent.points_at) == meant
    assert not intent.require


def test_a_name_beside_a_figure_asks_for_goods(sample_assistant: Assistant) -> None:
    state, _ = last(sample_assistant, "headphones")
    intent = sample_assistant.parser.understand(Turn("c", "do you have a Koala under 15 euros"), state)
    assert not intent.points_at


@pytest.mark.parametrize(
    ("kind", "text", "field"),
    [
        ("headphones", "how long to charge the fourth", "charging_time"),
        ("headphones", "how many hours does the first run on one charge", "battery_life"),
        ("headphones", "which is heavier, 1 or 4", "weight"),
        ("headphones", "the first or the third, which lasts longer", "battery_life"),
        ("耳机", "第四个充满要多久", "charging_time"),
        ("耳机", "第二个线多长", "cable_length"),
        ("耳机", "第一个和第四个哪个重", "weight"),
        ("耳机", "第一个和第三个哪个续航久", "battery_life"),
    ],
)
def test_a_measure_that_is_asked_for_is_the_one_that_is_named(
    sample_assistant: Assistant, kind: str, text: str, field: str
) -> None:
    state, _ = last(sample_assistant, kind)
    assert [one.field for one in sample_assistant.parser.understand(Turn("c", text), state).asks] == [field]


def test_how_much_of_a_stuff_is_no_price(sample_assistant: Assistant) -> None:
    state, _ = last(sample_assistant, "kettle")
    asks = sample_assistant.parser.understand(Turn("c", "how much water goes in the first"), state).asks
    assert "price" not in {one.field for one in asks}
    asks = sample_assistant.parser.understand(Turn("c", "how much is the first"), state).asks
    assert "price" in {one.field for one in asks}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("headphones", "why not the Halvrik Stille"),
        ("headphones", "why is the Stille not on the list"),
        ("耳机", "为什么没有Halvrik Stille"),
        ("耳机", "Stille怎么不在里面"),
    ],
)
def test_what_is_missed_is_looked_up_by_its_name(sample_assistant: Assistant, kind: str, text: str) -> None:
    _, reply = last(sample_assistant, kind, text)
    assert "Halvrik Stille 2" in reply.text


@pytest.mark.parametrize(
    ("turns", "held"),
    [
        (("headphones", "I'll have two of the Koala", "one less"), {KOALA: 1}),
        (("headphones", "I'll have two of the Koala", "actually one is enough"), {KOALA: 1}),
        (("headphones", "put the second in my cart", "double it"), {KOALA: 2}),
        (("headphones", "put the second in my cart", "swap the green for the white"), {ONDA: 1}),
        (("headphones", "put the first in my cart", "put the second in my cart", "two more of the other one"),
         {ONDA: 3, KOALA: 1}),
        (("headphones", "put the second in my cart", "empty the lot"), {}),
        (("耳机", "第二个加入购物车", "再加两副"), {KOALA: 3}),
        (("耳机", "第二个加入购物车", "绿的换成白的"), {ONDA: 1}),
        (("耳机", "第二个加入购物车", "全部去掉"), {}),
    ],
)  # fmt: skip
def test_the_basket_is_counted_from_what_is_inside(
    sample_assistant: Assistant, turns: tuple[str, ...], held: dict[str, int]
) -> None:
    state, _ = last(sample_assistant, *turns)
    assert {line.product: line.quantity for line in state.cart} == held

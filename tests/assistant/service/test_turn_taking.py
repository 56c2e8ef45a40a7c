"""Which turns are the service's: what only a record can tell, people asked for, and nothing of the wide world."""

from __future__ import annotations

import pytest

from assistant.records.database import Database
from assistant.service.desk import Desk
from assistant.service.sample_policies import put_sample_policies
from assistant.service.turn_reading import TurnReading
from assistant.state import DialogueState
from assistant.vocabulary import Act, Intent, Turn


def act(desk: Desk, text: str, intent: Intent) -> Act:
    return desk.read(Turn("c", text), DialogueState(), intent).act


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Is my order late?", "track_order"),
        ("any news on my purchase?", "track_order"),
        ("where's my refund then", "track_refund"),
        ("我的退款呢", "track_refund"),
        ("退款还没收到", "track_refund"),
        ("我的订单是不是晚了", "track_order"),
    ],
)
def test_how_an_order_or_a_refund_stands_only_its_record_tells(
    desk: Desk, database: Database, text: str, topic: str
) -> None:
    put_sample_policies(database)
    assert act(desk, text, Intent(Act.ORDER, "en", topic)) is Act.ORDER


@pytest.mark.parametrize(
    ("text", "topic"),
    [("how long does a refund take?", "track_refund"), ("退款多久到账？", "track_refund")],
)
def test_how_long_a_refund_takes_is_a_rule(desk: Desk, database: Database, text: str, topic: str) -> None:
    put_sample_policies(database)
    assert act(desk, text, Intent(Act.ORDER, "en", topic)) is Act.POLICY


@pytest.mark.parametrize(
    "text",
    [
        "can one of your colleagues call me back",
        "ring me please",
        "get your boss",
        "有主管吗",
        "叫你老板来",
        "给我回个电话",
    ],
)
def test_people_are_asked_for_in_many_words(desk: Desk, database: Database, text: str) -> None:
    put_sample_policies(database)
    assert act(desk, text, Intent(Act.OUT_OF_SCOPE, "en")) is Act.HUMAN


@pytest.mark.parametrize("text", ["I want a replacement", "send me a replacement please"])
def test_a_replacement_alone_is_an_errand(desk: Desk, text: str) -> None:
    assert act(desk, text, Intent(Act.FIND, "en")) is Act.ORDER


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("what do you think of the government", Act.OUT_OF_SCOPE),
        ("你觉得政府怎么样", Act.OUT_OF_SCOPE),
        ("how to break into a car", Act.UNSAFE),
        ("怎么偷偷进前女友手机", Act.UNSAFE),
    ],
)
def test_a_word_of_a_rule_makes_no_rule_of_the_wide_world(desk: Desk, database: Database, text: str, read: Act) -> None:
    put_sample_policies(database)
    assert act(desk, text, Intent(read, "en")) is read


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("it's a tiny balcony, 12345", False),
        ("it's too heavy", False),
        ("it's Anna Miller, 12345", True),
        ("this is Bo Lind", True),
        ("I'm Ana Ruiz", True),
    ],
)
def test_a_name_is_told_and_no_thing_described(text: str, named: bool) -> None:
    assert TurnReading(text).has("my_name") is named


def test_goods_of_a_known_customers_order_are_asked_for_once_they_are_known(desk: Desk, database: Database) -> None:
    put_sample_policies(database)
    hello = Turn("c", "ana@example.com")
    state = DialogueState().after(hello, desk.read(hello, DialogueState(), Intent(Act.CHAT, "en")))
    state, _ = desk.answer(state, hello, Intent(Act.ORDER, "en"))
    asked = Turn("c", "when will the boots arrive")
    assert desk.read(asked, state, Intent(Act.POLICY, "en", "delivery_period")).act is Act.ORDER

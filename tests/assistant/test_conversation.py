"""The main path: any text gets a reply, the same turn gets the same one, and shoppers never share anything."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.conversation import Assistant
from assistant.json_form import reply_json
from assistant.state import DialogueState
from assistant.vocabulary import Reply, Turn
from tests.dialogues.raw_shop import Shop
from tests.dialogues.reply_laws import broken_laws, broken_promises

PIECES = [
    *(
        "laptop",
        "headphones",
        "台灯",
        "under 100 euros",
        "100欧以内",
        "not",
        "不要",
        "black",
        "红色",
        "cheaper",
        "便宜点",
    ),
    *("Halvrik", "Nuvelko", "at least", "至少", "512 GB", "3斤", "waterproof", "防水", "or", "或者", "more", "换一批"),
    *(
        "forget",
        "the price",
        "价格不限",
        "undo",
        "撤销",
        "start over",
        "重新开始",
        "the second one",
        "第二个",
        "why",
        "为什么",
    ),
    *(
        "basket",
        "加入购物车",
        "two",
        "两个",
        "<b>",
        "“",
        "”",
        "%s",
        "{0}",
        "[[",
        "]]",
        "\x00",
        "😀",
        "1e999",
        "-5",
        "٣",
        "½",
    ),
    *(
        "between 50 and 20",
        "0",
        "000001",
        "100%",
        "€",
        "'; DROP TABLE product; --",
        "*",
        '"',
        "NEAR(",
        "a AND b",
        "^",
        ",",
    ),
]
"""Words of shoppers, of buttons and of broken programs."""


def without_timings(reply: Reply) -> Reply:
    return replace(reply, timings={})


@settings(max_examples=120, deadline=None)
@given(texts=st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join), min_size=1, max_size=4))
@example(texts=["laptop", "under 700 under 900 under 5", "forget under 5", "undo", "undo"])
def test_whatever_is_said_the_laws_hold(texts: list[str], talk: tuple[Assistant, Shop]) -> None:
    assistant, shop = talk
    state = DialogueState()
    for text in texts:
        state, reply = assistant.respond(state, Turn("mixed", text))
        wrong = broken_laws(shop, state, reply)
        assert not wrong, (text, wrong)
        reply_json(reply, "mixed")


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=60))
@example(text="0S")
def test_any_text_gets_a_reply(text: str, talk: tuple[Assistant, Shop]) -> None:
    assistant, shop = talk
    state, reply = assistant.respond(DialogueState(), Turn("any", text))
    assert not broken_laws(shop, state, reply)


@pytest.fixture(scope="module")
def talk(sample_assistant: Assistant, sample_records: Shop) -> Quiet:
    """The assistant and the records behind it, as one short word in a failing test."""
    return Quiet((sample_assistant, sample_records))


class Quiet(tuple[Assistant, Shop]):
    """A pair that doesn't spell itself out."""

    def __repr__(self) -> str:
        return "(assistant, shop)"


SCRIPTS = (
    ("laptop under 1000 euros", "at least 512 GB of storage", "undo", "put the first one in my basket"),
    ("想要台灯", "100欧以内", "就要第一个", "重新开始"),
    ("portable speakers", "not from Brumsel", "something cheaper", "forget the brand"),
    ("防水的手机", "500欧以下", "防水不重要", "换一批"),
)


def replies(assistant: Assistant, script: tuple[str, ...], conversation: str) -> list[Reply]:
    state, found = DialogueState(), []
    for text in script:
        state, reply = assistant.respond(state, Turn(conversation, text))
        found.append(without_timings(reply))
    return found


def test_the_same_conversation_is_answered_the_same(sample_assistant: Assistant) -> None:
    for script in SCRIPTS:
        assert replies(sample_assistant, script, "a") == replies(sample_assistant, script, "b")


def test_shoppers_at_once_are_answered_as_each_alone(sample_assistant: Assistant) -> None:
    alone = {script: replies(sample_assistant, script, "alone") for script in SCRIPTS}
    order = [script for script in SCRIPTS for _ in range(6)]
    random.Random(1).shuffle(order)
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda script: replies(sample_assistant, script, "together"), order))
    assert all(found == alone[script] for script, found in zip(order, together, strict=True))


def test_a_state_is_not_changed_by_answering(sample_assistant: Assistant) -> None:
    state, _ = sample_assistant.respond(DialogueState(), Turn("s", "laptop under 1000 euros"))
    copy = replace(state)
    sample_assistant.respond(state, Turn("s", "not from Nuvelko"))
    sample_assistant.respond(state, Turn("s", "put the first one in my basket"))
    assert state == copy


@pytest.mark.parametrize("text", ["laptop under 300 euros", "8欧以内的手机", "waterproof laptop bag under 20 euros"])
def test_every_button_gives_what_it_promises(sample_assistant: Assistant, sample_records: Shop, text: str) -> None:
    state, reply = sample_assistant.respond(DialogueState(), Turn("b", text))
    assert reply.offers or reply.question or reply.items
    assert not broken_promises(sample_assistant, state, reply)
    for offer in reply.offers:
        after, changed = sample_assistant.respond(state, Turn("b", offer.say))
        assert not broken_laws(sample_records, after, changed)
        assert after.want == state.want


def test_the_words_name_the_first_card(sample_assistant: Assistant) -> None:
    for language, text in (("en", "desk lamps"), ("zh", "台灯")):
        _, reply = sample_assistant.respond(DialogueState(), Turn("w", text))
        first = reply.items[0].product
        title = first.title if language == first.language else first.translations[language].title
        assert title is not None
        assert title in reply.text

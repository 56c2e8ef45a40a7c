"""Praise keeps a product on the list, fault puts it aside, and the reply says which."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from assistant.state import DialogueState
from assistant.vocabulary import Act, Reply, Turn


def talked(assistant: Assistant, *said: str) -> tuple[DialogueState, list[Reply]]:
    state, replies = DialogueState(), []
    for text in said:
        state, reply = assistant.respond(state, Turn("praise", text))
        replies.append(reply)
    return state, replies


@pytest.mark.parametrize(
    ("need", "praise"),
    [
        ("headphones", "the second one looks nice"),
        ("headphones", "I like the second"),
        ("耳机", "第二个不错"),
        ("耳机", "第二款挺喜欢的"),
    ],
)
def test_what_is_praised_stays_on_the_list_and_is_meant_by_it(
    sample_assistant: Assistant, need: str, praise: str
) -> None:
    state, (first, answer, again) = talked(sample_assistant, need, praise, need)
    liked = first.items[1].product
    assert answer.act is Act.FEEDBACK
    assert state.rejected == ()
    assert liked.id in {one.product.id for one in again.items}
    assert answer.aside
    assert any(title in answer.text for title in (liked.title, *(one.title for one in liked.translations.values())))


@pytest.mark.parametrize(
    ("need", "fault"),
    [("headphones", "I don't like the second"), ("headphones", "the second is ugly"), ("耳机", "第二个不好看")],
)
def test_what_is_found_fault_with_is_put_aside_and_told_so(sample_assistant: Assistant, need: str, fault: str) -> None:
    state, (first, answer) = talked(sample_assistant, need, fault)
    bad = first.items[1].product
    assert state.rejected == (bad.id,)
    assert bad.id not in {one.product.id for one in answer.items}
    titles = (bad.title, *(one.title for one in bad.translations.values()))
    assert any(title in notice for title in titles for notice in answer.notices)


@pytest.mark.parametrize(
    ("need", "said"),
    [("headphones", "the second looks nice, how many are left?"), ("耳机", "第二个好看，还剩几件")],
)
def test_a_question_behind_the_praise_is_answered(sample_assistant: Assistant, need: str, said: str) -> None:
    _, (first, answer) = talked(sample_assistant, need, said)
    assert answer.act is Act.ASK_PRODUCT
    assert str(first.items[1].product.stock) in answer.text


def test_praise_of_the_shop_is_thanked_for(sample_assistant: Assistant) -> None:
    _, (_, answer) = talked(sample_assistant, "headphones", "lovely service, thanks to your team")
    assert answer.act is Act.FEEDBACK
    assert answer.aside
    assert not answer.items


def test_a_review_of_the_shop_lists_no_goods_anew(sample_assistant: Assistant) -> None:
    _, (_, answer) = talked(sample_assistant, "headphones", "I would like to leave a review of your shop")
    assert answer.act is Act.FEEDBACK
    assert answer.topic == "review"
    assert not answer.items

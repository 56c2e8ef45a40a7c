"""Words that are written while the goods are on screen: they come into their own bubble, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.vocabulary import Reply
from assistant.web.deeds import Deed, Message
from assistant.web.visits import Screen
from tests.assistant.web.made_up import made_up_assistant
from tests.assistant.web.test_visits import opened, visits


def worded(*texts: str):
    """An assistant whose answers are reworded so, one wording after the other."""
    made = made_up_assistant()
    made.writer = lambda reply: [replace(reply, text=text) for text in texts]
    return made


def said(server, text: str = "headphones", conversation: str = "", count: int = 0) -> Screen:
    return server.do(Deed(do="say", text=text, language="en", conversation=conversation, count=count))


def test_goods_come_at_once_and_each_wording_after_them():
    server = visits(worded("One.", "One. Two.", "One. Two. Three."))
    first = said(server)
    assert first.goods
    told = list(first.later)
    assert [one["bubble"].count(".<") for one in told] == [1, 1, 1]
    assert "Three." in told[-1]["bubble"]
    assert len({one["later"] for one in told}) == 1
    assert all(one["bubble"] in one["log"] and one["later"] in one["bubble"] for one in told)
    second = said(server, "cheaper", told[0]["conversation"], told[0]["count"])
    answers = list(second.later)
    assert all(one["answer"] == one["bubble"] for one in answers)
    assert answers[0]["later"] != told[0]["later"]


def test_the_last_wording_is_what_a_reload_shows_and_undo_takes_away():
    server = visits(worded("First words.", "Last words."))
    told = list(said(server).later)[-1]
    page = opened(server)
    page.conversation, page.count = told["conversation"], told["count"]
    page.do("open")
    assert "Last words." in page.log
    assert "First words." not in page.log
    page.do("undo")
    assert "Last words." not in page.log


def test_words_for_an_answer_that_was_taken_back_are_not_told():
    server = visits(worded("First words.", "Last words."))
    later = said(server).later
    told = next(later)
    server.do(Deed(do="undo", conversation=told["conversation"], count=told["count"], language="en"))
    assert list(later) == []


def test_without_other_words_the_shop_s_own_are_told_once():
    def breaks(_: Reply) -> Iterable[Reply]:
        raise ValueError("a surprise")
        yield

    for writer in (lambda reply: [], breaks):
        made = made_up_assistant()
        made.writer = writer
        told = list(said(visits(made)).later)
        assert len(told) == 1
        assert 'class="it"' in told[0]["log"]
        assert "later" not in told[0]


def test_two_answers_of_the_same_words_are_told_apart():
    server = visits(worded("The same."))
    told = next(said(server).later)
    again = said(server, "headphones", told["conversation"], told["count"])
    told = list(again.later)[-1]
    page = opened(server)
    page.conversation, page.count = told["conversation"], told["count"]
    page.do("open")
    assert page.log.count("data-words=") == 2
    assert page.log.count(told["later"]) == 1


def test_over_http_the_final_words_are_told_and_kept():
    server = visits(worded("First words.", "Last words."))
    conversation, reply = server.chat(Message(text="headphones"))
    assert reply.text == "Last words."
    assert "Last words." in conversation.exchanges[-1].words

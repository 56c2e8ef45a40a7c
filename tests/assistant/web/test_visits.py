"""Whatever a shopper does, screen and state stay in step, and nobody sees another's."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any

import pytest

from assistant.state import DialogueState
from assistant.vocabulary import Turn
from assistant.web.deeds import Deed, Message
from assistant.web.sessions import Sessions
from assistant.web.shell import chosen_language
from assistant.web.shop_window import Window
from assistant.web.visits import Screen, Visits
from tests.assistant.web.made_up import HOSTILE, MadeUpAssistant, made_up_assistant


def visits(assistant: MadeUpAssistant | None = None) -> Visits:
    numbers = count()
    kept = Sessions(lambda: f"id-{next(numbers)}", lambda: 0.0)
    made = assistant or made_up_assistant()
    return Visits(lambda: made, kept, lambda language: Window(("headphones under 100",)))  # type: ignore[arg-type]


class Page:
    """As much of a browser as a test needs: remembers what the server told it."""

    def __init__(self, server: Visits, language: str = "en") -> None:
        self.server, self.language, self.chosen = server, language, False
        self.conversation, self.count, self.basket = "", 0, []
        self.log = self.goods = self.ledger = ""

    def do(self, do: str, **more: Any) -> Screen:
        deed = Deed(
            do=do,
            conversation=self.conversation,
            count=self.count,
            language=self.language,
            chosen=self.chosen,
            basket=self.basket,
            **more,
        )
        screen = self.server.do(deed)
        talk = screen.talk
        self.conversation = talk.get("conversation", self.conversation)
        self.count = talk.get("count", self.count)
        self.ledger = talk.get("ledger", self.ledger)
        self.language = talk.get("words", {}).get("language", self.language)
        self.basket = talk["basket"]["lines"] if "basket" in talk else self.basket
        self.log = talk["log"] if "log" in talk else self.log + talk.get("answer", "")
        self.goods = self.goods if screen.goods is None else screen.goods
        return screen


def opened(server: Visits, language: str = "en") -> Page:
    page = Page(server, language)
    page.do("open")
    return page


def test_an_empty_page_offers_examples_and_keeps_no_conversation():
    page = opened(visits())
    assert "headphones under 100" in page.log
    assert page.conversation == ""
    assert len(page.server.sessions) == 0


def test_a_turn_shows_words_goods_and_chips():
    page = opened(visits())
    page.do("say", text="light headphones")
    assert "Two fit." in page.log
    assert "Aria Fold 0" in page.goods
    assert 'class="chip not"' in page.ledger
    assert 'class="chip wish"' in page.ledger
    assert page.conversation == "id-0"


def test_a_reload_shows_the_same_conversation():
    page = opened(visits())
    page.do("say", text="light headphones")
    again = Page(page.server)
    again.conversation = page.conversation
    again.do("open")
    assert "light headphones" in again.log
    assert again.goods == page.goods
    assert again.count == 1


def test_undo_gives_back_screen_state_and_words():
    page = opened(visits())
    page.do("say", text="first")
    before = (page.goods, page.ledger)
    page.do("say", text="second")
    screen = page.do("undo")
    assert screen.talk["input"] == "second"
    assert "second" not in page.log
    assert (page.goods, page.ledger) == before
    assert len(page.server.sessions.find(page.conversation).state.turns) == 1
    page.do("undo")
    assert "headphones under 100" in page.log


def test_retry_asks_the_same_again_from_the_state_before():
    page = opened(visits())
    page.do("say", text="first")
    page.do("say", text="second")
    page.do("retry")
    assert page.count == 2
    assert page.log.count("You said: second") == 1
    turns = page.server.sessions.find(page.conversation).state.turns
    assert [turn.text for turn in turns] == ["first", "second"]


def test_starting_over_forgets_the_talk_and_keeps_the_basket():
    page = opened(visits())
    page.do("say", text="first")
    page.do("add", product="hp-0")
    page.do("clear")
    assert page.count == 0
    assert page.conversation == ""
    assert page.basket == [{"id": "hp-0", "quantity": 1, "options": []}]


@pytest.mark.parametrize("do", ["undo", "retry", "clear", "language", "empty"])
def test_any_button_before_the_first_message_is_harmless(do):
    page = opened(visits())
    page.do(do)
    assert "failed" not in page.log


def test_two_pages_of_one_conversation_go_separate_ways():
    one = opened(visits())
    one.do("say", text="first")
    two = Page(one.server)
    two.conversation = one.conversation
    two.do("open")
    one.do("say", text="only of one")
    two.do("say", text="only of two")
    assert two.conversation != one.conversation
    assert "only of one" not in two.log
    one.do("say", text="third")
    assert "only of two" not in one.log
    texts = [turn.text for turn in one.server.sessions.find(one.conversation).state.turns]
    assert texts == ["first", "only of one", "third"]


def test_many_visitors_at_once_are_never_mixed():
    server = visits()
    pages = [opened(server) for _ in range(16)]

    def talk(number: int) -> None:
        for turn in range(5):
            pages[number].do("say", text=f"visitor-{number}-turn-{turn}.")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(talk, range(16)))
    assert len({page.conversation for page in pages}) == 16
    for number, page in enumerate(pages):
        assert page.count == 5
        assert all(f"visitor-{other}-" not in page.log for other in range(16) if other != number)


def test_a_failing_turn_says_one_sentence_and_changes_nothing(caplog):
    calls = []

    def answer(state: DialogueState, turn: Turn) -> Any:
        calls.append(turn)
        if turn.text == "break":
            raise RuntimeError("secret inside")
        return made_up_assistant().answer(state, turn)

    page = opened(visits(MadeUpAssistant(made_up_assistant().catalogue, answer)))
    page.do("say", text="first")
    screen = page.do("say", text="break")
    assert "nothing was changed" in screen.talk["answer"]
    assert "secret" not in screen.talk["answer"]
    assert "secret inside" in caplog.text
    assert page.server.sessions.find(page.conversation).count == 1


def test_a_retry_that_fails_keeps_the_earlier_answer():
    working = [True]

    def answer(state: DialogueState, turn: Turn) -> Any:
        if not working[0]:
            raise RuntimeError
        return made_up_assistant().answer(state, turn)

    page = opened(visits(MadeUpAssistant(made_up_assistant().catalogue, answer)))
    page.do("say", text="first")
    working[0] = False
    page.do("retry")
    assert page.server.sessions.find(page.conversation).count == 1


def test_messages_are_shown_as_text():
    page = opened(visits())
    page.do("say", text=HOSTILE)
    page.do("open")
    assert "<script" not in page.log
    assert "&lt;script&gt;" in page.log


@pytest.mark.parametrize("text", ["", " ", "\x00\x07\x1b[31m", "😀" * 50, "x" * 1_000_000, "‮rtl", "\ud800"])
def test_odd_messages_get_an_answer_and_a_short_bubble(text):
    page = opened(visits())
    page.do("say", text=text)
    page.do("open")
    assert "Two fit." in page.log
    assert len(page.log) < 20_000
    assert "\x1b" not in page.log


def test_the_basket_is_filled_changed_and_emptied_by_clicks():
    page = opened(visits())
    page.do("add", product="hp-0")
    page.do("add", product="hp-0")
    page.do("add", product="hp-2")
    assert [(line["id"], line["quantity"]) for line in page.basket] == [("hp-0", 2), ("hp-2", 1)]
    page.do("set", product="hp-2", quantity=99)
    assert page.basket[1]["quantity"] == 3
    page.do("set", product="hp-0", quantity=0)
    assert [line["id"] for line in page.basket] == ["hp-2"]
    page.do("empty")
    assert page.basket == []


def test_a_basket_from_the_browser_is_taken_only_as_far_as_the_shop_has_it():
    page = Page(visits())
    page.basket = [
        {"id": "hp-1", "quantity": 2, "options": ["black"]},
        {"id": "no such thing", "quantity": 1, "options": []},
        {"id": "hp-2", "quantity": 500, "options": []},
    ]
    screen = page.do("open")
    assert [(line["id"], line["quantity"]) for line in page.basket] == [("hp-1", 2), ("hp-2", 3)]
    assert "€172" in screen.talk["basket"]["html"]
    assert "as named: black" in screen.talk["basket"]["html"]


def test_the_basket_outlives_the_servers_conversations():
    page = opened(visits())
    page.do("say", text="first")
    page.do("add", product="hp-0")
    other = Page(visits())
    other.conversation, other.basket = page.conversation, page.basket
    screen = other.do("open")
    assert other.basket == page.basket
    assert "€74" in screen.talk["basket"]["badge"]


def test_undo_takes_back_a_spoken_basket_change_but_not_a_clicked_one():
    page = opened(visits())
    page.do("say", text="first")
    page.do("add", product="hp-0")
    page.do("undo")
    assert [line["id"] for line in page.basket] == ["hp-0"]


def test_the_page_follows_the_shoppers_language_until_one_is_chosen():
    page = opened(visits())
    page.do("say", text="耳机")
    assert page.language == "zh"
    page.chosen, page.language = True, "en"
    screen = page.do("say", text="耳机")
    assert "words" not in screen.talk


def test_switching_the_language_answers_the_last_search_in_it():
    page = opened(visits())
    page.do("say", text="headphones")
    page.do("language")
    assert page.language == "zh"
    assert "轻折耳机" in page.goods
    assert page.count == 1


def test_the_http_api_keeps_conversations_under_ids_of_its_own():
    server = visits()
    first, _ = server.chat(Message(text="one", conversation="chosen-by-a-stranger"))
    assert first.id != "chosen-by-a-stranger"
    second, _ = server.chat(Message(text="two", conversation=first.id))
    assert second.id == first.id
    assert [turn.text for turn in second.state.turns] == ["one", "two"]


@pytest.mark.parametrize(
    ("wished", "code"),
    [("zh-CN,zh;q=0.9,en;q=0.8", "zh"), ("en-GB", "en"), ("fr,zh;q=.5", "zh"), ("", "en"), ("fr", "en")],
)
def test_the_first_page_speaks_the_browsers_language(wished, code):
    assert chosen_language(wished, None) == code


def test_a_pressed_button_is_shown_by_its_label_and_sent_as_its_sentence():
    page = opened(visits())
    page.do("say", text="Forget “under 120”", label="Remove: up to €120")
    page.do("open")
    assert "Remove: up to €120" in page.log
    assert page.server.assistant.asked[-1].text == "Forget “under 120”"
    assert page.do("undo").talk["input"] == ""

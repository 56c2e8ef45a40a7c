"""Conversations are bounded, apart, and known only by ids that the server gave out."""

from __future__ import annotations

from itertools import count

from assistant.state import DialogueState
from assistant.vocabulary import CartLine
from assistant.web.sessions import MOST_EXCHANGES, Exchange, Sessions, packed


def sessions(most: int = 100, idle: float = 100.0, now: list[float] | None = None) -> Sessions:
    numbers, times = count(), now or [0.0]
    return Sessions(lambda: f"id-{next(numbers)}", lambda: times[0], most, idle)


def exchange(text: str, cart: tuple[CartLine, ...] = (), before: tuple[CartLine, ...] = ()) -> Exchange:
    return Exchange(
        text, "", f"<p>{text}</p>", "", "", packed(f"goods of {text}"), DialogueState(cart=cart), "en", before
    )


def test_an_id_that_was_never_given_out_finds_nothing():
    kept = sessions()
    kept.new("en")
    assert kept.find("made-up") is None
    assert kept.find("") is None
    assert kept.find(None) is None


def test_the_least_recently_used_conversation_goes_first():
    kept = sessions(most=2)
    first, second = kept.new("en"), kept.new("en")
    kept.find(first.id)
    kept.new("en")
    assert kept.find(first.id) is first
    assert kept.find(second.id) is None


def test_an_idle_conversation_is_dropped():
    now = [0.0]
    kept = sessions(idle=10.0, now=now)
    old = kept.new("en")
    now[0] = 11.0
    assert kept.find(old.id) is None
    kept.new("en")
    assert len(kept) == 1


def test_a_fork_goes_on_from_what_it_shows_and_leaves_the_other_alone():
    kept = sessions()
    one = kept.new("en")
    for text in ("a", "b", "c"):
        one.add(exchange(text))
    two = kept.forked(one, 1)
    two.add(exchange("d"))
    assert [each.text for each in two.exchanges] == ["a", "d"]
    assert [each.text for each in one.exchanges] == ["a", "b", "c"]
    assert two.id != one.id


def test_long_conversations_keep_count_and_state():
    one = sessions().new("en")
    for number in range(MOST_EXCHANGES + 5):
        one.add(exchange(str(number)))
    assert one.count == MOST_EXCHANGES + 5
    assert len(one.exchanges) == MOST_EXCHANGES


def test_taking_back_undoes_the_basket_only_where_nothing_changed_it_since():
    line, other = CartLine("a", "A", 1, 1.0), CartLine("b", "B", 1, 1.0)
    one = sessions().new("en")
    one.add(exchange("add a", cart=(line,)))
    one.cart = (line,)
    one.take_back()
    assert one.cart == ()
    one.add(exchange("add a", cart=(line,)))
    one.cart = (line, other)
    one.take_back()
    assert one.cart == (line, other)


def test_goods_are_kept_small_and_whole():
    assert exchange("x").goods == "goods of x"

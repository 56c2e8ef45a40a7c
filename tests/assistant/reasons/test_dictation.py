"""A model's pieces become whole sentences; nothing that is half is handed over."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from assistant.errors import ModelError
from assistant.reasons.dictation import Dictation, Heard

LONG = 30.0


def heard(*pieces: str) -> list[str]:
    """The sentences of these pieces."""
    dictation, found = Dictation(lambda: iter(pieces)), []
    while isinstance(sentence := dictation.next(LONG), str):
        found.append(sentence)
    assert sentence is Heard.OVER
    return found


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It is light. It is cheap!", ["It is light.", "It is cheap!"]),
        ("At 15.6 inch it fits. And now", ["At 15.6 inch it fits."]),
        ("It costs 9.50. “Good.” Yes?", ["It costs 9.50.", "“Good.”", "Yes?"]),
        ("它很轻。它15.6英寸！好吗？还有", ["它很轻。", "它15.6英寸！", "好吗？"]),
        ("顾客说“很好。”它便宜。", ["顾客说“很好。”", "它便宜。"]),
        ("One line\nAnother one.\n\n", ["One line", "Another one."]),
        ("", []),
        ("no end", []),
    ],
)
def test_sentences_are_cut_the_same_however_they_come(text: str, sentences: list[str]) -> None:
    for size in (1, 3, 1000):
        assert heard(*[text[start : start + size] for start in range(0, len(text), size)]) == sentences


def test_what_hasn_t_come_yet_is_not_waited_for_longer_than_asked() -> None:
    go = threading.Event()

    def slow() -> Iterator[str]:
        yield "First. "
        go.wait(LONG)
        yield "Second. "

    dictation = Dictation(slow)
    assert dictation.next(LONG) == "First."
    assert dictation.next(0.01) is Heard.NOTHING_YET
    go.set()
    assert dictation.next(LONG) == "Second."
    assert dictation.next(LONG) is Heard.OVER


def test_an_error_comes_after_what_was_said_before_it() -> None:
    def breaks(error: Exception) -> Iterator[str]:
        yield "First. Half a"
        raise error

    for error in (ModelError("gone"), ValueError("a surprise")):
        dictation = Dictation(lambda error=error: breaks(error))
        assert dictation.next(LONG) == "First."
        assert isinstance(dictation.next(LONG), ModelError)


def test_who_leaves_ends_the_stream() -> None:
    go, ended = threading.Event(), threading.Event()

    def endless() -> Iterator[str]:
        try:
            while True:
                yield "Again. "
                go.wait(LONG)
        finally:
            ended.set()

    dictation = Dictation(endless)
    assert dictation.next(LONG) == "Again."
    dictation.leave()
    go.set()
    assert ended.wait(LONG)

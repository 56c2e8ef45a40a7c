"""Words that are still being written when the goods are on screen already: what of the talk changes, and when."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from assistant.vocabulary import Reply
from assistant.web.sessions import Conversation, Exchange
from assistant.web.talk import answer_bubble

LOG = logging.getLogger(__name__)


def later_talk(
    words: Iterator[Reply], conversation: Conversation, booked: Exchange, talk: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """The talk with each wording as it comes, at least once; it ends where the exchange is no longer there.

    `talk` is what the page would be told with the words as they were booked; each wording is kept in their place.
    """
    key = f"{conversation.id}-{conversation.count}"
    told = False
    try:
        for reply in words:
            bubble = answer_bubble(reply, key)
            with conversation.lock:
                now = conversation.reworded(booked, bubble)
            if now is None:
                break
            yield _with(talk, booked.words, bubble, key)
            # The page is told the whole talk each time: where it skipped a wording, it missed nothing.
            told, talk, booked = True, _with(talk, booked.words, bubble), now
    except Exception:
        LOG.exception("The words of an answer could not be written.")
    if not told:
        yield talk


def _with(talk: dict[str, Any], old: str, bubble: str, key: str = "") -> dict[str, Any]:
    """The talk with other words where the old ones stood."""
    changed = {name: bubble.join(talk[name].rsplit(old, 1)) for name in ("answer", "log") if name in talk}
    return {**talk, **changed, **({"later": key, "bubble": bubble} if key else {})}

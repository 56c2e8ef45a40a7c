"""A shopper who says that they were misunderstood, with or without saying what was meant."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import plain
from assistant.understanding.wants.whole_message import Message
from assistant.vocabulary import Act, Intent

MARKS = " ,.;:!?，。；：！？、"
EMPTY = frozenset({Act.CHAT, Act.FEEDBACK, Act.OUT_OF_SCOPE})
"""Acts of words beside the complaint that don't say what was meant."""


def misread(message: Message) -> Intent | None:
    """What was meant, where that is said beside the complaint, else the complaint; None for any other message."""
    text = message.text
    start, end = dialogue().matched("misread", plain(text))
    if not end or len(plain(text)) != len(text):
        return None
    rest = f"{text[:start]} {text[end:]}".strip(MARKS)
    if any(map(str.isalpha, rest)) and not dialogue().matches("misread", plain(rest)):
        meant = message.read(rest)
        if meant.act not in EMPTY and not _says_nothing(meant):
            return meant
    return Intent(Act.FEEDBACK, message.language, misread=True)


def _says_nothing(intent: Intent) -> bool:
    """Whether a message about goods neither names nor changes anything: no, sorry."""
    told = intent.want or intent.require or intent.forget or intent.undo or intent.points_at or intent.cart
    return intent.act in (Act.FIND, Act.REFINE) and not told

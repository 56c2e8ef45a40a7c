"""A message without what only sounds in it: hesitations at its beginning, verbs run into the word before, and what is
no matter or allowed in so many other words."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import plain


def plain_speech(text: str) -> str:
    """The text from its first telling word on (hmm, cheaper ones), shortened verbs spelt out (silver's too dark)."""
    text = text[dialogue().matched("hesitates", plain(text))[1] :]
    topic = dialogue().patterns["patterns"].get("topic_told")
    told = topic.search(plain(text)) if topic is not None else None
    if told is not None:  # 存储呢，128就够: the figure is the topic's.
        first, last = told.span("topic")
        text = text[:first] + text[last:]
    shortened = dialogue().patterns["patterns"].get("shortened_is")
    whole = dialogue().phrases["word_forms"].get("spelt_out", ())
    text = shortened.sub(f" {whole[0]}", text) if shortened is not None and whole else text
    for usual, roundabout in dialogue().patterns["put_plainly"].items():
        text = roundabout.sub(usual, text)
    return text

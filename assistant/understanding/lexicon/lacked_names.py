"""Names of columns that tell a lack: fragrance free, no frost, 无谷物."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.field_names import word_keys
from assistant.understanding.lexicon.words import key

SHORTEST = 2
"""So many signs without a space name a thing by themselves: one alone is most often part of another word."""


def lacked_by(name: str) -> str:
    """What a name says to be lacking (fragrance free, no frost, 无谷物); empty where it says nothing of the kind."""
    cues = dialogue().phrases["cues"]
    before = {key(word) for word in cues.get("not", ())}
    words, parts = name.split(), word_keys(name)
    if len(parts) > 1 and parts[-1] in {key(word) for word in cues.get("not_after", ())}:
        return " ".join(words[:-1])
    if len(parts) > 1 and parts[0] in before:
        return " ".join(words[1:]) or name[1:]
    if name.isascii() or len(words) > 1:
        return ""
    denial = max((word for word in before if name.startswith(word)), key=len, default="")
    return name[len(denial) :] if denial and len(name) - len(denial) >= SHORTEST else ""

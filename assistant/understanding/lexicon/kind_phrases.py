"""How the names of kinds are cut and said in other words, and which phrases name a feature instead."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.languages.dialogue import dialogue
from catalog.languages.lexicon import equivalents, kind_of


def is_brought(phrase: str) -> bool:
    """Whether a phrase says what something comes with, and so names a feature: with a grill, 带烧烤."""
    said = phrase.casefold()
    words = dialogue().phrases["cues"]["with"]
    if said.startswith(tuple(f"{word} " for word in words if word.isascii())):
        return True  # The end of a name is none: a headset with microphone.
    return kind_of(phrase) == "feature" and said.startswith(tuple(word for word in words if not word.isascii()))


def renamed(phrase: str) -> Iterator[str]:
    """A compound without spaces with its first part said in other words of its script (单车头盔 for 自行车头盔)."""
    for cut in range(2, len(phrase) - 1) if not phrase.isascii() else ():
        first, rest = phrase[:cut], phrase[cut:]
        if kind_of(first) == "type":
            yield from (other + rest for other in equivalents(first) if not other.isascii() and len(other) > 1)


def last_parts(phrase: str) -> tuple[str, ...]:
    """What a compound's last part names: laser printer -> printer."""
    parts = phrase.split()
    if len(parts) > 1:
        return tuple(" ".join(parts[start:]) for start in range(1, len(parts)))
    if phrase.isascii():
        return ()
    last = len(phrase) - 1 if kind_of(phrase) else len(phrase)  # 晴雨伞, which no lexicon knows, is a 伞.
    return tuple(phrase[start:] for start in range(1, last) if kind_of(phrase[start:]) == "type")

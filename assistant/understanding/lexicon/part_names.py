"""Parts of goods, each called by one word in every language: a handle is a 柄."""

from __future__ import annotations

from functools import lru_cache

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import key
from catalog.languages.detection import detect


def part_called(said: str) -> str | None:
    """The part that a word names, in any language; None for a word that names none."""
    return _parts().get(key(said)) if said else None


def part_word(part: str, language: str) -> str | None:
    """What the part is usually called in the language; None where it has no word."""
    return next((word for word in dialogue().phrases["parts"][part] if detect(word) == language), None)


def part_words(part: str) -> tuple[str, ...]:
    """All that the part is called, in every language."""
    return tuple(dialogue().phrases["parts"][part])


def part_opening(text: str) -> str | None:
    """The longest word for a part that a text without spaces begins with; None where it begins with none."""
    found = (word for words in dialogue().phrases["parts"].values() for word in words if not word.isascii())
    return max((word for word in found if text.startswith(word)), key=len, default=None)


@lru_cache(maxsize=1)
def _parts() -> dict[str, str]:
    return {key(word): part for part, words in dialogue().phrases["parts"].items() for word in words}

"""The console's own words in a language."""

from __future__ import annotations

from typing import Any

from assistant.languages.reading import nearest, words


def say(language: str, key: str, **slots: object) -> str:
    """One sentence of the console, filled."""
    return str(words(nearest(language), "console")["console"][key]).format(**slots)


def console_words(language: str) -> dict[str, Any]:
    """All words of the console, for its page."""
    table = words(nearest(language), "console")
    return {**table["console"], "topics": dict(table["topics"]), "moods": dict(table["moods"])}

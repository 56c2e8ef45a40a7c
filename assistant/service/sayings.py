"""What the service says, from the word files of its languages."""

from __future__ import annotations

from assistant.languages.reading import nearest, words


def say(language: str, key: str, **slots: object) -> str:
    """The service's sentence of this name, filled."""
    return str(words(nearest(language), "service")["say"][key]).format(**slots)

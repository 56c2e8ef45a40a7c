"""The page's own words in a language, as plain text and safe inside HTML."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from assistant.languages.reading import nearest, words


def section(language: str | None, name: str) -> Mapping[str, Any]:
    """One section of a language's page words."""
    return words(nearest(language), "page")[name]


def say(language: str | None, where: str, key: str, **slots: object) -> str:
    """One string of the page as plain text; slots are put in as they are."""
    return str(section(language, where)[key]).format(**slots)


def safe(text: object) -> str:
    """Any text as HTML that shows exactly these characters."""
    return escape("".join(c for c in str(text) if c in "\n\t" or c.isprintable()), quote=True)


def html(language: str | None, where: str, key: str, **slots: object) -> str:
    """One string of the page, escaped with all that is put into it."""
    return safe(say(language, where, key, **slots))

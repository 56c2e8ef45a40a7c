"""Fixed sentences of a language, filled: counts, lists, replies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.languages.reading import nearest, words
from assistant.vocabulary import Evidence

MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Told:
    """A clause in words with its evidence, `at` counted from the clause's own start."""

    text: str
    evidence: tuple[Evidence, ...]


def phrase(section: str, key: str, language: str, **slots: object) -> str:
    """A fixed sentence of a language, filled."""
    return str(words(nearest(language), "wording")[section][key]).format(**slots)


def sentences(parts: Iterable[str], language: str) -> str:
    """Sentences one after another, as the language sets them."""
    between = words(nearest(language), "wording")["reason"]["between"]
    return between.join(part for part in parts if part)


def counted(count: int, language: str, *, opens: bool = False) -> str:
    """A small count in words where the language has words for it, else in figures."""
    names = words(nearest(language), "wording")["counts"]["words"]
    text = names[count] if count < len(names) else str(count)
    return text[0].upper() + text[1:] if opens and text else text


def listed(parts: list[str], language: str) -> str:
    """Parts as a list in words."""
    form = words(nearest(language), "wording")["list"]
    return parts[0] if len(parts) == 1 else form["comma"].join(parts[:-1]) + form["last"] + parts[-1] if parts else ""


def plain(text: str) -> str:
    """The text without its proof marks."""
    return MARK.sub(r"\1", text)

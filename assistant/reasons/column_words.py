"""The name of a column, put together from a language's words for its parts: operating temperature, 工作温度."""

from __future__ import annotations

from functools import lru_cache

from assistant.languages.reading import nearest, words
from catalog.languages.detection import detect
from catalog.languages.lexicon import lexicon

LONGEST = 3
"""Words of the longest part that is looked up as one."""


@lru_cache(maxsize=1 << 13)
def composed(name: str, language: str) -> str | None:
    """The words for all parts of a name in the language's own order; None for a single word, or where one has none."""
    return _composed(name, language) if " " in name else None


def _composed(name: str, language: str) -> str | None:
    table = words(nearest(language), "wording").get("column_words", {})
    ends = table.get("ends", {})
    first, _, last = name.rpartition(" ")
    if first and last in ends:
        rest = lexicon().word_in(first, language) or _composed(first, language) or first
        return f"{ends[last]}{rest}" if detect(rest, language) == language else None
    parts = table.get("parts", {})
    head, of, whole = name.partition(" of ")
    if of and parts:
        told = [_composed(one, language) for one in (whole, head)]
        return None if None in told else "".join(one for one in told if one)
    found: list[str] = []
    at, spans = 0, name.split(" ")
    while at < len(spans):
        size = next((n for n in range(LONGEST, 0, -1) if (told := _part(spans[at : at + n], n, parts, language))), 0)
        if not size or not told:
            return None
        if not (found and found[-1].endswith(told)):
            found.append(told)
        at += size
    return "".join(found) if parts else None


def _part(spans: list[str], size: int, parts: dict[str, str], language: str) -> str | None:
    said = " ".join(spans)
    if len(spans) < size:
        return None
    if said in parts or said.isdigit():
        return parts.get(said, said)
    return lexicon().word_in(said, language) if size > 1 else None

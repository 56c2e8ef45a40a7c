"""Which language a text is in."""

from __future__ import annotations

import re
from functools import lru_cache

from catalog.languages.folding import normal
from catalog.languages.registry import every_language, languages, places

WORD = re.compile(r"[^\W\d_]+")
COMMON = 2.0
LATIN = 0.5
"""A Latin word that is common in no language may be a name: a letter of another script weighs twice as much."""


def detect(text: str, default: str | None = None) -> str:
    """The code of the language that most of the text is in; `default`, or the first language, where nothing tells."""
    scores = _scores(normal(text))
    best = max(scores, key=lambda code: scores[code])
    told = max(scores.values()) >= 1 if default else any(scores.values())
    return best if told else default or languages()[0]


def _scores(text: str) -> dict[str, float]:
    scores: dict[str, float] = {}
    words = WORD.findall(text)
    for code, letters, common in _marks(places()):
        found = letters.findall(text)
        if found and not found[0].isascii():
            scores[code] = float(len(found))
        else:
            mine = [word for word in words if word.isascii()]
            scores[code] = sum(COMMON if word in common else LATIN for word in mine)
    return scores


@lru_cache(maxsize=8)
def _marks(_: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    return tuple(
        (language.code, re.compile(f"[{language.words['letters']}]"), frozenset(language.words.get("common", [])))
        for language in every_language()
    )

"""Which language a text is in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from catalog.languages.folding import normal
from catalog.languages.registry import Language, every_language, languages, places

WORD = re.compile(r"[^\W\d_]+")
COMMON = 2.0
LATIN = 0.4
"""A Latin word that is common in no language may be a name: a letter of another script weighs more."""


def detect(text: str, default: str | None = None) -> str:
    """The code of the language that most of the text is in; `default`, or the first language, where nothing tells."""
    scores = _scores(normal(text))
    best = max(scores, key=lambda code: scores[code])
    told = max(scores.values()) >= 1 if default else any(scores.values())
    return best if told else default or languages()[0]


def _scores(text: str) -> dict[str, float]:
    scores: dict[str, float] = {}
    words = WORD.findall(text)
    latin = [word for word in words if word.isascii()]
    alone = len(latin) == len(words)
    for mark in _marks(places()):
        if mark.latin:
            known = mark.known if alone else mark.common
            scores[mark.code] = sum(COMMON if word in known else LATIN for word in latin)
        else:
            scores[mark.code] = float(len(mark.letters.findall(text)))
    return scores


@dataclass(frozen=True, slots=True)
class _Mark:
    code: str
    letters: re.Pattern[str]
    latin: bool
    common: frozenset[str]
    known: frozenset[str]
    """The common words and those of its terms; beside another script these may be names and tell nothing."""


@lru_cache(maxsize=8)
def _marks(_: tuple[str, ...]) -> tuple[_Mark, ...]:
    vocabularies = {language.code: _vocabulary(language) for language in every_language()}
    marks = []
    for language in every_language():
        letters = re.compile(f"[{language.words['letters']}]")
        others = {word for code, words in vocabularies.items() if code != language.code for word in words}
        own = frozenset(vocabularies[language.code] - others)
        common = frozenset(language.words.get("common", []))
        marks.append(_Mark(language.code, letters, bool(letters.match("e")), common, common | own))
    return tuple(marks)


def _vocabulary(language: Language) -> set[str]:
    """The single words of a language's terms, brands left out: they are the same in every language."""
    terms = language.data("terms.json")
    phrases = (
        phrase for kind, concepts in terms.items() if kind != "brand" for said in concepts.values() for phrase in said
    )
    return {word for phrase in phrases for word in WORD.findall(phrase.lower()) if len(word) > 2}

"""A text of a language that the embedding model hardly knows, told word by word in the one it knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from catalog.languages.folding import fold
from catalog.languages.lexicon import pivot
from catalog.languages.registry import every_language, places
from catalog.languages.terms import own_terms

WORDS = "glosses.txt"
LONGEST = 10
"""Letters of the longest word that is looked for."""
FAVOUR = 1.5
"""A word of n letters counts n to this power, so that one long word wins over two short ones."""
RUN = re.compile(r"[!-~]+|[^\s!-~]+")


@dataclass(frozen=True, slots=True)
class Gloss:
    """A text word for word in the pivot language, and the share of its letters that no list knows, from 0 to 1."""

    text: str
    unknown: float


def gloss(text: str) -> Gloss:
    """The text word for word; unknown words are left out, Latin words stay as they are."""
    glosses = _glosses(places())
    told: list[str] = []
    letters = missed = 0
    for run in RUN.findall(fold(text)):
        letters += len(run)
        if run.isascii():
            told.append(run)
        else:
            words, unknown = _told(run, glosses)
            told += words
            missed += unknown
    return Gloss(" ".join(told), missed / letters if letters else 0.0)


def glossed(text: str) -> str:
    """The gloss alone."""
    return gloss(text).text


def everyday_words() -> Mapping[str, str]:
    """Folded everyday word -> its gloss, of all languages that have such a list."""
    return _everyday(places())


def _told(run: str, glosses: Mapping[str, str]) -> tuple[list[str], int]:
    """The glosses of the cut of a run into words that leaves the least unknown, and how many letters it leaves."""
    best: list[tuple[float, int, str | None]] = [(0.0, -1, None)]
    for end in range(1, len(run) + 1):
        found = (best[end - 1][0], end - 1, None)
        for start in range(max(0, end - LONGEST), end):
            said = glosses.get(run[start:end])
            if said is not None:
                grown = best[start][0] + (end - start) ** FAVOUR
                found = (grown, start, said) if grown > found[0] else found
        best.append(found)
    told: list[str] = []
    end, unknown = len(run), 0
    while end > 0:
        _, start, said = best[end]
        told += [said] if said else []
        unknown += said is None
        end = start
    return told[::-1], unknown


@lru_cache(maxsize=4)
def _glosses(folders: tuple[str, ...]) -> Mapping[str, str]:
    """Everyday words first; a term's gloss is the usual word of the pivot language."""
    known, target = dict(_everyday(folders)), pivot()
    for concept in own_terms(folders).concepts.values():
        usual = concept.words.get(target)
        for language, words in concept.words.items():
            if usual and language != target:
                for word in words:
                    key = fold(word).replace(" ", "")
                    if len(key) > 1 and not key.isascii():
                        known.setdefault(key, usual[0])
    return known


@lru_cache(maxsize=4)
def _everyday(_: tuple[str, ...]) -> Mapping[str, str]:
    known: dict[str, str] = {}
    for language in every_language():
        path = language.folder / WORDS
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        for line in lines:
            if line and not line.startswith("#"):
                gloss, _, words = line.partition(": ")
                for word in words.split():
                    known.setdefault(fold(word).replace(" ", ""), gloss)
    return known

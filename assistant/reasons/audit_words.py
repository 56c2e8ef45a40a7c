"""The words of the audit: what a phrase claims, what claims nothing, where a thought ends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.languages.reading import nearest, words
from catalog.languages.folding import fold

LONGEST = 40
"""Characters of the longest phrase looked for."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase does in a sentence: its kind, and the name that tells which of the kind."""

    kind: str
    name: str = ""


@dataclass(frozen=True)
class AuditWords:
    """The phrases of one language, folded, with what they do; the patterns that cut its sentences."""

    language: str
    phrases: Mapping[str, tuple[Cue, ...]]
    degrees: Mapping[str, tuple[str, ...]]
    rewrites: tuple[tuple[re.Pattern[str], str], ...]
    sentence_end: re.Pattern[str]
    segment_break: re.Pattern[str]
    hard: tuple[str, ...]


def audit_words(language: str) -> AuditWords:
    """The words of that language, or of the nearest one spoken here."""
    return _read(nearest(language))


@lru_cache(maxsize=8)
def _read(language: str) -> AuditWords:
    table = words(language, "audit")
    found: dict[str, dict[Cue, None]] = {}

    def add(phrases: list[str], cue: Cue) -> None:
        for phrase in phrases:
            folded = fold(_rewritten(phrase, rewrites))
            if folded:
                found.setdefault(folded, {})[cue] = None

    rewrites = tuple((re.compile(said, re.IGNORECASE), kept) for said, kept in table["rewrites"])
    for kind, phrases in table["cues"].items():
        add(phrases, Cue(kind))
    for name, phrases in table["labels"].items():
        add(phrases, Cue("label", name))
    degrees: dict[str, tuple[str, ...]] = {}
    hard: list[str] = [fold(one) for one in table["cues"]["promise"]]
    for name, degree in table["degrees"].items():
        degrees[name] = tuple(degree["labels"])
        for sort in ("less", "more", "least", "most", "none_less", "none_more"):
            add(degree.get(sort, []), Cue("degree", f"{name}:{sort}"))
            hard += [fold(one) for one in degree.get(sort, [])]
    for word, value in table["numbers"].items():
        add([word], Cue("number", str(value)))
    joints = "|".join(table["breaks"]["joints"])
    return AuditWords(
        language,
        {phrase: tuple(cues) for phrase, cues in found.items()},
        degrees,
        rewrites,
        re.compile(table["breaks"]["sentence"]),
        re.compile(f"{table['breaks']['marks']}|{joints}" if joints else table["breaks"]["marks"], re.IGNORECASE),
        tuple(sorted({one for one in hard if len(one) > 1})),
    )


def _rewritten(text: str, rewrites: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, kept in rewrites:
        text = pattern.sub(kept, text)
    return text

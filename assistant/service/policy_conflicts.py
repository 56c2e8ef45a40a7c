"""Clauses that contradict each other: the same rule with other figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.records.clause_book import Clause
from assistant.service.policy_terms import LATIN, stem
from catalog.languages.folding import normal

FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
OTHER = re.compile(r"[^\W\d_a-z]+")
SAME = 0.6
"""The share of their words that two clauses about the same have in common, figures left out."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two clauses that say the same with other figures."""

    first: Clause
    second: Clause


def conflicts(clauses: Sequence[Clause]) -> list[Conflict]:
    """Every pair of clauses of one language that differ in hardly more than their figures, in order."""
    read = [(clause, _words(clause.text), set(FIGURE.findall(clause.text))) for clause in clauses]
    return [
        Conflict(one, other)
        for place, (one, said, figures) in enumerate(read)
        for other, also_said, other_figures in read[place + 1 :]
        if one.language == other.language
        and figures
        and other_figures
        and figures != other_figures
        and len(said & also_said) >= SAME * len(said | also_said)
        and not (one.document == other.document and _names_apart(said ^ also_said))
    ]


def _words(text: str) -> set[str]:
    plain = normal(text)
    pairs = {run[at : at + 2] for run in OTHER.findall(plain) for at in range(max(1, len(run) - 1))}
    return {stem(word) for word in LATIN.findall(plain)} | pairs


def _names_apart(differing: set[str]) -> bool:
    """Whether the words that differ are many enough to make two rules of one document two cases."""
    return len(differing) > 4

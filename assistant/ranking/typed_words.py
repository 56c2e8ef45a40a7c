"""The words searched for, as titles hold them or as the record's type says them: a notebook is a computer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.ranking.goes_with import is_another_thing
from assistant.vocabulary import Candidate, Want
from catalog.languages.folding import fold
from catalog.languages.lexicon import lexicon

SAID = 0.9
"""What a type that is surely of the wanted kind is worth beside a title that says the very word."""


def typed_words(want: Want | None, candidates: Sequence[Candidate]) -> NDArray[np.float64]:
    """How well each candidate's text has the words searched for, as a share of the best.

    Where only a wide kind was named, a type of that kind says it for the title, and one that merely ends so doesn't:
    a handheld mobile computer has the word that a notebook's title lacks, and is not what is asked for first."""
    told = _share_of_best([one.parts.get("words", 0.0) for one in candidates])
    if want is None or not want.types or not _is_bare(want):
        return told
    below = {type_ for type_ in want.types if _is_below(want, type_)}
    if not below:
        return told
    of_kind = [one.product.type in want.types and not is_another_thing(want, one.product) for one in candidates]
    if all(of_kind):
        return told
    sure = [mine and one.product.type in below for mine, one in zip(of_kind, candidates, strict=True)]
    return np.where(sure, np.maximum(told, SAID), np.where(of_kind, told, told * SAID))


def _is_below(want: Want, type_: str) -> bool:
    """Whether the name is of a wider kind than the type: a notebook is a computer. A household battery may be no AA."""
    words = lexicon()
    names = {name for said in (want.name, want.called) for name in (said, *words.equivalents(said))}
    return any(words.is_wider(name, type_) for name in names)


def _is_bare(want: Want) -> bool:
    """Whether the kind's name is all that is searched."""
    words = lexicon()
    return fold(want.query) in {
        fold(one) for name in (want.name, want.called) for one in (name, *words.equivalents(name))
    }


def _share_of_best(values: Sequence[float]) -> NDArray[np.float64]:
    array = np.array(values, dtype=float)
    best = array.max()
    return array / best if best > 0 else array

"""A message as hashed features: its words and letters in order, and the same with known terms told by their kind."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from catalog.languages.folding import fold, normal
from catalog.languages.lexicon import lexicon

BUCKETS = 1 << 15
LONGEST = 300
"""Letters that are read; a longer message is told by its start."""
TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[a-zA-Z]+(?:'[a-z]+)?|[^\W\d_a-z]|[?!+=%$€£¥#@&]")
NUMBER, START, END = "0", "^", "$"
LATIN_PIECES = (3, 4)
WORDS = 3
LETTERS = 4


def features(text: str) -> NDArray[np.int64]:
    """The buckets of the message's features, each once, in rising order; never empty."""
    plain = normal(text[:LONGEST]).replace("’", "'")
    said = tokens(plain)
    found = {zlib.crc32(name.encode()) % BUCKETS for name in _names(said, tokens(masked(plain)))}
    return np.array(sorted(found), dtype=np.int64)


def tokens(plain: str) -> list[str]:
    """Words, single letters of scripts without spaces, and telling signs; every number is the same token."""
    return [NUMBER if token[0].isdigit() else token.replace("'", "") for token in TOKEN.findall(plain)]


def masked(plain: str) -> str:
    """The folded text with every known term put as the name of its kind in capitals."""
    folded = fold(plain)
    pieces, last = [], 0
    for term in lexicon().terms_in(folded):
        pieces += [folded[last : term.start], f" {term.kind[0].upper()} "]
        last = term.end
    return "".join([*pieces, folded[last:]])


def _names(said: Sequence[str], kinds: Sequence[str]) -> Iterator[str]:
    yield f"length {min(len(said), 30) // 3}"
    yield from _runs("w", said, WORDS)
    letters = [token for token in said if len(token) == 1 and not token.isascii()]
    if letters:
        yield from (name for name in _runs("l", said, LETTERS) if name.count(" ") == LETTERS)
    for word in said:
        if len(word) > 1:
            edged = f"{START}{word}{END}"
            for size in LATIN_PIECES:
                yield from (f"p {edged[at : at + size]}" for at in range(len(edged) - size + 1))
    if any(kind.isupper() for kind in kinds):
        yield from (name for name in _runs("k", kinds, WORDS) if any(letter.isupper() for letter in name))


def _runs(kind: str, words: Sequence[str], longest: int) -> Iterator[str]:
    edged = [START, *words, END]
    for size in range(1, longest + 1):
        for at in range(len(edged) - size + 1):
            yield f"{kind} {' '.join(edged[at : at + size])}"

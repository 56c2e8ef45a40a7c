"""A text as the hashed pieces that the student reads."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

from catalog.languages.folding import fold

BUCKETS = 1 << 15
LONGEST = 400
"""Letters that are read."""
START, END = "^", "$"
LETTERS = (1, 2, 3)
LATIN = 3


def buckets(text: str) -> NDArray[np.int64]:
    """The bucket of every piece, with repeats: runs of 1 to 3 letters of other scripts, Latin words and their pieces.

    Never empty.
    """
    return np.array([zlib.crc32(piece.encode()) % BUCKETS for piece in pieces(text)], dtype=np.int64)


def pieces(text: str) -> list[str]:
    """The pieces before hashing."""
    found: list[str] = []
    for word in fold(text[:LONGEST]).split():
        edged = f"{START}{word}{END}"
        if word.isascii():
            found.append(f"{LATIN}{word}")
            found += [edged[at : at + LATIN] for at in range(len(edged) - LATIN + 1)]
        else:
            found += list(word)
            found += [edged[at : at + size] for size in LETTERS[1:] for at in range(len(edged) - size + 1)]
    return found or [START]

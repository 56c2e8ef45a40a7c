"""What a message means, as numbers: its embedding, and the student's, which reads other languages as they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from catalog.languages.lexicon import pivot
from catalog.ports import Embedder
from catalog.student.glosses import glossed

HALF = np.float32(0.5**0.5)


def told(text: str, language: str | None = None) -> str:
    """What of a message is embedded: itself in the language that the embedder knows, else its gloss."""
    return text if _is_plain(text, language) else glossed(text)


def meanings(
    texts: Sequence[str], languages: Sequence[str | None], embedder: Embedder, student: Embedder
) -> NDArray[np.float32]:
    """Rows of unit length, twice as long as an embedding: that of what is `told`, and the student's of the text itself
    in a language that the embedder doesn't know, else the first again."""
    first = embedder.embed([told(*one) for one in zip(texts, languages, strict=True)])
    second = first.copy()
    strange = [place for place, one in enumerate(zip(texts, languages, strict=True)) if not _is_plain(*one)]
    if strange:
        second[strange] = student.embed([texts[place] for place in strange])
    return np.concatenate([first, second], axis=1) * HALF


def _is_plain(text: str, language: str | None) -> bool:
    return text.isascii() if language is None else language == pivot()

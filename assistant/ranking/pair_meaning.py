"""How near a query and a text are in meaning: as wholes, word by word, and by the kind of goods the text is about."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from catalog.embedders import MiniLMEmbedder
from catalog.languages.folding import fold
from catalog.ports import Embedder, Vectors
from catalog.student.glosses import gloss

TEXT_TOKENS, TITLE_TOKENS = 64, 40
REMEMBERED = 1000
"""Texts whose vectors are kept: about 50 KB each at the longest, in half precision."""
LEAST_COVERED = 8.0
"""How much the worst covered word of a query counts: weights are exp(-8 x its best cosine)."""
SHARPNESS = 40.0
"""Of the softmax that tells a title's likely kinds among the names of goods."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A text's vector, its tokens' vectors in half precision, and the mean of the names of its likely kinds."""

    whole: Vectors
    tokens: NDArray[np.float16]
    goods: Vectors


class Meanings:
    """The meanings of texts by one encoder; other than Latin text is read word by word, and by the student beside.

    Safe for threads.
    """

    def __init__(self, encoder: MiniLMEmbedder, student: Embedder, names: Vectors) -> None:
        """`names`: unit vectors of names of goods, shape (n, 384)."""
        self._encoder, self._student, self._names = encoder, student, names
        self._kept: OrderedDict[str, Meaning] = OrderedDict()
        self._lock = threading.Lock()

    def of_texts(self, texts: Sequence[str]) -> list[Meaning]:
        """One meaning per text; a text's first line is its title."""
        with self._lock:
            missing = [text for text in dict.fromkeys(texts) if text not in self._kept]
        made = dict(zip(missing, self._made(missing), strict=True))
        with self._lock:
            found = [made.get(text) or self._kept.get(text) for text in texts]
            for text in texts:
                if text in made:
                    self._kept[text] = made[text]
                if text in self._kept:
                    self._kept.move_to_end(text)
            while len(self._kept) > REMEMBERED:
                self._kept.popitem(last=False)
        return [one or self._made([text])[0] for one, text in zip(found, texts, strict=True)]

    def of_query(self, query: str) -> Meaning:
        """The query's meaning, whole and token by token; a query says no kinds."""
        whole, tokens = self._encoded([query], TEXT_TOKENS)
        return Meaning(whole[0], tokens[0].astype(np.float16), whole[0])

    def known(self, text: str) -> bool:
        """Whether the text's meaning is at hand, so that it costs nothing."""
        with self._lock:
            return text in self._kept

    def _made(self, texts: Sequence[str]) -> list[Meaning]:
        if not texts:
            return []
        whole, tokens = self._encoded(texts, TEXT_TOKENS)
        titles, _ = self._encoded([text.partition("\n")[0] for text in texts], TITLE_TOKENS)
        likely = np.exp(SHARPNESS * (titles @ self._names.T))
        goods = (likely / likely.sum(axis=1, keepdims=True)) @ self._names
        return [
            Meaning(one, apart.astype(np.float16), kinds)
            for one, apart, kinds in zip(whole, tokens, goods, strict=True)
        ]

    def _encoded(self, texts: Sequence[str], longest: int) -> tuple[Vectors, list[Vectors]]:
        """Vectors of the texts and of their tokens, of those that aren't Latin by their glosses."""
        glosses = [None if text.isascii() or fold(text).isascii() else gloss(text) for text in texts]
        plain = [one.text if one else text for one, text in zip(glosses, texts, strict=True)]
        whole, tokens = self._encoder.encode(plain, longest)
        for row, one in enumerate(glosses):
            if one and one.unknown:
                mixed = (1 - one.unknown) * whole[row] + one.unknown * self._student.embed([texts[row]])[0]
                whole[row] = mixed / max(float(np.linalg.norm(mixed)), 1e-12)
        return whole, tokens


def nearness(query: Meaning, text: Meaning) -> dict[str, float]:
    """Cosine of the wholes, how well each token of the query is covered, and cosine with the text's likely kinds."""
    return {
        "meaning": float(query.whole @ text.whole),
        "coverage": _coverage(query.tokens.astype(np.float32), text.tokens.astype(np.float32)),
        "goods": float(query.whole @ text.goods),
    }


def _coverage(asked: Vectors, told: Vectors) -> float:
    """Late interaction: each query token's best cosine, averaged with most weight on the worst covered."""
    if not len(asked) or not len(told):
        return 0.0
    best = (asked @ told.T).max(axis=1)
    weights = np.exp(-LEAST_COVERED * best)
    return float((weights * best).sum() / weights.sum())

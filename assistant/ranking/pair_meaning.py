"""How near a query and a text are in meaning: as wholes, word by word, and by the kind of goods the text is about."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.ranking.query_change import QueryChange
from catalog.embedders import MiniLMEmbedder
from catalog.languages.folding import fold
from catalog.ports import Embedder, Vectors
from catalog.student.glosses import gloss

TEXT_TOKENS = 64
REMEMBERED, ASKED = 1000, 64
"""Texts and queries whose vectors are kept: about 50 KB each at the longest, in half precision."""
LEAST_COVERED = 8.0
"""How much the worst covered word of a query counts: weights are exp(-8 x its best cosine)."""
FEW = 4.0
"""Tokens of a text at which half of its coverage is its cosine: names of two or three words hold too few to be covered
by, and are whole thoughts, while a long text's cosine is diluted."""
SHARPNESS = 40.0
"""Of the softmax that tells a title's likely kinds among the names of goods."""

ROWS, NAMES = 16, 40
"""Products of matrices up to this size are left to one core by numpy's library; for larger ones it keeps threads that
wait in a busy loop, which other shoppers' turns then miss."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A text's vector, its tokens' vectors in half precision, and the mean of the names of its likely kinds.

    Of a query `goods` is the vector that is compared with likely kinds.
    """

    whole: Vectors
    tokens: NDArray[np.float16]
    goods: Vectors


class Meanings:
    """The meanings of texts by one encoder; other than Latin text is read word by word, and by the student beside.

    Safe for threads.
    """

    def __init__(
        self,
        encoder: MiniLMEmbedder,
        student: Embedder,
        names: Vectors,
        remembered: int = REMEMBERED,
        change: QueryChange | None = None,
    ) -> None:
        """`names`: unit vectors of names of goods, shape (n, 384); `remembered`: how many texts' vectors are kept;
        `change`: of queries, as it was fine-tuned; none leaves them as the encoder makes them."""
        self._change = change or QueryChange.none()
        self._encoder, self._student, self._names = encoder, student, names
        self._remembered = remembered
        self._kept: OrderedDict[str, Meaning] = OrderedDict()
        self._asked: OrderedDict[str, Meaning] = OrderedDict()
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
            while len(self._kept) > self._remembered:
                self._kept.popitem(last=False)
        return [one or self._made([text])[0] for one, text in zip(found, texts, strict=True)]

    def of_query(self, query: str) -> Meaning:
        """The query's meaning, whole and token by token; a query says no kinds."""
        with self._lock:
            known = self._asked.get(query)
        if known is None:
            whole, tokens, _ = self._encoded([query])
            known = Meaning(whole[0], tokens[0].astype(np.float16), self._change.of(whole[0]))
        with self._lock:
            self._asked[query] = known
            self._asked.move_to_end(query)
            while len(self._asked) > ASKED:
                self._asked.popitem(last=False)
        return known

    def known(self, texts: Sequence[str]) -> int:
        """How many of the first texts' meanings are at hand, so that they cost nothing."""
        with self._lock:
            return next((at for at, text in enumerate(texts) if text not in self._kept), len(texts))

    def _made(self, texts: Sequence[str]) -> list[Meaning]:
        if not texts:
            return []
        whole, tokens, titles = self._encoded(texts)
        goods = np.concatenate([self._likely_kinds(titles[at : at + ROWS]) for at in range(0, len(titles), ROWS)])
        return [
            Meaning(one, apart.astype(np.float16), kinds)
            for one, apart, kinds in zip(whole, tokens, goods, strict=True)
        ]

    def _likely_kinds(self, titles: Vectors) -> Vectors:
        """The mean of the names of goods, each weighed by how likely it is the title's (a softmax of cosines)."""
        weight, total = np.zeros((len(titles), 1), np.float32), np.zeros_like(titles)
        for at in range(0, len(self._names), NAMES):
            names = self._names[at : at + NAMES]
            likely = np.exp(SHARPNESS * (titles @ names.T))
            weight += likely.sum(axis=1, keepdims=True)
            total += likely @ names
        return total / weight

    def _encoded(self, texts: Sequence[str]) -> tuple[Vectors, list[Vectors], Vectors]:
        """Vectors of the texts, of their tokens and of their titles, of those that aren't Latin by their glosses."""
        glosses = [None if text.isascii() or fold(text).isascii() else gloss(text) for text in texts]
        plain = [one.text if one else text for one, text in zip(glosses, texts, strict=True)]
        titles = [text.partition("\n")[0] for text in texts]
        heads = [len(gloss(title).text if one else title) for one, title in zip(glosses, titles, strict=True)]
        whole, tokens, named = self._encoder.encode(plain, TEXT_TOKENS, heads)
        for row, one in enumerate(glosses):
            if one and one.unknown:
                for vectors, text in ((whole, texts[row]), (named, titles[row])):
                    mixed = (1 - one.unknown) * vectors[row] + one.unknown * self._student.embed([text])[0]
                    vectors[row] = mixed / max(float(np.linalg.norm(mixed)), 1e-12)
        return whole, tokens, named


def nearness(query: Meaning, texts: Sequence[Meaning]) -> NDArray[np.float64]:
    """A row per text: cosine of the wholes, how well the query is covered token by token, cosine with likely kinds."""
    whole = np.array([one.whole for one in texts]) @ query.whole
    goods = np.array([one.goods for one in texts]) @ query.goods
    asked = query.tokens.astype(np.float32)
    # Text by text, for the reason given at ROWS.
    covered = np.array([_coverage(asked, one.tokens.astype(np.float32)) for one in texts])
    words = np.array([len(one.tokens) for one in texts])
    return np.column_stack([whole, whole + (covered - whole) * words / (words + FEW), goods])


def _coverage(asked: Vectors, told: Vectors) -> float:
    """Late interaction: each query token's best cosine, averaged with most weight on the worst covered."""
    if not len(asked) or not len(told):
        return 0.0
    best = (asked @ told.T).max(axis=1)
    weights = np.exp(-LEAST_COVERED * best)
    return float((weights * best).sum() / weights.sum())

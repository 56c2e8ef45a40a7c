"""The kind of a product that doesn't say it, told from its columns and words as the catalogue's typed records teach.

A softmax over the names of a record's columns and its words, trained on those records whose kind is sure (their kind's
own words left out), one pass of Adagrad after another; nothing in it knows a language or a trade.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from catalog.languages.folding import fold
from catalog.languages.registry import places
from catalog.product import Product
from catalog.type_words import type_words

FIGURE = re.compile(r"\d[\d.]*")
FEWEST = 200
"""A catalogue with fewer products of sure kind teaches nothing."""
FEWEST_OF_KIND, MOST_OF_KIND = 3, 300
"""A kind of fewer records isn't learnt; of more, these are enough."""
RARE, AGAIN = 30, 3
"""A kind of so few records is learnt from each of them again and again, the fewer the more often, up to this count."""
RIGHT = 0.97
"""What share of its guesses must be right, tried on records that it wasn't taught with."""
SURE = 0.7
"""What is sure enough where no guess that was tried is wrong."""
TRIED_EVERY, LEAST_TRIED = 8, 20
FINER = 0.7
"""Where inkjet printers have a smaller share of what speaks for printers, it is a printer."""
PASSES, STEP, BATCH, SEED = 3, 0.2, 256, 0
DESCRIBED = 240
COLUMN = "column "


def features(product: Product) -> list[str]:
    """What a record looks like: the names of its columns, and its words, those after "for" apart from the others."""
    found = dict.fromkeys(f"{COLUMN}{name}" for name in product.attributes)
    folders = places()
    for text in (product.title, (product.description or "")[:DESCRIBED]):
        prefix = ""
        for word in text.split():
            told = _told(word, folders)
            if told is None:
                prefix = "for "
                continue
            for each in told:
                found[prefix + each] = None
    return list(found)


@lru_cache(maxsize=1 << 16)
def _told(word: str, _: tuple[str, ...]) -> tuple[str, ...] | None:
    """A word in the forms that are compared, bare figures left out; None where it says what a thing is for."""
    if word.casefold() in type_words().stops:
        return None
    return tuple(FIGURE.sub("0", folded) for folded in fold(word).split() if not FIGURE.fullmatch(folded))


@dataclass(frozen=True, slots=True)
class Guess:
    """A kind, and how sure it is (0 to 1) that the product is of it or of a finer or coarser one."""

    kind: str
    sure: float


class Likeness:
    """What the records of sure kind teach of the others; the same records teach the same."""

    def __init__(self, sure: Sequence[tuple[Sequence[str], str, str]], usual: Mapping[str, int]) -> None:
        """`sure` holds (features, kind, the words that name the kind): those words don't count as likeness.

        `usual` says how many records of each kind the catalogue has, of which `sure` may hold a part.
        """
        members = Counter(kind for _, kind, _ in sure)
        self.kinds = sorted(kind for kind, count in members.items() if count >= FEWEST_OF_KIND)
        number = {kind: place for place, kind in enumerate(self.kinds)}
        rows = [_without(look, words) for look, kind, words in sure if kind in number]
        labels = np.array([number[kind] for _, kind, _ in sure if kind in number], dtype=np.int64)
        counts = Counter(name for row in rows for name in row)
        kept = sorted(name for name, count in counts.items() if count > 1)
        self._columns = {name: column for column, name in enumerate(kept)}
        self._rarity = np.array([np.log(len(rows) / counts[name]) + 1 for name in kept], dtype=np.float32)
        matrix = self._rows(rows)
        tried = np.arange(len(rows)) % TRIED_EVERY == 0
        self._weights = _learnt(matrix, labels, np.flatnonzero(~tried), len(self.kinds))
        self.least = self._tried(matrix[np.flatnonzero(tried)], labels[tried], {**members, **usual}, members)

    def guess(self, looks: Sequence[Sequence[str]]) -> list[Guess]:
        """For the features of each product the kind that they speak for, to be believed where it is `least` sure."""
        return self._guesses(self._rows(looks))

    def _rows(self, rows: Sequence[Sequence[str]]) -> Any:
        from scipy import sparse

        indices: list[int] = []
        ends = [0]
        for row in rows:
            indices += [column for name in row if (column := self._columns.get(name)) is not None]
            ends.append(len(indices))
        values = self._rarity[indices] if indices else np.empty(0, dtype=np.float32)
        counts = np.diff(ends)
        squares = np.append(values**2, np.float32(0.0))
        lengths = np.sqrt(np.add.reduceat(squares, ends[:-1])) if len(rows) else np.empty(0)
        lengths[(counts == 0) | (lengths == 0)] = 1.0
        shape = (len(rows), max(1, len(self._columns)))
        return sparse.csr_matrix((values / np.repeat(lengths, counts), indices, ends), shape=shape, dtype=np.float32)

    def _guesses(self, rows: Any) -> list[Guess]:
        families: dict[str, list[int]] = defaultdict(list)
        for place, kind in enumerate(self.kinds):
            families[kind.split()[-1]].append(place)
        words = sorted(families)
        found = []
        for start in range(0, rows.shape[0], 16 * BATCH):
            shares = _shares(rows[start : start + 16 * BATCH], self._weights)
            together = np.stack([shares[:, families[word]].sum(axis=1) for word in words], axis=1)
            for row, best in enumerate(together.argmax(axis=1)):
                word = words[best]
                kind = max(families[word], key=lambda place: shares[row, place])
                fine = shares[row, kind] >= FINER * together[row, best] or [word] == [self.kinds[kind]]
                coarse = word in self.kinds and word not in type_words().vague
                found.append(Guess(self.kinds[kind] if fine or not coarse else word, float(together[row, best])))
        return found

    def _tried(self, rows: Any, labels: Any, usual: Mapping[str, int], members: Mapping[str, int]) -> float:
        """How sure a guess must be, so that enough of those at least as sure are right."""
        told = sorted(zip(self._guesses(rows), labels, strict=True), key=lambda pair: -pair[0].sure)
        least, right, all_told = 1.1, 0.0, 0.0
        for count, (guess, label) in enumerate(told, 1):
            kind = self.kinds[label]
            weight = usual[kind] / members[kind]
            all_told += weight
            right += weight * alike(guess.kind, kind)
            if count >= min(LEAST_TRIED, len(told)) and right >= RIGHT * all_told:
                least = guess.sure
        return min(least, SURE) if told and least == told[-1][0].sure else least


def alike(guessed: str, kind: str) -> bool:
    """Whether a guess is right, or only finer or coarser than the truth: an LCD monitor is a monitor."""
    return guessed.split()[-1:] == kind.split()[-1:]


def _learnt(matrix: Any, labels: Any, taught: Any, kinds: int) -> Any:
    """Weights of every feature for every kind, after few passes over the rows that are taught."""
    weights = np.zeros((matrix.shape[1], kinds), dtype=np.float32)
    moved = np.full(matrix.shape[1], 1e-6, dtype=np.float32)
    usable = _usable(labels, taught, kinds)
    random = np.random.default_rng(SEED)
    for _ in range(PASSES):
        order = random.permutation(usable)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            rows = matrix[batch]
            errors = _shares(rows, weights)
            errors[np.arange(len(batch)), labels[batch]] -= 1
            touched = np.unique(rows.indices)
            slopes = rows.T.tocsr()[touched] @ errors
            moved[touched] += (slopes**2).mean(axis=1)
            weights[touched] -= (STEP / np.sqrt(moved[touched]))[:, None] * slopes
    return weights


def _usable(labels: Any, taught: Any, kinds: int) -> Any:
    """The rows to learn from, kind by kind, those of a rare one again and again."""
    of_kind = [taught[labels[taught] == kind] for kind in range(kinds)]
    return np.concatenate([np.tile(rows, min(AGAIN, -(-RARE // max(1, len(rows))))) for rows in of_kind] or [taught])


def _shares(rows: Any, weights: Any) -> Any:
    scores = rows @ weights
    scores -= scores.max(axis=1, keepdims=True)
    np.exp(scores, out=scores)
    return scores / scores.sum(axis=1, keepdims=True)


def _without(row: Sequence[str], words: str) -> list[str]:
    own = set(words.split())
    return [name for name in row if name not in own]

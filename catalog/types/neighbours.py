"""The kind of a product that doesn't say it: that of the records most like it, where these agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from catalog.languages.folding import fold
from catalog.languages.registry import places
from catalog.product import Product
from catalog.types.words import type_words

FIGURE = re.compile(r"\d[\d.]*")
FAMILY = re.compile(r"(?<!\S)\d*([A-Za-z]{2,}-?[A-Za-z]?)\d\S*")
NEIGHBOURS = 8
FEWEST = 200
"""A catalogue with fewer products of certain kind teaches nothing."""
RIGHT = 0.97
RIGHT_PER_KIND = 0.95
OFTEN = 6
FORGIVEN = 1
"""So many wrong guesses of one kind may be an accident: some dozen were tried."""
SURE = 0.7
"""What is sure enough where no guess that was tried is wrong."""
LEAD, SURE_IF_AHEAD = 1.6, 0.55
"""A kind with few known products may be far ahead of all others without many votes."""
LIKELY, AGREED = 0.4, 4
"""Of those below what is sure, four in five are right from here on."""
FINER = 0.95
"""Where fewer votes of the inkjet and other printers are for the inkjet ones, it is a printer."""
TRIED = 1500
BATCH = 512
DESCRIBED = 240
EVERYWHERE = 0.2
"""What so large a share of the records has says little of likeness, and most of the time would go into it."""


def features(product: Product) -> dict[str, float]:
    """What a record looks like: the names of its columns, and its words, those after "for" apart from the others."""
    found = {f"column {name}": 1.5 for name in product.attributes}
    for family in FAMILY.findall(product.title):
        found[f"family {product.brand} {family.casefold()}"] = 1.0
    folders = places()
    for text in (product.title, (product.description or "")[:DESCRIBED]):
        prefix = ""
        for word in text.split():
            told = _told(word, folders)
            if told is None:
                prefix = "for "
                continue
            for each in told:
                found[prefix + each] = 1.0
    return found


@lru_cache(maxsize=1 << 16)
def _told(word: str, _: tuple[str, ...]) -> tuple[str, ...] | None:
    """A word in the forms that are compared, bare figures left out; None where it says what a thing is for."""
    if word.casefold() in type_words().stops:
        return None
    return tuple(FIGURE.sub("0", folded) for folded in fold(word).split() if not FIGURE.fullmatch(folded))


@dataclass(frozen=True, slots=True)
class Guess:
    """A kind, how sure it is (0 to 1), and how many near records agree."""

    kind: str
    sure: float
    agree: int
    lead: float
    """How many times more like it the nearest of this kind is than the nearest of another."""


class Looks:
    """The features of many products, numbered: those of a product stand together, in the order it has them in."""

    def __init__(self, products: Iterable[Product]) -> None:
        self.numbers: dict[str, int] = {}
        """Feature -> its number."""
        numbers, values, ends = list[int](), list[float](), [0]
        for product in products:
            look = features(product)
            numbers += [self.numbers.setdefault(name, len(self.numbers)) for name in look]
            values += look.values()
            ends.append(len(numbers))
        self._numbers, self._values = np.array(numbers, dtype=np.int32), np.array(values)
        self._ends = np.array(ends)

    def of(self, products: Sequence[int]) -> tuple[NDArray[np.intp], NDArray[np.int32], NDArray[np.float64]]:
        """Of these products in turn every feature: the product's place among them, the feature's number, its value."""
        chosen = np.asarray(products, dtype=np.intp)
        starts, counts = self._ends[chosen], self._ends[chosen + 1] - self._ends[chosen]
        places = np.repeat(np.arange(len(chosen)), counts)
        at = np.arange(len(places)) + np.repeat(starts - np.cumsum(counts) + counts, counts)
        return places, self._numbers[at], self._values[at]


class Neighbours:
    """Products of certain kind, to compare others with; the same products give the same guesses."""

    def __init__(
        self,
        looks: Looks,
        certain: Sequence[tuple[int, str, str]],
        wide: Set[str] | None = None,
        former: Neighbours | None = None,
    ) -> None:
        """`certain` holds (product, kind, the words that name the kind): those words don't count as likeness.

        The first of them are tried, so they come in no order of kinds. `wide`: kinds that are enough to know where
        the near records are of several kinds of them; by default all. `former`: others that were tried for these."""
        self._looks, self._kinds = looks, [kind for _, kind, _ in certain]
        self._own = frozenset(self._kinds) if wide is None else frozenset(self._kinds) & wide
        places, numbers, values = looks.of([product for product, _, _ in certain])
        kept = ~self._named(certain, places, numbers)
        places, numbers, values = places[kept], numbers[kept], values[kept]
        counts = np.bincount(numbers, minlength=len(looks.numbers))
        telling = (counts > 1) & (counts <= max(FEWEST, EVERYWHERE * len(certain)))
        self._weights = np.where(telling, np.log((1 + len(certain)) / (1 + counts)) + 1, 0.0)
        self._matrix = self._rows(len(certain), places, numbers, values)
        self._across = self._matrix.T.tocsr()
        self._least, self._least_of = (former._least, former._least_of) if former else self._tried()

    def _named(self, certain: Sequence[tuple[int, str, str]], places: Any, numbers: Any) -> NDArray[np.bool_]:
        """Whether a feature is one of the words that name the kind of its product."""
        known, every = self._looks.numbers, len(self._looks.numbers)
        told = {
            place * every + known[word]
            for place, (_, _, words) in enumerate(certain)
            for word in words.split()
            if word in known
        }
        return np.isin(places * every + numbers, np.fromiter(told, dtype=np.int64, count=len(told)))

    def guess(self, products: Sequence[int]) -> list[Guess | None]:
        """For each of these products the kind of its neighbours; None where they are unlike it or disagree."""
        found: list[Guess | None] = []
        for guess in self._guesses(self._rows(len(products), *self._looks.of(products))):
            found.append(guess if guess is not None and self._is_sure(guess) else None)
        return found

    def likeliest(self, products: Sequence[int]) -> list[str | None]:
        """The kinds of those whose records say nothing better: less sure, but nearly all near ones agree."""
        guesses = self._guesses(self._rows(len(products), *self._looks.of(products))) if products else ()
        return [one.kind if one and one.sure >= LIKELY and one.agree >= AGREED else None for one in guesses]

    def _is_sure(self, guess: Guess) -> bool:
        least = self._least_of.get(guess.kind, self._least)
        far_ahead = guess.lead >= LEAD and guess.agree >= 2 and guess.kind not in self._least_of
        return guess.sure >= (min(least, SURE_IF_AHEAD) if far_ahead else least)

    def _rows(self, count: int, places: Any, numbers: Any, values: Any) -> Any:
        """The telling features of so many products as rows of length 1."""
        from scipy import sparse

        telling = self._weights[numbers] > 0
        places, numbers = places[telling], numbers[telling]
        weighted = values[telling] * self._weights[numbers]
        counts = np.bincount(places, minlength=count)
        ends = np.append(0, np.cumsum(counts))
        lengths = np.sqrt(np.add.reduceat(np.append(weighted**2, 0.0), ends[:-1])) if count else np.empty(0)
        lengths[(counts == 0) | (lengths == 0)] = 1.0
        shape = (count, max(1, len(self._weights)))
        return sparse.csr_matrix((weighted / np.repeat(lengths, counts), numbers, ends), shape=shape, dtype=np.float32)

    def _guesses(self, rows: Any, skip: Sequence[int] | None = None) -> Iterable[Guess | None]:
        for start in range(0, rows.shape[0], BATCH):
            likeness = rows[start : start + BATCH] @ self._across
            for number in range(likeness.shape[0]):
                first, last = likeness.indptr[number], likeness.indptr[number + 1]
                near, whose = likeness.data[first:last].copy(), likeness.indices[first:last]
                if skip is not None:
                    near[whose == skip[start + number]] = 0
                yield self._vote(near, whose)

    def _vote(self, near: Any, whose: Any) -> Guess | None:
        if not len(near):
            return None
        best = np.lexsort((whose, -near))[:NEIGHBOURS] if len(near) <= NEIGHBOURS else self._best(near, whose)
        votes: dict[str, float] = defaultdict(float)
        for place in best:
            votes[self._kinds[whose[place]]] += float(near[place]) ** 3
        kind = max(sorted(votes), key=lambda each: votes[each])
        mine = [float(near[place]) for place in best if self._kinds[whose[place]] == kind]
        coarse = kind.split()[-1]
        alike = sum(vote for each, vote in votes.items() if _agree(each, kind))
        if coarse in self._own and votes[kind] < FINER * alike:
            mine = [float(near[place]) for place in best if _agree(self._kinds[whose[place]], kind)]
            kind, votes = coarse, {**votes, coarse: alike}
        others = [float(near[place]) for place in best if not _agree(self._kinds[whose[place]], kind)]
        total = sum(float(near[place]) ** 3 for place in best)
        if not total:
            return None
        sure = votes[kind] / total * float(near[best[0]]) ** 0.5
        return Guess(kind, sure, len(mine), max(mine) / max([*others, 0.01]))

    def _best(self, near: Any, whose: Any) -> Any:
        top = np.argpartition(-near, NEIGHBOURS)[:NEIGHBOURS]
        return top[np.lexsort((whose[top], -near[top]))]

    def _tried(self) -> tuple[float, dict[str, float]]:
        """How sure guesses must be to be right, tried on certain products: of any kind, and of each often guessed."""
        count = len(self._kinds)
        sample = np.arange(min(TRIED, count))
        guesses = list(self._guesses(self._matrix[sample], list(sample)))
        told = [(guess, self._kinds[place]) for guess, place in zip(guesses, sample, strict=True) if guess is not None]
        told.sort(key=lambda pair: -pair[0].sure)
        per_kind: dict[str, list[tuple[float, bool]]] = defaultdict(list)
        for guess, kind in told:
            per_kind[guess.kind].append((guess.sure, _agree(guess.kind, kind)))
        least = _least_sure([(guess.sure, _agree(guess.kind, kind)) for guess, kind in told], RIGHT, 30)
        often = {kind: tried for kind, tried in per_kind.items() if len(tried) >= OFTEN}
        return least, {
            kind: max(
                min(_least_sure(tried, RIGHT_PER_KIND, OFTEN, FORGIVEN), least if all(ok for _, ok in tried) else 2),
                SURE_IF_AHEAD,
            )
            for kind, tried in often.items()
        }


def _least_sure(tried: Sequence[tuple[float, bool]], share: float, fewest: int, forgiven: int = 0) -> float:
    """The sureness down to which this share of guesses, the surest first, is right; above 1 where there is none."""
    least, right = 1.1, forgiven
    for number, (sure, ok) in enumerate(tried, 1):
        right += ok
        if number >= min(fewest, len(tried)) and right >= share * number:
            least = sure
    return min(least, SURE) if tried and least == tried[-1][0] else least


def _agree(guessed: str, kind: str) -> bool:
    """Whether a guess is right, or only finer or coarser than the truth: an LCD monitor is a monitor."""
    return guessed.split()[-1] == kind.split()[-1]

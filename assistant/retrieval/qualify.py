"""Which products qualify: every demand judged on the whole catalogue before anything is ranked."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.judging import judged, rising
from assistant.retrieval.same_meaning import same_meaning
from assistant.state import DialogueState
from assistant.vocabulary import Want
from catalog.languages.folding import fold, holding_any
from catalog.languages.lexicon import lexicon
from catalog.languages.segmentation import segment
from catalog.ports import LexicalIndex
from catalog.product import Constraint, Product, Verdict
from catalog.store import Store
from catalog.view import View

REMEMBERED, COLUMNS = 512, 32
FEW_TYPED, WELL_TYPED = 10, 100
"""Where some records tell no type, a kind with fewer typed products than this may have others by name."""
SOLD_OUT = Constraint("stock", "<=", 0.0)
READ = frozenset({"has", "!=", "not_in"})
"""Demands that a record's texts may prove or contradict where its columns are silent."""

Mask = NDArray[np.bool_]
_NO_ROWS: NDArray[np.int32] = np.zeros(0, dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the catalogue's records say of one demand, as masks over its rows; a silent record is in none of them.

    `unclear` holds records that give a figure which can't be compared, such as a number whose unit nothing proves.
    """

    meets: Mask
    violates: Mask
    unclear: Mask


@dataclass(frozen=True, slots=True)
class Qualified:
    """Masks over the rows of `view`: `proved` meets every firm demand, `open` breaks none, but leaves one unanswered.

    A record that answers with a figure of unknown unit is in neither: it may well break the demand.
    """

    view: View
    proved: Mask
    open: Mask

    def ids(self, mask: Mask) -> list[str]:
        """The product ids of a mask."""
        return [self.view.ids[row] for row in np.flatnonzero(mask)]


class Qualifier:
    """Judges demands on all products at once, with `Constraint` as the only law; a verdict lasts as its column does."""

    def __init__(self, store: Store, words: LexicalIndex) -> None:
        self._store = store
        self._words = words
        self._verdicts: OrderedDict[tuple[int, Constraint], Verdicts] = OrderedDict()
        self._rising: OrderedDict[tuple[int, str], Mapping[str | None, Sequence[int]]] = OrderedDict()
        self._lock = Lock()

    def qualify(self, state: DialogueState, without: Iterable[str] = ()) -> Qualified:
        """The products that qualify for what was said, leaving aside the ids in `without`."""
        view = self._store.view()
        unbroken = self.in_reach(view, state)
        proved = unbroken.copy()
        for constraint in demands(state):
            verdicts = self.verdicts(view, constraint)
            proved &= verdicts.meets
            unbroken &= ~(verdicts.violates | verdicts.unclear | self._doubted(view, constraint, verdicts))
        left_out = view.row_of(without)
        proved[left_out] = unbroken[left_out] = False
        return Qualified(view, proved, unbroken & ~proved)

    def in_reach(self, view: View, state: DialogueState) -> Mask:
        """The products of the kind that is wanted, without what is sold out unless the shopper asked for that."""
        kind = self._kind(view, state.want)
        return kind if asks_for_sold_out(state) else kind & ~self.verdicts(view, SOLD_OUT).meets

    def verdicts(self, view: View, constraint: Constraint) -> Verdicts:
        """The verdict of every record on one demand."""
        key = (view.since(constraint.field), replace(constraint, said="", firm=True))
        with self._lock:
            if key in self._verdicts:
                self._verdicts.move_to_end(key)
                return self._verdicts[key]
        verdicts = self._judge(view, constraint)
        with self._lock:
            self._verdicts[key] = verdicts
            while len(self._verdicts) > REMEMBERED:
                self._verdicts.popitem(last=False)
        return verdicts

    def _doubted(self, view: View, constraint: Constraint, told: Verdicts) -> Mask:
        """The records that don't answer, but give a figure against the demand in another column of the same meaning."""
        doubted = np.zeros(len(view.ids), dtype=bool)
        if isinstance(constraint.value, bool) or not isinstance(constraint.value, (int, float)):
            return doubted
        for name in same_meaning(constraint.field, view.fields):
            other = self.verdicts(view, replace(constraint, field=name))
            doubted |= other.violates | other.unclear
        return doubted & ~told.meets

    def lists(self, view: View, want: Want | None) -> bool:
        """Whether the catalogue has the kind that is wanted: a type of its own, or products that hold all its words."""
        return want is None or (bool(want.types) and not want.near) or bool(self._named(view, want).size)

    def _kind(self, view: View, want: Want | None) -> Mask:
        """The wanted kind: its types, and where these are rare also what is called so in its text."""
        mask = np.zeros(len(view.ids), dtype=bool)
        if want is None:
            return ~mask
        if want.near:
            mask[self._named(view, want)] = True
            if mask.any():
                return mask
        if want.types:
            mask[self._of_types(view, lambda label: label in want.types)] = True
            typed = view.column("type").rows
            if want.near or mask.sum() >= WELL_TYPED or len(typed) == len(view.ids):
                return mask
            if mask.sum() >= FEW_TYPED:
                untyped = np.ones(len(view.ids), dtype=bool)
                untyped[typed] = False
                # What is only known to be a battery may be the household battery that is wanted.
                ends = {end for name in (want.called, *want.types) for end in _endings(fold(name))}
                untyped[self._of_types(view, lambda label: fold(label) in ends)] = True
                named = self._named(view, want)
                mask[named[untyped[named]]] = True
                return mask
        mask[self._named(view, want)] = True
        return mask if mask.any() else ~mask

    @staticmethod
    def _of_types(view: View, chosen: Callable[[str], bool]) -> NDArray[np.int32]:
        column = view.column("type")
        same = np.array([chosen(str(fact.value)) for fact in column.facts], dtype=bool)
        return column.rows[same[column.codes]]

    def _named(self, view: View, want: Want) -> NDArray[np.int32]:
        """The rows whose texts hold all words of the kind, without what is only for it: a laptop bag is no laptop."""
        names = _names(want)
        accessory = np.zeros(len(view.ids), dtype=bool)
        called_so = holding_any(names)
        own = () if want.near else want.types
        accessory[self._of_types(view, lambda label: label not in own and called_so(label))] = True
        # Of a kind that is known by name a mention proves nothing; a word of which nothing is known may be a maker's.
        called = self._called if "type" in lexicon().kinds_of(want.called) else self._holding
        typed = want.types and not want.near
        if typed:
            rows = self._holding(view, (want.query, *names))
        else:
            rows = next((found for one in ((want.query,), names) if (found := called(view, one)).size), _NO_ROWS)
        left = rows[~accessory[rows]]
        if want.near:
            left = self._literally_named(view, left, names)
        # Of coffee whose makers are sold there is none, though a capsule holder is called by it too.
        return _NO_ROWS if not typed and 2 * left.size < rows.size else left

    def _literally_named(self, view: View, rows: NDArray[np.int32], names: Iterable[str]) -> NDArray[np.int32]:
        """Those of the rows whose texts say a name word by word, or whose title says its words in their order: a camera
        with Instant Share is no instant camera, a phone and tablet stand is a phone stand."""
        said, in_order = holding_any(names), _in_order(names)
        products = self._store.get(view.ids[row] for row in rows)
        literally = (
            one.id
            for one in products
            if said(f"{one.title} {one.description or ''}") or in_order.search(fold(one.title))
        )
        return view.row_of(literally)

    def _called(self, view: View, names: Iterable[str]) -> NDArray[np.int32]:
        """The rows that are called so, or else those of unknown type that mention it: a vacuum for sofas is no sofa."""
        rows = self._holding(view, names)
        if not rows.size:
            return rows
        fits = np.zeros(len(view.ids), dtype=bool)
        fits[self._holding(view, names, naming=True)] = True
        if not fits.any():
            fits[:] = True
            fits[view.column("type").rows] = False
        return rows[fits[rows]]

    def _holding(self, view: View, names: Iterable[str], naming: bool = False) -> NDArray[np.int32]:
        found = [self._words.holding(segment(name), naming) for name in names if name]
        return view.row_of(dict.fromkeys(one for ids in found for one in ids))

    def _judge(self, view: View, constraint: Constraint) -> Verdicts:
        column = view.column(constraint.field)
        told = judged(constraint, column.facts, self._in_order(view, constraint.field))
        meets = np.zeros(len(view.ids), dtype=bool)
        violates = np.zeros(len(view.ids), dtype=bool)
        unclear = np.zeros(len(view.ids), dtype=bool)
        for mask, verdict in ((meets, Verdict.MEETS), (violates, Verdict.VIOLATES), (unclear, Verdict.UNKNOWN)):
            mask[column.rows[np.array([v is verdict for v in told], dtype=bool)[column.codes]]] = True
        if constraint.op in READ:
            self._read_texts(view, constraint, meets, violates)
            missed = np.zeros(len(view.ids), dtype=bool)
            missed[
                column.rows[np.array([constraint.is_missed_by(f) for f in column.facts], dtype=bool)[column.codes]]
            ] = True
            violates |= missed & ~meets
            unclear &= constraint.op != "has"
        return Verdicts(meets, violates, unclear)

    def _in_order(self, view: View, field: str) -> Mapping[str | None, Sequence[int]]:
        """The places of a column's figures, the least first; found once while they stay."""
        key = (view.since(field), field)
        found = self._rising.get(key)
        if found is None:
            found = rising(view.column(field).facts)
            with self._lock:
                self._rising[key] = found
                while len(self._rising) > COLUMNS:
                    self._rising.popitem(last=False)
        return found

    def _told_of(self, view: View, constraint: Constraint) -> NDArray[np.int32]:
        """The rows whose texts hold the words of the demand."""
        values = constraint.value if isinstance(constraint.value, tuple) else (constraint.value,)
        phrases = [value for value in values if isinstance(value, str)] or [constraint.field]
        ids = [one for phrase in phrases for one in self._words.holding(segment(phrase))]
        ids += [one for phrase in phrases if not phrase.isascii() for one in _literally(view, phrase)]
        return view.row_of(dict.fromkeys(ids))

    def _read_texts(self, view: View, constraint: Constraint, meets: Mask, violates: Mask) -> None:
        """Records whose column is silent may prove a feature by their own words: only those that hold them are read."""
        rows = self._told_of(view, constraint)
        silent = rows[~(meets[rows] | violates[rows])]
        products = self._store.get(view.ids[row] for row in silent)
        row_of = dict(zip((view.ids[row] for row in silent), silent, strict=True))
        for product in products:
            verdict = constraint.allows(product)
            meets[row_of[product.id]] = verdict is Verdict.MEETS
            violates[row_of[product.id]] = verdict is Verdict.VIOLATES


def _names(want: Want) -> tuple[str, ...]:
    """What the wanted kind is called; where the catalogue's types only come near it, by no name that is theirs too."""
    words = lexicon()
    shared = {fold(other) for one in want.types if want.near for other in (*words.equivalents(one), *words.wider(one))}
    return (want.called, *(one for one in words.equivalents(want.called) if fold(one) not in shared))


def _in_order(names: Iterable[str]) -> re.Pattern[str]:
    """What finds the words of a name in their order, with at most two words between each and the next."""
    several = [fold(name).split(" ") for name in names]
    gap = r"\W+(?:\w+\W+){0,2}?"
    found = [gap.join(map(re.escape, words)) for words in several if len(words) > 1]
    return re.compile("|".join(rf"\b{one}\b" for one in found) or r"(?!)")


def _endings(name: str) -> list[str]:
    """A folded name, and what is left of it without its first word, its first two, and so on."""
    words = name.split(" ")
    return [" ".join(words[at:]) for at in range(len(words))]


def _literally(view: View, phrase: str) -> list[str]:
    """The ids whose title or description holds the very letters: words of scripts without spaces are cut anyhow."""
    found = []
    for name in ("title", "description"):
        column = view.column(name)
        holds = np.array([phrase in str(fact.value) for fact in column.facts], dtype=bool)
        found += [view.ids[row] for row in column.rows[holds[column.codes]]]
    return found


def demands(state: DialogueState) -> tuple[Constraint, ...]:
    """The firm demands that exclude."""
    return tuple(constraint for constraint in state.ledger if constraint.firm)


def unanswered(state: DialogueState, product: Product) -> tuple[Constraint, ...]:
    """The firm demands that the product's record doesn't answer."""
    return tuple(c for c in demands(state) if c.allows(product) is Verdict.UNKNOWN)


def asks_for_sold_out(state: DialogueState) -> bool:
    """Whether the shopper asked for what is sold out."""
    return any(constraint.field == "stock" for constraint in state.ledger)

"""Facts that texts state and the columns lack: read only where the records that have both bear it out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from catalog.findings.mined_texts import (
    LISTED,
    Clue,
    columns_say,
    connections,
    feature_named,
    features_in,
    figures_in,
    words_in,
)
from catalog.product import Attribute, Product

ENOUGH = 30
"""So many records must state both the text and the value before a way of reading one from the other is believed."""
PRECISE = 0.97
COMMON = 0.3
"""A column is for a kind where so many of the kind have it."""
TOLERANCE = 0.01
SOME = 3
"""A feature is one of a kind's where so many of it tell it; of other things its name may mean something else."""
ANY_VALUE: tuple[str | None, frozenset[str]] = (None, frozenset())
EVERY = ""
"""Stands for the type where a way of reading is the same for all: a feature is called by its name everywhere."""


@dataclass(frozen=True, slots=True)
class Mined:
    """One way of reading a column from text: how often it was right where the value is known, and what it added."""

    column: str
    type: str
    way: str
    right: int
    told: int
    added: int


def mine(products: Sequence[Product], settled: frozenset[int] = frozenset()) -> tuple[list[Product], tuple[Mined, ...]]:
    """The products with the facts that their own words state, each with these words as its proof.

    Every way of reading is tried on the records that have the value: it is used where it is right in 97 of 100. The
    products at the places `settled` stay as they are.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for place, product in enumerate(products):
        if product.type:
            groups[product.type].append(place)
    added: dict[int, dict[str, Attribute]] = defaultdict(dict)
    notes: list[Mined] = []
    for type_, members in groups.items():
        if len(members) < ENOUGH:
            continue
        columns = _columns([products[place] for place in members])
        clues = {place: [*figures_in(products[place]), *words_in(products[place], columns)] for place in members}
        notes += _read(products, type_, clues, columns, settled, added)
    usual = _features(products)
    features = {place: features_in(product, usual.get(product.type, ())) for place, product in enumerate(products)}
    truths = {name for names in usual.values() for name in names}
    named = {name: column for column in sorted(truths) if (name := feature_named(column)) in connections()}
    for place, product in enumerate(products):
        features[place].extend(columns_say(product, named))
    notes += _read(products, EVERY, features, dict.fromkeys(truths, ANY_VALUE), settled, added)
    notes.sort(key=lambda note: (-note.added, note.column, note.type, note.way))
    return [_with(product, added.get(place)) for place, product in enumerate(products)], tuple(notes)


def _features(products: Sequence[Product]) -> dict[str | None, tuple[str, ...]]:
    """Type -> the yes-or-no columns that some of it have, of those that are often enough told to be judged."""
    everywhere: Counter[str] = Counter()
    within: Counter[tuple[str | None, str]] = Counter()
    for product in products:
        for name, fact in product.attributes.items():
            if isinstance(fact.value, bool):
                everywhere[name] += 1
                within[product.type, name] += 1
    found: dict[str | None, tuple[str, ...]] = defaultdict(tuple)
    for (type_, name), count in sorted(within.items(), key=str):
        if type_ and count >= SOME and everywhere[name] >= ENOUGH:
            found[type_] += (name,)
    return found


def _columns(members: Sequence[Product]) -> dict[str, tuple[str | None, frozenset[str]]]:
    """The kind's usual columns that can be read: their one unit, or their usual words."""
    units: dict[str, Counter[str | None]] = defaultdict(Counter)
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for product in members:
        for name, fact in product.attributes.items():
            if isinstance(fact.value, bool):
                continue
            if isinstance(fact.value, float):
                units[name][fact.unit] += 1
            else:
                words[name][fact.value] += 1
    least = max(COMMON * len(members), ENOUGH)
    found: dict[str, tuple[str | None, frozenset[str]]] = {}
    for name, counts in units.items():
        if counts.total() >= least and len(counts) == 1 and name not in words and (unit := next(iter(counts))):
            found[name] = unit, frozenset()
    for name, said in words.items():
        usual = frozenset(word for word, count in said.items() if count >= 3 and 1 < len(word) <= 24)
        if said.total() >= least and name not in units and 1 < len(usual) <= 80:
            found[name] = None, usual
    return found


def _read(
    products: Sequence[Product],
    type_: str,
    clues: Mapping[int, Sequence[Clue]],
    columns: Mapping[str, tuple[str | None, frozenset[str]]],
    settled: frozenset[int],
    added: dict[int, dict[str, Attribute]],
) -> list[Mined]:
    """Tries every way on what is known, and adds what the good ones read where nothing is known."""
    tried: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    measured: dict[str | None, list[str]] = {}
    for place, found in clues.items():
        attributes = products[place].attributes
        for clue in found:
            if not clue.columns and clue.unit not in measured:
                measured[clue.unit] = [name for name, (unit, _) in columns.items() if _comparable(clue, unit)]
            for name in clue.columns or measured[clue.unit]:
                known = attributes.get(name)
                if known is not None and (verdict := _agrees(clue, known, columns[name][0])) is not None:
                    tried[name, clue.way][0] += verdict
                    tried[name, clue.way][1] += 1
    good = {key: (right, told) for key, (right, told) in tried.items() if told >= ENOUGH and right >= PRECISE * told}
    for found in clues.values():
        for clue in found:
            if clue.way.startswith(LISTED):
                for name in clue.columns:
                    right, told = tried.get((name, clue.way), (0, 0))
                    if right == told:
                        good.setdefault((name, clue.way), (right, told))
    by_way: dict[str, list[str]] = defaultdict(list)
    for name, way in good:
        by_way[way].append(name)
    counts: Counter[tuple[str, str]] = Counter()
    for place, found in clues.items():
        if place in settled:
            continue
        read: dict[str, list[tuple[Attribute, Clue]]] = defaultdict(list)
        for clue in found:
            for name in by_way.get(clue.way, ()):
                if (clue.columns and name not in clue.columns) or name in products[place].attributes:
                    continue
                if (fact := clue.fact(columns[name][0])) is not None:
                    read[name].append((fact, clue))
        for name, facts in read.items():
            # Of "61 cm (24 inch)" the figure in the column's own unit is exact, the other was rounded.
            first, clue = min(facts, key=lambda pair: pair[1].unit != columns[name][0])
            if all(_same(first.value, fact.value) for fact, _ in facts):
                added[place].setdefault(name, first)
                counts[name, clue.way] += 1
    return [Mined(name, type_, way, *good[name, way], counts[name, way]) for name, way in good]


def _agrees(clue: Clue, known: Attribute, unit: str | None) -> bool | None:
    """Whether a clue is what the record says; None where the two can't be compared."""
    if isinstance(known.value, float) and known.unit != unit:
        return None
    read = clue.read(unit)
    return None if read is None or type(read) is not type(known.value) else _same(read, known.value)


def _comparable(clue: Clue, unit: str | None) -> bool:
    """Whether a clue that speaks of any column may speak of one with this unit."""
    return clue.read(unit) is not None


def _same(one: float | bool | str, other: float | bool | str) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return str(one).casefold() == str(other).casefold()
    return abs(one - other) <= TOLERANCE * abs(other)


def _with(product: Product, found: Mapping[str, Attribute] | None) -> Product:
    if not found:
        return product
    return replace(product, attributes=MappingProxyType({**product.attributes, **found}))

"""What speaks for a unit: a product's own text that repeats a value, a column's name, a twin column in other units."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from catalog.cleaning.column_words import column_words, plain_name
from catalog.cleaning.written_measures import Written, measures_in, unit_word
from catalog.measures import convert, dimension, units
from catalog.product import Product

NO_COLUMN_UNIT = frozenset({"count"})
NO_NAME_UNIT = NO_COLUMN_UNIT | {"pages", "sheets", "share"}
"""What counts things stays a bare number."""
ROWS = 8
VALUES = 5
AGREE = 0.95
SHARE = 0.5
LIFT = 2.0
RIVAL = 5
TELLING = min(VALUES, RIVAL)
"""Fewer rows than this speak for no unit and against none."""
REAL_SHARE = 0.25
TWIN_SHARE, TWIN_RIVAL = 0.5, 0.1
SHIFTS = (3, 7)
IN_BRACKETS = re.compile(r"[(（\[【]\s*([^()（）\[\]【】]+?)\s*[)）\]】]\s*$")


@dataclass(frozen=True, slots=True)
class Said:
    """One figure of a text on the scale of one unit; `direct` where the text itself has that unit."""

    unit: str
    direct: bool
    words: str


def rounded(value: float) -> float:
    """The value to three figures: 39.6 cm are 15.6 inch."""
    return float(f"{value:.3g}")


def figures_said(product: Product) -> Mapping[float, tuple[Said, ...]]:
    """Every figure with a unit in title and description, rounded, on the scale of every unit it can be told in."""
    found: dict[float, list[Said]] = defaultdict(list)
    for written in chain(measures_in(product.title), measures_in(product.description or "")):
        for value, said in _on_scales(written):
            found[value].append(said)
    return {value: tuple(said) for value, said in found.items()}


@lru_cache(maxsize=1 << 16)
def _on_scales(written: Written) -> tuple[tuple[float, Said], ...]:
    told = ((unit, convert(written.value, written.unit, unit)) for unit in _units_of(dimension(written.unit) or ""))
    return tuple((rounded(value), Said(unit, unit == written.unit, written.words)) for unit, value in told if value)


class Texts:
    """What the texts of all rows say: their figures, and which units each uses itself."""

    def __init__(self, figures: Sequence[Mapping[float, tuple[Said, ...]]]) -> None:
        self.figures = figures
        found = (
            frozenset(said.unit for all_said in text.values() for said in all_said if said.direct) if text else None
            for text in figures
        )
        same: dict[frozenset[str] | None, frozenset[str] | None] = {}
        self.mentions = [same.setdefault(one, one) for one in found]

    def units_at(self, row: int, value: float) -> dict[str, bool]:
        """The units in which a row's text repeats a rounded value, and whether in so many words."""
        found: dict[str, bool] = {}
        for said in self.figures[row].get(value, ()):
            found[said.unit] = found.get(said.unit, False) or said.direct
        return found


@cache
def _units_of(kind: str) -> tuple[str, ...]:
    return tuple(unit for unit in units() if dimension(unit) == kind and kind not in NO_COLUMN_UNIT)


@dataclass(frozen=True, slots=True)
class Proof:
    """That the values of a group of rows have this unit: `hits` of `told` texts that could say so do."""

    unit: str
    hits: int
    told: int
    least: float
    most: float

    def covers(self, value: float) -> bool:
        """Whether a value lies where values of this unit were seen."""
        return self.least / 2 <= value <= self.most * 2


class Column:
    """The values of one column and the texts beside them."""

    def __init__(self, rows: Sequence[int], values: Sequence[float], texts: Texts, near: Sequence[float] | None = None):
        self.rows, self.values, self._texts = rows, values, texts
        self._near = [rounded(value) for value in values] if near is None else near
        self.hits: dict[str, list[int]] = defaultdict(list)
        self._direct: Counter[str] = Counter()
        self._mentions: Counter[str] = Counter()
        chance: Counter[str] = Counter()
        count = len(rows)
        near, figures = self._near, texts.figures
        for mentioned, often in Counter(map(texts.mentions.__getitem__, rows)).items():
            for unit in mentioned or ():
                self._mentions[unit] += often
        for place, row in enumerate(rows):
            if near[place] in figures[row]:
                for unit, direct in texts.units_at(row, near[place]).items():
                    self.hits[unit].append(place)
                    self._direct[unit] += direct
        for shift in SHIFTS:
            at = (count * shift // 10 + 1) % max(count, 1)
            for row, value in zip(rows, chain(near[at:], near[:at]), strict=True):
                if value in figures[row]:
                    chance.update(texts.units_at(row, value).keys())
        self._chance = {unit: number / len(SHIFTS) for unit, number in chance.items()}

    def real_units(self) -> tuple[str, ...]:
        """Units that the texts repeat far more often than accident would."""
        likely = [
            unit
            for unit, places in self.hits.items()
            if len(places) >= max(RIVAL, LIFT * self._chance.get(unit, 0)) and self._direct[unit] >= RIVAL / 2
        ]
        usual = {dimension(unit) for unit in likely if len(self.hits[unit]) >= REAL_SHARE * self._mentions[unit]}
        most = max((len(self.hits[unit]) for unit in likely if dimension(unit) in usual), default=0)
        told: dict[str | None, int] = Counter()
        for unit in likely:
            told[dimension(unit)] += len(self.hits[unit])
        usual -= {kind for kind in usual if told[kind] < (1 - AGREE) * most}
        return tuple(unit for unit in likely if dimension(unit) in usual)

    def proof(self, careful: bool = False) -> Proof | None:
        """The one unit that the texts prove for these rows; `careful` asks for nearly all texts that could tell."""
        real = self.real_units()
        if not real:
            return None
        unit = max(real, key=lambda each: (len(self.hits[each]), self._direct[each], each))
        places = self.hits[unit]
        rivals = [each for each in real if each != unit and dimension(each) == dimension(unit)]
        told = {place for each in real for place in self.hits[each]}
        mentions = max(self._mentions[unit], len(places))
        if (
            len(places) < ROWS
            or len({self.values[place] for place in places}) < VALUES
            or len(places) < AGREE * len(told)
            or len(places) < (0.95 if careful else SHARE) * mentions
            or any(set(self.hits[each]) - set(places) for each in rivals)
        ):
            return None
        proved = [self.values[place] for place in places]
        return Proof(unit, len(places), len(told), min(proved), max(proved))

    def part(self, places: Sequence[int]) -> Column:
        """The same column with some of its rows alone."""
        return Column(
            [self.rows[place] for place in places],
            [self.values[place] for place in places],
            self._texts,
            [self._near[place] for place in places],
        )

    def speaks_against(self, unit: str) -> bool:
        """Whether texts use the unit and hardly ever for the value, or repeat the value in another unit."""
        hits = len(self.hits.get(unit, ()))
        other = max((len(self.hits[each]) for each in self.real_units() if each != unit), default=0)
        return other > hits or (self._mentions[unit] >= VALUES and hits < REAL_SHARE * self._mentions[unit])

    def tells_another(self, unit: str) -> bool:
        """Whether texts repeat the values in another unit of the same dimension, and oftener than in this one."""
        mine = len(self.hits.get(unit, ()))
        rivals = (each for each in self.real_units() if each != unit and dimension(each) == dimension(unit))
        return any(len(self.hits[each]) > mine for each in rivals)

    def measures_one_thing(self) -> bool:
        """Whether the texts that repeat the values agree on what is measured, if not on the scale."""
        real = self.real_units()
        kinds = {dimension(unit) for unit in real}
        if len(kinds) != 1:
            return False
        told = {place for unit in real for place in self.hits[unit]}
        mentions = max(self._mentions[unit] for unit in real)
        distinct = {self.values[place] for place in told}
        return len(told) >= max(ROWS, SHARE * mentions) and len(distinct) >= VALUES

    def said_at(self, place: int, allowed: Sequence[str]) -> Said | None:
        """The words of the row's own text that repeat its value, where they leave one of the units."""
        text = self._texts.figures[self.rows[place]]
        said = [each for each in text.get(self._near[place], ()) if each.unit in allowed]
        return said[0] if len({each.unit for each in said}) == 1 else None


def unit_in_name(column: str) -> str | None:
    """The unit that a column's name says: "weight_kg", "Width (cm)"; one letter needs a word for what it measures."""
    bracketed = IN_BRACKETS.search(column)
    if bracketed and _may_be_unit(bracketed.group(1), column):
        share = unit_word(bracketed.group(1))
        told = share is not None and dimension(share[0]) == "share" and len(bracketed.group(1)) > len(share[0])
        return share[0] if share is not None and told else _plain_unit(bracketed.group(1))
    words = plain_name(column).split()
    for length in (2, 1):
        last, before = " ".join(words[-length:]), words[:-length]
        unit = _plain_unit(last)
        if unit is None or not before or last in column_words().no_units or before[-1] in column_words().no_units:
            continue
        measured = column_words().measured.get(dimension(unit) or "", ())
        if len(last) > 1 or any(word in before for word in measured):
            return unit
    return None


def _may_be_unit(word: str, column: str) -> bool:
    """Whether a word in brackets is a unit though it may be another word: playing time (min) is no minimum."""
    if plain_name(word) not in column_words().no_units:
        return True
    unit = _plain_unit(word)
    measured = column_words().measured.get(dimension(unit) or "", ()) if unit else ()
    return any(one in plain_name(column).split() for one in measured)


def _plain_unit(word: str) -> str | None:
    named = unit_word(word)
    return named[0] if named and named[1] == 1.0 and dimension(named[0]) not in NO_NAME_UNIT else None


def is_count(column: str) -> bool:
    """Whether a column's name says that it counts things."""
    plain = f" {plain_name(column)} "
    return any(f" {word} " in plain or (not word.isascii() and word in plain) for word in column_words().counts)


def twin_of(column: str, columns: Mapping[str, object]) -> str | None:
    """The column of the same thing in imperial units, if there is one."""
    plain = plain_name(column)
    for word in column_words().imperial:
        names = (f"{column}__{word}_", f"{column}_{word}", f"{column} {word}", f"{column} ({word})", f"{word}_{column}")
        for twin in names:
            if twin in columns and plain_name(twin) != plain:
                return twin
    return None


def twin_units(pairs: Sequence[tuple[float, float]]) -> tuple[str, str, int] | None:
    """(unit, its imperial unit, pairs that agree) where one ratio of units explains most pairs and no other any."""
    distinct = {pair for pair in pairs if pair[0] > 0 and pair[1] > 0}
    telling = [pair for pair in distinct if pair[1] >= 10 * _precision(pair[1])]
    found = sorted(((sum(_agrees(*pair, *units) for pair in telling), *units) for units in TWINS), reverse=True)
    (count, metric, imperial), (next_best, _, _) = found[:2]
    if count < ROWS or count < TWIN_SHARE * len(telling) or next_best > TWIN_RIVAL * count:
        return None
    return metric, imperial, count


TWINS = (
    ("g", "lb"), ("kg", "lb"), ("g", "oz"), ("kg", "oz"), ("mm", "inch"), ("cm", "inch"), ("m", "inch"), ("m", "ft"),
    ("cm", "ft"), ("mm", "ft"), ("km", "mile"), ("ml", "floz"), ("l", "gal"), ("l", "floz"), ("°C", "°F"),
)  # fmt: skip


def _agrees(value: float, other: float, metric: str, imperial: str) -> bool:
    told = convert(value, metric, imperial)
    return told is not None and abs(told - other) <= max(0.006 * other, 0.51 * _precision(other))


def _precision(value: float) -> float:
    return 10.0 ** -len(f"{value:.6f}".rstrip("0").partition(".")[2])

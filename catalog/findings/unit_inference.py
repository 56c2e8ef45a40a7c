"""Units of bare numbers: set where the catalogue itself proves them, and left unknown everywhere else."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from catalog.findings.unit_evidence import (
    ROWS,
    TELLING,
    Column,
    Proof,
    Texts,
    figures_said,
    is_count,
    twin_of,
    twin_units,
    unit_in_name,
)
from catalog.product import Attribute, Product

BORNE_OUT = 2
SEVERAL = 3
YEAR, CALENDAR = "year", (1900.0, 2100.0)
"""Figures between these, in a column that is called a year, name years and count none."""
UNIFORM = 20
"""In so many types must texts repeat values with one unit before types without such texts are believed to have it."""


@dataclass(frozen=True, slots=True)
class UnitNote:
    """A unit that the catalogue itself proves for a column, or for one kind of product in it, and how."""

    column: str
    type: str | None
    unit: str
    values: int
    proof: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A unit for the values of a column, perhaps of one type or one order of magnitude alone."""

    unit: str
    proof: str
    type: str | None = None
    covers: Callable[[float], bool] = lambda value: True
    told_of: str | None = None
    """The type whose texts prove it; None where those of the whole column do."""
    untyped: bool = False
    """The rule is for products of unknown type alone."""
    spared: frozenset[str | None] = frozenset()
    """The types whose own texts tell another unit."""

    def is_for(self, type_: str | None) -> bool:
        """Whether the rule is for products of this type, where it covers their value."""
        if self.untyped:
            return self.type == type_
        return self.type in (None, type_) and type_ not in self.spared


def infer_units(
    products: Sequence[Product], settled: frozenset[int] = frozenset()
) -> tuple[list[Product], tuple[UnitNote, ...]]:
    """The products with every unit that is proved, and what proves each, the most used first.

    The products at the places `settled` stay as they are: what has no unit there was found to have none.
    """
    texts = Texts([{} if row in settled else figures_said(product) for row, product in enumerate(products)])
    numbers = _numbers(products, settled)
    twins = _twins(numbers)
    changes: dict[int, dict[str, Attribute]] = defaultdict(dict)
    notes: list[UnitNote] = []
    for name, found in numbers.items():
        rows, values = [row for row, _ in found], [value for _, value in found]
        column = Column(rows, values, texts)
        types = [products[row].type for row in rows]
        rules = _rules(name, column, types, twins)
        rules_of = {type_: [each for each in rules if each.is_for(type_)] for type_ in set(types)}
        used: dict[Rule, int] = defaultdict(int)
        own = 0
        allowed = column.real_units() if column.measures_one_thing() else ()
        for place, (row, value) in enumerate(found) if rules or allowed else ():
            rule = next((each for each in rules_of[types[place]] if each.covers(value)), None)
            if rule is not None:
                changes[row][name] = Attribute(value, rule.unit, rule.proof)
                used[rule] += 1
            elif allowed and (said := column.said_at(place, allowed)) is not None:
                changes[row][name] = Attribute(value, said.unit, said.words)
                own += 1
        counts: dict[tuple[str | None, str, str], int] = defaultdict(int)
        for rule, count in used.items():
            counts[rule.told_of, rule.unit, rule.proof] += count
        notes += [UnitNote(name, type_, unit, count, proof) for (type_, unit, proof), count in counts.items()]
        if own:
            notes.append(UnitNote(name, None, "/".join(sorted(allowed)), own, "each value is repeated by its own text"))
    notes.sort(key=lambda note: (-note.values, note.column, note.type or ""))
    return [_with(product, changes.get(row)) for row, product in enumerate(products)], tuple(notes)


def _numbers(products: Sequence[Product], settled: frozenset[int]) -> dict[str, list[tuple[int, float]]]:
    """Column -> (row, value) of every number that has no unit yet."""
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for row, product in enumerate(products):
        if row in settled:
            continue
        for name, fact in product.attributes.items():
            if isinstance(fact.value, float) and fact.unit is None and math.isfinite(fact.value):
                found[name].append((row, fact.value))
    return dict(found)


def _twins(numbers: Mapping[str, list[tuple[int, float]]]) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    for name, found in numbers.items():
        twin = twin_of(name, numbers)
        if twin is None:
            continue
        others = dict(numbers[twin])
        pairs = [(value, others[row]) for row, value in found if row in others]
        units = twin_units(pairs)
        if units is not None:
            metric, imperial, count = units
            proof = f"{count} pairs of {name} and {twin} are the same in {metric} and {imperial}"
            rules[name] = Rule(metric, proof)
            rules[twin] = Rule(imperial, proof)
    return rules


def _rules(name: str, column: Column, types: Sequence[str | None], twins: Mapping[str, Rule]) -> list[Rule]:
    """The rules of a column, the narrowest first."""
    if name in twins:
        return [twins[name]]
    if (unit := unit_in_name(name)) is not None:
        if unit == YEAR and all(CALENDAR[0] <= value <= CALENDAR[1] for value in column.values):
            return []
        return [Rule(unit, f"the column is called {name!r}")]
    careful = is_count(name)
    rules: list[Rule] = []
    whole = column.proof(careful)
    bearing = Counter(types[place] for place in column.hits[whole.unit]) if whole else Counter[str | None]()
    borne_out = {type_ for type_, count in bearing.items() if count >= BORNE_OUT}
    uniform = whole is not None and len(borne_out) >= UNIFORM and whole.hits >= 0.99 * whole.told
    for type_, places in sorted(_by(types).items(), key=lambda item: str(item[0])):
        part = column.part(places) if len(places) >= (TELLING if whole else ROWS) else None
        proof = part.proof(careful) if part and type_ is not None else None
        if proof is not None and (whole is None or proof.unit != whole.unit):
            rules.append(_rule(proof, type_, type_))
        elif whole is not None and (uniform or type_ in borne_out) and not (part and part.speaks_against(whole.unit)):
            rules.append(_rule(whole, type_))
    if whole is None and not careful:
        rules += _by_magnitude(column, types)
    return rules


def _rule(proof: Proof, type_: str | None, told_of: str | None = None) -> Rule:
    text = f"{proof.hits} of {proof.told} texts that repeat the value give {proof.unit}"
    return Rule(proof.unit, text, type_, proof.covers, told_of, type_ is None)


def _by_magnitude(column: Column, types: Sequence[str | None]) -> list[Rule]:
    """One rule for each power of ten whose values all texts tell in one unit, where the column mixes scales; none for
    the types whose texts tell another."""
    bands: dict[int, list[int]] = defaultdict(list)
    for place, value in enumerate(column.values):
        if value > 0:
            bands[math.floor(math.log10(value))].append(place)
    rules, types_parts = [], list[tuple[str | None, Column]]()
    for band, places in sorted(bands.items()):
        if len(places) < ROWS:
            continue
        part = column.part(places)
        proof = part.proof()
        bearing = Counter(types[places[place]] for place in part.hits[proof.unit]) if proof else Counter()
        if proof is not None and sum(count >= BORNE_OUT for count in bearing.values()) >= SEVERAL:
            least, most = 10.0**band, 10.0 ** (band + 1)
            repeat = f"texts that repeat a value from {least:g} to {most:g}"
            text = f"{proof.hits} of {proof.told} {repeat} give {proof.unit}"
            types_parts = types_parts or [
                (one, column.part(at)) for one, at in _by(types).items() if len(at) >= TELLING
            ]
            spared = frozenset(one for one, own in types_parts if own.tells_another(proof.unit))
            rules.append(Rule(proof.unit, text, None, partial(_within, least, most), spared=spared))
    return rules


def _within(least: float, most: float, value: float) -> bool:
    return least <= value < most


def _by(types: Sequence[str | None]) -> dict[str | None, list[int]]:
    found: dict[str | None, list[int]] = defaultdict(list)
    for place, type_ in enumerate(types):
        found[type_].append(place)
    return found


def _with(product: Product, changed: Mapping[str, Attribute] | None) -> Product:
    if not changed:
        return product
    return replace(product, attributes=MappingProxyType({**product.attributes, **changed}))

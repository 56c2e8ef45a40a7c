"""Which column of the catalogue a demand is about."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon, FieldWords
from assistant.understanding.lexicon.field_names import is_secondary, word_keys
from assistant.understanding.lexicon.inner_words import InnerWords
from assistant.understanding.lexicon.lacked_names import lacked_by
from assistant.understanding.lexicon.nearness import COUNTING_UNITS, MOST, far_off, lies_near, unit_meant
from assistant.understanding.lexicon.span_columns import SpanColumn, span_columns
from assistant.understanding.lexicon.words import key
from catalog.languages.lexicon import equivalents
from catalog.measures import convert, dimension
from catalog.product import Constraint

NAMED, USUALLY, PART_NAMED = 1.4, 0.9, 1.2
USUAL, PART = 50.0, 100.0
"""Ranks from here on: what a unit is usually about; names that hold the words beside others."""
SAME_UNIT, SAME_DIMENSION, NO_UNIT = 0.6, 0.3, -0.2
IN_RANGE, OUT_OF_RANGE = 0.4, -0.6
SECONDARY = -1.2
TELLING = 0.2
RARE, HALF = 0.01, 0.5
FAR = 300.0
"""Beyond this many times the usual ones, a figure whose column nothing names is about something else."""
RANK = 0.05
"""A concept's first names are worth more than its later ones."""


class Columns:
    """The catalogue's columns by name, by concept and by unit; every choice is by the wanted types' own records."""

    def __init__(self, lexicon: CatalogueLexicon) -> None:
        self.lexicon = lexicon

    def prepared(self) -> Columns:
        """Itself, with every look-up table made, so that no turn waits for one."""
        phrases = dialogue().phrases
        for concept in (*phrases["concepts"], *phrases["features"]):
            self.ranks(concept)
        _ = self._by_dimension, self.spans, self.absences, self.inner.prepared()
        return self

    @cached_property
    def inner(self) -> InnerWords:
        """What stands inside the names of columns and of values."""
        return InnerWords(self.lexicon)

    @cached_property
    def spans(self) -> tuple[SpanColumn, ...]:
        """The columns whose texts tell from where to where a thing goes."""
        return span_columns(self.lexicon)

    @cached_property
    def absences(self) -> Mapping[str, FieldWords]:
        """What some yes/no column tells the lack of, by its lookup form: fragrance, where there is "fragrance free"."""
        found: dict[str, FieldWords] = {}
        for one in self.lexicon.fields.values():
            for called in one.names if one.kind == "boolean" else ():
                lacked = lacked_by(called)
                for said in (key(lacked), *map(key, equivalents(lacked))) if lacked else ():
                    found.setdefault(said, one)
        return {said: one for said, one in found.items() if said not in self.lexicon.feature_words}

    def lack_of(self, said: str, things: Iterable[str]) -> FieldWords | None:
        """The yes/no column of the lack of what a phrase names, by this or another name of these things."""
        names = (key(phrase) for thing in sorted(things) for phrase in dialogue().phrases["features"][thing])
        return next((self.absences[one] for one in (said, *names) if one in self.absences), None)

    def named(self, said: str, kinds: Iterable[str]) -> tuple[FieldWords, ...]:
        """The columns of these kinds that this phrase (a lookup form) names."""
        wanted = frozenset(kinds)
        found = (self.lexicon.fields.get(name) for name in self.lexicon.field_words.get(said, ()))
        return tuple(one for one in found if one is not None and one.kind in wanted)

    def of_concept(self, concept: str, kinds: Iterable[str], types: Sequence[str]) -> FieldWords | None:
        """The column that holds the concept for these types: the best named one that they fill."""
        ranks = self.ranks(concept)
        wanted = frozenset(kinds)
        best = max(
            (
                (self._name_score(ranks[name]) + self.share(field, types), name)
                for name, field in self._fields(ranks)
                if field.kind in wanted
            ),
            default=None,
            key=lambda pair: (pair[0], pair[1]),
        )
        return self.lexicon.fields[best[1]] if best and best[0] > 0 else None

    def ranks(self, concept: str) -> Mapping[str, float]:
        """Column names by how near their name is to the concept's: 0 is the usual name."""
        known = self._ranks.get(concept)
        if known is None:
            known = self._ranks[concept] = self._ranked(concept)
        return known

    def for_figure(
        self, values: Sequence[float], unit: str | None, types: Sequence[str], named: Mapping[str, float]
    ) -> tuple[float, FieldWords] | None:
        """The number column that figures in this unit are about, with how well they fit.

        `values` is one figure or the two ends of a range; `named` ranks the columns that the words around name.
        """
        candidates: dict[str, FieldWords] = dict(self._fields(named))
        if not named and not any(values):
            # Nought of whatever unit is nought of another: 0 s are no age of 0 years.
            return None
        measured = dimension(unit) if unit else None
        if measured:
            candidates.update((one.name, one) for one in self._by_dimension.get(measured, ()))
            candidates.update((one.name, one) for one in self.inner.mixed if dimension(one.unit) == measured)
        scores: list[tuple[float, str]] = []
        for name, one in candidates.items():
            if not one.measures(types):
                continue
            ends = [self._figure_score(one, value, unit, types, named.get(name)) for value in values]
            told = [score for score in ends if score is not None]
            if len(told) == len(ends) and sum(told) > 0:
                scores.append((sum(told) / len(told), name))
        if any(named.get(name, PART) < PART and self.share(candidates[name], types) >= HALF for _, name in scores):
            # What one record in a hundred tells is not meant where most tell what is named.
            scores = [pair for pair in scores if self.share(candidates[pair[1]], types) >= RARE]
        best = max(scores, default=None)
        if best is not None and measured and not candidates[best[1]].units:
            # 64 MB of memory are no 64 of a column without unit that also has memory in its name.
            own = named.get(best[1], PART)
            others = [
                pair
                for pair in scores
                if candidates[pair[1]].units
                and (own >= PART or (pair[1] in named and (own >= USUAL or named[pair[1]] < USUAL)))
            ]
            best = max(others, default=best)
        return (best[0], candidates[best[1]]) if best is not None else None

    def agreeing(self, demands: Iterable[Constraint], types: Sequence[str]) -> list[Constraint]:
        """The demands with each figure on the column of the value asked beside it: black, so the yield of black."""
        demands = list(demands)
        values = {key(one.value) for one in demands if isinstance(one.value, str) and one.op == "="}
        return [self._agreed(one, values, types) for one in demands]

    def _agreed(self, demand: Constraint, values: set[str], types: Sequence[str]) -> Constraint:
        field = self.lexicon.fields.get(demand.field)
        if field is None or field.kind != "number" or not values:
            return demand
        words = set(word_keys(field.names[0]))
        coloured = {key(said) for said in dialogue().phrases["concepts"].get("colour", ())}
        twins = []
        for one in self._fields_beside(field):
            own = set(word_keys(one.names[0]))
            if not (one.held_by(types) and len(own - words) == len(words - own) == 1) or values & words:
                continue
            # Not the colour of the column, so the column of the colours: magenta is none of the black pages.
            if values & own or (own - words <= coloured and self._is_colour(words - own) and self._is_colour(values)):
                twins.append((bool(values & own), self.share(one, types), one.name))
        return replace(demand, field=max(twins)[2]) if twins else demand

    def _fields_beside(self, field: FieldWords) -> Iterable[FieldWords]:
        """The number columns in the same unit."""
        measured = dimension(field.unit)
        among = self._by_dimension.get(measured, ()) if measured else self.lexicon.fields.values()
        return [one for one in among if one.kind == "number" and one.unit == field.unit and one is not field]

    def _is_colour(self, words: Iterable[str]) -> bool:
        """Whether one of the words is a value of a column of colours."""
        columns = {name for name, rank in self.ranks("colour").items()}
        return any(not columns.isdisjoint(self.lexicon.values.get(word, {})) for word in words)

    def counts(self, span_roles: Mapping[str, object], value: float, types: Sequence[str]) -> bool:
        """Whether a phrase of these roles is called like a number column of these types that may hold the value."""
        things: Iterable[str] = span_roles.get("thing", frozenset())  # type: ignore[assignment]
        fields: Iterable[str] = span_roles.get("field", ())  # type: ignore[assignment]
        names = {name for thing in things for name, rank in self.ranks(thing).items() if rank < PART} | {*fields}
        for _, one in self._fields(sorted(names)):
            span = one.range_for(types)
            if one.kind == "number" and one.held_by(types) and span and value <= MOST * max(span[1], 1.0):
                return True
        return False

    def usual_unit(self, field: FieldWords, value: float, types: Sequence[str]) -> str | None:
        """The unit of a column's numbers, for a bare figure that lies among them; None where it may be another."""
        return unit_meant(field, value, types)

    def measured_in(self, unit: str, types: Sequence[str]) -> bool:
        """Whether figures in this unit are what these types' records tell."""
        fields = self._by_dimension.get(dimension(unit) or "", ())
        return any(unit in one.units and self.share(one, types) >= TELLING for one in fields)

    def lies_among(self, unit: str, value: float, types: Sequence[str]) -> bool:
        """Whether a figure in this unit is near those that these types' records tell."""
        for one in self._by_dimension.get(dimension(unit) or "", ()):
            span, number = one.range_for(types), convert(value, unit, one.unit)
            told = self.share(one, types) >= TELLING and not is_secondary(one.names[0])
            if told and span and number is not None and span[0] / 2 <= number <= span[1] * 2:
                return True
        return False

    def share(self, field: FieldWords, types: Sequence[str]) -> float:
        """What part of these types' products have the column, 0 to 1."""
        return field.held_by(types) / max(1, self.lexicon.number_of(types))

    def _figure_score(
        self, one: FieldWords, value: float, unit: str | None, types: Sequence[str], rank: float | None
    ) -> float | None:
        share = self.share(one, types)
        if not one.held_by(types):
            return None
        score = share + (self._name_score(rank) if rank is not None else 0.0)
        same = next((mine for mine in one.units if convert(1.0, unit, mine) is not None), None) if unit else None
        if unit:
            if same is None and (one.units or rank is None):
                return None
            score += NO_UNIT if same is None else SAME_UNIT if unit in one.units else SAME_DIMENSION
        number = convert(value, unit, one.unit) if same else value
        span = one.range_for(types)
        measured = unit is not None and same is None and unit not in COUNTING_UNITS
        far = MOST if measured else FAR if rank is None else math.inf  # 65 W of USB-C: no 65 ports.
        if span and number is not None and not lies_near(number, span, far):
            return None
        if span and number is not None and (rank is None or rank >= USUAL):
            # A name that only holds the words gains nothing by its numbers: else a ratio beats the column asked for.
            fits = IN_RANGE if rank is None or rank < PART else 0.0
            score += fits if lies_near(number, span, 1.25) else OUT_OF_RANGE - far_off(number, span)
        return score + (SECONDARY if is_secondary(one.names[0]) else 0.0)

    def _name_score(self, rank: float) -> float:
        if rank < USUAL:
            return NAMED - RANK * rank
        return USUALLY - RANK * (rank - USUAL) if rank < PART else PART_NAMED - RANK * (rank - PART)

    def _fields(self, names: Iterable[str]) -> Iterable[tuple[str, FieldWords]]:
        return ((name, self.lexicon.fields[name]) for name in names if name in self.lexicon.fields)

    def _ranked(self, concept: str) -> dict[str, float]:
        phrases = dialogue().phrases
        said = phrases["concepts"].get(concept) or phrases["features"].get(concept, ())
        ranks: dict[str, float] = {}
        if concept in self.lexicon.fields:
            ranks[concept] = 0.0
        for place, phrase in enumerate(said):
            for name in self.lexicon.field_words.get(key(phrase), ()):
                ranks.setdefault(name, float(min(place, 20)))
        for place, phrase in enumerate(said):
            for name in self.containing(phrase):
                ranks.setdefault(name, PART + min(place, 15))
        return ranks

    def containing(self, phrase: str) -> tuple[str, ...]:
        """The columns whose name holds all words of the phrase beside others, in the shopper's words or the shop's."""
        usual = self.lexicon.usual(phrase)
        return self._holding(phrase) or (self._holding(usual) if usual != phrase else ())

    def _holding(self, phrase: str) -> tuple[str, ...]:
        wanted = word_keys(phrase)
        if not wanted:
            return ()
        sets = [self._by_word.get(word, frozenset()) for word in wanted]
        found = frozenset.intersection(*sets) if sets else frozenset()
        joined = "".join(wanted)
        return tuple(sorted(name for name in found if joined in self._joined[name]))

    @cached_property
    def _ranks(self) -> dict[str, Mapping[str, float]]:
        return {}

    @cached_property
    def _joined(self) -> dict[str, str]:
        return {
            name: " ".join("".join(word_keys(said)) for said in one.names) for name, one in self.lexicon.fields.items()
        }

    @cached_property
    def _by_word(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for name, one in self.lexicon.fields.items():
            for said in one.names:
                for word in word_keys(said):
                    found[word].add(name)
        return {word: frozenset(names) for word, names in found.items()}

    @cached_property
    def _by_dimension(self) -> dict[str, tuple[FieldWords, ...]]:
        found: dict[str, dict[str, FieldWords]] = defaultdict(dict)
        for one in self.lexicon.fields.values():
            for unit in one.units:
                measured = dimension(unit)
                if measured and one.kind == "number" and one.name != "price":
                    found[measured][one.name] = one
        return {measured: tuple(fields.values()) for measured, fields in found.items()}

"""Words that stand inside longer names: the wool of a value "merino wool", the batteries of "batteries needed"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon, FieldWords, ValueWords
from assistant.understanding.lexicon.field_names import is_secondary, word_keys
from assistant.understanding.lexicon.told_together import told_together
from assistant.understanding.lexicon.words import key
from catalog.languages.sides import sides

COUNTED = re.compile(r"^[a-z0-9]+ ?")


class InnerWords:
    """The words inside the names of a catalogue's columns and values, each gathered once."""

    def __init__(self, lexicon: CatalogueLexicon) -> None:
        self.lexicon = lexicon

    def prepared(self) -> InnerWords:
        """Itself, with its tables made."""
        _ = self.needs, self._with_word, self.sized, self.ways_counted
        return self

    @cached_property
    def needs(self) -> Mapping[str, FieldWords]:
        """What some yes/no column tells the need of, by its lookup form: batteries, of "batteries needed"."""
        marks = tuple(key(word) for word in dialogue().phrases["columns"].get("needed", ()))
        found: dict[str, FieldWords] = {}
        for one in self.lexicon.fields.values():
            for called in one.names if one.kind == "boolean" else ():
                said = key(called)
                for mark in marks:
                    if said != mark and (said.startswith(mark) or said.endswith(mark)):
                        found.setdefault(said.removeprefix(mark).removesuffix(mark), one)
        return found

    @cached_property
    def ways_counted(self) -> Mapping[str, Mapping[str, int]]:
        """Word -> type -> in how many ways its titles count it: slice, of 2 slice and 4 slice."""
        found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for said, types in self.lexicon.counted.items():
            for type_ in types:
                found[COUNTED.sub("", said)][type_] += 1
        return found

    def with_part(self, value: str, types: Sequence[str]) -> str | None:
        """The text column of these types that has a longer value with this word in it; None without types."""
        held: dict[str, int] = defaultdict(int)
        for name, one in self._with_word.get(key(value), ()) if self.lexicon.number_of(types) else ():
            if not is_secondary(self.lexicon.fields[name].names[0]):
                held[name] += one.held_by(types)
        return max((name for name in held if held[name]), key=lambda name: (held[name], name), default=None)

    def with_phrase(self, said: str, types: Sequence[str], beside: str = "") -> str | None:
        """The text column of these types that has longer values with these words in them (Core i7, of i7-10xxx), and
        others with those said `beside` them."""
        held = self._holding(said, types)
        other = self._holding(beside, types) if beside else held
        both = {name: min(count, other.get(name, 0)) for name, count in held.items()}
        return max((name for name in both if both[name]), key=lambda name: (both[name], name), default=None)

    def _holding(self, said: str, types: Sequence[str]) -> Mapping[str, int]:
        """How many records of these types have longer values with these words, by text column."""
        words = word_keys(said)
        if not said.isascii() or (len(words) < 2 and not any(map(str.isdigit, said))):
            return {}
        held: dict[str, int] = defaultdict(int)
        for name, one in self._with_word.get(words[0], ()) if self.lexicon.number_of(types) else ():
            if f" {' '.join(words)} " in f" {' '.join(word_keys(one.text))} ":
                held[name] += one.held_by(types) if not is_secondary(self.lexicon.fields[name].names[0]) else 0
        return held

    def ended_by_name(self, said: str, types: Sequence[str]) -> tuple[str, str] | None:
        """The column of these types, and its value, that goes on after this word with words of the column's own name:
        mechanical, of a key switch that is a "Mechanical key switch"."""
        best: tuple[int, str, str] | None = None
        for name, one in self._with_word.get(key(said), ()) if self.lexicon.number_of(types) else ():
            first, *rest = word_keys(one.text)
            count = one.held_by(types)
            if first == key(said) and count and {*rest} <= {*word_keys(self.lexicon.fields[name].names[0])}:
                best = max(best, (count, name, one.text)) if best else (count, name, one.text)
        return best[1:] if best else None

    def named_by_column(self, said: str, types: Sequence[str]) -> tuple[str, str] | None:
        """The column of these types, and the part of its values, of which this is the part before the column's own
        name: a HEPA filter, of a filter that is "HEPA H13"."""
        first, *rest = word_keys(said) or [""]
        held: dict[str, int] = defaultdict(int)
        for name, one in self._with_word.get(first, ()) if rest and self.lexicon.number_of(types) else ():
            if {*rest} == {*word_keys(self.lexicon.fields[name].names[0])}:
                held[name] += one.held_by(types)
        best = max((name for name in held if held[name]), key=lambda name: (held[name], name), default=None)
        return (best, said.split()[0]) if best is not None else None

    @cached_property
    def sized(self) -> Mapping[str, float]:
        """The share of each text column's values that are sizes of two sides or more, where there are any."""
        held: dict[str, int] = defaultdict(int)
        told: dict[str, int] = defaultdict(int)
        for columns in self.lexicon.values.values():
            for name, one in columns.items():
                count = sum(one.types.values())
                held[name] += count
                told[name] += count if sides(one.text) else 0
        return {name: count / held[name] for name, count in told.items() if count}

    @cached_property
    def mixed(self) -> tuple[FieldWords, ...]:
        """The columns that hold words of most goods, and measures of some."""
        return tuple(one for one in self.lexicon.fields.values() if one.kind == "text" and one.units)

    @cached_property
    def _with_word(self) -> dict[str, list[tuple[str, ValueWords]]]:
        """Plain values of several words by each of them, with their column."""
        found: dict[str, list[tuple[str, ValueWords]]] = defaultdict(list)
        for columns in self.lexicon.values.values():
            for name, one in columns.items():
                parts = _parts(one.text) if name in self.lexicon.fields else ()
                for part in parts if len(parts) > 1 or not one.text.isascii() else ():
                    found[part].append((name, one))
        return found


def _parts(text: str) -> tuple[str, ...]:
    """The words of a value; those of a script without spaces also where they stand together: 贵州 of 贵州仁怀."""
    return word_keys(text) if text.isascii() else tuple(told_together(text, "") - {text})

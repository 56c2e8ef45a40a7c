"""The words that a catalogue itself uses: kinds, brands, columns, values, and what numbers its columns hold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol
from zlib import crc32

from assistant.languages.dialogue import places as dialogue_places
from assistant.understanding.lexicon.words import key
from catalog.languages.detection import detect
from catalog.languages.lexicon import lexicon
from catalog.languages.registry import places as catalogue_places
from catalog.product import Product
from catalog.storing.lookup import REWORDED

NOTE = "assistant lexicon"
VERSION = 53
MINOR = 0.05
"""A language of fewer records than this share is a stray one."""


def _version() -> str:
    """This program's, with a checksum of every language's words: with others the catalogue has to be learnt anew."""
    folders = (*catalogue_places(), *dialogue_places())
    files = sorted(path for folder in folders for kind in ("json", "toml") for path in Path(folder).glob(f"*/*.{kind}"))
    total = 0
    for path in files:
        total = crc32(path.read_bytes(), total)
    return f"{VERSION} {total:08x}"


class Catalogue(Protocol):
    """What is learnt from: a store, or anything that lists products."""

    def all(self) -> Iterable[Product]:
        """Every product."""


@dataclass(frozen=True, slots=True)
class FieldWords:
    """One column: what kind of fact it holds, what it is called, and for which kinds of product it is filled.

    `types` maps a product type ("" for none) to how many have the column, and for numbers the 5th and 95th percentile,
    in the column's unit.
    """

    name: str
    kind: str
    count: int
    names: tuple[str, ...]
    types: Mapping[str, tuple[int, float, float]]
    units: Mapping[str, int] = field(default_factory=dict)
    shares: bool = False
    """Whether its words tell how much of a thing is which stuff: 95 % cotton."""
    lists: bool = False
    """Whether most of its records tell several things beside each other, as tags and features are told."""

    def held_by(self, types: Iterable[str]) -> int:
        """How many products of these types have the column; of all where no types are given."""
        wanted = tuple(types)
        return sum(self.types[one][0] for one in wanted if one in self.types) if wanted else self.count

    def range_for(self, types: Iterable[str]) -> tuple[float, float] | None:
        """The span that the numbers of these types usually lie in; None where there are none."""
        spans = [self.types[one] for one in (tuple(types) or self.types) if one in self.types]
        return (min(span[1] for span in spans), max(span[2] for span in spans)) if spans else None

    def measures(self, types: Iterable[str]) -> bool:
        """Whether records of these types hold numbers in it, be it words elsewhere: a pan's size, and a duvet's."""
        span = self.range_for(types)
        return self.kind == "number" or (span is not None and span[1] > 0)

    @property
    def unit(self) -> str | None:
        """The column's most frequent unit."""
        return max(self.units, key=lambda unit: self.units[unit]) if self.units else None


@dataclass(frozen=True, slots=True)
class ValueWords:
    """One text value in one column: its spelling in the catalogue and the types it is found in; `plain` words need no
    column name beside them to be understood."""

    text: str
    types: Mapping[str, int]
    plain: bool = False

    def held_by(self, types: Iterable[str]) -> int:
        """How many products of these types have the value; of all where no types are given."""
        wanted = tuple(types)
        return sum(self.types.get(one, 0) for one in wanted) if wanted else sum(self.types.values())


@dataclass(frozen=True)
class CatalogueLexicon:
    """All lookups go by `words.key` of a phrase; it is all plain data that can be written as JSON and read back."""

    count: int = 0
    types: Mapping[str, int] = field(default_factory=dict)
    type_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    near_kinds: frozenset[str] = frozenset()
    """The phrases whose types are only near what they name: of bicycles where exercise bikes are all there is."""
    terms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """type label -> language -> the usual term."""
    brands: Mapping[str, int] = field(default_factory=dict)
    brand_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    brand_types: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """brand -> type -> count."""
    fields: Mapping[str, FieldWords] = field(default_factory=dict)
    feature_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """phrase -> yes/no columns."""
    field_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """phrase -> columns of any kind."""
    values: Mapping[str, Mapping[str, ValueWords]] = field(default_factory=dict)
    """phrase -> column -> value."""
    names: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """title word -> type -> count of titles."""
    gender_categories: Mapping[str, str] = field(default_factory=dict)
    """word for men or women -> the category called so."""
    told: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """title word of a script without spaces -> type -> count of titles."""
    counted: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """figure or size with the word beside it, in titles -> type -> count."""
    closing: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """word that ends the name in titles whose kind the shop calls otherwise -> that kind -> count of titles."""
    leading: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """word that stands early in titles and so names products -> type -> count."""
    written: frozenset[str] = frozenset()
    """The Latin words of all titles, brands and values, rare ones too: what the catalogue writes is no slip."""
    languages: Mapping[str, int] = field(default_factory=dict)
    currencies: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def learn(cls, store: Catalogue) -> CatalogueLexicon:
        """The lexicon of all products, which may be none."""
        from assistant.understanding.lexicon.learning import learnt

        return learnt(store.all())

    @classmethod
    def noted(cls, store: Any) -> tuple[int, CatalogueLexicon] | None:
        """The revision that was learnt last and its lexicon; None where more than known prices and stocks changed."""
        data = json.loads(store.note(NOTE) or "{}")
        revision = store.revision
        reworded = min(int(store.note(REWORDED) or revision), revision)
        if data.get("version") != _version() or not reworded <= data["revision"] <= revision:
            return None
        return data["revision"], cls.from_json(data["lexicon"])

    @classmethod
    def kept(cls, store: Any) -> CatalogueLexicon:
        """The lexicon of the store's present revision: from its note, or learnt and noted."""
        noted = cls.noted(store)
        return noted[1] if noted is not None and noted[0] == store.revision else cls.learnt_anew(store)

    @classmethod
    def learnt_anew(cls, store: Any) -> CatalogueLexicon:
        """The lexicon of the store's present revision, noted for the next start."""
        revision, lexicon = store.revision, cls.learn(store)
        store.set_note(NOTE, json.dumps({"revision": revision, "version": _version(), "lexicon": lexicon.as_json()}))
        return lexicon

    @property
    def currency(self) -> str | None:
        """The currency of most prices; None where the catalogue names none."""
        known = {name: count for name, count in self.currencies.items() if name}
        return max(known, key=lambda name: known[name]) if known else None

    @property
    def language(self) -> str | None:
        """The language of most records; None where the catalogue is empty."""
        return max(self.languages, key=lambda code: self.languages[code]) if self.languages else None

    @cached_property
    def type_names(self) -> frozenset[str]:
        """The lookup forms of the types' own names."""
        return frozenset(key(label) for label in self.types)

    @property
    def spoken(self) -> frozenset[str]:
        """The languages of the records, stray ones left out."""
        least = MINOR * sum(self.languages.values())
        return frozenset(code for code, count in self.languages.items() if count >= least)

    def word_for(self, said: str, language: str) -> str:
        """The words said where the catalogue speaks their language, else its usual word for them; as said if unknown.

        `language` is that of the shopper, for words that tell none.
        """
        if self.language is None or detect(said, language) in self.spoken:
            return said
        return lexicon().usual(said, self.language) or said

    def usual(self, said: str) -> str:
        """The catalogue's usual word for these words; as said if unknown."""
        return (self.language and lexicon().usual(said, self.language)) or said

    def called(self, field: str) -> str:
        """What a column is called, in the shortest way to write that name (wifi for wi fi)."""
        name = self.fields[field].names[0]
        usual = self.usual(name)
        return usual if key(usual) == key(name) and len(usual) < len(name) else name

    def number_of(self, types: Iterable[str]) -> int:
        """How many products are of these types; all where no types are given."""
        wanted = tuple(types)
        return sum(self.types.get(one, 0) for one in wanted) if wanted else self.count

    def as_json(self) -> dict[str, Any]:
        """Plain data that `from_json` reads back."""
        return {**asdict(self), "written": sorted(self.written), "near_kinds": sorted(self.near_kinds)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> CatalogueLexicon:
        """The lexicon that `as_json` wrote."""
        fields = {
            name: FieldWords(
                one["name"], one["kind"], one["count"], tuple(one["names"]),
                {type_: (span[0], span[1], span[2]) for type_, span in one["types"].items()}, one["units"],
                one["shares"], one["lists"],
            )
            for name, one in data["fields"].items()
        }  # fmt: skip
        values = {
            said: {name: ValueWords(one["text"], one["types"], one["plain"]) for name, one in columns.items()}
            for said, columns in data["values"].items()
        }
        lists = {
            name: {said: tuple(found) for said, found in data[name].items()}
            for name in ("type_words", "brand_words", "feature_words", "field_words")
        }
        rest = {
            name: data[name]
            for name in (
                "count",
                "types",
                "terms",
                "brands",
                "brand_types",
                "names",
                "gender_categories",
                "told",
                "closing",
                "counted",
                "leading",
                "languages",
                "currencies",
            )
        }
        sets = {name: frozenset(data[name]) for name in ("written", "near_kinds")}
        return cls(fields=fields, values=values, **sets, **lists, **rest)

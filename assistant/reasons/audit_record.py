"""What records prove, laid out for the audit: labels, figures, words, and the products to compare with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.languages.reading import spoken
from assistant.reasons.amounts import spelled_out
from assistant.reasons.column_words import composed
from assistant.reasons.named import CUT
from catalog.languages.folding import fold
from catalog.languages.lexicon import lexicon
from catalog.languages.quantities import Quantity, quantities
from catalog.product import OWN_COLUMNS, Attribute, Constraint, Product

CLAUSE = re.compile(r"[;!?\n|。，；！？]|\.(?=\s|$)|,(?!\d)")
SHORT_NAME = re.compile(r"[,，(（/|]")
LATIN_START = re.compile(r"^[\x20-\x7e]{4,}")
TELLING = frozenset({"price", "brand", "type", "rating", "rating_count", "stock"})
LONG = 400
"""A text value of this length is prose."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of the record's own words: folded, with the figures in it; `place` says where it stands."""

    place: str
    text: str
    folded: str
    figures: tuple[Quantity, ...]


@dataclass(frozen=True)
class Known:
    """The records that sentences about one product are checked against."""

    product: Product
    others: tuple[Product, ...]
    among: tuple[Product, ...]
    ledger: tuple[Constraint, ...]
    policies: tuple[str, ...]
    shown_count: int

    @classmethod
    def of(
        cls,
        product: Product,
        shown: Sequence[Product],
        among: Sequence[Product],
        ledger: Sequence[Constraint],
        policies: Sequence[str],
    ) -> Known:
        """The layout of a product beside those it is compared with."""
        others = tuple(one for one in shown if one.id != product.id)
        rivals = tuple(one for one in among if one.id != product.id)
        return cls(product, others, rivals, tuple(ledger), tuple(policies), len(others) + 1)

    @cached_property
    def labels(self) -> Mapping[str, tuple[str, ...]]:
        """Folded name of a fact, in every language -> the record's fields of that name; the plainest name first."""
        found: dict[str, dict[str, None]] = {}
        ranked = sorted(self.product.attributes, key=lambda name: (len(spelled_out(name)), name))
        for name in ranked:
            for said in self._names(name):
                folded = fold(said)
                if folded:
                    found.setdefault(folded, {})[name] = None
        return {said: tuple(fields) for said, fields in found.items()}

    def _names(self, name: str) -> Iterator[str]:
        plain = spelled_out(name)
        yield plain
        yield from lexicon().equivalents(plain)
        yield from filter(None, (composed(plain, language) for language in spoken()))
        for translation in self.product.translations.values():
            if name in translation.attributes:
                yield translation.attributes[name][0]

    def fields(self, said: str) -> tuple[str, ...]:
        """The fields that a folded label or an own column's name means."""
        named = self.labels.get(said, ())
        return (*named, said) if said in TELLING and self.product.fact(said) is not None else named

    def fact(self, name: str) -> Attribute | None:
        """The product's fact of that name."""
        if name == "type" or name in self.product.attributes or name in TELLING:
            return self.product.fact(name)
        return None

    @cached_property
    def values(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Text values as they may be written, each with the fields that have it, the longest first."""
        found: dict[str, dict[str, None]] = {}
        for name, text in self._texts():
            for said in (text, *self._told(text)):
                if _telling(said):
                    found.setdefault(said.casefold(), {})[name] = None
        ordered = sorted(found.items(), key=lambda one: (-len(one[0]), one[0]))
        return tuple((said, tuple(fields)) for said, fields in ordered)

    @cached_property
    def nested(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Labels that hold a value, a figure or a joining word, which is then none: "puzzle motif", "connector 1"."""
        found: dict[str, tuple[str, ...]] = {}
        for name in self.product.attributes:
            for said in self._names(name):
                lower = said.casefold()
                held = any(value in lower and value != lower for value, _ in self.values)
                if len(lower) > 2 and (held or DIGITS.search(lower) or lower.count(" ") > 1):
                    found[lower] = self.labels.get(fold(said), (name,))
        return tuple(sorted(found.items(), key=lambda one: (-len(one[0]), one[0])))

    def _texts(self) -> Iterator[tuple[str, str]]:
        for name in ("brand", "type"):
            value = getattr(self.product, name)
            if value:
                yield name, value
        for translation in self.product.translations.values():
            if translation.type:
                yield "type", translation.type
            for name, (_, value) in translation.attributes.items():
                if value and name in self.product.attributes:
                    yield name, value
        for name, fact in self.product.attributes.items():
            if isinstance(fact.value, str) and len(fact.value) <= LONG:
                yield name, fact.value

    @staticmethod
    def _told(text: str) -> tuple[str, ...]:
        return lexicon().equivalents(text) if len(text) <= 40 else ()

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The record's own words clause by clause: titles, descriptions, text values."""
        found: list[Clause] = []
        for place, text in self.prose():
            for part in CLAUSE.split(text):
                if part.strip():
                    found.append(Clause(place, part, fold(part), quantities(part) if DIGITS.search(part) else ()))
        return tuple(found)

    def prose(self) -> Iterator[tuple[str, str]]:
        """Each text of the record with its place."""
        yield "title", self.product.title
        for text in (self.product.description, *self.product.category):
            if text:
                yield "description", text
        for translation in self.product.translations.values():
            if translation.title:
                yield "title", translation.title
            for text in (translation.description, *translation.category):
                if text:
                    yield "description", text
        yield from self._texts()

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Every folded word of the record's own words."""
        return frozenset(word for clause in self.clauses for word in clause.folded.split())

    @cached_property
    def run(self) -> str:
        """All folded clauses in one text, for words that are written without spaces."""
        return "\n".join(clause.folded for clause in self.clauses)

    @cached_property
    def name_tokens(self) -> frozenset[str]:
        """The folded words of title and brand."""
        named = [clause for clause in self.clauses if clause.place in ("title", "brand")]
        return frozenset(word for clause in named for word in clause.folded.split())

    @cached_property
    def own_names(self) -> tuple[str, ...]:
        """What the product is called, the longest first."""
        return _names_of(self.product)

    @cached_property
    def other_names(self) -> Mapping[str, tuple[Product, ...]]:
        """Names of the others shown -> the products so called; names that are the product's own too are left out."""
        mine = {one.casefold() for one in (*self.own_names, *(one.brand or "" for one in (self.product, *self.others)))}
        found: dict[str, list[Product]] = {}
        for one in self.others:
            for name in _names_of(one):
                if name.casefold() not in mine:
                    found.setdefault(name, []).append(one)
        return {name: tuple(found[name]) for name in sorted(found, key=len, reverse=True)}

    @cached_property
    def quoted(self) -> tuple[tuple[str, str, str], ...]:
        """What may be quoted: (place, id, folded text)."""
        reviews = [("reviews", one.id, fold(one.text)) for one in self.product.reviews]
        return (*reviews, *((place, "", fold(text)) for place, text in self.prose()))


DIGITS = re.compile(r"\d")


def _telling(said: str) -> bool:
    """Whether a text value may be known again in a sentence: no bare number, and of two Latin letters only a code."""
    if said.replace(".", "").isdigit():
        return False
    code = len(said) == 2 and (said.isupper() or DIGITS.search(said) is not None)
    return len(said) > (2 if said.isascii() else 0) or code


def _names_of(product: Product) -> tuple[str, ...]:
    titles = [product.title, *(one.title for one in product.translations.values() if one.title)]
    names = dict.fromkeys([*titles, product.id] if len(product.id) > 2 else titles)
    for title in titles:
        short = SHORT_NAME.split(title)[0].strip()
        names[short] = names[CUT.split(title)[0].strip()] = None
        latin = LATIN_START.match(title)
        if latin and not title.isascii():
            names[latin[0].strip()] = None
        kinds = [product.type, *(one.type for one in product.translations.values())]
        for kind in kinds:
            if kind and kind.casefold() in short.casefold():
                before = short[: short.casefold().index(kind.casefold())].strip()
                names[before] = None
                names[f"{before} {kind}"] = None
    told = (one for one in names if len(one) >= 4 and one.casefold() not in OWN_COLUMNS)
    return tuple(sorted(told, key=len, reverse=True))

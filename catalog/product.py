"""Product and Constraint: what the shop has, and the law on what qualifies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, TypeAlias

from catalog.languages.folding import contains_phrase, denied_phrase, fold, names_phrase
from catalog.languages.sides import same_size, tells_length
from catalog.languages.spans import span_allows
from catalog.languages.value_kinds import touches_value
from catalog.measures import convert
from catalog.nothing import EMPTY
from catalog.slack import slack

Value: TypeAlias = float | bool | str
"""An attribute's value. Whole numbers are floats too; a text with several parts keeps the file's own separators."""


ROUNDED = 0.005
"""By so much a figure differs that was only rounded when its unit was changed."""
ABOUT = 0.15
"""`about` means within 15 %."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One typed fact of a record, with its unit where something proves it and the words that prove it."""

    value: Value
    unit: str | None = None
    proof: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """One shopper's opinion of a product; rating from 1 to 5."""

    id: str
    text: str
    rating: float | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """The words of a record in another language; attributes map a name to its (name, value) in that language."""

    title: str | None = None
    description: str | None = None
    type: str | None = None
    category: tuple[str, ...] = ()
    attributes: Mapping[str, tuple[str, str | None]] = field(default=EMPTY)


@dataclass(frozen=True, slots=True)
class Product:
    """One thing for sale, as its record says; what the record lacks is None or empty, never guessed."""

    id: str
    title: str
    brand: str | None = None
    type: str | None = None
    category: tuple[str, ...] = ()
    price: float | None = None
    currency: str | None = None
    attributes: Mapping[str, Attribute] = field(default=EMPTY)
    description: str | None = None
    images: tuple[str, ...] = ()
    stock: int | None = None
    rating: float | None = None
    rating_count: int | None = None
    language: str | None = None
    url: str | None = None
    group: str | None = None
    reviews: tuple[Review, ...] = ()
    translations: Mapping[str, Translation] = field(default=EMPTY)

    def fact(self, name: str) -> Attribute | None:
        """The fact called `name`: one of the record's own columns (price, brand, ...) or an attribute."""
        if name in self.attributes:
            return self.attributes[name]
        if name == "price":
            return None if self.price is None else Attribute(self.price, self.currency)
        if name == "category":
            return Attribute(" / ".join(self.category)) if self.category else None
        if name not in OWN_COLUMNS:
            return None
        value = getattr(self, name)
        return None if value is None else Attribute(float(value) if isinstance(value, int) else value)

    @property
    def words(self) -> str:
        """All text that may prove a feature: title and description in every language of the record."""
        parts = [self.title, self.description]
        for translation in self.translations.values():
            parts += [translation.title, translation.description]
        return "\n".join(part for part in parts if part)


OWN_COLUMNS = frozenset(f.name for f in fields(Product)) & {
    "id", "title", "brand", "type", "stock", "rating", "rating_count", "language", "group", "description",
}  # fmt: skip


class Verdict(StrEnum):
    """What a record says of a demand."""

    MEETS = "meets"
    VIOLATES = "violates"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Constraint:
    """One demand or wish on one field; `said` is the shopper's own words for it.

    `op` is one of = != in not_in < <= >= > about has. A value of None with < or > is a wish for less or more.
    """

    field: str
    op: str
    value: Value | tuple[Value, ...] | None
    unit: str | None = None
    firm: bool = True
    said: str = ""

    def allows(self, product: Product) -> Verdict:
        """Whether the record proves the demand, contradicts it, or doesn't say; the last word on what qualifies."""
        fact = product.fact(self.field)
        if fact is not None:
            verdict = self.judges(fact)
            if verdict is not Verdict.UNKNOWN or self.op != "has":
                return verdict
        if self.op == "has":
            told = self._told_by(product.words)
            return (
                Verdict.VIOLATES if told is Verdict.UNKNOWN and fact is not None and self.is_missed_by(fact) else told
            )
        if self.op in ("!=", "not_in") and any(_names(value, product.words) for value in _many(self.value)):
            return Verdict.VIOLATES
        return Verdict.UNKNOWN

    def judges(self, fact: Attribute) -> Verdict:
        """The verdict on one known fact, wherever it stands."""
        if self.op in ("has", "!=") and isinstance(fact.value, str) and self._asks_whether():
            there = _is_there(str(self.value), fact.value)
            return there if self.op == "has" else _opposite(there)
        match self.op:
            case "in":
                return _any(_equals(value, self.unit, fact, names_phrase) for value in _many(self.value))
            case "not_in":
                return _opposite(_any(_equals(value, self.unit, fact, touches_value) for value in _many(self.value)))
            case "=":
                return _equals(self.value, self.unit, fact, names_phrase)
            case "!=":
                return _opposite(_equals(self.value, self.unit, fact, touches_value))
            case "has":
                return _has(self.value, fact)
            case "<" | "<=" | ">=" | ">" | "about":
                return _measures_up(self.op, self.value, self.unit, fact)
        return Verdict.UNKNOWN

    def is_missed_by(self, fact: Attribute) -> bool:
        """Whether a column says something else than what is asked of it: a cushion in blue is none in grey.

        Only the record's own text can still prove what is asked then.
        """
        said = self.op == "has" and isinstance(self.value, str) and not self._asks_whether()
        return said and isinstance(fact.value, str) and len(fact.value.strip()) > 1

    def _asks_whether(self) -> bool:
        """Whether the value is what the column is called: a text there tells that the product has it."""
        name = self.field.replace("_", " ")
        return isinstance(self.value, str) and f" {fold(name)}".endswith(f" {fold(self.value)}")

    def _told_by(self, words: str) -> Verdict:
        phrase = self.value if isinstance(self.value, str) else self.field
        if denied_phrase(phrase, words):
            return Verdict.VIOLATES
        return Verdict.MEETS if contains_phrase(phrase, words) else Verdict.UNKNOWN


def _names(value: Value, words: str) -> bool:
    """Whether a text names the value as something the product has."""
    return isinstance(value, str) and contains_phrase(value, words) and not denied_phrase(value, words)


Says: TypeAlias = Callable[[str, str], bool]
"""Whether a text says a phrase: pink is not red, though who refuses 红色 is spared 粉红, and plastic, ABS."""


def _many(value: Value | tuple[Value, ...] | None) -> tuple[Value, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _any(verdicts: Any) -> Verdict:
    seen = set(verdicts)
    return next((one for one in (Verdict.MEETS, Verdict.UNKNOWN) if one in seen), Verdict.VIOLATES)


def _opposite(verdict: Verdict) -> Verdict:
    return {Verdict.MEETS: Verdict.VIOLATES, Verdict.VIOLATES: Verdict.MEETS}.get(verdict, verdict)


def _truth(true: bool) -> Verdict:
    return Verdict.MEETS if true else Verdict.VIOLATES


def _equals(wanted: Any, unit: str | None, fact: Attribute, says: Says = contains_phrase) -> Verdict:
    if isinstance(wanted, bool) or isinstance(fact.value, bool):
        return (
            _truth(wanted is fact.value)
            if isinstance(wanted, bool) and isinstance(fact.value, bool)
            else Verdict.UNKNOWN
        )
    if isinstance(wanted, str) and isinstance(fact.value, str):
        held = says(wanted, fact.value) and not denied_phrase(wanted, fact.value)  # 不可抽拉 is not 可抽拉.
        same = held or fold(wanted) == fold(fact.value) or same_size(wanted, fact.value)
        return Verdict.UNKNOWN if same is None else _truth(same)
    if isinstance(wanted, (int, float)) and isinstance(fact.value, (int, float)):
        number = convert(fact.value, fact.unit, unit)
        return (
            Verdict.UNKNOWN if number is None else _truth(abs(number - wanted) <= slack(wanted, unit, fact.unit) + 1e-9)
        )
    if not isinstance(wanted, (int, float)) or not isinstance(fact.value, str):
        return Verdict.UNKNOWN
    return Verdict.MEETS if tells_length(fact.value, wanted, unit) else _in_span("=", wanted, unit, fact.value)


def _in_span(op: str, wanted: float, unit: str | None, text: str) -> Verdict:
    """The verdict where a text tells from where to where a thing goes: 3-6岁."""
    allowed = span_allows(text, op, wanted, unit)
    return Verdict.UNKNOWN if allowed is None else _truth(allowed)


def _is_there(name: str, told: str) -> Verdict:
    """Whether a text about a thing says what it is like; one letter says nothing that can be read."""
    if len(told.strip()) < 2:
        return Verdict.UNKNOWN
    return _truth(not denied_phrase(name, f"{told} {name}"))


def _has(wanted: Value | tuple[Value, ...] | None, fact: Attribute) -> Verdict:
    if isinstance(fact.value, bool):
        return _truth(fact.value)
    if isinstance(fact.value, (int, float)):
        return _truth(fact.value > 0)
    if isinstance(wanted, str):
        if denied_phrase(wanted, fact.value):
            return Verdict.VIOLATES
        if contains_phrase(wanted, fact.value):
            return Verdict.MEETS
    return Verdict.UNKNOWN


def _measures_up(op: str, wanted: Any, unit: str | None, fact: Attribute) -> Verdict:
    if isinstance(fact.value, bool) or isinstance(wanted, (bool, str, tuple)) or wanted is None:
        return Verdict.UNKNOWN
    if isinstance(fact.value, str):
        return _in_span(op, wanted, unit, fact.value)
    number = convert(fact.value, fact.unit, unit)
    if number is None:
        return Verdict.UNKNOWN
    near = 1e-9 * max(1.0, abs(wanted))
    # More than 24 inch is no 61 cm, which is how makers round 24 inch.
    beyond = near if fact.unit == unit else ROUNDED * abs(wanted)
    match op:
        case "<":
            return _truth(number < wanted - beyond)
        case "<=":
            return _truth(number <= wanted + near)
        case ">":
            return _truth(number > wanted + beyond)
        case ">=":
            return _truth(number >= wanted - near)
    return _truth(abs(number - wanted) <= ABOUT * abs(wanted) + near)

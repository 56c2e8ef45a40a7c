"""What a request says, as we annotate it, and whether a ledger holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.vocabulary import PEOPLE
from catalog.languages.folding import fold
from catalog.languages.lexicon import equivalents
from catalog.measures import convert
from catalog.product import Constraint, Value
from catalog.slack import TOLERANCE

LINE = re.compile(
    r"(?P<maybe>\? )?(?P<wish>wish )?(?P<fields>.+?) "
    r"(?P<ops>yes|no|not_in|in|(?:[<>=!]+|about)(?:\|(?:[<>=!]+|about))*)(?: (?P<value>.+))?"
)
NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)(?: (\S+))?")
ANY = "*"
DIRECTION = {"<": "<=", ">": ">="}


@dataclass(frozen=True, slots=True)
class Heard:
    """One demand or wish in a request: any of `fields` with any of `ops` and any of `values` will do.

    `ops` of yes and no mean that the product has or lacks what the fields are called; a field of * is any. A `maybe`
    may be heard or not.
    """

    fields: tuple[str, ...]
    ops: tuple[str, ...]
    values: tuple[str, ...]
    firm: bool
    maybe: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """Demands that are heard rightly, heard but not said, and said but not heard; `firm` of the right ones too."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    firm: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right, self.wrong + other.wrong, self.missed + other.missed, self.firm + other.firm
        )

    @property
    def precision(self) -> float:
        """The share of what was heard that was said."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what was said that was heard."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


@dataclass(frozen=True, slots=True)
class Compared:
    """A request's tally, and what was missed and heard wrongly."""

    tally: Tally
    missed: tuple[Heard, ...]
    wrong: tuple[Constraint, ...]


def heard(line: str) -> Heard:
    """The annotation that a line says: FIELD OP VALUE [UNIT], with | between what is as good."""
    found = LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"{line!r} is no annotation: FIELD OP VALUE [UNIT]")
    value, ops = found["value"] or "", tuple(found["ops"].split("|"))
    values = value.split(", ") if ops[0] in ("in", "not_in") else value.split("|")
    return Heard(
        tuple(found["fields"].split("|")), ops, tuple(one for one in values if one), not found["wish"],
        bool(found["maybe"]),
    )  # fmt: skip


def compared(hears: Sequence[Heard], ledger: Sequence[Constraint], *, loose: bool = False) -> Compared:
    """The ledger against the annotation; each demand answers for one line. `loose` takes < for <= and > for >=."""
    open_ = [one for whole in ledger if whole.field not in PEOPLE for one in _single(whole)]
    right = firm = 0
    missed = []
    lines = [one for whole in hears for one in _each(whole)]
    for line in sorted(lines, key=lambda one: one.maybe):
        at = next((place for place, one in enumerate(open_) if holds(line, one, loose=loose)), None)
        if at is None:
            missed += [] if line.maybe else [line]
            continue
        one = open_.pop(at)
        if not line.maybe:
            right += 1
            firm += one.firm == line.firm
    return Compared(Tally(right, len(open_), len(missed), firm), tuple(missed), tuple(open_))


def holds(line: Heard, one: Constraint, *, loose: bool = False) -> bool:
    """Whether the constraint says what the line says: one of its fields, ops and values, in one of their units."""
    if line.ops == ("yes",):
        return _positive(one) and _named(line.fields, one)
    if line.ops == ("no",):
        return _negative(one) and _named(line.fields, one)
    if ANY not in line.fields and not any(_same(field, one.field) for field in line.fields):
        return False
    op = "=" if one.op == "has" else one.op
    ops = {DIRECTION.get(name, name) for name in line.ops} if loose else set(line.ops)
    if (DIRECTION.get(op, op) if loose else op) not in ops:
        return False
    if not line.values or one.value is None:
        return not line.values and one.value is None
    if op in ("in", "not_in"):
        told = one.value if isinstance(one.value, tuple) else (one.value,)
        return all(any(_meant(said, got, None) for got in told) for said in line.values) and all(
            any(_meant(said, got, None) for said in line.values) for got in told
        )
    if isinstance(one.value, tuple):
        return False
    got = one.field if isinstance(one.value, bool) else one.value
    return any(_meant(said, got, one.unit) for said in line.values)


def _single(one: Constraint) -> list[Constraint]:
    """A refusal of several things is as many refusals, and several words for one thing are one word."""
    if one.op == "not_in" and isinstance(one.value, tuple):
        return [replace(one, op="!=", value=value) for value in one.value]
    if one.op == "in" and isinstance(one.value, tuple):
        first, *others = one.value
        if all(_same(str(first), str(other)) for other in others):
            return [replace(one, op="=", value=first)]
    return [one]


def _each(line: Heard) -> list[Heard]:
    if line.ops == ("not_in",):
        return [replace(line, ops=("!=",), values=(value,)) for value in line.values]
    return [line]


def _positive(one: Constraint) -> bool:
    return one.op == "has" or (one.op == "=" and one.value not in (False, 0.0))


def _negative(one: Constraint) -> bool:
    return one.op == "!=" or (one.op == "=" and one.value in (False, 0.0))


def _named(names: Sequence[str], one: Constraint) -> bool:
    told = [one.field, *([one.value] if isinstance(one.value, str) else [])]
    return any(name == ANY or _same(name, said) for name in names for said in told)


def _meant(said: str, got: Value, unit: str | None) -> bool:
    number = NUMBER.fullmatch(said)
    if isinstance(got, (str, bool)) or number is None:
        return _same(said, str(got))
    value, wanted = float(number[1]), number[2]
    told = float(got) if wanted is None or wanted == unit else convert(float(got), unit, wanted)
    return told is not None and abs(told - value) <= TOLERANCE * max(abs(value), 1e-9)


@lru_cache(maxsize=1 << 14)
def _same(said: str, got: str) -> bool:
    """Whether two words are one: written alike, or ways to say the same in any language."""
    one, other = (fold(word.replace("_", " ").replace("-", " ")) for word in (said, got))
    return one == other or other in {fold(word.replace("-", " ")) for word in equivalents(one)}

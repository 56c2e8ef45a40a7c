"""Lines of a ledger as annotations write them (`price <= 50`, `~ colour = 'blue'`), and whether a ledger says them."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.vocabulary import PEOPLE
from catalog.languages.folding import fold
from catalog.languages.lexicon import equivalents
from catalog.measures import convert
from catalog.product import Constraint

LINE = re.compile(
    r"^(?P<soft>~ ?)?(?P<field>\w+)(?: (?P<op>not_in|in|about|has|<=|>=|!=|=|<|>)"
    r"(?: (?P<value>\[.*\]|'[^']*'|-?[\d.]+|true|false))?(?: (?P<unit>\S+))?)?$"
)
ALIKE = ({"<", "<="}, {">", ">="}, {"=", "in", "has"}, {"!=", "not_in"})
NEAR = 1e-3


@dataclass(frozen=True, slots=True)
class Line:
    """One line; without an op, any demand or wish on the field says it."""

    field: str
    op: str | None = None
    value: Any = None
    unit: str | None = None
    firm: bool = True

    @staticmethod
    def read(text: str) -> Line:
        """The line of these words; ValueError where they are none."""
        found = LINE.match(text.strip())
        if found is None:
            raise ValueError(f"This is no line of a ledger: {text!r}")
        told = found["value"]
        value = {"true": True, "false": False, None: None}.get(told, told)
        if isinstance(value, str):
            value = ast.literal_eval(value)
        return Line(found["field"], found["op"], value, found["unit"], not found["soft"])

    def is_said_by(self, one: Constraint) -> bool:
        """Whether the entry has this field, side, firmness and value, in whichever unit."""
        if self.op is None:
            return one.field == self.field or {one.field, self.field} <= PEOPLE
        if one.field != self.field or one.firm is not self.firm:
            return False
        if isinstance(self.value, bool):
            return self._same_truth(one)
        if one.op != self.op and not any({one.op, self.op} <= pair for pair in ALIKE):
            return False
        mine = self.value if isinstance(self.value, list) else [self.value]
        theirs = list(one.value) if isinstance(one.value, tuple) else [one.value]
        return len(mine) == len(theirs) and all(any(self._equal(a, b, one.unit) for b in theirs) for a in mine)

    def _same_truth(self, one: Constraint) -> bool:
        if one.op in ("=", "has"):
            return one.value is self.value or (one.op == "has" and self.value is True)
        return one.op == "!=" and isinstance(one.value, bool) and one.value is not self.value

    def _equal(self, mine: Any, theirs: Any, unit: str | None) -> bool:
        if mine is None or theirs is None or isinstance(theirs, bool):
            return mine is theirs
        if isinstance(mine, str) or isinstance(theirs, str):
            return fold(str(mine)) in {fold(str(theirs)), *(fold(other) for other in equivalents(str(theirs)))}
        number = float(theirs) if self.unit is None else convert(float(theirs), unit, self.unit)
        return number is not None and abs(float(mine) - number) <= NEAR * max(1.0, abs(float(mine)))


def same_ledger(lines: Sequence[Line], ledger: Sequence[Constraint]) -> bool:
    """Whether the ledger says every line and nothing else; a line of a field alone stands for all entries on it."""
    left = list(ledger)
    for line in sorted(lines, key=lambda one: one.op is None):
        said = [one for one in left if line.is_said_by(one)]
        if not said and not (line.field in PEOPLE and any(one.field in PEOPLE for one in ledger)):
            return False
        for one in said if line.op is None else said[:1]:
            left.remove(one)
    return not left

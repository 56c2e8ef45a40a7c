"""Lines of a ledger as dialogue files write them: `price <= 50`, `weight < 1.5 kg`, `brand not_in [...]`."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import Any

from catalog.product import Constraint
from tests.dialogues.raw_shop import holds_words, scaled

LINE = re.compile(
    r"^(?P<soft>~ ?)?(?P<field>[\w ]+?) (?P<op>not_in|in|about|has|<=|>=|!=|=|<|>)"
    r"(?: (?P<value>\[.*\]|'[^']*'|-?[\d.]+|true|false))?(?: (?P<unit>\S+))?$"
)


@dataclass(frozen=True)
class Line:
    """What a ledger has to hold; `~` marks a wish, no value a wish for less or more."""

    field: str
    op: str
    value: Any
    unit: str | None
    firm: bool

    @staticmethod
    def read(text: str) -> Line:
        """The line of these words; ValueError where they are none."""
        found = LINE.match(text.strip())
        if not found:
            raise ValueError(f"This is no line of a ledger: {text!r}")
        told = found["value"]
        value = {"true": True, "false": False, None: None}.get(told, told)
        if isinstance(value, str):
            value = ast.literal_eval(value)
        return Line(found["field"], found["op"], value, found["unit"], not found["soft"])

    def is_held_by(self, ledger: tuple[Constraint, ...]) -> bool:
        """Whether one of the ledger's entries says this."""
        return any(self.is_said_by(one) for one in ledger)

    def is_said_by(self, one: Constraint) -> bool:
        """Whether the entry has this field, side, value in whichever unit of its kind, and firmness."""
        return one.field == self.field and one.firm is self.firm and self._same_op(one) and self._same_value(one)

    def _same_op(self, one: Constraint) -> bool:
        alike = [{"<", "<="}, {">", ">="}, {"=", "in"}, {"!=", "not_in"}]
        # "Has Bluetooth" and "Bluetooth = true" exclude the same records of a yes/no column.
        if self.value is True and one.op == "has" and self.op == "=":
            return True
        if self.value is False and one.op == "!=" and one.value is True:
            return True
        return one.op == self.op or any({one.op, self.op} <= pair for pair in alike)

    def _same_value(self, one: Constraint) -> bool:
        if self.value is True and one.op == "has":
            return True
        if self.value is False and one.op == "!=" and one.value is True:
            return True
        mine = self.value if isinstance(self.value, list) else [self.value]
        theirs = list(one.value) if isinstance(one.value, tuple) else [one.value]
        if len(mine) != len(theirs):
            return False
        return all(any(self._equal(a, b, one.unit) for b in theirs) for a in mine)

    def _equal(self, mine: Any, theirs: Any, unit: str | None) -> bool:
        if isinstance(mine, bool) or mine is None or isinstance(theirs, bool):
            return mine is theirs
        if isinstance(mine, str) or isinstance(theirs, str):
            return (
                isinstance(mine, str)
                and isinstance(theirs, str)
                and holds_words(mine, theirs)
                and holds_words(theirs, mine)
            )
        if theirs is None:
            return False
        if self.unit is None:
            return abs(mine - theirs) < 1e-6 * max(1.0, abs(mine))
        (kind, number), (other, figure) = scaled(mine, self.unit), scaled(theirs, unit)
        return kind == other and abs(number - figure) < 1e-3 * max(1.0, abs(number))

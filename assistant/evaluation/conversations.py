"""Annotated conversations: what is said, the act, and the state that has to hold after each turn."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.evaluation.ledger_lines import Line
from catalog.errors import SetupError

NOTHING = "-1"
"""What stands for the figure of a product that isn't on screen, so that no ledger says it."""
PLACE = re.compile(r"@(\d+)")


@dataclass(frozen=True, slots=True)
class Expected:
    """The state as annotated: kinds wanted, lines of the ledger."""

    kinds: frozenset[str] = frozenset()
    lines: tuple[Line, ...] = ()

    def after(self, changes: str, figures: Mapping[tuple[int, str], str]) -> Expected:
        """The state after these changes; `figures` tells the value of (place on screen, field)."""
        state = self
        for change in (part.strip() for part in changes.split(" | ") if part.strip()):
            state = state._changed(change, figures)
        return state

    def _changed(self, change: str, figures: Mapping[tuple[int, str], str]) -> Expected:
        if change == "new":
            return Expected()
        if change.startswith("kind "):
            return replace(self, kinds=frozenset(one.strip().casefold() for one in change[5:].split(",")))
        if change.startswith("- "):
            return replace(self, lines=tuple(one for one in self.lines if one.field != change[2:]))
        if change.startswith("+ "):
            text = change[2:]
            place = PLACE.search(text)
            if place is not None:
                text = PLACE.sub(figures.get((int(place[1]), text.lstrip("~ ").split()[0]), NOTHING), text)
            return replace(self, lines=(*self.lines, Line.read(text)))
        raise ValueError(f"This is no change of a state: {change!r}")


@dataclass(frozen=True, slots=True)
class Said:
    """One turn of an annotated conversation."""

    text: str
    act: str
    changes: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation, the file it stands in, and its turns."""

    name: str
    file: str
    turns: tuple[Said, ...]


def read_conversations(folder: Path) -> tuple[Conversation, ...]:
    """All conversations of a folder's TOML files; SetupError where there are none or one can't be read."""
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise SetupError(f"There are no conversations in {folder}. Name a folder of TOML files with --dialogues.")
    found: list[Conversation] = []
    for path in files:
        try:
            entries: Sequence[Mapping[str, object]] = tomllib.loads(path.read_text("utf-8"))["dialogue"]
            found += [Conversation(str(one["name"]), path.stem, _turns(one["turns"])) for one in entries]
        except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
            raise SetupError(
                f"{path} holds no conversations ({error}). Write [[dialogue]] with name and turns."
            ) from error
    return tuple(found)


def _turns(rows: object) -> tuple[Said, ...]:
    if not isinstance(rows, list):
        raise ValueError("turns has to be a list")
    return tuple(Said(*(str(cell) for cell in row)) for row in rows)

"""Conversations that outlive the server: what stands of each, in SQL, read back as it was written."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import orjson

from assistant.records.database import Database
from assistant.state import DialogueState

STEPS_BACK = 3
"""How many changes of the need can be taken back after a restart."""


@dataclass(frozen=True, slots=True)
class KeptTalk:
    """One conversation: its state, how many exchanges there were, and the ids of the messages that still stand."""

    state: DialogueState
    count: int
    messages: tuple[str, ...] = ()


class TalkBook:
    """What stands of every conversation."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, conversation: str, talk: KeptTalk, at: float) -> None:
        """Keeps the conversation in the place of what was kept of it."""
        from assistant.records.staff_schema import TALKS

        row = {"conversation": conversation, "at": at, "document": written(talk)}
        with self._database.writing() as connection:
            connection.execute(TALKS.delete().where(TALKS.c.conversation == conversation))
            connection.execute(TALKS.insert().values(**row))

    def find(self, conversation: str) -> KeptTalk | None:
        """The conversation of this id; what can't be read any more is as if it weren't there."""
        from sqlalchemy import select

        from assistant.records.staff_schema import TALKS

        with self._database.reading() as connection:
            told = connection.scalar(select(TALKS.c.document).where(TALKS.c.conversation == conversation))
        try:
            return None if told is None else read(told)
        except (ValueError, TypeError, KeyError, AttributeError):
            return None


def written(talk: KeptTalk) -> str:
    """The talk as JSON; earlier needs are kept without the turns that stand in the latest."""
    return orjson.dumps(replace(talk, state=_shortened(talk.state, STEPS_BACK))).decode()


def read(text: str) -> KeptTalk:
    """The talk that was written; ValueError, TypeError or KeyError where it is none."""
    talk = _made(KeptTalk, orjson.loads(text))
    assert isinstance(talk, KeptTalk)
    return talk


def _shortened(state: DialogueState, steps: int) -> DialogueState:
    if state.before is None:
        return state
    before = replace(state.before, turns=state.before.turns[-1:])
    return replace(state, before=_shortened(before, steps - 1) if steps else None)


def _made(kind: Any, value: Any) -> Any:
    """A value of this type out of JSON."""
    if value is None:
        return None
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _of_union(get_args(kind), value)
    if origin is tuple:
        parts = get_args(kind)
        kinds = [parts[0]] * len(value) if parts[-1] is Ellipsis else parts
        return tuple(_made(one, part) for one, part in zip(kinds, value, strict=True))
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        given: Mapping[str, Any] = {one.name: value[one.name] for one in fields(kind) if one.name in value}
        return kind(**{name: _made(hints[name], part) for name, part in given.items()})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value


def _of_union(kinds: tuple[Any, ...], value: Any) -> Any:
    for kind in kinds:
        fits = isinstance(value, list) if get_origin(kind) is tuple else isinstance(value, dict) and is_dataclass(kind)
        if fits:
            return _made(kind, value)
    return value

"""A shop's log of what shoppers did -> events in the order of time, and the rows that can't be read, with reasons."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from catalog.errors import SetupError

COLUMNS = ("shopper", "product", "event", "time", "value")
NEEDED = COLUMNS[:4]
QUERY = "query"
"""A further column that a log may have: what the shopper had searched for."""
LONGEST = 200
"""Characters of an id or of an event's name."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a shopper did with a product: view, click, cart, purchase, rating or another name; `time` in
    seconds since 1970, of times without a zone in UTC."""

    shopper: str
    product: str
    name: str
    time: float
    value: float | None = None
    query: str | None = None


@dataclass(frozen=True, slots=True)
class EventLog:
    """The events of a file, earliest first, and the number and fault of each line that was left out."""

    events: tuple[Event, ...]
    refused: tuple[tuple[int, str], ...]


def read_events(path: Path) -> EventLog:
    """The events of a CSV file with a header or of JSON lines; SetupError where the file as a whole can't be read."""
    events: list[Event] = []
    refused: list[tuple[int, str]] = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for line, row in _rows(path, file):
                found = row if isinstance(row, str) else _event(row)
                if isinstance(found, str):
                    refused.append((line, found))
                else:
                    events.append(found)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SetupError(
            f"{path} can't be read as a log of events ({error}). Give CSV or JSON lines in UTF-8."
        ) from error
    if not events:
        why = f"its first bad row, line {refused[0][0]}: {refused[0][1]}" if refused else "it has no rows"
        raise SetupError(f"No event of {path} can be used ({why}). Write rows of {', '.join(COLUMNS)}.")
    return EventLog(tuple(sorted(events, key=lambda one: one.time)), tuple(refused))


def _rows(path: Path, file: TextIO) -> Iterator[tuple[int, Mapping[str, Any] | str]]:
    first = file.read(1)
    file.seek(0)
    if first == "{":
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield number, _parsed(line)
        return
    reader = csv.DictReader(file)
    missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise SetupError(f"{path} lacks the column {', '.join(missing)}. Its header has to be {','.join(COLUMNS)}.")
    for row in reader:
        yield reader.line_num, row


def _parsed(line: str) -> Mapping[str, Any] | str:
    try:
        found = json.loads(line)
    except ValueError:
        return "no JSON"
    return found if isinstance(found, dict) else "no JSON object"


def _event(row: Mapping[str, Any]) -> Event | str:
    texts = {name: row.get(name) for name in NEEDED}
    for name, text in texts.items():
        if not isinstance(text, (str, int)) or isinstance(text, bool) or not str(text).strip():
            return f"no {name}"
        if len(str(text)) > LONGEST:
            return f"a {name} of more than {LONGEST} characters"
    shopper, product, name, told = (str(text).strip() for text in texts.values())
    try:
        when = datetime.fromisoformat(told)
        time = (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return f"the time {told!r} is not in ISO form, such as 2026-01-31T12:00:00"
    asked = row.get(QUERY)
    query = asked.strip()[:LONGEST] or None if isinstance(asked, str) else None
    value = row.get("value")
    if value is None or str(value).strip() == "":
        return Event(shopper, product, name.lower(), time, None, query)
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number):
        return f"the value {value!r}"
    return Event(shopper, product, name.lower(), time, number, query)

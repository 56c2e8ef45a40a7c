"""Tickets and conversations as files: JSON, or CSV that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from assistant.records.conversation_log import Message
from assistant.records.ticket_book import Ticket

MESSAGE = ("number", "at", "who", "name", "language", "text", "customer")
TICKET = ("number", "state", "staff", "customer", "opened", "taken", "closed", "why", "mood", "language", "summary")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def conversation_rows(messages: Sequence[Message]) -> list[dict[str, Any]]:
    """The messages of a conversation; its id, which opens it, is left out."""
    return [{name: getattr(one, name) for name in MESSAGE} for one in messages]


def ticket_rows(tickets: Sequence[Ticket]) -> list[dict[str, Any]]:
    """Tickets with the parts of their packets that fit a cell."""
    rows = [{**asdict(one), **{name: one.packet.get(name) for name in TICKET[7:]}} for one in tickets]
    return [{name: row[name] for name in TICKET} for row in rows]


def as_json(rows: Sequence[Mapping[str, Any]]) -> str:
    """The rows as one JSON list."""
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """The rows with a header; a text that a spreadsheet would take for a formula gets a quote before it."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(row[name]) for name in columns})
    return "\ufeff" + out.getvalue()


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value

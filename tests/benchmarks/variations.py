"""The electronics catalogue many times over, each time a little otherwise: a large shop made from a real one."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.raw_electronics import raw_products


def varied(source: Path, count: int) -> Iterator[dict[str, Any]]:
    """So many records: the real ones first, then again with another id, model name and price, and a tenth less told."""
    whole = raw_products(source)
    for number in range(count):
        record = whole[number % len(whole)]
        yield variation(record, number // len(whole), random.Random(number)) if number >= len(whole) else record


def variation(record: dict[str, Any], turn: int, dice: random.Random) -> dict[str, Any]:
    """A product like this one."""
    name = record.get("name") or ""
    model = f"{name}{dice.choice('-/ ')}{dice.choice('ABCDEFGHKLMNPRSTX')}{dice.randrange(10, 9999)}"
    title = (
        record["title"].replace(name, model, 1) if name and name in record["title"] else f"{record['title']} {model}"
    )
    price = record.get("price")
    attributes = {key: value for key, value in (record.get("attrs") or {}).items() if dice.random() > 0.1}
    return {
        **record,
        "id": f"{record['id']}v{turn}",
        "title": title,
        "name": model,
        "price": round(price * dice.uniform(0.7, 1.4), 2) if isinstance(price, (int, float)) else price,
        "attrs": attributes,
    }


def write_variations(source: Path, count: int, path: Path) -> Path:
    """The records as JSON lines in that file."""
    with path.open("w", encoding="utf-8") as out:
        for record in varied(source, count):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path

"""Who is speaking: by e-mail address, or by name and postcode; an id alone is nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.records.order_book import plain_zip
from assistant.service.connector import OrderConnector
from assistant.service.lexicon import plain
from assistant.service.turn_reading import EMAIL, TurnReading

Record = Mapping[str, Any]
ZIP = re.compile(r"(?<![\w#@-])(?=[A-Za-z0-9 -]*\d)([A-Za-z0-9]{3,8}(?:[ -][A-Za-z0-9]{3,4})?)(?![\w@-])", re.ASCII)
MOST_ZIPS = 8


@dataclass(frozen=True, slots=True)
class Known:
    """Who was recognized, or how far it came: whether something was offered that fits nobody, or fits several."""

    customer: str | None = None
    tried: bool = False
    several: bool = False
    has_zip: bool = False


def recognized(texts: Sequence[str], connector: OrderConnector) -> Known:
    """The customer whom the texts identify, the latest text first for e-mail addresses."""
    tried = False
    for text in reversed(texts):
        for email in TurnReading(text).emails:
            found = connector.customers_by(email=email)
            if len(found) == 1:
                return Known(found[0][0])
            tried = True
    whole = " \n ".join(texts)
    codes = list(dict.fromkeys(_codes(whole)))
    fitting = [
        name
        for code in codes[-MOST_ZIPS:]
        for name, record in connector.customers_by(zip_code=code)
        if is_named(record, whole)
    ]
    if len(set(fitting)) == 1:
        return Known(fitting[0])
    return Known(None, tried or bool(codes), len(set(fitting)) > 1, bool(codes))


def is_named(record: Record, text: str) -> bool:
    """Whether a text holds the customer's first and last name beside each other, or the name in their own script."""
    name = record.get("name") or {}
    first, last = (plain(str(name.get(part, ""))).strip() for part in ("first_name", "last_name"))
    said = plain(EMAIL.sub(" ", text))
    native = plain(str(name.get("native_name", ""))).strip()
    if native and native in said:
        return True
    if not first or not last:
        return False
    one, other = (r"[\s.·-]+".join(map(re.escape, part.split())) for part in (first, last))
    edge = r"(?<![a-z0-9_]){}(?![a-z0-9_])"
    gap = r"[\s,.·:;]+"
    return any(re.search(edge.format(f"{a}{gap}{b}"), said) for a, b in ((one, other), (other, one)))


def _codes(text: str) -> list[str]:
    bare = EMAIL.sub(" ", text)
    return [plain_zip(found) for found in ZIP.findall(bare)] + [
        plain_zip(piece) for found in ZIP.findall(bare) for piece in re.split(r"[ -]", found) if re.search(r"\d", piece)
    ]

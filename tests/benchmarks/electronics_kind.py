"""A kind of product the electronics benchmark asks for: its words in two languages, and the titles that prove it.

A kind is judged from the raw record alone. `title` finds the device and `excluded` takes out what is only made for it
(a case, a lamp, a spare part); for titles that leave the word out, `attribute` is proof from a raw column, and
`described` from the short description.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SERVICE = (
    r"\bsvc\b|hw supp|warranty|on-?site|pick-?up|\b[1-5] ?y(?:r|ear)?s? |service (?:pack|plan|bundle)|care ?pack|"
    r"installation service|"
    r"spare part|service manual|upgrade"
)
FOR_IT = (
    r"\bcable|adapter|charger|\bmount|\bstand\b|bracket|holder|\bcover\b|\bcase\b|\bbag\b|sleeve|backpack|pouch|"
    r"protector|privacy|"
    r"battery|accessor|\bdock|replicator|cradle|\bkit\b|cleaning|cleansing|\block\b|extender|riser|remote control|"
    r"splitter"
)
CPU = r"(?:intel|\bamd\b|ryzen|celeron|pentium|mediatek|qualcomm|snapdragon|turion|athlon)"


@dataclass(frozen=True)
class Kind:
    """One kind of product: its words, English `(one, many)` and Chinese, and the patterns that prove it."""

    name: str
    english: tuple[tuple[str, str], ...]
    chinese: tuple[str, ...]
    title: str
    excluded: str = r"(?!)"
    attribute: tuple[str, str] | None = None
    described: str = r"(?!)"

    def proves(self, row: Mapping[str, Any]) -> bool:
        """True if the raw record's title, the column of `attribute` or its description shows a product of this kind."""
        title = str(row["title"])
        if re.search(f"{SERVICE}|{self.excluded}", title, re.IGNORECASE):
            return False
        if re.search(self.title, title, re.IGNORECASE):
            return True
        if self.attribute is not None:
            column, values = self.attribute
            if re.fullmatch(values, str(row["attrs"].get(column, ""))):
                return True
        description = str(row.get("short_description") or "")
        if re.search(self.described, description, re.IGNORECASE) is None:
            return False
        return re.search(f"{SERVICE}|{self.excluded}", description, re.IGNORECASE) is None

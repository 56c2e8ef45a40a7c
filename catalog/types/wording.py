"""What a record says in words of the kind of thing it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

MODEL = re.compile(r"(?<!\S)(?=\S*\d)(?=\S*[A-Z])[A-Z0-9][\w/.+-]+\s+(?=[a-z]{3,}\b(?!\.))")
"""A model number before common nouns, which are written small as names are not: "Lumo KX310 coffee machine"."""


DRIVE = re.compile(r"(\d ?[GT]B\b.*(?<!full)(?<!ultra) )HD(?: kit)?\b", re.IGNORECASE)
"""Behind a capacity these two letters are a hard drive: 500GB SATA HD."""


CAPACITY = re.compile(r"\d ?[GT]B\b")
FLASH = re.compile(r"\b(?:Serial ATA|SATA|SAS|PCI Express|PCIe)\b.*\b(?:[STQM]LC|V?-?NAND|NVMe)\b")
"""A drive's bus, and behind it the cells of its memory: beside one capacity alone that is a solid-state drive."""


def spelled(text: str) -> str:
    """A title on one line, with an abbreviation or a kind written out where other words prove it."""
    line = " ".join(text.split())
    if "GB " in line or "TB " in line:
        one = len(CAPACITY.findall(line)) == 1 and " DDR" not in line
        line = f"{line} SSD" if one and FLASH.search(line) and "SSD" not in line else line
    return DRIVE.sub(r"\1HDD", line) if " HD" in line else line


@dataclass(frozen=True)
class Wording:
    """What a record says in words: the title, the short name beside it, the brand, the description."""

    title: str
    name: str | None = None
    brand: str | None = None
    description: str | None = None

    @cached_property
    def rest(self) -> str | None:
        """What the title says after the short name, else after a model number before common nouns; None without."""
        if not self.name:
            found = MODEL.search(self.title)
            return self.title[found.end() :].strip() if found else None
        _before, found, after = self.title.partition(self.name)
        return after.strip() if found else None

    @cached_property
    def naming(self) -> str:
        """The part of the title that names the thing: the short name, else the title without the brand before it."""
        if self.name:
            return self.name
        title = self.title
        if self.brand and title.casefold().startswith(self.brand.casefold()):
            return title[len(self.brand) :].strip() or title
        return title

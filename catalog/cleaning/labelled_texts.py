"""Facts that stand in one text under their labels, "Colour: red | Width: 20 cm": which columns hold them, and where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from catalog.cleaning.plain_text import plain_text

MARKS = ("|", "\n", ";", "；", ",", "，", "、", " ")
"""What parts one fact from the next, of marks that part as many the first."""
PART = re.compile(r"\s*(?:[-*•·●▪◆]\s*)?([^\W\d_][^:：=|;；\n]{0,39}?)\s*(?:[:：](?!//)|=)\s*(\S.*)", re.DOTALL)
LONGEST = 60
"""A labelled fact of more letters is prose behind a heading."""
MOSTLY, FEW_LONG = 0.6, 0.2
FEWEST = 2
"""So many facts make a list."""
RECUR = 4
"""In so many texts the labels come again; fewer can't show it."""


def label_marks(columns: Iterable[str], sample: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The columns whose texts list facts under labels, and what parts these."""
    found: dict[str, str] = {}
    if any(isinstance(row.get("attributes"), Mapping) for row in sample):
        return found  # such a file gives its facts in an object, as an export does
    for column in columns:
        values = [value for row in sample if (value := row.get(column)) not in (None, "")]
        texts = [text for value in values if (text := as_text(value)) is not None]
        if values and len(texts) == len(values) and (mark := label_mark(texts)) is not None:
            found[column] = mark
    return found


def label_mark(texts: Sequence[str]) -> str | None:
    """What parts the labelled facts in most of a column's texts; None where the column holds none."""
    texts = [text for text in texts if text.strip()]
    if not texts or sum(":" in text or "：" in text or "=" in text for text in texts) < MOSTLY * len(texts):
        return None
    best, most = None, 0
    for mark in MARKS:
        found = [labelled(text, mark) for text in texts]
        count = sum(map(len, found))
        if count > most and _is_list(found):
            best, most = mark, count
    return best


def _is_list(found: Sequence[Mapping[str, str]]) -> bool:
    if sum(len(facts) >= FEWEST for facts in found) < MOSTLY * len(found):
        return False
    labels = Counter(label for facts in found for label in facts)
    again = sum(count for count in labels.values() if count > 1)
    long = sum(len(value) > LONGEST for facts in found for value in facts.values())
    total = labels.total()
    return long <= FEW_LONG * total and (len(found) < RECUR or again >= MOSTLY * total)


@lru_cache(maxsize=4096)
def labelled(text: str, mark: str) -> Mapping[str, str]:
    """The facts of a text by label; what has no label goes on with the fact before it, a label's values are joined."""
    found: dict[str, list[str]] = {}
    last: list[str] | None = None
    for part in plain_text(text).split(mark):
        if fits := PART.fullmatch(part):
            last = found.setdefault(fits.group(1), [])
            if (value := fits.group(2).strip()) not in last:
                last.append(value)
        elif last and part.strip():
            last[-1] += f"{mark}{part}" if mark.isspace() else f"{mark} {part.strip()}"
    return {label: ", ".join(values) for label, values in found.items()}


def as_text(found: Any) -> str | None:
    """The text of a cell, of a list of texts each on a line; None where it is something else."""
    if isinstance(found, str):
        return found
    if isinstance(found, list) and found and all(isinstance(each, str) for each in found):
        return "\n".join(found)
    return None


def unfolded(values: Mapping[str, Any], marks: Mapping[str, str]) -> Mapping[str, Any]:
    """The row with an object of its facts in place of each text that lists them."""
    if not marks:
        return values
    told = dict(values)
    for column, mark in marks.items():
        if (text := as_text(values.get(column))) is not None and (facts := labelled(text, mark)):
            told[column] = facts
    return told

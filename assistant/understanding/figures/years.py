"""Demands on the year of something: of 2015, before 2010, 2018年以后."""

from __future__ import annotations

import re

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import softened
from catalog.product import Constraint

FIRST, LAST = 1900.0, 2100.0
"""A column of numbers between these, without unit, tells years."""
TOLD = 0.2
YEAR = re.compile(r"(?:19|20)\d\d")
OPS = {"between": (">=", "<="), "before": ("<",), "until": ("<=",), "after": (">",), "since": (">=",), "of": ("=",)}
"""The ways to speak of years in the order of their looking up, and what each demands of its years."""


def year_demands(page: Page) -> list[Constraint]:
    """The demands on a column of years that the wanted kind's records fill; the phrases are used up."""
    column = _column(page) if YEAR.search(page.reading.plain) else None
    found: list[Constraint] = []
    for name, ops in OPS.items() if column is not None else ():
        pattern = dialogue().patterns["years"].get(name)
        for said in pattern.finditer(page.reading.plain) if pattern is not None else ():
            begin, end = _with_verb(page, said.start(), said.end())
            inside = [at for at, one in enumerate(page.spans) if one.start < end and one.end > begin]
            years = [float(year) for year in YEAR.findall(said.group())]
            if not inside or not page.used.isdisjoint(inside) or len(years) != len(ops):
                continue
            soft = softened(page, inside)
            page.take((*inside, *(soft or ())))
            words = page.said(inside)
            found += [
                Constraint(column.name, op, year, None, not soft, words)
                for op, year in zip(ops, sorted(years), strict=True)
            ]
    return found


def _with_verb(page: Page, start: int, end: int) -> tuple[int, int]:
    """Where words about years begin and end with what leads to them or follows them: released in 2023 or later."""
    plain, patterns = page.reading.plain, dialogue().patterns["years"]
    led, followed = patterns.get("led_by"), patterns.get("followed_by")
    before = led.search(plain[:start]) if led is not None else None
    after = followed.search(plain[end:]) if followed is not None else None
    return (before.start() if before else start, end + after.end() if after else end)


def _column(page: Page) -> FieldWords | None:
    """The column of years that most of the wanted products fill."""
    held: list[tuple[float, str]] = []
    for one in page.lexicon.fields.values():
        span = one.range_for(page.types)
        if one.kind == "number" and not one.units and span and span[0] >= FIRST and span[1] <= LAST:
            held.append((page.columns.share(one, page.types), one.name))
    best = max(held, default=None)
    return page.lexicon.fields[best[1]] if best is not None and best[0] >= TOLD else None

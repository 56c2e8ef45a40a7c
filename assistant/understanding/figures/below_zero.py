"""Temperatures below zero: bare ones, and what they ask of goods that shall stand them."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.message.page import Page
from catalog.languages.quantities import Quantity
from catalog.languages.quantity_words import quantity_words
from catalog.measures import dimension

TEMPERATURE = "temperature"
WORD_BEFORE = re.compile(r"[^\W\d]\s*$")


def with_sign(page: Page, quantity: Quantity) -> Quantity:
    """The figure with the sign before it, where its place shows that no range is meant: comfort -5, minus 5."""
    plain = page.reading.plain
    below = quantity_words().below_zero.search(plain[: quantity.start])
    if below is None or quantity.value <= 0 or quantity.high is not None:
        return quantity
    dashed = below[0].strip() == "-"
    parted = plain[: below.start()].endswith(" ") and below.end() == quantity.start and below[0] == "-"
    if dashed and not (parted and WORD_BEFORE.search(plain[: below.start()])):
        return quantity
    return replace(quantity, value=-quantity.value, start=below.start())


def is_told_in_degrees(field: FieldWords) -> bool:
    """Whether a column tells temperatures."""
    return dimension(field.unit) == TEMPERATURE


def endured(field: FieldWords | None, unit: str | None, op: str, value: float) -> str:
    """The bound that a figure sets: so cold or colder is what goods must stand, to -10 degrees as at least to -10."""
    cold = value < 0 and (dimension(unit) == TEMPERATURE or (field is not None and is_told_in_degrees(field)))
    return "<=" if cold and op in ("=", ">=") else op

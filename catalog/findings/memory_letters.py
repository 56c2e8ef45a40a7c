"""A bare G in a column of memory: 12G beside 6GB is 12 GB, and no weight."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from catalog.cleaning.column_words import column_words, plain_name
from catalog.measures import dimension
from catalog.product import Attribute, Product

LETTER = re.compile(r".*\d\s*G")
GRAM, MEMORY, DATA = "g", "GB", "data"


def with_memory(products: Sequence[Product]) -> list[Product]:
    """The products, figures with a bare G as memory wherever the column tells memory or is called so."""
    columns = _columns(products)
    return [_told(product, columns) for product in products] if columns else list(products)


def _columns(products: Sequence[Product]) -> frozenset[str]:
    """The columns with bare letters in which no other figure weighs anything, of memory by their name or figures."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for product in products:
        for name, fact in product.attributes.items():
            if fact.unit is not None:
                told[name]["letter" if _has_letter(fact) else dimension(fact.unit) or ""] += 1
    return frozenset(
        name
        for name, found in told.items()
        if found["letter"] and not found["mass"] and (found[DATA] or _is_called_memory(name))
    )


def _is_called_memory(column: str) -> bool:
    words = column_words().measured.get(DATA, ())
    return any(one in plain_name(column).split() if one.isascii() else one in column for one in words)


def _has_letter(fact: Attribute) -> bool:
    return fact.unit == GRAM and fact.proof is not None and LETTER.fullmatch(fact.proof) is not None


def _told(product: Product, columns: frozenset[str]) -> Product:
    found = {
        name: replace(fact, unit=MEMORY) if name in columns and _has_letter(fact) else fact
        for name, fact in product.attributes.items()
    }
    return replace(product, attributes=MappingProxyType(found))

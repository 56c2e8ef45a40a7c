"""What a product's own title says of a demand that its columns leave open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from catalog.languages.lexicon import kind_of
from catalog.languages.quantities import Quantity, quantities
from catalog.measures import dimension
from catalog.product import Attribute, Constraint, Product, Verdict

MEASURED = frozenset({"=", "<", "<=", ">", ">="})
NAMED = frozenset({"=", "in", "has"})
COUNTS = frozenset({"piece", "sheet", "page"})
VALUE = "value"
"""What the lexicon calls colours, materials and their like."""
PARTS = re.compile(r"\s*[,;/&+|]\s*")


def title_denies(product: Product, open_demands: Sequence[Constraint]) -> bool:
    """Whether the title tells figures in a demand's kind of unit and none meets it: a 24-inch monitor is none of 30.

    That proves nothing about the column, but a product whose title speaks against a demand isn't worth showing as open.
    """
    return any(
        _denies(product.title, demand) or _twin_denies(product, demand) or _names_another(product, demand)
        for demand in open_demands
    )


def _twin_denies(product: Product, demand: Constraint) -> bool:
    """Whether the record tells the figure of another part (the yield of cyan for that of black), and not enough."""
    if demand.op not in MEASURED or not isinstance(demand.value, (int, float)) or demand.unit is None:
        return False
    words = set(demand.field.split("_"))
    bare = replace(demand, unit=None) if demand.unit in COUNTS else demand
    twins = [
        fact
        for name, fact in product.attributes.items()
        if isinstance(fact.value, float)
        and (dimension(fact.unit) == dimension(demand.unit) or (bare.unit is None and _counts(fact)))
        and len(words - set(name.split("_"))) <= 1
        and len(words) > 2
        and name != demand.field
    ]
    return bool(twins) and all(
        (bare.judges(Attribute(fact.value)) if bare.unit is None else demand.judges(fact)) is Verdict.VIOLATES
        for fact in twins
    )


def _counts(fact: Attribute) -> bool:
    """Whether a figure only counts things."""
    return fact.unit is None or fact.unit in COUNTS


def _names_another(product: Product, demand: Constraint) -> bool:
    """Whether the record tells the same of another part and nothing asked for: a grey cable is no transparent one."""
    words = demand.field.split("_")
    values = demand.value if isinstance(demand.value, tuple) else (demand.value,)
    if demand.op not in NAMED or len(words) < 3 or not all(kind_of(str(one)) == VALUE for one in values):
        return False
    told = [
        fact
        for name, fact in product.attributes.items()
        if isinstance(fact.value, str)
        and len(set(words) ^ set(name.split("_"))) <= 2
        and name.endswith(f"_{words[-1]}")
        and any(kind_of(part) == VALUE for part in PARTS.split(fact.value))
    ]
    return bool(told) and all(demand.judges(fact) is not Verdict.MEETS for fact in told)


def _denies(title: str, demand: Constraint) -> bool:
    kind = dimension(demand.unit)
    if kind is None or kind == "money" or demand.op not in MEASURED:
        return False
    told = [one for one in _figures(title) if dimension(one.unit) == kind]
    return bool(told) and all(_is_none(one, demand) for one in told)


def _is_none(told: Quantity, demand: Constraint) -> bool:
    """Whether a figure, or each end of a range, is not what is demanded: goods of 3000-5000 VA are none of 4800 VA."""
    ends = [told.value] if told.high is None else [told.value, told.high]
    return all(demand.judges(Attribute(end, told.unit)) is Verdict.VIOLATES for end in ends)


@lru_cache(maxsize=1 << 13)
def _figures(title: str) -> tuple[Quantity, ...]:
    return quantities(title)

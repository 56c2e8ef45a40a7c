"""What a product's own title says of a demand that its columns leave open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from catalog.languages.quantities import Quantity, quantities
from catalog.measures import dimension
from catalog.product import Attribute, Constraint, Product, Verdict

MEASURED = frozenset({"=", "<", "<=", ">", ">="})


def title_denies(product: Product, open_demands: Sequence[Constraint]) -> bool:
    """Whether the title tells figures in a demand's kind of unit and none meets it: a 24-inch monitor is none of 30.

    That proves nothing about the column, but a product whose title speaks against a demand isn't worth showing as open.
    """
    return any(_denies(product.title, demand) for demand in open_demands)


def _denies(title: str, demand: Constraint) -> bool:
    kind = dimension(demand.unit)
    if kind is None or kind == "money" or demand.op not in MEASURED:
        return False
    told = [one for one in _figures(title) if one.high is None and dimension(one.unit) == kind]
    return bool(told) and all(demand.judges(Attribute(one.value, one.unit)) is Verdict.VIOLATES for one in told)


@lru_cache(maxsize=1 << 13)
def _figures(title: str) -> tuple[Quantity, ...]:
    return quantities(title)

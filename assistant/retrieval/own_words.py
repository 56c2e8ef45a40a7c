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
    return any(_denies(product.title, demand) or _twin_denies(product, demand) for demand in open_demands)


def _twin_denies(product: Product, demand: Constraint) -> bool:
    """Whether the record tells the figure of another part (the yield of cyan for that of black), and not enough."""
    if demand.op not in MEASURED or not isinstance(demand.value, (int, float)) or demand.unit is None:
        return False
    words = set(demand.field.split("_"))
    twins = [
        fact
        for name, fact in product.attributes.items()
        if isinstance(fact.value, float)
        and dimension(fact.unit) == dimension(demand.unit)
        and len(words - set(name.split("_"))) <= 1
        and len(words) > 2
        and name != demand.field
    ]
    return bool(twins) and all(demand.judges(fact) is Verdict.VIOLATES for fact in twins)


def _denies(title: str, demand: Constraint) -> bool:
    kind = dimension(demand.unit)
    if kind is None or kind == "money" or demand.op not in MEASURED:
        return False
    told = [one for one in _figures(title) if one.high is None and dimension(one.unit) == kind]
    return bool(told) and all(demand.judges(Attribute(one.value, one.unit)) is Verdict.VIOLATES for one in told)


@lru_cache(maxsize=1 << 13)
def _figures(title: str) -> tuple[Quantity, ...]:
    return quantities(title)

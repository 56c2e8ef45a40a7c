"""The unit a figure is meant in, of all that its words may mean, and the column it fits best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.understanding.figures.figure_names import named_by_unit
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.columns import PART
from assistant.understanding.message.amounts import OF_ALL_GOODS
from assistant.understanding.message.page import Page
from catalog.languages.quantities import Quantity
from catalog.measures import convert, dimension

COUNTS = ("piece", "page", "sheet", "people")
"""Units that only count: a column without unit counts too."""
ALSO: Mapping[str, tuple[str, ...]] = {"g": ("g/m²", "GHz"), "sheet": ("page",), "page": ("sheet",)}
"""Units that people shorten to the same word."""
UNKNOWN = ""
"""The type of records that tell none, and of a kind that the catalogue lacks."""
IN_UNIT = 5.0
"""The rank of columns that the words name in part, where the unit tells that they are meant."""


def best_column(
    page: Page, quantity: Quantity, unit: str | None, named: Mapping[str, float], asked: str | None
) -> tuple[str | None, FieldWords | None]:
    """The unit that is meant, of all that the words may mean, and the column it fits best."""
    also = (*quantity.alternatives, *(ALSO.get(str(unit), ()) if unit == quantity.unit else ()))
    units = [unit, *(other for other in also if unit)]
    found = []
    for place, other in enumerate(units):
        ranked = dict(named) if other is None else _in_its_unit(page, named, other)
        for name, rank in named_by_unit(page, other).items() if other is not None else ():
            ranked[name] = min(rank, ranked.get(name, rank))
        best = _field(page, _ends(quantity), other, ranked, asked)
        if best is not None:
            found.append((best[0] - 0.05 * place, -place, other, best[1]))
    if not found:
        return unit, None
    best_one = max(found, key=lambda one: one[:2])
    if _is_stored(page, quantity, best_one[2], best_one[3]):
        kept = page.columns.for_figure(_ends(quantity), "GB", (), named_by_unit(page, "GB") | dict(named))
        return "GB", kept[1] if kept is not None else None
    return best_one[2], best_one[3]


def _in_its_unit(page: Page, named: Mapping[str, float], unit: str) -> dict[str, float]:
    """The named columns, those that hold the words beside others before the rest where they are measured in the unit:
    a front camera of 16 MP."""
    measured = dimension(unit)

    def rank(name: str, known: float) -> float:
        one = page.lexicon.fields.get(name)
        told = one is not None and bool(one.units) and dimension(one.unit) == measured
        return IN_UNIT + 0.5 * (known - PART) if known >= PART and told and unit not in COUNTS else known

    return {name: rank(name, known) for name, known in named.items()}


def _ends(quantity: Quantity) -> tuple[float, ...]:
    return (quantity.value,) if quantity.high is None else (quantity.value, quantity.high)


def _is_stored(page: Page, quantity: Quantity, unit: str | None, field: FieldWords) -> bool:
    """Whether a bare G can't be grams: the shop tells of memory, and nothing of the wanted kind weighs so little."""
    if unit != "g" or "GB" not in quantity.alternatives or not page.columns.measured_in("GB", ()):
        return False
    span = field.range_for(page.types)
    lightest = convert(span[0], field.unit, "g") if span else None
    return lightest is not None and quantity.value < 0.5 * lightest


def _field(
    page: Page, values: Sequence[float], unit: str | None, named: Mapping[str, float], asked: str | None
) -> tuple[float, FieldWords] | None:
    columns = page.columns
    if asked is not None and asked in columns.lexicon.fields:
        own = columns.lexicon.fields[asked]
        if own.kind == "number" and (unit is None or not own.units or dimension(unit) == dimension(own.unit)):
            return 9.0, own
        if unit is None:
            return None
    found = columns.for_figure(values, unit, page.types, named)
    if found is None and unit is None:
        own = [name for name in sorted(named) if name in OF_ALL_GOODS and name in columns.lexicon.fields]
        return (1.0, columns.lexicon.fields[own[0]]) if own else None
    if found is None and page.types and unit is not None and unit != "people":
        own = {name: rank for name, rank in named.items() if rank < PART}
        found = columns.for_figure(values, unit, (), own) if own or UNKNOWN in page.types else None
        found = (found[0] - 2.0, _usual_of(page, found[1], unit, own)) if found is not None else None
    return found


def _usual_of(page: Page, column: FieldWords, unit: str, own: Mapping[str, float]) -> FieldWords:
    """The column that such a figure usually means, for a kind whose records tell none: the weight of a suitcase, and
    not that of a filling."""
    known = (page.lexicon.fields.get(name) for name in sorted(own, key=lambda name: (own[name], name)))
    whole = (one for one in known if one is not None and one.units and one.names[0] in column.names[0])
    usual = (one for one in whole if dimension(one.unit) == dimension(unit))
    return column if column.name in own else next(usual, column)

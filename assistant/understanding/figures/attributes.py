"""Demands on measured and counted attributes: a number, its unit, and the words that say what is measured."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.corrections import field_said_before
from assistant.understanding.figures.dimensions import dimension_demands
from assistant.understanding.figures.figure_names import (
    USUAL,
    concepts_of,
    counts_pieces,
    implied_names,
    measures_pieces,
    named_by_unit,
    named_columns,
    named_together,
    nearest_names,
    own_name,
    told_by_column,
    told_by_unit,
)
from assistant.understanding.figures.fitting import carries, fitted
from assistant.understanding.figures.sizes import size_in_words
from assistant.understanding.figures.unlisted_figures import unlisted_measure
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.columns import PART
from assistant.understanding.lexicon.field_names import is_compatibility
from assistant.understanding.message.amounts import OF_ALL_GOODS, Amount, amount_at
from assistant.understanding.message.page import Page
from catalog.languages.quantities import Quantity
from catalog.measures import convert, dimension, unit_named
from catalog.product import Constraint, Value

COUNTS = ("piece", "page", "sheet", "people")
"""Units that only count: a column without unit counts too."""
IN_UNIT, TOLD = 5.0, 20.0
"""Ranks of columns that the words name in part, where the unit or the place of the word tells that they are meant."""
STICK = 4.0
"""Of the numbers that name networks, the one that is a usual size of memory too."""
PAGES = ("page", "sheet")
SHARE = "%"
STORED = frozenset({"memory", "storage"})
STORES = frozenset({4.0, 8.0, 16.0, 32.0, 64.0, 120.0, 128.0, 240.0, 250.0, 256.0, 480.0, 500.0, 512.0})
"""The usual sizes of memory and storage in GB; one of a few is rather a count or in TB."""
ALSO: Mapping[str, tuple[str, ...]] = {"g": ("g/m²", "GHz"), "sheet": ("page",), "page": ("sheet",)}
"""Units that people shorten to the same word."""
UNKNOWN = ""
"""The type of records that tell none, and of a kind that the catalogue lacks."""


def attribute_demands(page: Page, asked: str | None = None) -> list[Constraint]:
    """The demands of all figures that are not money; `asked` is the column a question was about."""
    found = dimension_demands(page)
    last = -1
    for index, span in enumerate(page.spans):
        if span.quantity is None or index in page.used:
            continue
        told = _demand(page, amount_at(page, index), asked)
        if found and told and _or_between(page, last, index) and _same_column(found[-1], told):
            said = page.said(range(last, index + 1))
            found[-1] = replace(found[-1], op="in", value=(*_several(found[-1]), *_several(told[0])), said=said)
        else:
            found += told
        last = index
    return found


def _or_between(page: Page, first: int, last: int) -> bool:
    """Whether one figure or the other is asked for: 8G或16G."""
    between = range(first + 1, last)
    joined = [at for at in between if page.spans[at].cue("or") and not page.spans[at].cue("and")]
    return first >= 0 and bool(joined) and all(at in joined or page.is_filler(at) for at in between)


def _several(one: Constraint) -> tuple[Value, ...]:
    return one.value if isinstance(one.value, tuple) else () if one.value is None else (one.value,)


def _same_column(one: Constraint, told: Sequence[Constraint]) -> bool:
    alike = len(told) == 1 and told[0].field == one.field and told[0].unit == one.unit
    return alike and told[0].op in ("=", "in") and one.op in ("=", "in")


def _demand(page: Page, amount: Amount, asked: str | None) -> list[Constraint]:
    quantity = page.spans[amount.index].quantity
    assert quantity is not None
    naming = nearest_names(page, amount)
    if _is_article(page, quantity, amount, naming) or _is_brand(page, amount.index) or _is_name(page, amount, naming):
        return []
    taking = fitted(page, amount, quantity)
    if taking is not None:
        return taking
    unit = "piece" if quantity.currency else quantity.unit
    counted: Mapping[str, float] = {}
    if unit == "piece" and not (measures_pieces(page, naming) or page.columns.measured_in("piece", page.types)):
        unit, counted = None, {} if quantity.currency or naming else counts_pieces(page)
    concepts = {concept for at in naming for concept in concepts_of(page.spans[at])}
    if "GB" in quantity.alternatives and (concepts & STORED or (not naming and _tells_memory(page, amount, quantity))):
        unit = "GB"
    if unit is None and quantity.value in STORES and concepts & STORED and not page.lexicon.number_of(page.types):
        unit = "GB"  # 256 SSD, of a kind whose own records can't tell the unit.
    paced = _pace(page, amount) if unit in PAGES else None
    unit = "ppm" if paced is not None else unit
    told = told_by_column(page, amount, naming)
    named = told_by_unit(page, naming, unit, named_columns(page, naming)) | implied_names(page, amount) | counted
    named = {name: TOLD for name in told if name not in named} | named
    before = field_said_before(page, amount.index)
    wished = all("wish" in page.spans[at].roles for at in naming)
    if before is not None and wished:
        asked, named, told = before, {}, {}
    elif named:
        asked = asked if asked in named else None
    elif asked is None:
        asked = before
    if unit is None and not named and asked is None:
        return []
    if not naming and quantity.value == 0 and quantity.high is None and not amount.bounded:
        return []  # 0 GB, of nobody knows what, is a slip.
    shared = page.lexicon.number_of(page.types) and page.columns.measured_in(SHARE, page.types)
    if unit == SHARE and not named and not shared:
        return []  # 100 % pure, 50 % off: a share of nobody knows what.
    if unit is None:
        sized = size_in_words(page, amount, naming, named)
        if sized is not None:
            return [sized]
    unit, field = _best(page, quantity, unit, named, asked)
    usual = unlisted_measure(page, quantity) if not concepts - {"size"} and not told else None
    if usual is not None and not (concepts and usual[0] == "length"):
        unit, field = usual[1], page.lexicon.fields.get(usual[2] or "")
    elif told and (field is None or field.name not in named):
        field = page.lexicon.fields[max(told, key=lambda name: (page.lexicon.fields[name].held_by(page.types), name))]
    if field is not None and naming and field.name not in named and concepts & set(USUAL.get(str(unit), ())):
        field = None  # A warranty of 3 years is no age of 3 where the shop tells no warranty.
    if field is None and unit in (None, "people"):
        return []  # A rice cooker for four people: no record tells whom it serves.
    name = field.name if field is not None else usual[0] if usual is not None else own_name(page, naming, unit)
    taken = set(amount.phrases) | {at for at in naming if field is None or field.name in named_columns(page, [at])}
    if field is not None and field.name in named_together(page, naming):
        taken |= set(naming)
    taken |= {at for at in (paced, told.get(name)) if at is not None}
    said = page.said(at for at in taken if not page.spans[at].cue("soft", "soft_after"))
    page.take(taken)
    mine = unit if field is None or field.units or not _said_by_name(field, unit) else None
    if unit is None and field is not None and all(op != "about" for op, _ in amount.bounds):
        mine = page.columns.usual_unit(field, quantity.high or quantity.value, page.types)
    if len(amount.bounds) == 2 and _are_alternatives(page, amount):
        return [Constraint(name, "in", tuple(value for _, value in amount.bounds), mine, amount.firm, said)]
    takes = field is not None and (is_compatibility(field.names[0]) or carries(page, field))
    return [
        Constraint(name, ">=" if takes and op == "=" else op, value, mine, amount.firm, said)
        for op, value in amount.bounds
    ]


def _are_alternatives(page: Page, amount: Amount) -> bool:
    """Whether two figures are one or the other and nothing between: 8 or 16 GB, but a screen of 15 or 16 inches."""
    span = page.spans[amount.index]
    unit = span.quantity.unit if span.quantity is not None else None
    if dimension(unit) not in (None, "data"):
        return False
    said = page.reading.plain[span.start : span.end]
    words = dialogue().phrases["cues"]["or"]
    return any(re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", said) for word in words if word[0].isalpha())


def _best(
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


def _tells_memory(page: Page, amount: Amount, quantity: Quantity) -> bool:
    """Whether an unnamed g is memory: no most weight that such products have, and not far from what they store."""
    columns, value = page.columns, quantity.high or quantity.value
    if not columns.measured_in("GB", page.types):
        return False
    weighs, bounded_above = columns.lies_among("g", value, page.types), all(op[0] == "<" for op, _ in amount.bounds)
    return not weighs or (not bounded_above and columns.lies_among("GB", value, page.types))


def _is_stored(page: Page, quantity: Quantity, unit: str | None, field: FieldWords) -> bool:
    """Whether a bare G can't be grams: the shop tells of memory, and nothing of the wanted kind weighs so little."""
    if unit != "g" or "GB" not in quantity.alternatives or not page.columns.measured_in("GB", ()):
        return False
    span = field.range_for(page.types)
    lightest = convert(span[0], field.unit, "g") if span else None
    return lightest is not None and quantity.value < 0.5 * lightest


def _is_article(page: Page, quantity: Quantity, amount: Amount, naming: Sequence[int]) -> bool:
    """Whether the figure only says "a" (一张, one)."""
    if quantity.value != 1 or quantity.unit not in ("piece", "sheet", None) or amount.bounded:
        return False
    after = amount.index + 1
    near = [page.spans[at] for at in (*page.before(amount.index, 1), *page.after(after, 1))]
    # "With 1 socket" counts, where "buy 1 socket" doesn't.
    counts = page.said([amount.index])[:1].isdigit() and any(at.cue("with") or "particle" in at.roles for at in near)
    return not any(at == after - 2 or (at == after and (page.spans[at].latin or counts)) for at in naming)


def _is_name(page: Page, amount: Amount, naming: Sequence[int]) -> bool:
    """Whether a figure that may be part of a name is one: 5G, 5-star, but not 4G of a memory stick or 8-port."""
    quantity = page.spans[amount.index].quantity
    if quantity is None or not quantity.maybe_name:
        return False
    if quantity.unit is None:
        return amount.index + 1 not in naming
    if amount.bounded or {concept for at in naming for concept in concepts_of(page.spans[at])} & STORED:
        return False
    spoken_of = page.spans[amount.index].roles
    networked = any(page.lexicon.fields[name].held_by(page.types) for name in spoken_of.get("feature", ()))
    networked |= any(value.held_by(page.types) for value in spoken_of.get("value", {}).values())
    if naming and not networked:
        return False
    return networked or quantity.value != STICK or not page.columns.measured_in("GB", page.types)


def _said_by_name(field: FieldWords, unit: str | None) -> bool:
    """Whether a column without unit counts in this one: a mere count, or what its own name says (megapixel)."""
    if unit is None or unit in COUNTS:
        return unit is not None
    return any(unit_named(word) == unit for name in field.names for word in name.split())


def _is_brand(page: Page, index: int) -> bool:
    """Whether the figure is a brand's name, written as the brand writes it (3M) where a brand is spoken of."""
    span = page.spans[index]
    written = page.reading.text[span.start : span.end]
    if written not in span.roles.get("brand", ()):
        return False
    if any(page.lexicon.brand_types.get(written, {}).get(type_) for type_ in page.types):
        return True
    beside = [at for at in (index - 1, index - 2, index + 1) if 0 <= at < len(page)]
    return any(page.spans[at].cue("not", "brand_by", "or") for at in beside)


def _pace(page: Page, amount: Amount) -> int | None:
    """The words that make pages a speed."""
    first, last = min(amount.phrases), max(amount.phrases)
    near = [*range(max(0, first - 2), first), *amount.phrases, *range(last + 1, min(len(page), last + 3))]
    return next((at for at in near if page.spans[at].cue("per_minute")), None)


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
        found = (found[0] - 2.0, found[1]) if found is not None else None
    return found

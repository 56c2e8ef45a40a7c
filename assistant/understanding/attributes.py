"""Demands on measured and counted attributes: a number, its unit, and the words that say what is measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.languages.dialogue import places
from assistant.understanding.amounts import Amount, amount_at
from assistant.understanding.catalogue_lexicon import FieldWords
from assistant.understanding.columns import PART
from assistant.understanding.columns import USUAL as USUAL_RANK
from assistant.understanding.field_names import is_compatibility
from assistant.understanding.page import Page
from assistant.understanding.reading import Span, dialogue_roles
from assistant.understanding.words import key
from catalog.languages.quantities import Quantity
from catalog.measures import dimension
from catalog.product import Constraint

COUNTS = ("piece", "page", "sheet")
"""Units that only count: a column without unit counts too."""
NEAREST = 4
PAGES = ("page", "sheet")
STORED = frozenset({"memory", "storage"})
ALSO: Mapping[str, tuple[str, ...]] = {"g": ("g/m²", "GHz"), "sheet": ("page",), "page": ("sheet",), "GB": ("GHz",)}
"""Units that people shorten to the same word."""
MASS, LENGTH, DATA, TIME = (
    ("weight",),
    ("length", "width", "height"),
    ("memory", "storage", "capacity"),
    ("battery_life",),
)
USUAL: Mapping[str, tuple[str, ...]] = {
    "inch": ("screen", "size"), "g": MASS, "kg": MASS, "lb": MASS, "oz": MASS, "m": LENGTH, "ft": LENGTH, "cm": LENGTH,
    "mm": LENGTH, "GB": DATA, "TB": DATA, "MB": DATA, "h": TIME, "min": TIME, "mAh": ("battery_capacity",),
    "W": ("power",),
    "Hz": ("refresh_rate",), "GHz": ("frequency",), "MHz": ("frequency",), "ml": ("capacity",), "l": ("capacity",),
    "MP": ("megapixel",), "dpi": ("dots",), "lm": ("brightness",), "cd/m²": ("brightness",), "dB": ("noise",),
    "ppm": ("speed",), "g/m²": ("grammage",), "year": ("warranty", "age"), "month": ("warranty",),
    "Wh": ("battery_capacity",),
}  # fmt: skip
"""What a figure in a unit is mostly about where nothing else tells."""


def attribute_demands(page: Page, asked: str | None = None) -> list[Constraint]:
    """The demands of all figures that are not money; `asked` is the column a question was about."""
    found = []
    for index, span in enumerate(page.spans):
        if span.quantity is None or index in page.used:
            continue
        one = _demand(page, amount_at(page, index), asked)
        found += one
    return found


def _demand(page: Page, amount: Amount, asked: str | None) -> list[Constraint]:
    quantity = page.spans[amount.index].quantity
    assert quantity is not None
    if _is_article(quantity, amount) or _is_brand(page, amount.index):
        return []
    fitted = _fitted(page, amount, quantity)
    if fitted is not None:
        return fitted
    naming = _nearest(page, amount)
    unit = quantity.unit
    if unit == "piece" and not _measures_pieces(page, naming):
        unit = None
    concepts = {concept for at in naming for concept in _concepts(page.spans[at])}
    stored = concepts & STORED or (not naming and page.columns.measured_in("GB", page.types))
    if "GB" in quantity.alternatives and stored:
        unit = "GB"
    paced = _pace(page, amount) if unit in PAGES else None
    unit = "ppm" if paced is not None else unit
    named = _named_columns(page, naming) | _implied(page, amount)
    if unit is None and not named and asked is None:
        return []
    if unit is None:
        sized = _size_in_words(page, amount, naming, named)
        if sized is not None:
            return [sized]
    unit, field = _best(page, quantity, unit, named, asked)
    if field is None and unit is None:
        return []
    name = field.name if field is not None else _own_name(page, naming, unit)
    taken = set(amount.phrases) | {at for at in naming if field is None or field.name in _named_columns(page, [at])}
    if field is not None and field.name in _whole(page, naming):
        taken |= set(naming)
    taken |= {paced} if paced is not None else set()
    said = page.said(at for at in taken if not page.spans[at].cue("soft", "soft_after"))
    page.take(taken)
    mine = unit if field is None or field.units or unit not in COUNTS else None
    return [Constraint(name, op, value, mine, amount.firm, said) for op, value in amount.bounds]


def _best(
    page: Page, quantity: Quantity, unit: str | None, named: Mapping[str, float], asked: str | None
) -> tuple[str | None, FieldWords | None]:
    """The unit that is meant, of all that the words may mean, and the column it fits best."""
    units = [unit, *(other for other in (*quantity.alternatives, *ALSO.get(str(unit), ())) if unit)]
    found = []
    for place, other in enumerate(units):
        ranked = dict(named) if other is None else _named_by_unit(page, other) | dict(named)
        best = _field(page, quantity.value, other, ranked, asked)
        if best is not None:
            found.append((best[0] - 0.05 * place, -place, other, best[1]))
    if not found:
        return unit, None
    best_one = max(found, key=lambda one: one[:2])
    return best_one[2], best_one[3]


def _is_article(quantity: Quantity, amount: Amount) -> bool:
    """Whether the figure only says "a" (一张, one)."""
    return (
        quantity.value == 1 and quantity.unit in ("piece", "sheet", None) and not amount.bounded and not amount.naming
    )


def _is_brand(page: Page, index: int) -> bool:
    """Whether the figure is a brand's name, written as the brand writes it (3M) where a brand is spoken of."""
    span = page.spans[index]
    written = page.reading.text[span.start : span.end]
    if written not in span.roles.get("brand", ()):
        return False
    beside = [at for at in (index - 1, index - 2, index + 1) if 0 <= at < len(page)]
    return any(page.spans[at].cue("not", "brand_by", "or") for at in beside)


def _pace(page: Page, amount: Amount) -> int | None:
    """The words that make pages a speed."""
    first, last = min(amount.phrases), max(amount.phrases)
    near = [*range(max(0, first - 2), first), *amount.phrases, *range(last + 1, min(len(page), last + 3))]
    return next((at for at in near if page.spans[at].cue("per_minute")), None)


def _fitted(page: Page, amount: Amount, quantity: Quantity) -> list[Constraint] | None:
    """A figure of what the wanted thing is for (a bag for a 16 inch laptop): it must take that much.

    None where the figure is the wanted thing's own; nothing where no column tells what fits.
    """
    if quantity.unit is None or amount.bounded:
        return None
    marks = [at for at in page.before(min(amount.phrases), 3) if page.spans[at].cue("for", "compatible")]
    follows = next((at for at in page.after(max(amount.phrases), 2) if "type" in page.spans[at].roles), None)
    if not marks or follows is None or follows in page.used:
        return None
    held = [
        (page.columns.share(one, page.types), one.name)
        for one in page.lexicon.fields.values()
        if one.kind == "number" and one.held_by(page.types) and dimension(one.unit) == dimension(quantity.unit)
        and is_compatibility(one.names[0])
    ]  # fmt: skip
    taken = {*amount.phrases, marks[0], follows}
    page.take(taken)
    if not held:
        return []
    return [Constraint(max(held)[1], ">=", quantity.value, quantity.unit, amount.firm, page.said(taken))]


def _implied(page: Page, amount: Amount) -> dict[str, float]:
    """The columns that the bound itself names (longer than, 轻于)."""
    concepts = sorted(name for at in amount.phrases for name in page.spans[at].roles.get("implied", frozenset()))
    return {name: rank for concept in concepts for name, rank in page.columns.ranks(concept).items()}


def _size_in_words(page: Page, amount: Amount, naming: Sequence[int], named: Mapping[str, float]) -> Constraint | None:
    """A figure that the catalogue holds as text, such as a shoe size."""
    values = page.spans[amount.index].roles.get("value", {})
    held = [(named[name], name) for name, value in values.items() if name in named and value.held_by(page.types)]
    if not held or any(op != "=" for op, _ in amount.bounds):
        return None
    name = min(held)[1]
    taken = {amount.index, *naming}
    page.take(taken)
    return Constraint(name, "=", values[name].text, None, amount.firm, page.said(taken))


def _field(
    page: Page, value: float, unit: str | None, named: Mapping[str, float], asked: str | None
) -> tuple[float, FieldWords] | None:
    columns = page.columns
    if asked is not None and asked in columns.lexicon.fields:
        own = columns.lexicon.fields[asked]
        if own.kind == "number" and (unit is None or not own.units or dimension(unit) == dimension(own.unit)):
            return 9.0, own
        if unit is None:
            return None
    found = columns.for_figure(value, unit, page.types, named)
    if found is None and page.types and unit is not None:
        found = columns.for_figure(value, unit, (), named)
        found = (found[0] - 2.0, found[1]) if found is not None else None
    return found


def _nearest(page: Page, amount: Amount) -> list[int]:
    """The one phrase beside the figure that names what is measured: right before it or right after, not used yet."""
    candidates = [at for at in amount.naming if at not in page.used and abs(at - amount.index) <= NEAREST]
    before = sorted((at for at in candidates if at < amount.index), reverse=True)
    after = sorted(at for at in candidates if at > amount.index)
    if after and before:
        last = max(at for at in amount.phrases if at >= amount.index)
        close_after = after[0] - last <= 1
        close_before = amount.index - before[0] <= 1
        chosen = (
            before[:1]
            if close_before and not (close_after and page.spans[after[0]].latin)
            else after[:1]
            if close_after
            else before[:1]
        )
    else:
        chosen = (before or after)[:1]
    if chosen and chosen[0] > amount.index:
        chosen += [at for at in after[1:2] if at == chosen[0] + 1]
    if chosen and chosen[0] < amount.index:
        chosen += [at for at in before[1:2] if at == chosen[0] - 1]
    return sorted(chosen)


def _named_columns(page: Page, naming: Sequence[int]) -> dict[str, float]:
    """The columns that the phrases name, best name lowest."""
    named: dict[str, float] = {}
    for at in naming:
        span = page.spans[at]
        for name in span.roles.get("field", ()):
            _lower(named, name, 0.0)
        for concept in sorted(span.roles.get("concept", frozenset()) | span.roles.get("thing", frozenset())):
            for name, rank in page.columns.ranks(concept).items():
                _lower(named, name, rank + 0.5)
        if not ({"field", "concept", "thing"} & span.roles.keys()):
            continue
        for name in page.columns.containing(span.key):
            _lower(named, name, 110.0)
    for name in _whole(page, naming):
        _lower(named, name, -2.0)
    return named


def _whole(page: Page, naming: Sequence[int]) -> tuple[str, ...]:
    """The columns that the phrases name together."""
    return page.lexicon.field_words.get("".join(page.spans[at].key for at in naming), ()) if len(naming) > 1 else ()


def _named_by_unit(page: Page, unit: str) -> dict[str, float]:
    """The columns whose concept is called like the unit itself (pages, dpi)."""
    called = dialogue_roles(places()).get(key(unit), {}).get("concept", frozenset())
    ranks = {name: rank + 3.0 for concept in sorted(called) for name, rank in page.columns.ranks(concept).items()}
    for place, concept in enumerate(USUAL.get(unit, ())):
        for name, rank in page.columns.ranks(concept).items():
            if rank < PART:
                ranks.setdefault(name, USUAL_RANK + rank + 2.0 * place)
    return ranks


def _lower(named: dict[str, float], name: str, rank: float) -> None:
    named[name] = min(named.get(name, rank), rank)


def _measures_pieces(page: Page, naming: Sequence[int]) -> bool:
    return any("pieces" in page.spans[at].roles.get("concept", frozenset()) for at in naming)


def _own_name(page: Page, naming: Sequence[int], unit: str | None) -> str:
    """A name for what the catalogue has no column for."""
    concepts = sorted(concept for at in naming for concept in _concepts(page.spans[at]))
    return concepts[0] if concepts else dimension(unit) or str(unit)


def _concepts(span: Span) -> frozenset[str]:
    return span.roles.get("concept", frozenset())

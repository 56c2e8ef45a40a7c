"""Demands on measured and counted attributes: a number, its unit, and the words that say what is measured."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.ages import age_from, is_age, is_least_age
from assistant.understanding.figures.bare_sizes import bare_size
from assistant.understanding.figures.below_zero import TEMPERATURE, endured, is_told_in_degrees, with_sign
from assistant.understanding.figures.bought_counts import take_bought
from assistant.understanding.figures.corrections import field_said_before
from assistant.understanding.figures.dimensions import LEAST, MOST, dimension_demands
from assistant.understanding.figures.either_figure import either_figure
from assistant.understanding.figures.figure_columns import COUNTS, best_column
from assistant.understanding.figures.figure_names import (
    USUAL,
    concepts_of,
    implied_names,
    measures_pieces,
    named_columns,
    named_together,
    nearest_names,
    own_name,
    told_by_column,
    told_by_own_unit,
    told_by_unit,
)
from assistant.understanding.figures.fitting import carries, fitted, tells_what_fits
from assistant.understanding.figures.no_figures import STORED, is_article, is_brand_name, is_calendar_month, is_name
from assistant.understanding.figures.piece_columns import counts_pieces
from assistant.understanding.figures.sizes_as_text import size_in_words
from assistant.understanding.figures.stored_pairs import bare_storage, stored_pairs
from assistant.understanding.figures.unlisted_figures import unlisted_measure
from assistant.understanding.figures.written_sizes import column_of_written_sizes
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.message.amounts import Amount, amount_at
from assistant.understanding.message.either_figure import is_either
from assistant.understanding.message.page import Page
from catalog.languages.quantities import Quantity
from catalog.measures import dimension, unit_named
from catalog.product import Constraint

TOLD = 20.0
"""The rank of a column that the place of a word tells to be meant."""
PAGES = ("page", "sheet")
SHARE, LENGTH = "%", "length"
SIDES = "cm"
ANGLE = "°"
SIDE_CONCEPTS = frozenset({"width", "height", "depth", "length"})
DAYS = frozenset({"day", "week", "month"})
STORES = frozenset({4.0, 8.0, 16.0, 32.0, 64.0, 120.0, 128.0, 240.0, 250.0, 256.0, 480.0, 500.0, 512.0})
"""The usual sizes of memory and storage in GB; one of a few is rather a count or in TB."""


def attribute_demands(page: Page, asked: str | None = None) -> list[Constraint]:
    """The demands of all figures that are not money; `asked` is the column a question was about."""
    take_bought(page)
    found = [*stored_pairs(page), *bare_storage(page), *dimension_demands(page)]
    bought: list[Constraint] = []
    last = -1
    for index, span in enumerate(page.spans):
        if span.quantity is None or index in page.used or _is_pace(page, index):
            continue
        told = _demand(page, amount_at(page, index), asked)
        if _is_bought(page, index):
            bought += told
            continue
        either = either_figure(page, found[-1:], told, last, index)
        if either is not None:
            found[-1] = either
        else:
            found += told
        last = index
    counted = {one.field for one in found}
    return [*found, *(one for one in bought if one.field not in counted)]


def _is_angle(page: Page, quantity: Quantity, concepts: Collection[str]) -> bool:
    """Whether degrees of goods whose records tell no temperature say how far they turn: a chair that swivels 360."""
    listed = bool(page.lexicon.number_of(page.types)) and TEMPERATURE not in concepts
    units = {str(quantity.unit), *quantity.alternatives} - {ANGLE}
    told = any(page.columns.measured_in(one, page.types) for one in units)
    return listed and ANGLE in quantity.alternatives and not told


def _is_pace(page: Page, index: int) -> bool:
    """Whether a figure only says in which time so many pages come, right behind it: 一分钟20页."""
    after = page.spans[index + 1].quantity if index + 1 < len(page) else None
    return page.spans[index].cue("per_minute") and after is not None and after.unit in (*PAGES, "ppm")


def _is_bought(page: Page, index: int) -> bool:
    """Whether a bare count says how many are bought, at the end of a clause: 来5包, I need 5 packs."""
    quantity, span = page.spans[index].quantity, page.spans[index]
    after = index + 1
    ends = after >= len(page) or page.ends_clause(after) or (not span.latin and page.spans[after].start > span.end)
    counts = quantity is not None and quantity.unit == "piece" and quantity.high is None
    return counts and ends and dialogue().matches("buys", page.reading.plain[: span.start])


def _is_stay(page: Page, quantity: Quantity) -> bool:
    """Whether days say how long a use lasts, of goods whose records tell no time: a backpack for three days."""
    return quantity.unit in DAYS and not page.columns.measured_in(str(quantity.unit), page.types)


def _counts_others(page: Page, index: int) -> bool:
    """Whether the figure counts things of another kind than the wanted one: a dock, 接两个显示器."""
    after = page.spans[index + 1].roles.get("type", ()) if index + 1 < len(page) else ()
    return bool(after) and set(page.types).isdisjoint(after)


def _demand(page: Page, amount: Amount, asked: str | None) -> list[Constraint]:
    quantity = page.spans[amount.index].quantity
    assert quantity is not None
    naming = nearest_names(page, amount)
    if is_article(page, quantity, amount, naming) or is_brand_name(page, amount.index) or is_name(page, amount, naming):
        return []
    if not (naming or amount.bounded) and is_calendar_month(page, amount.index):
        return []
    if all("filler" in page.spans[at].roles for at in naming) and _is_stay(page, quantity):
        return []
    taking = fitted(page, amount, quantity)
    if taking is not None:
        return taking
    unit = "piece" if quantity.currency else quantity.unit
    counted: Mapping[str, float] = {}
    if unit == "piece" and not (measures_pieces(page, naming) or page.columns.measured_in("piece", page.types)):
        apart = quantity.currency or any("type" not in page.spans[at].roles for at in naming)
        unit, counted = None, {} if apart else counts_pieces(page)
    concepts = {concept for at in naming for concept in concepts_of(page.spans[at])}
    if "GB" in quantity.alternatives and (
        concepts & STORED or ("weight" not in concepts and _tells_memory(page, amount, quantity))
    ):
        unit = "GB"
    if unit is None and quantity.value in STORES and concepts & STORED and not page.lexicon.number_of(page.types):
        unit = "GB"  # 256 SSD, of a kind whose own records can't tell the unit.
    if unit is None and _is_bare_side(page, quantity, concepts):
        unit = SIDES
    paced = _pace(page, amount) if unit in PAGES else None
    if (
        paced is None
        and unit in PAGES
        and counts_pieces(page)
        and not any(page.columns.measured_in(one, page.types) for one in PAGES)
    ):
        unit, counted = None, counts_pieces(page)  # DVD-R光盘50张
    unit = "ppm" if paced is not None else unit
    counted = {} if _counts_others(page, amount.index) else counted
    told = told_by_own_unit(page, amount) or told_by_column(page, amount, naming)
    sized = bare_size(page, amount)
    counted = {sized.name: 0.0} if sized is not None else counted
    named = told_by_unit(page, naming, unit, named_columns(page, naming)) | implied_names(page, amount) | counted
    named = {name: TOLD for name in told if name not in named} | named
    age = age_from(page, amount)
    if age is not None:
        named = {age.name: 0.0}
    if unit is not None:
        named = {name: rank for name, rank in named.items() if name != "price"}  # The cheapest card of 128 GB.
    before = field_said_before(page, amount.index)
    wished = all("wish" in page.spans[at].roles for at in naming)
    if before is not None and wished:
        asked, named, told = before, {}, {}
    elif named:
        asked = asked if asked in named else _held_before(page, named)
    elif asked is None:
        asked = before
    if unit is None and not named and asked is None:
        return []
    if _is_angle(page, quantity, concepts):
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
    unit, field = best_column(page, quantity, unit, named, asked)
    usual = unlisted_measure(page, quantity) if not concepts - {"size"} and not told else None
    if usual is not None and not (concepts and usual[0] == "length"):
        unit, field = usual[1], page.lexicon.fields.get(usual[2] or "")
    elif told and (field is None or field.name not in named):
        field = page.lexicon.fields[max(told, key=lambda name: (page.lexicon.fields[name].held_by(page.types), name))]
    if field is not None and naming and field.name not in named and concepts & set(USUAL.get(str(unit), ())):
        field = None  # A warranty of 3 years is no age of 3 where the shop tells no warranty.
    if field is not None and unit is None and is_told_in_degrees(field):
        amount = _signed(page, amount, quantity)
    if dimension(unit) == LENGTH and (field is None or not field.held_by(page.types)):
        exact = all(op == "=" for op, _ in amount.bounds)
        field = (column_of_written_sizes(page) if exact else None) or field
    alternatives = len(amount.bounds) == 2 and _are_alternatives(page, amount, unit)
    refused = any(op == "!=" for op, _ in amount.bounds)
    if refused and len(amount.bounds) == 2 and not alternatives:
        return []  # Not 15 to 17 inch: told as unread rather than half of it refused.
    if field is None and unit in (None, "people"):
        return []  # A rice cooker for four people: no record tells whom it serves.
    name = field.name if field is not None else usual[0] if usual is not None else own_name(page, naming, unit)
    taken = set(amount.phrases) | {at for at in naming if field is None or field.name in named_columns(page, [at])}
    if field is not None and field.name in named_together(page, naming):
        taken |= set(naming)
    taken |= {at for at in (paced, told.get(name)) if at is not None}
    said = page.said(at for at in taken if not page.spans[at].cue("soft", "soft_after"))
    page.take(taken)
    mine = (
        unit if field is None or field.units or not (_said_by_name(field, unit) or is_age(page, field, unit)) else None
    )
    if unit is None and field is not None and all(op != "about" for op, _ in amount.bounds):
        mine = page.columns.usual_unit(field, quantity.high or quantity.value, page.types)
    if alternatives:
        op = "not_in" if refused else "in"
        return [Constraint(name, op, tuple(value for _, value in amount.bounds), mine, amount.firm, said)]
    # A laptop bag, up to 17 inches, takes all of them; a ladder up to 150 kg bears so much.
    takes = field is not None and (tells_what_fits(field) or carries(page, field))
    before = page.reading.plain[: page.spans[amount.index].start]
    takes = takes or dialogue().matches("withstands", before)
    takes = takes or (field is not None and is_least_age(page, amount, field))
    return [
        Constraint(
            name,
            ">=" if takes and op in ("=", "<=") else endured(field, mine, op, value),
            value,
            mine,
            amount.firm,
            said,
        )
        for op, value in amount.bounds
    ]


def _held_before(page: Page, named: Mapping[str, float]) -> str | None:
    """The column of an earlier demand, where words that may mean several name it: 尺寸55, after 50寸往上."""
    held = [one.field for one in page.state.ledger if one.field in named and isinstance(one.value, float)]
    return held[0] if len(held) == 1 and held[0] != "price" else None


def _signed(page: Page, amount: Amount, quantity: Quantity) -> Amount:
    """The amount below zero, where a sign stands before its bare figure."""
    value = with_sign(page, quantity).value
    return amount if value == quantity.value else replace(amount, bounds=((amount.bounds[0][0], value),))


def _is_bare_side(page: Page, quantity: Quantity, concepts: set[str]) -> bool:
    """Whether a bare figure is a side of goods whose records tell none of them: a desk 120 wide."""
    sides = concepts & SIDE_CONCEPTS
    columns = (page.columns.of_concept(one, ("number",), page.types) for one in sides)
    told = any(one is not None and one.held_by(page.types) for one in columns)
    whole = len(sides) == 1 and not concepts - SIDE_CONCEPTS and not quantity.currency
    return whole and bool(page.types) and not told and LEAST <= quantity.value <= MOST


def _are_alternatives(page: Page, amount: Amount, unit: str | None) -> bool:
    """Whether two figures are one or the other and nothing between: 8 or 16 GB, but a screen of 15 or 16 inches."""
    return dimension(unit) in (None, "data") and is_either(page, amount.index)


def _tells_memory(page: Page, amount: Amount, quantity: Quantity) -> bool:
    """Whether an unnamed g is memory: no most weight that such products have, and not far from what they store."""
    columns, value = page.columns, quantity.high or quantity.value
    if not columns.measured_in("GB", page.types):
        return False
    weighs, bounded_above = columns.lies_among("g", value, page.types), all(op[0] == "<" for op, _ in amount.bounds)
    return not weighs or (not bounded_above and columns.lies_among("GB", value, page.types))


def _said_by_name(field: FieldWords, unit: str | None) -> bool:
    """Whether a column without unit counts in this one: a mere count, or what its own name says (megapixel)."""
    if unit is None or unit in COUNTS:
        return unit is not None
    return any(unit_named(word) == unit for name in field.names for word in name.split())


def _pace(page: Page, amount: Amount) -> int | None:
    """The words that make pages a speed."""
    first, last = min(amount.phrases), max(amount.phrases)
    near = [*range(max(0, first - 2), first), *amount.phrases, *range(last + 1, min(len(page), last + 3))]
    return next((at for at in near if page.spans[at].cue("per_minute")), None)

"""Figures in a text with what they measure: units, money, ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from catalog.languages.figures import Figure, figures
from catalog.languages.quantity_words import Measure, QuantityWords, quantity_words
from catalog.measures import convert, dimension

WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，．：；！？～"} | {0xFFE5: 0xA5}
SIZED = frozenset({"length", "picture"})
IN_PARTS = frozenset({"mass", "length", "time"})
"""What is told in a large unit and a small one: 2 lb 4 oz, 一斤八两."""
SMALLER = (9.9, 101.0)
"""How many small units the large one holds: 10 两 are a 斤, 60 minutes an hour."""
MEGA = 1e6
NETWORK = (3.0, 4.0, 5.0, 6.0)
PICTURE = (2.0, 4.0, 5.0, 6.0, 8.0)
FEET_INCHES = re.compile(r"\s?(\d{1,2}(?:\.\d+)?)\s?(?:\"|”|″|''|(?![\d\w]))")
NAME_BEFORE = re.compile(r"[A-Za-z]-$")
GROUPED = re.compile(r"\d{1,3}\.\d{3}")
"""Of money, the point before three digits parts thousands: 1.500 €."""
THOUSAND = 1000
HANDFUL, HUNDRED = 10, 100
PART_OF_NAME = re.compile(r"[A-Za-z_]|-[A-Za-z]")
COUNTED = re.compile(r"-(?!in-)[a-z]{3,}\b(?!-)")
"""A hyphen and a word of small letters: the number counts it (a 24-port switch)."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of the text from `start` to `end`: a value, or a range up to `high`, in a unit or a currency.

    `unit` is canonical (catalog.measures), `currency` an ISO code or "generic" where the words name money of no
    country. `alternatives` are other units or currencies that the same words may mean; `about` marks "or so";
    `maybe_name` marks what may as well be part of a name (5G, 5-star).
    """

    value: float
    high: float | None = None
    unit: str | None = None
    currency: str | None = None
    start: int = 0
    end: int = 0
    alternatives: tuple[str, ...] = ()
    about: bool = False
    maybe_name: bool = False


def quantities(text: str, names: bool = False) -> tuple[Quantity, ...]:
    """All figures of a text in any language, in order; numbers inside model names, versions and ordinals left out.

    With `names`, what may as well be part of a name is among them, marked.
    """
    plain = text.translate(WIDE)
    words = quantity_words()
    read: list[_Found] = []
    for figure in figures(plain):
        last = read[-1].quantity.end if read else 0
        inside_name = NAME_BEFORE.search(plain, 0, figure.start) and last != figure.start - 1
        inside_name = inside_name and not words.cue_before.search(plain[: figure.start - 1])
        found = None if inside_name or figure.start < last else _attached(figure, plain, words, last)
        if found is not None:
            read.append(found)
    sized = _sizes(_summed(read, plain, words), plain, words)
    settled = [item for item in _ranges(_grouped(sized, plain), plain, words) if not item.needs_unit]
    return tuple(item.quantity for item in settled if names or not item.quantity.maybe_name)


@dataclass(frozen=True, slots=True)
class _Found:
    quantity: Quantity
    figure: Figure
    bare: bool
    needs_unit: bool


def _attached(figure: Figure, text: str, words: QuantityWords, free_from: int) -> _Found | None:
    """The figure with the money or unit written beside it; None where it is part of a name."""
    before = words.ordinal.search(text[: figure.start])
    if before:
        return None
    rough = words.rough_after.match(text, figure.end)
    figure = replace(figure, end=rough.end(), rough=True) if rough else figure
    quantity = Quantity(figure.value, figure.high, None, None, figure.start, figure.end, (), figure.rough)
    sign = words.money_before.search(text, 0, figure.start)
    if sign and sign.end() == figure.start and sign.start() >= free_from:
        money = words.currency(sign.group("sign"))
        if money:
            quantity = replace(quantity, currency=money, start=sign.start("sign"))
    measure = words.after(text, figure.end)
    if measure is not None and not (measure.currency is None and quantity.currency):
        lasts = dimension(measure.unit) == "time" and words.cue_before.search(text[: figure.start])
        if figure.article and (PART_OF_NAME.match(text, measure.end) or not (measure.countable or lasts)):
            return None
        if figure.needs_unit and figure.value == 1 and measure.unit == "piece":
            return None
        quantity = _measured(quantity, measure)
        if measure.unit == "ft" and (inches := FEET_INCHES.match(text, quantity.end)) and measure.mark:
            quantity = replace(quantity, value=quantity.value + float(inches[1]) / 12, end=inches.end())
        if _is_date(figure, measure):
            return None
        if _is_network(figure, measure, text, words):
            return _Found(replace(quantity, maybe_name=True), figure, False, False)
        below = words.below_zero.search(text[: figure.start]) if dimension(quantity.unit) == "temperature" else None
        if below is not None:
            quantity = replace(quantity, value=-quantity.value, start=below.start())
        if quantity.unit == "g" and quantity.alternatives and words.is_memory(text, figure.start, measure.end):
            quantity = replace(quantity, unit=quantity.alternatives[0], alternatives=())
        return _Found(quantity, figure, False, False)
    if PART_OF_NAME.match(text, figure.end):
        if COUNTED.match(text, figure.end):
            return _Found(replace(quantity, maybe_name=True), figure, True, figure.needs_unit)
        return None if not words.times.match(text, figure.end) else _Found(quantity, figure, True, True)
    if quantity.currency is None and _is_picture(figure, text, words):
        return None
    if quantity.currency is None and words.pieces_before.search(text[: figure.start]):
        return _Found(replace(quantity, unit="piece"), figure, False, False)
    return _Found(quantity, figure, quantity.currency is None, figure.needs_unit and quantity.currency is None)


def _summed(found: list[_Found], text: str, words: QuantityWords) -> list[_Found]:
    """The figures, those in a large unit with the rest of the amount in a small one right behind as one."""
    joined: list[_Found] = []
    for item in found:
        whole = _with_rest(joined[-1], item, text, words) if joined else None
        if whole is None:
            joined.append(item)
        else:
            joined[-1] = whole
    return joined


def _with_rest(first: _Found, second: _Found, text: str, words: QuantityWords) -> _Found | None:
    large, small = first.quantity, second.quantity
    parted = words.rest_after.fullmatch(text, large.end, small.start)
    plain = not (large.about or large.high or small.high or large.currency or small.currency)
    if not parted or not plain or not first.figure.value.is_integer() or dimension(large.unit) not in IN_PARTS:
        return None
    rest, step = convert(small.value, small.unit, large.unit), convert(_factor(second), small.unit, large.unit)
    whole = _factor(first)
    if not (rest and step and rest < whole and SMALLER[0] <= whole / step <= SMALLER[1]):
        return None
    value = float(f"{large.value + rest:.12g}")
    return replace(first, quantity=replace(large, value=value, end=small.end, about=small.about))


def _grouped(found: list[_Found], text: str) -> list[_Found]:
    """Amounts of money with a point before three digits as thousands; a bare one where the next amount is one too."""
    read, money = list(found), False
    for index in range(len(read) - 1, -1, -1):
        item = read[index]
        grouped = bool(GROUPED.fullmatch(text, item.figure.start, item.figure.end))
        money = grouped and (item.quantity.currency is not None or (item.bare and money))
        if money:
            read[index] = replace(item, quantity=replace(item.quantity, value=item.quantity.value * THOUSAND))
    return read


def _measured(quantity: Quantity, measure: Measure) -> Quantity:
    factor, unit = measure.factor, measure.unit
    if unit == "px" and quantity.value >= MEGA:
        factor, unit = 1 / MEGA, "MP"
    high = None if quantity.high is None else (quantity.high + measure.extra) * factor
    return replace(
        quantity,
        value=(quantity.value + measure.extra) * factor,
        high=high,
        unit=unit,
        currency=measure.currency or quantity.currency,
        end=measure.end,
        alternatives=measure.alternatives,
    )


def _is_date(figure: Figure, measure: Measure) -> bool:
    """Whether a "year" of four digits is a date."""
    return measure.unit == "year" and 1900 <= figure.value <= 2100


def _is_network(figure: Figure, measure: Measure, text: str, words: QuantityWords) -> bool:
    """4G and 5G are networks unless memory or a bound is meant."""
    if text[figure.end : measure.end] != "G" or figure.value not in NETWORK:
        return False
    bounded = words.cue_before.search(text[: figure.start]) or words.cue_after.match(text, measure.end)
    return not (bounded or words.is_memory(text, figure.start, measure.end))


def _is_picture(figure: Figure, text: str, words: QuantityWords) -> bool:
    """4K and 8K are picture sizes, 4k after "under" is an amount."""
    said = text[figure.start : figure.end]
    if said[-1:] not in ("k", "K") or figure.value / 1000 not in PICTURE:
        return False
    return not (words.cue_before.search(text[: figure.start]) or words.cue_after.match(text, figure.end))


def _sizes(found: list[_Found], text: str, words: QuantityWords) -> list[_Found]:
    """200 x 230 cm: each number takes the unit of the last; without a unit the numbers are no quantities."""
    kept = list(found)
    for index in range(len(kept) - 2, -1, -1):
        first, second = kept[index], kept[index + 1]
        between = words.times.match(text, first.quantity.end)
        if not between or between.end() != second.quantity.start:
            continue
        if first.bare:
            unit = second.quantity.unit if dimension(second.quantity.unit) in SIZED else None
            length = replace(first.quantity, unit=unit, value=first.quantity.value * _factor(second))
            kept[index] = replace(first, quantity=length, bare=False, needs_unit=unit is None)
            if second.bare:
                kept[index + 1] = replace(second, needs_unit=True)
    return kept


def _ranges(found: list[_Found], text: str, words: QuantityWords) -> list[_Found]:
    joined: list[_Found] = []
    index = 0
    while index < len(found):
        first = found[index]
        if index + 1 < len(found):
            both = _range(first, found[index + 1], text, words)
            if both is not None:
                joined.append(both)
                index += 2
                continue
        joined.append(first)
        index += 1
    return joined


def _range(first: _Found, second: _Found, text: str, words: QuantityWords) -> _Found | None:
    """Both ends as one quantity, or None where the words between don't make a range of them."""
    low, high = first.quantity, second.quantity
    start = words.range_between(text, low.start, low.end, high.start)
    if start is None or low.high is not None or high.high is not None:
        return None
    value = low.value
    scale = second.figure.scale
    if first.bare and first.figure.scale == 1 and scale > 1 and value < high.value / scale:
        value *= scale
    if first.bare and first.figure.scale == scale == 1 and high.unit is None:
        value *= _hundreds(value, high.value)
    if first.bare:
        value *= _factor(second)
    unit = high.unit or low.unit
    currency = high.currency or low.currency
    if not first.bare and not second.bare and low.unit != high.unit:
        scaled = convert(value, low.unit, high.unit)
        if scaled is None:
            return None
        value = float(f"{scaled:.12g}")
    elif not first.bare and not second.bare and low.currency != high.currency:
        return None
    if value >= high.value or (second.bare and not first.bare and words.opens_anew(text, low.end, high.start)):
        return None
    others = high.alternatives or low.alternatives
    named = high.maybe_name and unit is None
    quantity = Quantity(value, high.value, unit, currency, start, high.end, others, low.about or high.about, named)
    return _Found(quantity, second.figure, unit is None and currency is None, first.needs_unit and second.needs_unit)


def _hundreds(low: float, high: float) -> float:
    """What the lower end of 8-900 is counted in: hundreds, or ones where the upper end is no full hundred."""
    whole = low < HANDFUL and low == int(low) and high % HUNDRED == 0 and low * HUNDRED < high < THOUSAND
    return HUNDRED if whole else 1.0


def _factor(found: _Found) -> float:
    return found.quantity.value / found.figure.value if found.quantity.unit and found.figure.value else 1.0

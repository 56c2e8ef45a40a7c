"""Two or three sides in one breath: 140 x 70 cm, 7 by 5 ft."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.written_sizes import column_of_written_sizes
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.columns import TELLING
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import softened
from catalog.languages.quantities import Quantity, quantities
from catalog.languages.quantity_words import quantity_words
from catalog.measures import dimension
from catalog.product import Constraint

NUMBER, ALSO = re.compile(r"(?<![A-Za-z0-9_.])\d+(?:\.\d+)?"), re.compile(r"\d+(?:\.\d+)?")
SIDES: Mapping[int, tuple[tuple[str, ...], ...]] = {
    2: (("width", "length"), ("width", "depth"), ("width", "height"), ("diameter", "height"), ("length", "height")),
    3: (("length", "width", "height"), ("width", "depth", "height"), ("length", "width", "thickness")),
}
"""What the sides are, of a kind whose records tell all of them: the first that they tell."""
LENGTH = "length"
INCH = "inch"
SIDE_NAMES = ("width", LENGTH, "height", "depth")
LEAST = 40.0
"""Below this, two bare figures of a kind whose records tell no sides may be lenses, drinks, or come by twos."""
MOST = 400.0
"""Beyond this, two bare figures of a kind that the shop doesn't list are rather pixels than sides."""


@dataclass(frozen=True, slots=True)
class _Number:
    """One figure of a size: where it stands, with its unit where it is spelt, and its value."""

    start: int
    end: int
    value: float


def dimension_demands(page: Page) -> list[Constraint]:
    """The demands of figures said in one breath; one side alone is left to be read as any."""
    text = page.reading.plain
    times = quantity_words().times
    found: list[Constraint] = []
    if not times.search(text):
        return found
    measured = {one.start: one for one in quantities(text)}
    at = 0
    while (first := _first(text, at, measured)) is not None:
        numbers = [first]
        unit_ends = [_end(text, measured, first)]
        while len(numbers) < max(SIDES) and (join := times.match(text, unit_ends[-1])) is not None:
            following = _spelt(measured, join.end()) or _number(ALSO.match(text, join.end()))
            if following is None:
                break
            numbers.append(following)
            unit_ends.append(_end(text, measured, following))
        at = unit_ends[-1]
        if len(numbers) in SIDES:
            found += _sides(page, [measured.get(one.start) for one in numbers], numbers, unit_ends[-1])
    return found


def _first(text: str, at: int, measured: Mapping[int, Quantity]) -> _Number | None:
    """The next figure, in digits or as a length in words."""
    written = _number(NUMBER.search(text, at))
    spelt = next((one for start in sorted(measured) if start >= at and (one := _spelt(measured, start))), None)
    return min((one for one in (written, spelt) if one is not None), key=lambda one: one.start, default=None)


def _number(found: re.Match[str] | None) -> _Number | None:
    return _Number(found.start(), found.end(), float(found[0])) if found is not None else None


def _spelt(measured: Mapping[int, Quantity], start: int) -> _Number | None:
    """The length that begins here, which says its own unit: 一米五."""
    told = measured.get(start)
    length = told is not None and told.high is None and dimension(told.unit) == LENGTH
    return _Number(start, told.end, told.value) if told is not None and length else None


def _end(text: str, measured: dict[int, Quantity], number: _Number) -> int:
    """Where a side's figure ends, with its unit and the letter that says which side it is: 72 w, which are no watts."""
    told = measured.get(number.start)
    letter = _lettered(text, number)
    if letter is not None:
        unit = INCH if letter["inch"] else None
        measured[number.start] = Quantity(number.value, None, unit, None, number.start, letter.end())
        return letter.end()
    return told.end if told is not None else number.end


def _lettered(text: str, number: _Number) -> re.Match[str] | None:
    pattern = dialogue().patterns["patterns"].get("side_letter")
    return pattern.match(text, number.end) if pattern is not None else None


def _side(text: str, number: _Number) -> str | None:
    """The side that the letter behind a figure says; None without one."""
    letter = _lettered(text, number)
    return next((name for name in SIDE_NAMES if letter[name]), None) if letter is not None else None


def _sides(page: Page, told: Sequence[Quantity | None], numbers: Sequence[_Number], end: int) -> list[Constraint]:
    members = [
        at
        for at, span in enumerate(page.spans)
        if span.start < end and span.end > numbers[0].start and not page.is_filler(at)
    ]
    units = {one.unit for one in told if one is not None and one.unit and dimension(one.unit) == LENGTH}
    letters = [side for one in numbers if (side := _side(page.reading.plain, one))]
    others = any(one is not None and (one.currency or (one.unit and one.unit not in units)) for one in told)
    if others or not members or not page.used.isdisjoint(members) or len(units) > 1:
        return []
    values = [one.value if one is not None else number.value for one, number in zip(told, numbers, strict=True)]
    if not all(values):
        return []
    fields = _fields(page, len(values), tuple(letters))
    written = column_of_written_sizes(page) if not any(fields.values()) else None
    if written is not None and not letters:
        return [_written(page, written.name, values, next(iter(units), None), members)]
    listed = page.lexicon.number_of(page.types)
    untold = not any(fields.values()) and min(values) >= LEAST
    if (
        not units
        and ((listed and not untold) or not page.types or max(values) > MOST)
        and not all(
            column is not None and page.columns.usual_unit(column, value, page.types)
            for column, value in zip(fields.values(), values, strict=True)
        )
    ):
        return []
    if list(fields) == ["width", LENGTH] and not letters:
        values.sort()
    bound = _bound(page, members[0]) or _bound_after(page, members[-1])
    soft = softened(page, members)
    said = page.said(members if bound is None else (bound[0], *members))
    page.take((*members, *(soft or ()), *(() if bound is None else bound[:1])))
    unit = next(iter(units), None)
    return [
        Constraint(
            column.name if column is not None else name,
            "=" if bound is None else bound[1],
            value,
            unit or (column and page.columns.usual_unit(column, value, page.types)) or None,
            not soft,
            said,
        )
        for (name, column), value in zip(fields.items(), values, strict=True)
    ]


def _written(page: Page, field: str, values: Sequence[float], unit: str | None, members: list[int]) -> Constraint:
    """The demand for sides that records tell in words."""
    soft, said = softened(page, members), page.said(members)
    page.take((*members, *(soft or ())))
    size = " x ".join(f"{value:g}" for value in values)
    return Constraint(field, "=", f"{size} {unit}" if unit else size, None, not soft, said)


def _bound(page: Page, first: int) -> tuple[int, str] | None:
    """The word right before the sides that bounds each of them, and its bound: at least 50 by 60 inches."""
    at = first - 1
    while at >= 0 and page.is_filler(at) and not page.spans[at].cue("at_least", "at_most"):
        at -= 1
    span = page.spans[at] if at >= 0 else None
    if span is None or not span.cue("at_least", "at_most") or page.ends_clause(at):
        return None
    op = ">" if span.cue("at_least") else "<"
    return at, op if span.cue("strict") else f"{op}="


def _bound_after(page: Page, last: int) -> tuple[int, str] | None:
    """The word right behind the sides that bounds each of them: 90乘60以上."""
    span = page.spans[last + 1] if last + 1 < len(page) else None
    if span is None or not span.cue("at_least_after", "at_most_after"):
        return None
    if not dialogue().matches("sides_bounded", page.reading.plain[span.start :]):
        return None  # 140 x 70 will do: those sides, and no others.
    op = ">" if span.cue("at_least_after") else "<"
    return last + 1, op if span.cue("strict") else f"{op}="


def _fields(page: Page, count: int, letters: tuple[str, ...]) -> dict[str, FieldWords | None]:
    """What the sides are called, with the wanted kind's columns of them; the first names where it tells none."""
    told = (letters,) if len(set(letters)) == count else SIDES[count]
    for names in told:
        columns = {name: page.columns.of_concept(name, ("number",), page.types) for name in names}
        if all(
            one is not None
            and page.columns.share(one, page.types) >= TELLING
            and page.columns.ranks(name).get(one.name, 100.0) < 100.0
            for name, one in columns.items()
        ) and len({one.name for one in columns.values() if one is not None}) == count:  # fmt: skip
            return dict(columns)
    return dict.fromkeys(told[0])

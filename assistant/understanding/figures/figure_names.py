"""Which words beside a figure say what it measures, and the columns that they, or its unit, name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.languages.dialogue import dialogue, places
from assistant.understanding.lexicon.columns import PART
from assistant.understanding.lexicon.columns import USUAL as USUAL_RANK
from assistant.understanding.lexicon.field_names import counts
from assistant.understanding.lexicon.fixed_roles import dialogue_roles
from assistant.understanding.lexicon.nearness import COUNTING_UNITS
from assistant.understanding.lexicon.words import JOINER, key
from assistant.understanding.message.amounts import Amount
from assistant.understanding.message.page import Page
from assistant.understanding.message.plurals import is_several
from assistant.understanding.message.reading import Span
from catalog.measures import dimension

NEAREST = 4
COUNTED_AS = frozenset({"ports", "pieces"})
"""Concepts that a thing may be named by where nothing of it is counted."""
COUNTED = 100.0
"""Fewer than this are counted one by one."""
MASS, LENGTH, DATA, TIME = (
    ("weight",),
    ("length", "width", "height"),
    ("memory", "storage", "capacity"),
    ("battery_life",),
)
USUAL: Mapping[str, tuple[str, ...]] = {
    "inch": ("screen", "size"), "g": MASS, "kg": MASS, "lb": MASS, "oz": MASS, "m": LENGTH, "ft": LENGTH,
    "cm": (*LENGTH, "screen"),
    "mm": LENGTH, "GB": DATA, "TB": DATA, "MB": DATA, "h": TIME, "min": TIME, "mAh": ("battery_capacity",),
    "W": ("power",),
    "Hz": ("refresh_rate",), "GHz": ("frequency",), "MHz": ("frequency",), "ml": ("capacity",), "l": ("capacity",),
    "MP": ("megapixel",), "dpi": ("dots",), "lm": ("brightness",), "cd/m²": ("brightness",), "dB": ("noise",),
    "ppm": ("speed",), "g/m²": ("grammage",), "year": ("warranty", "age"), "month": ("warranty",),
    "rpm": ("spin",), "Wh": ("battery_capacity",), "people": ("persons",), "°C": ("temperature",),
}  # fmt: skip
"""What a figure in a unit is mostly about where nothing else tells."""
MEASURED: Mapping[tuple[str, str], str] = {("battery_capacity", "time"): "battery_life"}
"""What a thing that a concept is named by is told to do in a dimension that isn't the concept's own."""
COUNTING = COUNTING_UNITS | {None}
SELDOM = frozenset({"width", "height"})
SELDOM_RANK = 10.0
"""How much further off is what people rarely mean without naming it."""


def nearest_names(page: Page, amount: Amount) -> list[int]:
    """The one phrase beside the figure that names what is measured: right before it or right after, not used yet."""
    candidates = [at for at in amount.naming if at not in page.used and abs(at - amount.index) <= NEAREST]
    before = sorted((at for at in candidates if at < amount.index and not _describes(page, amount, at)), reverse=True)
    after = sorted(at for at in candidates if at > amount.index and not _leads_to_its_own(page, amount, at))
    if after and before:
        last = max(at for at in amount.phrases if at >= amount.index)
        close_after = all(page.is_filler(at) for at in range(last + 1, after[0]))
        if page.spans[after[0]].latin:
            first_after = close_after
        else:
            gaps = _parted(page, before[0], amount.index), _parted(page, last, after[0])
            between = range(before[0] + 1, amount.index)
            led = all(page.is_filler(at) or page.spans[at].cue("want", "at_most", "at_least") for at in between)
            led = led and not any("particle" in page.spans[at].roles for at in between)
            first_after = close_after and (gaps > (False, True) or not (led or gaps[1]))
        chosen = after[:1] if first_after else before[:1]
    else:
        chosen = (before or after)[:1]
    if chosen and chosen[0] > amount.index:
        chosen += [at for at in after[1:2] if at == chosen[0] + 1]
    if chosen and chosen[0] < amount.index:
        chosen += [at for at in before[1:2] if at == chosen[0] - 1]
    return sorted(chosen)


def _describes(page: Page, amount: Amount, at: int) -> bool:
    """Whether a particle makes what stands before a bare figure describe what comes later: 带网口的100到400的打印机."""
    quantity = page.spans[amount.index].quantity
    if quantity is None or quantity.unit is not None or page.spans[at].roles.get("concept", frozenset()) - COUNTED_AS:
        return False
    return any("attributive" in page.spans[one].roles.get("particle", ()) for one in range(at + 1, min(amount.phrases)))


def _leads_to_its_own(page: Page, amount: Amount, at: int) -> bool:
    """Whether a name behind a bare figure has a measured figure of its own: 70 to 250, weight above 4 kg."""
    quantity = page.spans[amount.index].quantity
    if quantity is None or quantity.unit is not None:
        return False
    if at == amount.index + 1 and not page.spans[at].latin and page.spans[at].start == page.spans[amount.index].end:
        return False  # 8岁以上两人玩的: what is glued to a figure is its own.
    if at == amount.index + 1 and page.spans[at].latin and _is_counted(page, at, quantity.value):
        return False
    for next_one in range(at + 1, min(len(page), at + 4)):
        span = page.spans[next_one]
        if span.quantity is not None:
            return span.quantity.unit is not None or (page.spans[at].latin and next_one == at + 1)
        if not (page.is_filler(next_one) or span.cue("at_most", "at_least", "about", "exact")):
            return False
    return False


def _is_counted(page: Page, at: int, value: float) -> bool:
    """Whether a phrase names a column that only counts, and so many: five outlets."""
    named = named_columns(page, [at])
    fields = (page.lexicon.fields[name] for name, rank in named.items() if name in page.lexicon.fields and rank < PART)
    return any(one.kind == "number" and not one.units and one.held_by(page.types) for one in fields) and value < COUNTED


def _parted(page: Page, first: int, last: int) -> bool:
    """Whether a space stands anywhere between two phrases."""
    return any(page.spans[at].start > page.spans[at - 1].end for at in range(first + 1, last + 1))


def named_columns(page: Page, naming: Sequence[int]) -> dict[str, float]:
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
        worded = (one for one in span.roles.get("field", ()) if page.lexicon.fields[one].kind == "text")
        for feature in (*span.roles.get("feature", ()), *worded):  # 3 kg filling: how much the filling weighs.
            one = page.lexicon.fields.get(feature)
            for name in page.columns.containing(one.names[0]) if one is not None else ():
                _lower(named, name, 105.0)
    for name in named_together(page, naming):
        _lower(named, name, -2.0)
    return named


def told_by_unit(
    page: Page, naming: Sequence[int], unit: str | None, named: Mapping[str, float]
) -> Mapping[str, float]:
    """The columns of what the figure's unit measures, where the word beside it only names the thing that has it: a
    battery of 8 hours is how long it lasts, a camera of 50 MP what the main one resolves. Else those named."""
    concepts = {concept for at in naming for concept in concepts_of(page.spans[at])}
    meant = MEASURED.get((min(concepts, default=""), dimension(unit) or ""))
    if meant is None and not concepts and unit not in COUNTING:
        called = {key(page.lexicon.fields[name].names[0]): name for name in named if name in page.lexicon.fields}
        said = {key(one) for at in naming for one in (page.said([at]), page.lexicon.usual(page.said([at])))}
        whole = not said.isdisjoint(called) or _measures_so(page, named, unit)
        things = bool(naming) and all("thing" in page.spans[at].roles for at in naming)
        meant = next(iter(USUAL.get(str(unit), ())), None) if things and not whole else None
    if meant is None or len(concepts) > 1:
        return named
    fields = page.lexicon.fields
    own = {name: rank for name, rank in page.columns.ranks(meant).items() if name in fields}
    held = {name: rank for name, rank in own.items() if fields[name].held_by(page.types)}
    called = {name: rank for name, rank in held.items() if rank < PART}
    # Of a battery of 8 hours even "battery life max" is nearer than any other column of batteries.
    held = called or (held if meant in MEASURED.values() else {})
    return held if held and page.types else named


def _measures_so(page: Page, named: Mapping[str, float], unit: str | None) -> bool:
    """Whether a length is how the wanted kind's records tell the thing: 防水3000mm, of tents."""
    if dimension(unit) != "length":
        return False
    columns = [page.lexicon.fields[name] for name, rank in named.items() if rank <= 0.0 and name in page.lexicon.fields]
    told = [one for one in columns if one.kind == "number" and one.held_by(page.types) and one.unit is not None]
    return any(dimension(one.unit) == "length" for one in told)


def told_by_column(page: Page, amount: Amount, naming: Sequence[int]) -> dict[str, int]:
    """The number columns of the wanted kind whose names hold a word that is tied to the figure, and that word.

    It is a word not known otherwise right after the figure or before its bound, or one that a filler ties to it
    (drivers of 40 mm).
    """
    if glued := _counted_glued(page, amount):
        return glued
    if naming:
        tied = naming[-1] + 1 < min(amount.phrases) and all(
            page.is_filler(at) for at in range(naming[-1] + 1, amount.index) if at not in amount.naming
        )
        return _number_columns(page, naming[-1]) if tied and naming[-1] + 1 < amount.index else {}
    quantity = page.spans[amount.index].quantity
    last = max(at for at in amount.phrases if at <= amount.index + 1 or at - 1 in amount.phrases)
    places = [last + 1] if quantity is not None and quantity.unit is None and not quantity.currency else []
    if places and places[0] + 1 < len(page) and not page.spans[places[0]].roles and is_several(page, places[0]):
        places.append(places[0] + 1)  # 128 notes polyphony.
    before = min(amount.phrases) - 1
    while before > 0 and (page.is_filler(before) or page.spans[before].key in JOINER):
        before -= 1
    for at in (*places, before):
        if not page.free(at) or not page.spans[at].latin or page.spans[at].quantity or len(page.spans[at].key) < 3:
            continue
        known = {"known", "type", "field"} if at in places[1:] else {"known", "type"} if at in places else {"known"}
        if page.spans[at].roles.keys() - known:
            continue
        if page.spans[at].roles.get("known") in ("value", "brand"):
            continue
        held = _number_columns(page, at, counted=at in places)
        if held:
            return held
    return {}


def _counted_glued(page: Page, amount: Amount) -> dict[str, int]:
    """The columns of the wanted kind that count what is written right to a bare figure: 88键 is told by 键数."""
    at, quantity = amount.index + 1, page.spans[amount.index].quantity
    if quantity is None or quantity.unit or quantity.currency or at >= len(page) or at in page.used:
        return {}
    span = page.spans[at]
    if span.latin or span.mark or span.start != page.spans[amount.index].end:
        return {}
    thing = page.reading.plain[span.start : span.end]
    held = (one for one in page.lexicon.fields.values() if one.kind == "number" and one.held_by(page.types))
    return {one.name: at for one in held if counts(one.name, thing)}


def told_by_own_unit(page: Page, amount: Amount) -> dict[str, int]:
    """The number columns of the wanted kind whose own unit, which measures nothing, follows a bare figure: 3 pairs."""
    at, quantity = amount.index + 1, page.spans[amount.index].quantity
    if quantity is None or quantity.unit is not None or quantity.currency or not page.types or not page.free(at):
        return {}
    said = page.spans[at].key
    fields = page.lexicon.fields.values()
    held = [one for one in fields if one.kind == "number" and one.name != "price" and one.held_by(page.types)]
    return {one.name: at for one in held if any(key(unit) == said for unit in one.units if dimension(unit) is None)}


def _number_columns(page: Page, at: int, counted: bool = False) -> dict[str, int]:
    """The number columns of the wanted kind that the word names in part; where things are `counted`, none that is
    measured: two arms are no arm length."""
    span = page.spans[at]
    several = counted and is_several(page, at)
    fields = (page.lexicon.fields.get(name) for name in page.columns.containing(span.key))
    held = [one for one in fields if one is not None and one.kind == "number" and one.held_by(page.types)]
    return {one.name: at for one in held if not (several and one.units and dimension(one.unit) is not None)}


def named_together(page: Page, naming: Sequence[int]) -> tuple[str, ...]:
    """The columns that the phrases name together."""
    return page.lexicon.field_words.get("".join(page.spans[at].key for at in naming), ()) if len(naming) > 1 else ()


def named_by_unit(page: Page, unit: str) -> dict[str, float]:
    """The columns whose concept is called like the unit itself (pages, dpi)."""
    called = dialogue_roles(places()).get(key(unit), {}).get("concept", frozenset())
    ranks = {name: rank + 3.0 for concept in sorted(called) for name, rank in page.columns.ranks(concept).items()}
    for place, concept in enumerate(USUAL.get(unit, ())):
        for name, rank in page.columns.ranks(concept).items():
            if rank < PART:
                aside = SELDOM_RANK if concept in SELDOM else 2.0 * place
                ranks.setdefault(name, USUAL_RANK + rank + aside)
    return ranks


def _lower(named: dict[str, float], name: str, rank: float) -> None:
    named[name] = min(named.get(name, rank), rank)


def measures_pieces(page: Page, naming: Sequence[int]) -> bool:
    return any("pieces" in page.spans[at].roles.get("concept", frozenset()) for at in naming)


def own_name(page: Page, naming: Sequence[int], unit: str | None) -> str:
    """A name for what the catalogue has no column for."""
    concepts = sorted(concept for at in naming for concept in concepts_of(page.spans[at]))
    measured = "capacity" if dimension(unit) == "volume" else dimension(unit)
    fitting = [one for one in concepts if may_be_in(one, unit)]
    return fitting[0] if fitting else measured or str(unit)


def may_be_in(concept: str, unit: str | None) -> bool:
    """Whether a concept may be told in this unit: how long a battery lasts is told in no kilometres."""
    usual = {dimension(one) for one, about in USUAL.items() if concept in about}
    return unit is None or not usual or dimension(unit) is None or dimension(unit) in usual


def concepts_of(span: Span) -> frozenset[str]:
    return span.roles.get("concept", frozenset())


def implied_names(page: Page, amount: Amount) -> dict[str, float]:
    """The columns that the bound itself names (longer than, 轻于), or a wish right before it."""
    spans = [page.spans[at] for at in {*amount.phrases, *_wished_before(page, amount)}]
    wished = {dialogue().wishes[name]["concept"] for span in spans for name, _ in span.roles.get("wish", ())}
    concepts = sorted({name for span in spans for name in span.roles.get("implied", frozenset())} | wished)
    found: dict[str, float] = {}
    for concept in concepts:
        for name, rank in page.columns.ranks(concept).items():
            # What is bigger than 7 inch may be so by its screen, its width, or the column called size.
            found[name] = rank + USUAL_RANK if concept == "size" and rank < PART else rank
    return found


def _wished_before(page: Page, amount: Amount) -> list[int]:
    """The wish that the figure right after it puts in figures: taller, 120 cm or more."""
    beside = min(amount.phrases) - 1
    beside -= 1 if beside > 0 and page.spans[beside].mark else 0
    return [beside] if beside >= 0 and beside not in page.used and "wish" in page.spans[beside].roles else []
